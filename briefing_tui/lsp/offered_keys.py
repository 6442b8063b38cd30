"""Keys that may stand at a place: those the format has there and that are not there yet, needed ones first."""

from collections.abc import Iterator

from briefing_tui.authoring.fields import written_order
from briefing_tui.lsp.expected import Wanted, entry_kind, holds_entries, keys_of
from briefing_tui.lsp.known import Known
from briefing_tui.lsp.offer import Offer
from briefing_tui.lsp.offered_ids import Elsewhere, offered_ids
from briefing_tui.lsp.place import Is, Place
from briefing_tui.model.described import field_docs
from briefing_tui.model.kinds import KIND
from briefing_tui.model.shape import Choice, Many, Record, Shape, Table, fields_of
from briefing_tui.model.vocabulary import vocabulary


def offered_keys(place: Place, wanted: Wanted, known: Known, elsewhere: Elsewhere, *, named: bool) -> Iterator[Offer]:
    """The keys of the mapping at a place; `named` is whether a colon stands there already."""
    shape = wanted.shape
    if isinstance(shape, Table):
        yield from _of_table(place, shape, known, elsewhere, named)
    elif holds_entries(shape) and place.what is Is.KEY and "text" not in place.others and "ref" not in place.others:
        yield from _of_entries(place, known, named)
    elif isinstance(wanted.item, Record):
        yield from _of_record(place, wanted.item, named)


def _of_record(place: Place, record: Record, named: bool) -> Iterator[Offer]:
    fields = keys_of(record)
    there = set(place.others)
    if record.either is not None and there:
        # A statement or a reference: what is there tells which.
        fields = fields_of(record.either if "ref" in there else record.model)
    docs = field_docs(record.model) | (field_docs(record.either) if record.either is not None else {})
    ordered = written_order(record.model) if record.is_entry else list(fields)
    order = {key: n for n, key in enumerate(ordered)}
    for key, field in fields.items():
        if key in there or not _fits(key, place.before):
            continue
        rank = (not key.startswith(place.before), not field.required, order.get(key, len(order)))
        detail = "must be there" if field.required else ""
        insert = _written(key, field.shape, place, named)
        yield Offer(key, insert, place.token, "key", detail, docs.get(key, ""), key, rank)


def _of_table(place: Place, table: Table, known: Known, elsewhere: Elsewhere, named: bool) -> Iterator[Offer]:
    if isinstance(table.key, Choice):
        for n, (word, meaning) in enumerate(vocabulary(table.key)):
            if word not in place.others and _fits(word, place.before):
                insert = _written(word, table.value, place, named)
                rank = (not word.startswith(place.before), n)
                yield Offer(word, insert, place.token, "key", "", meaning, word, rank)
    elif table.key.scalar.name == "id":
        kinds = table.key.to.kinds if table.key.to else ()
        for offer in offered_ids(place, known, kinds, "", elsewhere):
            yield offer._replace(insert=_written(offer.insert, table.value, place, named))


def _of_entries(place: Place, known: Known, named: bool) -> Iterator[Offer]:
    """Ids that the text names already and that no entry bears."""
    kind = entry_kind(place.path)
    if kind not in KIND:
        return
    model = KIND[kind].model
    for n, id in enumerate(known.missing(kind)):
        if id not in place.others and _fits(id, place.before):
            insert = _written(id, Record(model), place, named)
            yield Offer(id, insert, place.token, kind, f"is named already; no {kind} bears it", "", id, (n,))


def _fits(word: str, typed: str) -> bool:
    return typed.casefold() in word


def _written(key: str, shape: Shape, place: Place, named: bool) -> str:
    """A key as it is put in: with a colon, and a space where its value follows in the line."""
    if named:
        return key
    return f"{key}:" if not place.in_flow and _stands_below(shape) else f"{key}: "


def _stands_below(shape: Shape) -> bool:
    """Whether a value is written on the lines below its key."""
    if isinstance(shape, Many) and isinstance(shape.item, Record):
        return shape.item.is_entry or shape.item.either is not None
    return (isinstance(shape, Table) and not shape.alone) or (isinstance(shape, Record) and not shape.model.SHORT_FORM)
