"""Why an entry or a part is not sound, in an author's words: pydantic's objections, each put at its place with a next step."""

from collections.abc import Iterable
from typing import Any

from briefing_tui.model.communication import ALL
from briefing_tui.model.entry import Entry
from briefing_tui.model.shape import Choice, Field, Many, Record, Shape, Table, Value, fields_of
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent
from briefing_tui.source.nearest import nearest
from briefing_tui.source.structure import Entries, entries_of
from briefing_tui.source.validate import Objection, judged
from briefing_tui.source.tree import REFUSED, Path, Tree

#: What people write for a key of ours; tried before the nearest spelling.
_MEANT = {
    "date": ("when", "as_of"), "time": ("when",), "description": ("text", "summary"), "summary": ("text",), "body": ("text",),
    "name": ("title",), "title": ("name",), "location": ("where",), "place": ("where",), "source": ("sources",),
    "cites": ("sources",), "evidence": ("sources",), "actors": ("participants",), "sender": ("from",), "recipient": ("to",),
    "link": ("url",), "author": ("by", "publisher"), "says": ("by",), "speaker_notes": ("notes",), "aka": ("aliases",),
    "probability": ("likelihood",), "classification": ("tlp", "banner"), "handling": ("tlp",), "label": ("short",),
}  # fmt: skip


class _HoldsRefused(Exception):
    """Something in the data was refused before: what holds it is left out without another finding."""


def entry_problems(
    tree: Tree, model: type[Any], id: str, data: Any, path: Path, entries: Entries
) -> tuple[list[Diagnostic], Any]:
    """What is wrong with an entry, and None; or, where pydantic finds nothing wrong, the entry."""
    try:
        lifted = _lifted_record(model, data, path, entries)
    except _HoldsRefused:
        return [], None
    if not isinstance(lifted, dict):
        return [wrong_shape(tree, path, Record(model), data)], None
    made, objections = judged(model, lifted)
    if made is not None:
        return [], made
    name = f"{model.KIND} “{id}”" if issubclass(model, Entry) and "." not in id else f"this {getattr(model, 'KIND', '') or 'reference'}"
    return list(_problems(tree, model, objections, path, name)), None


def part_problems(tree: Tree, model: type[Any], data: dict[str, Any], path: Path, missing: list[Field]) -> list[Diagnostic]:
    """What is wrong with the plain fields of the header, the situation or the outlook."""
    lifted = {}
    for key, value in data.items():
        try:
            lifted.update(_lifted_record(model, {key: value}, path, _no_entries))
        except _HoldsRefused:
            continue
    _, objections = judged(model, lifted)
    name = path[-1] if path else "the briefing"
    found = list(_problems(tree, model, (o for o in objections if not (o.type == "missing" and len(o.where) == 1)), path, str(name)))
    found.extend(_missing(tree, path, field, str(name)) for field in missing)
    return found


def not_keyed(tree: Tree, path: Path, data: Any) -> Diagnostic:
    """A collection that must be keyed by id and is not."""
    what = "a list" if isinstance(data, list) else "text"
    return finding("M306", tree.extent(path, key=True), f"“{path[-1]}” is {what}, but its entries are keyed by their ids",
                   f"Write each under its id, as in `{path[-1]}: {{some-id: {{...}}}}`; an id is what links name")  # fmt: skip


def wrong_shape(tree: Tree, path: Path, shape: Shape, data: Any) -> Diagnostic:
    """A list or mapping where text is wanted, or text or a list where a mapping is wanted; YAML slips are recognised."""
    extent = tree.extent(path)
    written = tree.text[extent.start : extent.end]
    text_wanted = isinstance(shape, Value | Choice) or (isinstance(shape, Record) and shape.model.SHORT_FORM == "text")
    if text_wanted and written.startswith(("[[", "[^")):
        return unquoted_link(tree.text, extent)
    if text_wanted and isinstance(data, dict) and not written.startswith("{") and len(data) == 1:
        return colon_in_text(tree.text, extent, next(iter(data)))
    what = {dict: "a mapping", list: "a list"}.get(type(data), "text")
    if isinstance(shape, Record | Table):
        wanted = "a mapping"
        help = "Write its keys under it, each on a line of its own and indented"
        if isinstance(shape, Record):
            keys = ", ".join(key for key, field in fields_of(shape.model).items() if field.required) or "such as " + next(iter(fields_of(shape.model)))
            help += f" ({keys})"
    else:
        wanted, help = "text", "Write it as text: in quotes, or in a block after `>-`"
    return finding("M306", _first_line(tree, extent, path), f"“{_name(path)}” is {what} where {wanted} is wanted", help)


