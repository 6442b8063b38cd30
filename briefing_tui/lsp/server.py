"""The server: which requests there are and who answers them, on standard input and output."""

import gc
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from lsprotocol import types

from briefing_tui.lsp.completion import TRIGGERS
from briefing_tui.lsp.features import NO_LIST, NOTHING, Features
from briefing_tui.lsp.guard import Guard
from briefing_tui.lsp.overview import Overview
from briefing_tui.lsp.protocol import Server
from briefing_tui.lsp.session import Session

#: Seconds after which a thread gives way to another: keys are answered while a text is being read.
_SWITCH = 0.0002


def serve(stdin: BinaryIO, stdout: BinaryIO) -> int:
    """Speaks with one client until it leaves; 0 where it took its leave as the protocol has it, else 1."""
    sys.setswitchinterval(_SWITCH)
    # The desk has rubbish collected when nobody types; what is read goes without it.
    gc.disable()
    # Whatever prints must not be taken for an answer.
    sys.stdout = sys.stderr
    server = made_server()
    server.start_io(stdin, stdout)
    return 0 if server.protocol.has_shut_down else 1


def made_server() -> Server:
    """A server with everything it can do."""
    guard = Guard(lambda line: server.protocol.tell(types.WINDOW_LOG_MESSAGE, {"type": 1, "message": line}))
    server = Server(guard.fault)
    session = Session(server.protocol, guard)
    protocol = server.protocol
    protocol.on_open = guard.guarded(session.opened, None)
    protocol.on_change = guard.guarded(session.changed, None)
    protocol.on_close = guard.guarded(session.closed, None)
    features, overview = Features(session), Overview(session)

    def feature(method: str, handler: Callable[..., Any], empty: Any = NO_LIST, options: Any = None) -> None:
        server.feature(method, options)(guard.guarded(handler, empty))

    feature(types.INITIALIZE, session.begin, None)
    feature(types.SHUTDOWN, lambda _: session.desk.close(), None)
    feature(
        types.TEXT_DOCUMENT_COMPLETION,
        features.completion,
        options=types.CompletionOptions(trigger_characters=list(TRIGGERS), resolve_provider=True),
    )
    feature(types.COMPLETION_ITEM_RESOLVE, features.resolve, NOTHING)
    feature(types.TEXT_DOCUMENT_HOVER, features.hover, NOTHING)
    feature(types.TEXT_DOCUMENT_DEFINITION, features.definition, NOTHING)
    feature(types.TEXT_DOCUMENT_REFERENCES, features.references)
    feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, features.highlights)
    feature(types.TEXT_DOCUMENT_DOCUMENT_LINK, features.links, options=types.DocumentLinkOptions())
    feature(types.TEXT_DOCUMENT_PREPARE_RENAME, features.prepare_rename, NOTHING)
    feature(types.TEXT_DOCUMENT_RENAME, features.rename, NOTHING, types.RenameOptions(prepare_provider=True))
    kinds = [types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]
    feature(types.TEXT_DOCUMENT_CODE_ACTION, features.actions, options=types.CodeActionOptions(code_action_kinds=kinds))
    feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, overview.symbols)
    feature(types.WORKSPACE_SYMBOL, overview.workspace_symbols)
    feature(types.TEXT_DOCUMENT_FOLDING_RANGE, overview.folds)
    feature(types.TEXT_DOCUMENT_CODE_LENS, overview.lenses, options=types.CodeLensOptions())
    return server
