"""A dossier: an entry's card, and from the other end all that refers to it. Parts of the document have one too."""

from collections.abc import Sequence

from briefing_tui.blocks.actor import actor_blocks
from briefing_tui.blocks.block import Blocks, Item, Span
from briefing_tui.blocks.cards import card_blocks
from briefing_tui.blocks.incoming import Incoming, incoming_parts, reference_items, remaining_part
from briefing_tui.blocks.line import entry_item
from briefing_tui.blocks.mention import mention_parts
from briefing_tui.blocks.reference import joined
from briefing_tui.blocks.scope import PART_NAMES, Scope
from briefing_tui.blocks.sheet import Sheet, row
from briefing_tui.links.index import Reference
from briefing_tui.links.support import left_without
from briefing_tui.model.actor import Actor
from briefing_tui.model.communication import Communication
from briefing_tui.model.entry import Entry
from briefing_tui.model.event import Event
from briefing_tui.model.kinds import KINDS
from briefing_tui.model.source import Source

#: What to write so that a dossier fills, by the kind of entry it is about. Kinds that others rarely name are not here.
_HINTS = {
    "statement": "point at it with `{ref: {id}}` in highlights or sections, or name it under `evidence` of a judgement",
    "actor": "name it under `participants` of an event, or under `from` or `to` of a communication",
    "event": "name it under `about` of a communication, or under `evidence` of a judgement",
    "communication": "name it under `evidence` of a judgement, or under `seen_in` of an indicator",
    "judgement": "name it under `points_to` of an indicator",
    "scenario": "name it under `points_to` of an indicator",
    "source": "cite it with `sources: {id}` on an entry, or with `[^{id}]` in prose",
}


def dossier_blocks(scope: Scope, target: str) -> Blocks:
    """All that is known of an entry or a part of the document, from both ends."""
    entry = scope.entry(target)
    if entry is not None:
        return _entry_dossier(scope, entry)
    if target in PART_NAMES:
        return _part_dossier(scope, target)
    return _unknown(scope, target)


def _entry_dossier(scope: Scope, entry: Entry) -> Blocks:
    incoming = Incoming(scope, entry.id)
    sheet = Sheet(scope, f"{entry.KIND}:{entry.id}")
    if isinstance(entry, Actor):
        sheet.add(actor_blocks(scope, entry, others=incoming.take(("actor.relations",))))
    else:
        sheet.add(card_blocks(scope, entry))
    known = len(sheet.blocks)
    if isinstance(entry, Actor):
        _events_by_role(sheet, incoming.take(("event.participants",)))
        _own_terms(sheet, entry, incoming.take(("part.contested_terms",)))
    elif isinstance(entry, Communication):
        sheet.items("Later, back to the sender", "replies", _replies(sheet, entry))
    elif isinstance(entry, Source):
        _citations(sheet, entry, incoming)
    incoming_parts(sheet, incoming, entry.KIND)
    if isinstance(entry, Actor):
        # The answer stands beside the communication it received.
        incoming.take(("communication.confirmed_by_recipient",))
    remaining_part(sheet, incoming)
    mention_parts(sheet, entry.id)
    if len(sheet.blocks) == known and entry.keyed and entry.KIND in _HINTS:
        way = _HINTS[entry.KIND].replace("{id}", entry.id)
        sheet.note(f"Nothing refers to it yet: {way}, or link to it in prose with [[{entry.id}]].", "empty")
    return sheet.blocks


def _events_by_role(sheet: Sheet, references: list[Reference]) -> None:
    roles: dict[str, list[Reference]] = {}
    for reference in references:
        roles.setdefault(reference.field.partition(".")[2], []).append(reference)
    if len(roles) == 1:
        (role, only), *_ = roles.items()
        sheet.items("Events", "events", _by_time(sheet, "events", only), note=(Span(f" as {role}", "dim"),))
    elif roles:
        sheet.heading("Events", "events", (Span(f"{len(references):,}", "count"),))
        for role, each in roles.items():
            name = f"events-{role}"
            sheet.items(f"as {role}", name, _by_time(sheet, name, each), deeper=2)


def _by_time(sheet: Sheet, name: str, references: list[Reference]) -> Sequence[Item]:
    def when(reference: Reference) -> tuple[bool, float, float, str]:
        event = sheet.scope.entry(reference.source)
        assert isinstance(event, Event)
        return event.when.sort_key

    return reference_items(sheet, name, sorted(references, key=when))


def _own_terms(sheet: Sheet, actor: Actor, references: list[Reference]) -> None:
    terms = [term for term, owner in (sheet.scope.briefing.contested_terms or {}).items() if owner == actor.id]
    rows = [row("Term", Span(f"“{term}”", "contested"), target="header") for term in terms if references]
    sheet.fields(rows, "terms", "Its own terms")