def unquoted_link(source: str, extent: Extent) -> Diagnostic:
    """A plain value that begins with [[ or [^, which YAML takes for a list."""
    line_end = source.find("\n", extent.start)
    end = len(source) if line_end < 0 else line_end
    value = source[extent.start : end].rstrip()
    edits: tuple[Edit, ...] = ()
    if "'" not in value:
        edits = (Edit(Extent(extent.start, extent.start + len(value)), f"'{value}'", "Put the value in quotes"),)
    opens = "[[id]]" if value.startswith("[[") else "[^source]"
    return finding("Y212", Extent(extent.start, extent.start + len(value)), f"A value that begins with {opens} is a list to YAML, not text",
                   "Put the value in quotes, or write `>-` after the colon and the text on the next line, indented", edits=edits)  # fmt: skip


def colon_in_text(source: str, extent: Extent, key: str) -> Diagnostic:
    """Plain text that a colon and a space turned into a mapping."""
    line_end = source.find("\n", extent.start)
    end = len(source) if line_end < 0 else line_end
    value = source[extent.start : end].rstrip()
    quoted = value.replace("'", "''")
    edit = Edit(Extent(extent.start, extent.start + len(value)), f"'{quoted}'", "Put the value in quotes")
    return finding("Y213", Extent(extent.start, extent.start + len(value)), f"The colon after “{key}” turns this text into a mapping",
                   "Put the value in quotes, or write it in a block: `>-`, and the text on the next line", edits=(edit,))  # fmt: skip


def _lifted_record(model: type[Any], data: Any, path: Path, entries: Entries) -> Any:
    """Data as pydantic takes it: short forms written out, attribute names for keys, entries already built."""
    if data is REFUSED:
        raise _HoldsRefused
    if isinstance(data, str) and model.SHORT_FORM:
        data = {model.SHORT_FORM: data}
    if not isinstance(data, dict):
        return data
    fields = fields_of(model)
    lifted = {}
    for key, value in data.items():
        if key.startswith(("x-", "\0")):
            continue
        field = fields.get(key)
        if field is None:
            lifted[key] = None if value is REFUSED else value
        elif value is not None:
            lifted[field.name] = _lifted(field.shape, value, (*path, key), entries)
    return lifted


def _lifted(shape: Shape, data: Any, path: Path, entries: Entries) -> Any:
    if data is REFUSED:
        raise _HoldsRefused
    if (many := entries_of(shape)) is not None:
        return entries(many, data, path)
    if isinstance(shape, Many):
        items = data if isinstance(data, list) else [data]
        return [_lifted(shape.item, item, (*path, n), entries) for n, item in enumerate(items)]
    if isinstance(shape, Table):
        if isinstance(data, dict):
            return {key: _lifted(shape.value, value, (*path, key), entries) for key, value in data.items() if key[:1] != "\0"}
        return {ALL: data} if shape.alone and isinstance(data, str) else data
    if isinstance(shape, Record):
        return _lifted_record(shape.model, data, path, entries)
    return data


def _no_entries(shape: Shape, data: Any, path: Path) -> tuple[Any, ...]:
    return ()


def _problems(tree: Tree, model: type[Any], objections: Iterable[Objection], path: Path, name: str) -> Iterable[Diagnostic]:
    for objection in objections:
        where = tuple(step.rstrip("_") if isinstance(step, str) else step for step in objection.where)
        in_key = bool(where) and where[-1] == "[key]"
        full = (*path, *(where[:-1] if in_key else where))
        holder, shape = _walk(model, where[:-1]), _walk(model, where[:-1] if in_key else where)
        yield _problem(tree, objection, full, holder, shape, name, in_key)


def _problem(
    tree: Tree, objection: Objection, path: Path, holder: Shape | None, shape: Shape | None, name: str, in_key: bool
) -> Diagnostic:
    kind, key = objection.type, str(path[-1])
    if kind == "missing" and isinstance(holder, Record):
        return _missing(tree, path[:-1], fields_of(holder.model)[key], name)
    if kind == "unexpected_keyword_argument" and isinstance(holder, Record):
        return _unknown_key(tree, path, holder.model, name)
    data = tree.value(path)
    if data is None:
        return finding("M301", _first_line(tree, tree.extent(path[:-1], key=True), path[:-1]), f"“{_name(path)}” is empty",
                       "Write its value, or remove the key")  # fmt: skip
    extent = tree.extent(path, key=in_key)
    if kind == "literal_error":
        table = shape if isinstance(shape, Table) else None
        vocabulary = table.key if in_key and table else shape.item if isinstance(shape, Many) else shape
        if isinstance(vocabulary, Choice) and (in_key or isinstance(data, str)):
            return _not_in_vocabulary(tree, path, extent, key if in_key else str(data), vocabulary.values)
    if isinstance(data, list | dict) or isinstance(shape, Record | Table):
        if not (isinstance(shape, Value) and shape.scalar.name in ("probability",)):
            return wrong_shape(tree, path, shape or Choice(()), data)
    code = "M305" if isinstance(shape, Value) and shape.scalar.name == "time" else "M304"
    help = "Write it as in the format: " + _EXAMPLES.get(shape.scalar.name if isinstance(shape, Value) else "", "see the briefing's format")
    words = objection.words
    if words == "is empty":
        words, help = f"“{_name(path)}” is empty", "Write its value, or remove the key"
    return finding(code, extent, words, help)


