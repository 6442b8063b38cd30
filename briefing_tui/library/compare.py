"""What differs between two versions of a briefing, entry by entry and part by part, in linear time.

Entries are the same by their id; statements without one by what they say, within the list they stand in. Where an entry
stands, and in what order references and words are listed, is no difference. Puts nothing into words.
"""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from briefing_tui.model.briefing import Briefing, Step
from briefing_tui.model.entry import Entry
from briefing_tui.model.record import Record
from briefing_tui.model.shape import fields_of

#: `left-out` is in the file, but no longer sound.
How = Literal["changed", "added", "left-out", "removed"]

#: A field and what it says, in a form that is equal where nothing a reader would notice differs.
Facts = dict[str, str]

#: What is read as a place of its own under another name than its field's.
_PART_NAMES = {"summary": "outlook"}

#: The parts whose fields are places of their own; all else that is in no entry is the header's.
_DIVIDED = ("situation", "outlook")


class Difference(NamedTuple):
    """A field, as its key is written, and its two values; None or empty for what is not given."""

    field: str
    was: Any
    now: Any


class Change(NamedTuple):
    """An entry or a part that is not what it was. `name` is its id now; an older one's where it is gone.

    `fields` is empty where it is not known what it said: of what is new or gone, and where only digests were compared.
    """

    name: str
    how: How
    was: Entry | None = None
    now: Entry | None = None
    fields: tuple[Difference, ...] = ()


class Comparison(NamedTuple):
    """All changes: parts first, then entries in the order of the document, then what is gone."""

    changes: tuple[Change, ...] = ()

    def names(self) -> dict[str, How]:
        """How each entry or part that can still be shown has changed."""
        return {change.name: change.how for change in self.changes if change.how in ("changed", "added")}


def comparison(was: Briefing, now: Briefing) -> Comparison:
    """What is different in `now`."""
    changes = list(_part_changes(was, now))
    gone = dict(was.entries)
    loose = matched_loose(_loose(was), _loose(now))
    for id, entry in now.entries.items():
        before = gone.pop(id if entry.keyed else loose.get(id, ""), None)
        if before is None:
            changes.append(Change(id, "changed" if id in was.omitted else "added", None, entry))
        elif differing := tuple(_differences(before, entry)):
            changes.append(Change(id, "changed", before, entry, differing))
    for id, entry in gone.items():
        changes.append(Change(id, "left-out" if id in now.omitted else "removed", entry))
    return Comparison(tuple(changes))


def facts(record: Record) -> Facts:
    """What an entry or a part says, field by field; entries inside it speak for themselves."""
    found = {}
    for key, field in fields_of(type(record)).items():
        value = record.__dict__.get(field.name)
        if value and (text := _canonical(value)):
            found[key] = text
    return found


def parts(briefing: Briefing) -> dict[str, dict[str, Any]]:
    """What stands in no entry: part -> field -> value, for all that is given."""
    found: dict[str, dict[str, Any]] = {"header": {}}
    for key, field in fields_of(Briefing).items():
        value = briefing.__dict__.get(field.name)
        if key not in _DIVIDED:
            if value and _canonical(value):
                found["header"][key] = value
            continue
        for inner_key, inner in fields_of(type(value)).items() if value is not None else ():
            inside = value.__dict__.get(inner.name)
            if inside and _canonical(inside):
                name = _PART_NAMES.get(inner_key, inner_key.replace("_", "-"))
                found.setdefault(name, {})[inner_key] = inside
    return found


def part_facts(fields: dict[str, Any]) -> Facts:
    """What a part says, field by field."""
    return {key: _canonical(value) for key, value in fields.items()}


def matched_loose(was: dict[str, list[tuple[str, str]]], now: dict[str, list[tuple[str, str]]]) -> dict[str, str]:
    """New ids of what has none of its own -> old ones. Each list is of (id, what it says), by the list it stands in.

    What says the same is the same wherever it stands; of the rest, what stands at the same turn.
    """
    found: dict[str, str] = {}
    for owner, items in now.items():
        left: dict[str, list[str]] = {}
        for id, text in was.get(owner, ()):
            left.setdefault(text, []).append(id)
        new = []
        for id, text in items:
            if same := left.get(text):
                found[id] = same.pop(0)
            else:
                new.append(id)
        unmatched = {id for ids in left.values() for id in ids}
        old = [id for id, _ in was.get(owner, ()) if id in unmatched]
        found.update(zip(new, old, strict=False))
    return found


def owner_of(id: str) -> str:
    """The list that a made-up id counts in."""
    return id.rpartition(".")[0]


def _loose(briefing: Briefing) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for id, entry in briefing.entries.items():
        if not entry.keyed:
            found.setdefault(owner_of(id), []).append((id, repr(facts(entry))))
    return found


def _part_changes(was: Briefing, now: Briefing) -> Iterator[Change]:
    before, after = parts(was), parts(now)
    for name in {**after, **before}:
        old, new = before.get(name, {}), after.get(name, {})
        said, says = part_facts(old), part_facts(new)
        differing = [Difference(k, old.get(k), new.get(k)) for k in {**new, **old} if said.get(k) != says.get(k)]
        if differing:
            yield Change(name, "changed", None, None, tuple(differing))


def _differences(was: Entry, now: Entry) -> Iterator[Difference]:
    if type(was) is not type(now):
        yield Difference("kind", was.KIND, now.KIND)
    elif _values(was) == _values(now):
        # Most are the same to the letter.
        return
    said, says = facts(was), facts(now)
    names = {key: field.name for each in (was, now) for key, field in fields_of(type(each)).items()}
    for key, name in names.items():
        if said.get(key) != says.get(key):
            yield Difference(key, getattr(was, name, None), getattr(now, name, None))


def _values(entry: Entry) -> dict[str, Any]:
    return {name: value for name, value in entry.__dict__.items() if name != "id"}


def _canonical(value: Any) -> str:
    """The same text for values that say the same; empty for nothing, and for what holds only entries."""
    if isinstance(value, Record):
        return f"{type(value).__name__}{facts(value)!r}"
    if isinstance(value, tuple) and type(value) is tuple:
        items = [_canonical(item) for item in value if not isinstance(item, Entry)]
        # Whom something concerns is a set; what is shown one after the other is not.
        return "\n".join(items if value and isinstance(value[0], Step) else sorted(items))
    if isinstance(value, dict):
        return repr(sorted((key, _canonical(item)) for key, item in value.items()))
    return repr(value)
