"""One client's session: the documents it has open, kept in step with it, and what it is told of them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path, uri_scheme
from pygls.workspace import PositionCodec

from briefing_tui.follow import tell
from briefing_tui.lsp.card import Card
from briefing_tui.lsp.desk import Desk
from briefing_tui.lsp.document import Document
from briefing_tui.lsp.guard import Guard
from briefing_tui.lsp.neighbours import Neighbours, workspace_folders
from briefing_tui.lsp.ours import Ours
from briefing_tui.lsp.positions import Positions
from briefing_tui.lsp.protocol import Protocol
from briefing_tui.lsp.published import diagnostic
from briefing_tui.lsp.text import Text
from briefing_tui.source.diagnostic import Edit


class Session:
    """What is open, and how the client wants to be spoken to."""

    def __init__(self, protocol: Protocol, guard: Guard) -> None:
        self.documents: dict[str, Document] = {}
        self.positions = Positions(PositionCodec())
        self.card = Card()
        self.neighbours = Neighbours(lambda: list(self.documents.values()), lambda: workspace_folders(self._folders()))
        self.desk = Desk(self.publish, guard.fault)
        self._protocol = protocol
        self._related = False
        self._versioned = False
        #: Whether symbols may stand inside of symbols.
        self.nested = False

    def begin(self, params: types.InitializeParams) -> None:
        """Takes what the client can do and where it works."""
        self.positions = Positions(self._protocol.workspace.position_codec)
        able = params.capabilities
        documents = able.text_document or types.TextDocumentClientCapabilities()
        formats = documents.hover.content_format if documents.hover else None
        self.card = Card(marked=not formats or types.MarkupKind.Markdown in formats)
        self._related = bool(documents.publish_diagnostics and documents.publish_diagnostics.related_information)
        self.nested = bool(documents.document_symbol and documents.document_symbol.hierarchical_document_symbol_support)
        edits = able.workspace.workspace_edit if able.workspace else None
        self._versioned = bool(edits and edits.document_changes)
        self.desk.warm()

    def _folders(self) -> list[Path]:
        """Where the client works."""
        workspace = self._protocol.workspace
        uris = list(workspace.folders) or ([workspace.root_uri] if workspace.root_uri else [])
        return [path for uri in uris if (path := path_of(uri)) is not None]

    # documents ----------------------------------------------------------------------

    def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        """A document was opened."""
        item = params.text_document
        path = path_of(item.uri)
        stem = path.stem if path is not None else item.uri.rpartition("/")[2] or "untitled"
        document = self.documents[item.uri] = Document(item.uri, path, stem, item.text, item.version)
        self.desk.changed(document, pause=0)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """A document was edited. What can be said of the edited entry is said before anything else is done."""
        document = self.documents.get(params.text_document.uri)
        if document is None:
            return
        document.version = params.text_document.version
        told, at = False, 0
        for change in params.content_changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = self.positions.extent(document.text, change.range.start, change.range.end)
                told = document.replace(start, end, change.text) or told
                at = start
            else:
                document.replace_all(change.text)
        document.look_whose()
        if document.ours is Ours.YES:
            self.told_reader(document, at)
        # The reading is awaited before the entry is looked at, so that a fault there does not cost it.
        self.desk.changed(document)
        if document.look(at) or told:
            self.publish(document)

    def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """A document was closed: nothing is said of it any more."""
        document = self.documents.pop(params.text_document.uri, None)
        if document is not None:
            document.closed = True
            self.desk.forget(document)
            if document.ours is Ours.YES:
                document.findings = []
                self.publish(document)

    def told_reader(self, document: Document, offset: int) -> None:
        """Tells the readers beside the editor where in the file it is."""
        if document.path is not None:
            tell(document.path, document.text.line_of(offset) + 1)

    def ours(self, uri: str) -> Document | None:
        """An open document that is a briefing."""
        document = self.documents.get(uri)
        return document if document is not None and document.ours is Ours.YES and not document.too_long else None

    def publish(self, document: Document) -> None:
        """Tells the client what stands against a document."""
        found = [
            diagnostic(self.positions, document.text, document.uri, one, related=self._related)
            for one in document.findings
        ]
        told = {"uri": document.uri, "version": document.version, "diagnostics": found}
        self._protocol.tell(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, told)

    def plain(self, thing: Any) -> Any:
        """One of the protocol's objects as plain data."""
        return self._protocol.plain(thing)

    # what answers are made of ------------------------------------------------------

    def uri_of(self, path: Path | None, document: Document) -> str:
        """The address of a file, as its client calls it where it is open; of the document for None."""
        if path is None or path == document.path:
            return document.uri
        known = next((one.uri for one in self.documents.values() if one.path == path), None)
        return known or from_fs_path(str(path)) or path.as_uri()

    def workspace_edit(self, edits: Iterable[tuple[str, Text, list[Edit]]]) -> dict[str, Any]:
        """Edits in some texts, by their addresses."""
        changes = {uri: [self.positions.edit(text, edit) for edit in made] for uri, text, made in edits}
        if not self._versioned:
            return {"changes": changes}
        versions = {uri: document.version for uri, document in self.documents.items()}
        return {
            "documentChanges": [
                {"textDocument": {"uri": uri, "version": versions.get(uri)}, "edits": made}
                for uri, made in changes.items()
            ]
        }


def path_of(uri: str) -> Path | None:
    """The file at an address; None for what is no file."""
    if uri_scheme(uri) != "file":
        return None
    path = to_fs_path(uri)
    return Path(path) if path else None