def _replies(sheet: Sheet, communication: Communication) -> list[Item]:
    """Later communications from a recipient to the sender that are about the same event."""
    scope = sheet.scope
    senders, recipients = ({ref.ref for ref in refs} for refs in (communication.from_, communication.to))
    events = {ref.ref for ref in communication.about}
    rows: list[Item] = []
    for other in scope.briefing.communications:
        back = senders & {ref.ref for ref in other.to} and recipients & {ref.ref for ref in other.from_}
        if back and events & {ref.ref for ref in other.about} and _is_later(other, communication):
            rows.append(entry_item(scope, other.id, key=sheet.named(f"replies.{len(rows) + 1}")))
    return rows


def _is_later(one: Communication, other: Communication) -> bool:
    if one.when is None or other.when is None or not (one.when.placed and other.when.placed):
        return False
    return one.when.sort_key > other.when.sort_key


def _citations(sheet: Sheet, source: Source, incoming: Incoming) -> None:
    """Who repeats a source, what would be left with no support, and all that cites it, kind by kind."""
    sheet.items("Repeated by", "repeated", reference_items(sheet, "repeated", incoming.take(("source.origin",))))
    alone = left_without(sheet.scope.links, source.id)
    rows = [entry_item(sheet.scope, id, key=sheet.named(f"alone.{n}")) for n, id in enumerate(alone, 1)]
    sheet.items("Left with no source without it", "alone", rows)
    for kind in KINDS:
        sheet.items(f"Cited by {kind.plural}", f"cited-{kind.name}", _cited(sheet, kind.name, incoming))
    sheet.items("Cited in", "cited-part", _cited(sheet, "part", incoming))


def _cited(sheet: Sheet, kind: str, incoming: Incoming) -> list[Item]:
    """Each entry of a kind that cites a source, with the places it cites."""
    scope = sheet.scope
    places: dict[str, list[str]] = {}
    for reference in incoming.take((kind,)):
        at = reference.inline.at if reference.inline else getattr(reference.ref, "at", None)
        places.setdefault(reference.source, []).append(at or "")
    rows: list[Item] = []
    for citing, each in places.items():
        more = joined([(Span(at, "place"),) for at in dict.fromkeys(each) if at], Span(", ", "dim"))
        rows.append(entry_item(scope, citing, more, sheet.named(f"cited-{kind}.{len(rows) + 1}")))
    return rows


def _part_dossier(scope: Scope, name: str) -> Blocks:
    """What is named in a part of the document, and which sources it cites; for a part that is a list, its entries."""
    sheet = Sheet(scope, f"part:{name}")
    sheet.title((Span(PART_NAMES[name]),), target=name)
    kind = next((kind for kind in KINDS if kind.plural == name), None)
    if kind is not None:
        ids = [id for id, entry in scope.briefing.entries.items() if kind.name == entry.KIND and entry.keyed]
        rows = [entry_item(scope, id, key=sheet.named(f"listed.{n}")) for n, id in enumerate(ids, 1)]
        sheet.items("", "listed", rows)
        if not rows:
            sheet.note(f"There are none: write `{kind.path[-1]}:`{_under(kind.path)}.", "empty")
        return sheet.blocks
    references = scope.outgoing({"situation": "bottom-line", "summary": "outlook"}.get(name, name))
    cited = [each.target for each in references if each.inline and each.inline.cites]
    named = [each.target for each in references if not (each.inline and each.inline.cites)]
    for key, title, ids in (("named", "Named here", named), ("cited", "Sources cited", cited)):
        each = enumerate(dict.fromkeys(ids), 1)
        sheet.items(title, key, [entry_item(scope, id, key=sheet.named(f"{key}.{n}")) for n, id in each])
    mention_parts(sheet, name)
    if not references:
        sheet.note("Nothing is named here yet: link with [[an-id]], cite a source with [^its-id].", "empty")
    return sheet.blocks


def _under(path: tuple[str, ...]) -> str:
    return f" under `{path[0]}:`" if len(path) > 1 else ""


def _unknown(scope: Scope, target: str) -> Blocks:
    sheet = Sheet(scope, f"unknown:{target}")
    sheet.title((Span(target),))
    if target == "public":
        sheet.note("The public is no entry: communications may go `to: public`.", "empty")
    elif target in scope.briefing.omitted:
        kind = scope.briefing.omitted[target]
        sheet.note(f"This {kind} was left out because it is not sound: see the problems.", "empty")
    elif "#" in target:
        file, _, name = target.rpartition("#")
        sheet.note(f"“{name}” stands in another briefing, {file}.", "empty")
    else:
        sheet.note(f"No entry is called “{target}”. Give one that key, or mend the links to it.", "empty")
    if "#" not in target and target != "public":
        incoming = Incoming(scope, target)
        remaining_part(sheet, incoming)
        mention_parts(sheet, target)
    return sheet.blocks
