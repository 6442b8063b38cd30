"""The protocol as pygls speaks it, with texts kept by us and answers sent as the plain data they are.

pygls splits a text into lines anew for each key, and turns each item of an answer into an object and back.
"""

import logging
from collections.abc import Callable
from typing import Any, NamedTuple

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from briefing_tui import __version__


class Told(NamedTuple):
    """An answer that is plain data already."""

    answer: Any


class Protocol(LanguageServerProtocol):
    """The protocol; `on_open`, `on_change` and `on_close` take the place of pygls' own documents."""

    on_open: Callable[[types.DidOpenTextDocumentParams], None]
    on_change: Callable[[types.DidChangeTextDocumentParams], None]
    on_close: Callable[[types.DidCloseTextDocumentParams], None]

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """A document was opened."""
        self.on_open(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """A document was edited."""
        self.on_change(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """A document was closed."""
        self.on_close(params)

    def _send_response(self, msg_id: Any, result: Any = None, error: Any = None) -> None:
        if error is None and isinstance(result, Told):
            self._result_types.pop(msg_id, None)
            self._send_data({"jsonrpc": self.VERSION, "id": msg_id, "result": result.answer})
        else:
            super()._send_response(msg_id, result, error)

    @property
    def has_shut_down(self) -> bool:
        """Whether the client has said that it leaves."""
        return bool(self._shutdown)

    def plain(self, thing: Any) -> Any:
        """One of the protocol's objects as plain data."""
        return self._converter.unstructure(thing)

    def tell(self, method: str, params: Any) -> None:
        """Sends a notification of plain data."""
        self._send_data({"jsonrpc": self.VERSION, "method": method, "params": params})


class Server(LanguageServer):
    """pygls' server; what it would log or show of a message stays unsaid, since messages hold what a file says."""

    protocol: Protocol

    def __init__(self, fault: Callable[[BaseException], None]) -> None:
        self._fault = fault
        logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
        super().__init__(
            "briefing",
            __version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Incremental,
            protocol_cls=Protocol,
        )

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Records what pygls could not handle."""
        if not isinstance(error, JsonRpcException):
            # The others are what a client did wrong, or was told.
            self._fault(error)
