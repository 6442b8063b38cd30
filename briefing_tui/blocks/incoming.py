"""What names an entry, sorted into the parts of its dossier. What no part asks for goes into the last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing_tui.blocks.block import Item, LazyRows, Span, Spans, text_of
from briefing_tui.blocks.line import entry_item
from briefing_tui.blocks.marks import ANSWERS
from briefing_tui.blocks.reference import joined, qualifier_spans
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet
from briefing_tui.links.index import Reference
from briefing_tui.model.communication import ALL, Communication

#: More references than these are shown line by line as they are looked at.
_MANY = 200


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a dossier: references in a field of a kind (`communication.about`), or anywhere in it (`judgement`).

    `*.by` is that field of any kind of entry, and of references.
    """

    name: str
    title: str
    fields: tuple[str, ...]


#: The parts of a dossier by the kind of entry it is about, in the order they are read.
PARTS: dict[str, tuple[Part, ...]] = {
    "actor": (
        Part("sent", "Sent", ("communication.from",)),
        Part("received", "Received", ("communication.to",)),
        Part("claims", "Claims made", ("statement.by", "gap.by")),
        Part("according", "According to it", ("*.by",)),
        Part("reported", "Known through it", ("communication.reported_by",)),
        Part("judgements", "Judgements that name it", ("judgement",)),
        Part("indicators", "Indicators that name it", ("indicator",)),
        Part("asks", "Asked of it", ("ask",)),
        Part("speaks", "Speaks through", ("source.actor",)),
    ),
    "event": (
        Part("communications", "Communications about it", ("communication.about",)),
        Part("causes", "Causes", ("event.caused_by",)),
        Part("followed", "Followed by", ("event.follows",)),
        Part("parts", "Has parts", ("event.part_of",)),
        Part("disputed", "Disputed by", ("event.disputes", "statement.disputes", "gap.disputes")),
        Part("judgements", "Judgements that rest on it", ("judgement.evidence",)),
        Part("indicators", "Indicators it triggered", ("indicator.seen_in",)),
    ),
    "communication": (
        Part("relayed", "Known through it", ("communication.reported_by",)),
        Part("according", "According to it", ("*.by",)),
        Part("repeated", "Repeated by", ("source.origin",)),
        Part("judgements", "Judgements that rest on it", ("judgement.evidence",)),
        Part("indicators", "Indicators it triggered", ("indicator.seen_in",)),
    ),
    "statement": (
        Part("disputed", "Disputed by", ("statement.disputes", "gap.disputes", "event.disputes")),
        Part("referred", "Referred to in", ("part.highlights", "section.statements", "actor.stated_aims")),
        Part("judgements", "Judgements that rest on it", ("judgement.evidence",)),
        Part("assumed", "Taken for granted by", ("judgement.assumptions",)),
        Part("indicators", "Indicators it triggered", ("indicator.seen_in",)),
    ),
    "judgement": (
        Part("indicators", "Indicators that point to it", ("indicator.points_to",)),
        Part("against", "Indicators that point away from it", ("indicator.points_away_from",)),
        Part("judgements", "Judgements that rest on it", ("judgement.evidence",)),
    ),
}
PARTS |= {"gap": PARTS["statement"], "assumption": PARTS["statement"], "scenario": PARTS["judgement"]}

#: After the parts of its own kind, the same for every entry.
GAPS = Part("gaps", "Gaps that matter to it", ("gap.matters_to",))
EVIDENCE = Part("judgements", "Judgements that rest on it", ("judgement.evidence",))


