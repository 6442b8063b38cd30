"""What a client may ask, and how it is answered: each request finds its document, asks who knows, and puts the answer
into the protocol's words.
"""

from typing import Any

from lsprotocol import types

from briefing_tui.authoring.renaming import CannotRenameError
from briefing_tui.lsp import addresses, fixes, navigation, renames
from briefing_tui.lsp.completion import completion, resolved
from briefing_tui.lsp.document import Document
from briefing_tui.lsp.guard import RefusedError
from briefing_tui.lsp.place import place_at
from briefing_tui.lsp.protocol import Told
from briefing_tui.lsp.published import diagnostic
from briefing_tui.lsp.reading import Reading
from briefing_tui.lsp.session import Session
from briefing_tui.source.diagnostic import Diagnostic, Edit

#: Up to this length a text is read anew for a completion, so that what was just written is offered too.
_SHORT = 100_000

NOTHING = Told(None)
NO_LIST = Told([])


class Features:
    """Answers requests about the documents of a session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def _at(self, uri: str, position: types.Position) -> tuple[Document, int] | None:
        document = self._session.ours(uri)
        return (document, self._session.positions.offset(document.text, position)) if document is not None else None

    async def _read_at(self, uri: str, position: types.Position) -> tuple[Document, Reading, int] | None:
        """The document that is asked about, as it reads now, and where in it."""
        found = self._at(uri, position)
        if found is None:
            return None
        document, offset = found
        return document, await self._session.desk.reading(document), offset

    # while writing -----------------------------------------------------------------

    async def completion(self, params: types.CompletionParams) -> Told:
        """What may stand here."""
        session = self._session
        document = session.documents.get(params.text_document.uri)
        if document is None or document.too_long:
            return NO_LIST
        offset = session.positions.offset(document.text, params.position)
        version = document.version
        if len(document.text) <= _SHORT or document.reading is None:
            await session.desk.reading(document)
        if document.version != version:
            return Told({"isIncomplete": True, "items": []})
        return Told(completion(document, offset, session.neighbours, session.positions))

    def resolve(self, item: types.CompletionItem) -> Told:
        """An item with its card."""
        session = self._session
        plain: dict[str, Any] = session.plain(item)
        about = item.data if isinstance(item.data, dict) else {}
        document = session.documents.get(str(about.get("uri", "")))
        return Told(resolved(plain, about, document, session.neighbours, session.card))

    async def hover(self, params: types.HoverParams) -> Told:
        """What stands here."""
        found = self._at(params.text_document.uri, params.position)
        if found is None:
            return NOTHING
        document, offset = found
        session = self._session
        place = place_at(document.text, offset)
        extent = place.token
        word = document.text.content[extent.start : extent.end].strip()
        text = document.text
        reading = await session.desk.reading(document)
        spot = await session.desk.made(lambda: reading.spot_at(offset))
        said = ""
        if spot is not None:
            there = await session.desk.made(lambda: navigation.home_of(document, reading, spot, session.neighbours))
            if there is not None and there.scope is not None:
                said, extent, text = session.card.entry(there.scope, spot.id), spot.extent, reading.text
        said = said or session.card.about(place, word)
        if not said:
            return NOTHING
        return Told({"contents": session.card.markup(said), "range": session.positions.range(text, extent)})

    # going about --------------------------------------------------------------------

    async def definition(self, params: types.DefinitionParams) -> Told:
        """Where what is named here stands."""
        found = await self._read_at(params.text_document.uri, params.position)
        if found is None:
            return NOTHING
        document, reading, offset = found
        session = self._session
        there = await session.desk.made(lambda: navigation.definition(document, reading, offset, session.neighbours))
        return Told(self._location(document, there)) if there is not None else NOTHING

    async def references(self, params: types.ReferenceParams) -> Told:
        """Everything that names what is named here."""
        found = await self._read_at(params.text_document.uri, params.position)
        if found is None:
            return NO_LIST
        document, reading, offset = found
        session = self._session
        declared = params.context.include_declaration
        all_of_them = await session.desk.made(
            lambda: list(navigation.references(document, reading, offset, session.neighbours, declared=declared))
        )
        return Told([self._location(document, one) for one in all_of_them])

    async def highlights(self, params: types.DocumentHighlightParams) -> Told:
        """The same id elsewhere in this text."""
        found = self._at(params.text_document.uri, params.position)
        if found is None:
            return NO_LIST
        document, offset = found
        # Asked for wherever the cursor comes to rest.
        self._session.told_reader(document, offset)
        reading = await self._session.desk.reading(document)
        spots = await self._session.desk.made(lambda: navigation.highlights(reading, offset))
        kinds = types.DocumentHighlightKind
        return Told(
            [
                {
                    "range": self._session.positions.range(reading.text, spot.extent),
                    "kind": (kinds.Write if spot.own else kinds.Read).value,
                }
                for spot in spots
            ]
        )

    async def links(self, params: types.DocumentLinkParams) -> Told:
        """What can be opened from here."""
        document = self._session.ours(params.text_document.uri)
        if document is None:
            return NO_LIST
        session = self._session
        reading = await session.desk.reading(document)
        found = await session.desk.made(lambda: list(addresses.addresses(document, reading, session.neighbours)))
        links = []
        for one in found:
            fragment = f"#L{one.line}" if one.line else ""
            target = one.url or session.uri_of(one.path, document) + fragment
            links.append({"range": session.positions.range(reading.text, one.extent), "target": target})
        return Told(links)

    def _location(self, document: Document, found: navigation.Found) -> dict[str, Any]:
        uri = self._session.uri_of(found.path, document)
        return {"uri": uri, "range": self._session.positions.range(found.reading.text, found.extent)}

    # changing -----------------------------------------------------------------------

    async def prepare_rename(self, params: types.PrepareRenameParams) -> Told:
        """The id that would be renamed here."""
        found = await self._read_at(params.text_document.uri, params.position)
        if found is None:
            return NOTHING
        _, reading, offset = found
        try:
            spot = await self._session.desk.made(lambda: renames.renamable(reading, offset))
        except CannotRenameError as why:
            raise RefusedError(str(why)) from None
        return Told({"range": self._session.positions.range(reading.text, spot.extent), "placeholder": spot.id})

    async def rename(self, params: types.RenameParams) -> Told:
        """The edits that give it another id, everywhere."""
        found = await self._read_at(params.text_document.uri, params.position)
        if found is None:
            return NOTHING
        document, reading, offset = found
        session = self._session
        new = params.new_name.strip()
        try:
            made = await session.desk.made(lambda: renames.renames(document, reading, offset, new, session.neighbours))
        except CannotRenameError as why:
            raise RefusedError(str(why)) from None
        edits = [(session.uri_of(one.path, document), one.reading.text, one.edits) for one in made]
        return Told(session.workspace_edit(edits))

    async def actions(self, params: types.CodeActionParams) -> Told:
        """What can be done about the findings here."""
        session = self._session
        document = session.ours(params.text_document.uri)
        if document is None:
            return NO_LIST
        only = params.context.only
        extent = session.positions.extent(document.text, params.range.start, params.range.end)
        actions: list[dict[str, Any]] = []
        version, text, findings = document.version, document.text, list(document.findings)
        if _wanted("quickfix", only):
            for one in fixes.fixes(document, extent):
                actions.append(self._action(document, one.found, one.edit.title, [one.edit], one.preferred))
            if any(found.code == fixes.NO_ENTRY for found in findings):
                reading = await session.desk.reading(document)
                added = await session.desk.made(lambda: list(fixes.additions(reading, extent, findings)))
                if document.version == version:
                    actions += [self._action(document, one.found, one.title, one.edits) for one in added]
        if _wanted("source.fixAll", only) and (only or len(actions) > 1):
            edits = await session.desk.made(lambda: fixes.certain_edits(text.content, findings, document.stem))
            if document.version == version and len(edits) > (not only):
                title = f"Mend all that is certain ({len(edits)})"
                edit = session.workspace_edit([(document.uri, text, edits)])
                actions.append({"title": title, "kind": "source.fixAll", "edit": edit})
        return Told(actions)

    def _action(
        self, document: Document, found: Diagnostic, title: str, edits: list[Edit], preferred: bool = False
    ) -> dict[str, Any]:
        session = self._session
        told = diagnostic(session.positions, document.text, document.uri, found, related=False)
        action: dict[str, Any] = {
            "title": title,
            "kind": "quickfix",
            "diagnostics": [told],
            "edit": session.workspace_edit([(document.uri, document.text, edits)]),
        }
        if preferred:
            action["isPreferred"] = True
        return action


def _wanted(kind: str, only: Any) -> bool:
    """Whether a kind of action is among those asked for; a kind stands for all that begin with it."""
    return not only or any(
        kind == str(one) or kind.startswith(f"{_value(one)}.") or kind == _value(one) for one in only
    )


def _value(kind: Any) -> str:
    return str(getattr(kind, "value", kind))
