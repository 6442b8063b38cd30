"""What a client may ask of a document as a whole, or of all of them: symbols, folds, counts."""

from typing import Any

from lsprotocol import types

from briefing_tui.lsp import outline
from briefing_tui.lsp.card import named
from briefing_tui.lsp.features import NO_LIST
from briefing_tui.lsp.protocol import Told
from briefing_tui.lsp.session import Session
from briefing_tui.lsp.text import Text

#: As many as an editor lists.
_MOST = 300

#: The protocol's kinds of symbol, chosen for how editors draw them.
_KINDS = {
    "actor": 5, "event": 24, "communication": 11, "statement": 15, "section": 3, "figure": 16, "gap": 21, "ask": 25,
    "judgement": 12, "scenario": 23, "indicator": 7, "assumption": 14, "source": 1,
}  # fmt: skip
_PART, _KEY = 2, 8


class Overview:
    """Answers requests about whole documents."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def symbols(self, params: types.DocumentSymbolParams) -> Told:
        """The parts and entries of a document."""
        session = self._session
        document = session.ours(params.text_document.uri)
        if document is None:
            return NO_LIST
        reading = await session.desk.reading(document)
        found = await session.desk.made(lambda: outline.symbols(reading))
        if session.nested:
            return Told([self._nested(reading.text, one) for one in found])
        return Told([told for one in found for told in self._flat(reading.text, document.uri, one, "")])

    async def workspace_symbols(self, params: types.WorkspaceSymbolParams) -> Told:
        """The entries of all briefings around whose id or name has what is asked for."""
        session = self._session
        asked = params.query.casefold().strip()

        def found() -> list[dict[str, Any]]:
            told = []
            for path, reading in session.neighbours.readings(None):
                uri = next((one.uri for one in session.documents.values() if one.path == path), None) or path.as_uri()
                for symbol, _ in outline.entry_symbols(reading):
                    if asked in f"{symbol.name} {symbol.detail}".casefold():
                        told.append(self._information(reading.text, uri, symbol, reading.stem))
                        if len(told) >= _MOST:
                            return told
            return told

        return Told(await session.desk.made(found))

    def folds(self, params: types.FoldingRangeParams) -> Told:
        """What can be folded."""
        document = self._session.ours(params.text_document.uri)
        if document is None:
            return NO_LIST
        return Told([{"startLine": first, "endLine": last} for first, last in outline.folds(document.text)])

    async def lenses(self, params: types.CodeLensParams) -> Told:
        """How often each entry is named."""
        session = self._session
        document = session.ours(params.text_document.uri)
        if document is None:
            return NO_LIST
        reading = await session.desk.reading(document)
        found = await session.desk.made(lambda: list(outline.counted(reading)))
        return Told(
            [
                {
                    "range": session.positions.range(reading.text, extent),
                    "command": {"title": named(count), "command": ""},
                }
                for extent, count in found
            ]
        )

    def _nested(self, text: Text, symbol: outline.Symbol) -> dict[str, Any]:
        told: dict[str, Any] = {
            "name": symbol.name,
            "kind": _kind(symbol),
            "range": self._session.positions.range(text, symbol.extent),
            "selectionRange": self._session.positions.range(text, symbol.own),
        }
        if symbol.detail:
            told["detail"] = symbol.detail
        if symbol.inner:
            told["children"] = [self._nested(text, one) for one in symbol.inner]
        return told

    def _flat(self, text: Text, uri: str, symbol: outline.Symbol, holder: str) -> list[dict[str, Any]]:
        found = [self._information(text, uri, symbol, holder)]
        for one in symbol.inner:
            found += self._flat(text, uri, one, symbol.name)
        return found

    def _information(self, text: Text, uri: str, symbol: outline.Symbol, holder: str) -> dict[str, Any]:
        name = f"{symbol.name} ({symbol.detail})" if symbol.detail and not symbol.inner else symbol.name
        location = {"uri": uri, "range": self._session.positions.range(text, symbol.own)}
        return {"name": name, "kind": _kind(symbol), "location": location, "containerName": holder}


def _kind(symbol: outline.Symbol) -> int:
    return _KINDS.get(symbol.kind, _PART if symbol.inner else _KEY)