class Incoming:
    """The references to one entry that have not been shown yet. Its own are not among them: its card shows those."""

    def __init__(self, scope: Scope, id: str) -> None:
        self._references = [reference for reference in scope.incoming(id) if reference.source != id]
        self._left = dict.fromkeys(range(len(self._references)))
        self._numbers: dict[str, list[int]] = {}
        for n, reference in enumerate(self._references):
            for address in _addresses(scope, reference):
                self._numbers.setdefault(address, []).append(n)

    def take(self, fields: Iterable[str]) -> list[Reference]:
        """The references that stand in these fields; they will not be given again."""
        numbers = sorted({n for field in fields for n in self._numbers.get(field, ()) if n in self._left})
        for n in numbers:
            del self._left[n]
        return [self._references[n] for n in numbers]

    def rest(self) -> list[Reference]:
        """What has not been taken, without links in prose: mentions show those."""
        return [self._references[n] for n in self._left if self._references[n].inline is None]


def _addresses(scope: Scope, reference: Reference) -> tuple[str, ...]:
    """What a reference may be asked for by: kind and field, field of any kind, kind."""
    kind = scope.kind(reference.source)
    if reference.inline is not None:
        return (kind,)
    first, _, rest = reference.field.partition(".")
    last = rest.rpartition(".")[2]
    if last in ("by", "sources"):
        # Stands inside a reference: it vouches for that, and is not what the field is about.
        return (f"*.{last}", kind)
    return (f"{kind}.{first}", f"*.{first}", kind)


def incoming_parts(sheet: Sheet, incoming: Incoming, kind: str) -> None:
    """The parts of a dossier that the kind of its entry asks for, then gaps, then what nothing asked for."""
    parts = PARTS.get(kind, (EVIDENCE,))
    for part in (*parts, GAPS):
        rows = reference_items(sheet, part.name, incoming.take(part.fields))
        sheet.items(part.title, part.name, rows)


def remaining_part(sheet: Sheet, incoming: Incoming) -> None:
    """What names the entry where no part of its dossier has looked."""
    sheet.items("Also named in", "also", reference_items(sheet, "also", incoming.rest(), fields=True))


def reference_items(
    sheet: Sheet, name: str, references: Sequence[Reference], *, fields: bool = False
) -> Sequence[Item]:
    """A line for each entry that refers to this one, with what qualifies the reference; each thing said once.

    Of very many, each line is made when it is looked at; then only what is said in the same words of a reference twice
    is said once.
    """
    scope = sheet.scope
    if len(references) > _MANY:
        once = {(reference.source, fields and reference.field, reference.ref): reference for reference in references}
        each = {sheet.named(f"{name}.{n}"): reference for n, reference in enumerate(once.values(), 1)}
        return LazyRows(list(each), lambda key: _reference_item(sheet, key, each[key], _more(scope, each[key], fields)))
    rows: list[Item] = []
    seen: set[tuple[str, str]] = set()
    for reference in references:
        more = _more(scope, reference, fields)
        said = (reference.source, text_of(more))
        if said not in seen:
            seen.add(said)
            rows.append(_reference_item(sheet, sheet.named(f"{name}.{len(rows) + 1}"), reference, more))
    return rows


def _more(scope: Scope, reference: Reference, fields: bool) -> Spans:
    place = _in_field(reference) if fields else ()
    return joined([place, qualifier_spans(scope, reference.ref)])


def _reference_item(sheet: Sheet, key: str, reference: Reference, more: Spans) -> Item:
    seen_from = reference.target if reference.field in ("from", "to") else ""
    item = entry_item(sheet.scope, reference.source, more, key, seen_from=seen_from)
    return item._replace(tail=_answer(sheet.scope, reference) or item.tail)


def _in_field(reference: Reference) -> Spans:
    return (Span(reference.field.replace("_", " ").replace(".", ", "), "dim"),)


def _answer(scope: Scope, reference: Reference) -> Spans:
    """What a recipient says of a communication it is named in."""
    communication = scope.entry(reference.source)
    if not isinstance(communication, Communication) or reference.field != "to":
        return ()
    answers = communication.confirmed_by_recipient or {}
    answer = answers.get(reference.target, answers.get(ALL))
    return (ANSWERS[answer].span,) if answer else ()