_EXAMPLES = {
    "time": "2026-03-05, 2026-03-05T06:00Z, 2026-03 or 2026; ~ after it for about, ? for uncertain; a/b for an interval",
    "likelihood": "one of the seven words of the scale; see `briefing explain likelihood`",
    "probability": "30, or [20, 40]",
    "credibility": "a digit from 1 to 6",
    "yes or no": "yes or no",
    "address": "https://example.org/page",
    "country": "AZ",
    "tlp": "RED, AMBER+STRICT, AMBER, GREEN or CLEAR",
    "minutes": "2, or 1.5",
    "id": "river-authority",
    "cameo": "01 to 20",
    "line": "text on one line",
    "prose": "text, in quotes or in a block after `>-`",
}


def _missing(tree: Tree, path: Path, field: Field, name: str) -> Diagnostic:
    if path and tree.value((*path, field.key)) is None and isinstance(tree.value(path), dict) and field.key in tree.value(path):
        extent = tree.extent((*path, field.key), key=True)
        return finding("M301", extent, f"“{field.key}” of {name} is empty", f"Write its {field.key}: an entry without it is left out")
    extent = _first_line(tree, tree.extent(path, key=True), path)
    whole = "" if not path else "; until then it is left out"
    return finding("M301", extent, f"{name[:1].upper()}{name[1:]} has no `{field.key}`", f"Add `{field.key}: ...`{whole}")


def _unknown_key(tree: Tree, path: Path, model: type[Any], name: str) -> Diagnostic:
    key, extent = str(path[-1]), tree.extent(path, key=True)
    known = list(fields_of(model))
    holder = tree.extent(path[:-1])
    if tree.value(path) is None and tree.text[holder.start : holder.start + 1] == "{":
        return finding("Y218", extent, f"The comma before “{key}” ended the value: inside {{...}} it does",
                       "Put the value in quotes, or write the keys on lines of their own")  # fmt: skip
    if " " in key and model.SHORT_FORM == "text" and isinstance(tree.value(path[:-1]), dict) and len(tree.value(path[:-1])) == 1:
        return colon_in_text(tree.text, tree.extent(path[:-1]), key)
    if key == "id":
        return finding("M302", extent, "An entry's id is the key it stands under, not a field of it", "Remove this line")
    meant = [word for word in _MEANT.get(key, ()) if word in known] or nearest(key, known)
    if meant:
        edit = Edit(extent, meant[0], f"Write {meant[0]}", safe=key not in _MEANT)
        return finding("M302", extent, f"The format has no key “{key}” here", f"Did you mean `{meant[0]}`?", edits=(edit,))
    return finding("M302", extent, f"The format has no key “{key}” here",
                   f"Known here: {', '.join(known)}. Keys that begin with x- are your own")  # fmt: skip


def _not_in_vocabulary(tree: Tree, path: Path, extent: Extent, word: str, values: tuple[str, ...]) -> Diagnostic:
    meant = nearest(word.casefold().replace(" ", "-").replace("_", "-"), values) or nearest(word, values)
    edits = (Edit(extent, meant[0], f"Write {meant[0]}"),) if meant else ()
    help = f"Did you mean `{meant[0]}`? " if meant else ""
    return finding("M303", extent, f"“{word}” is none of the words for {_name(path)}", f"{help}Known: {', '.join(values)}", edits=edits)


def _walk(model: type[Any], where: tuple[str | int, ...]) -> Shape | None:
    """The shape at a place inside a model."""
    here: Shape | None = Record(model)
    for step in where:
        if isinstance(here, Record):
            field = fields_of(here.model).get(str(step))
            here = field.shape if field else None
        elif isinstance(here, Many):
            here = here.item
        elif isinstance(here, Table):
            here = here.value
    return here


def _name(path: Path) -> str:
    """The key a path ends with: the last step that is a word."""
    return next((step for step in reversed(path) if isinstance(step, str)), "the briefing")


def _first_line(tree: Tree, extent: Extent, path: Path) -> Extent:
    """An extent that is worth underlining: at least a character, at most a line."""
    start, end = extent
    if end <= start:
        start, end = tree.extent(path)
    line_end = tree.text.find("\n", start)
    return Extent(start, min(end, line_end) if line_end >= 0 else end)
