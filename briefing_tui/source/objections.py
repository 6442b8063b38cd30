"""One objection to a value, told in an author's words: at its exact place, with a next step and a certain fix."""

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from briefing_tui.model.communication import ALL
from briefing_tui.model.shape import Choice, Many, Record, Shape, Table, Value, fields_of
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, shown
from briefing_tui.source.keys import bracketed_id, key_meant, link_at, missing_key, unknown_key
from briefing_tui.source.nearest import nearest
from briefing_tui.source.slips import colon_in_text, reserved_start, unquoted_link
from briefing_tui.source.tree import HIDDEN, Path, Tree
from briefing_tui.source.validate import Objection

_EXAMPLES = {
    "time": "2026-03-05, 2026-03-05T06:00Z, 2026-03 or 2026; ~ after it is about, ? uncertain, a/b an interval",
    "likelihood": "one of the seven words of either row of the scale, such as `likely`",
    "probability": "30, or [20, 40]",
    "credibility": "a digit from 1 to 6",
    "yes or no": "yes or no",
    "address": "https://example.org/page",
    "country": "two capital letters, such as NO",
    "tlp": "RED, AMBER+STRICT, AMBER, GREEN or CLEAR",
    "minutes": "2, or 1.5",
    "id": "the id of an entry, such as river-authority",
    "cameo": "two digits, 01 to 20",
    "line": "text on one line",
    "prose": "text, in quotes or in a block after `>-`",
}

#: What is wrong with a quoted value; what it should be, the examples say.
_TOLD = re.compile(r"(“.*” is [^:”]*): ")

#: Before a key that the model does not have, lest it be taken for an attribute that no author writes.
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an objection stands: the path in the tree, the shape there and of what holds it, and what is written."""

    path: Path
    holder: Record | None
    shape: Shape | None
    data: Any
    in_key: bool = False

    @classmethod
    def of(cls, tree: Tree, model: type[Any], path: Path, objection: Objection) -> "Place":
        """The place of an objection to a model at a path.

        One value may stand for a list, and a bare string for a mapping.
        """
        shape: Shape | None = Record(model)
        holder: Record | None = None
        here = tree.value(path)
        for step in objection.where:
            if step == "[key]":
                return cls(path, holder, shape, here, in_key=True)
            if isinstance(shape, Record):
                holder = shape
                fields = fields_of(shape.model)
                key = next(
                    (key for key, field in fields.items() if field.name == step), str(step).removeprefix(UNKNOWN)
                )
                field = fields.get(key)
                shape = field.shape if field is not None else None
                if not (isinstance(here, str) and key == holder.model.SHORT_FORM):
                    path, here = (*path, key), here.get(key) if isinstance(here, dict) else None
            elif isinstance(shape, Many):
                shape = shape.item
                if isinstance(here, list) and isinstance(step, int):
                    path, here = (*path, step), here[step]
            elif isinstance(shape, Table):
                if isinstance(here, dict):
                    path, here = (*path, step), here.get(step)
                last = objection.where[-1] == "[key]" and objection.where[-2] == step
                shape = shape.key if last else shape.value
            else:
                # A list where one scalar is wanted that may be a list, such as a range.
                break
        return cls(path, holder, shape, here)


def problem(tree: Tree, objection: Objection, place: Place, name: str) -> Diagnostic | None:
    """The finding for an objection; `name` is what the author calls the entry.

    None where another finding says it already.
    """
    path, shape, data = place.path, place.shape, place.data
    if objection.type == "missing" and place.holder is not None:
        if isinstance(data, str):
            # A bare string that stands for the key, and is blank.
            return _empty(tree, path)
        return missing_key(tree, path[:-1], fields_of(place.holder.model)[str(path[-1])], name)
    if objection.type == "unexpected_keyword_argument" and place.holder is not None:
        return unknown_key(tree, path, place.holder.model)
    if data is None and not place.in_key:
        return _empty(tree, path)
    extent = tree.extent(path, key=place.in_key)
    if isinstance(shape, Choice) and (place.in_key or isinstance(data, str)):
        return _not_in_vocabulary(tree, path, extent, shape.values, place.in_key)
    if not isinstance(shape, Value) or not (
        place.in_key or isinstance(data, str) or shape.scalar.name == "probability"
    ):
        return wrong_shape(tree, path, shape or Choice(()), data)
    if shape.scalar.name == "id" and (link := link_at(tree.text, extent)) is not None:
        return bracketed_id(tree.text, link)
    if objection.words == "is empty":
        return _empty(tree, path)
    return _bad_value(tree, extent, shape.scalar.name, objection.words)


def _bad_value(tree: Tree, extent: Extent, kind: str, words: str) -> Diagnostic:
    """A value that is not of the kind wanted; what the judge advises becomes the next step."""
    message, found, advice = words.rpartition(": write ")
    if not found:
        told = _TOLD.match(words)
        message, advice = told[1] if told else words, _EXAMPLES.get(kind, "it as the format has it")
    edits: tuple[Edit, ...] = ()
    if kind == "time":
        written = tree.text[extent.start : extent.end]
        edits = tuple(Edit(extent, form, f"Write {form}", safe=False) for form in _times_meant(written))
    code = "M305" if kind == "time" else "M304"
    message = message[:1].upper() + message[1:]
    return finding(code, _first_line(tree, extent), message, f"Write {advice}", edits=edits)


def _times_meant(written: str) -> list[str]:
    from briefing_tui.model.time import LONGEST, When
    from briefing_tui.model.time_advice import iso_forms

    meant = []
    for form in iso_forms(written) if len(written) <= LONGEST and "\n" not in written else ():
        with suppress(ValueError):
            meant.append(When.parse(form).text)
    return meant[:2]


def wrong_shape(tree: Tree, path: Path, shape: Shape, data: Any) -> Diagnostic:
    """A list or mapping where text is wanted, or text or a list where a mapping is; slips of YAML's are recognised."""
    extent = tree.extent(path)
    text_wanted = isinstance(shape, Value | Choice) or (isinstance(shape, Record) and bool(shape.model.SHORT_FORM))
    if text_wanted and (slip := _slip(tree, path, shape, extent, data)) is not None:
        return slip
    what = "a mapping" if isinstance(data, dict) else "a list" if isinstance(data, list) else "text"
    if isinstance(shape, Record | Table) and not (isinstance(shape, Record) and shape.model.SHORT_FORM):
        wanted, help = "a mapping", "Write its keys under it, each on a line of its own and indented"
        if isinstance(shape, Record):
            fields = fields_of(shape.model)
            keys = [key for key, field in fields.items() if field.required] or ["such as " + next(iter(fields))]
            help += f": {', '.join(keys)}"
    else:
        wanted, help = "text", "Write it as text: in quotes, or in a block after `>-`"
    return finding("M306", _first_line(tree, extent), f"“{_name(path)}” is {what} where {wanted} is wanted", help)


def not_keyed(tree: Tree, path: Path, data: Any) -> Diagnostic:
    """A collection that must be keyed by id and is not."""
    what = "a list" if isinstance(data, list) else "text"
    return finding(
        "M306",
        tree.extent(path, key=True),
        f"“{path[-1]}” is {what}, but its entries are keyed by their ids",
        "Write each under an id of its own, as in `some-id: {...}`; the id is what links name",
    )


def text_made_mapping(tree: Tree, path: Path, model: type[Any], data: Any) -> Diagnostic | None:
    """Where a bare string was meant and a colon in it made a mapping of one key."""
    if not (isinstance(data, dict) and len(data) == 1 and model.SHORT_FORM):
        return None
    key, value = next(iter(data.items()))
    known = key in fields_of(model) or key.startswith(("x-", HIDDEN))
    if known or isinstance(value, dict | list) or (key.islower() and " " not in key):
        return None
    return _made_key(tree, path) if key_meant(key, model) is None or " " in key else None


def _slip(tree: Tree, path: Path, shape: Shape, extent: Extent, data: Any) -> Diagnostic | None:
    """What YAML made of text."""
    text = tree.text
    refers = (isinstance(shape, Record) and shape.model.SHORT_FORM == "ref") or (
        isinstance(shape, Value) and shape.scalar.name == "id"
    )
    if isinstance(data, list) and (link := link_at(text, extent)) is not None:
        return bracketed_id(text, link) if refers else unquoted_link(text, link.start, tree.outermost_flow(path))
    if isinstance(data, dict) and data and not isinstance(shape, Record):
        key = next(iter(data))
        if text[extent.start] == "{":
            return reserved_start(text, extent.start, tree.outermost_flow(path)) if None in data.values() else None
        if len(data) == 1 or not key.islower() or " " in key:
            return _made_key(tree, path)
    return None


def _made_key(tree: Tree, path: Path) -> Diagnostic | None:
    start = tree.extent(path).start
    if tree.text[start] == "{":
        return None
    key = tree.extent((*path, next(iter(tree.value(path)))), key=True)
    return colon_in_text(tree.text, start, key.end, tree.outermost_flow(path))


def _not_in_vocabulary(tree: Tree, path: Path, extent: Extent, values: tuple[str, ...], in_key: bool) -> Diagnostic:
    word = str(path[-1] if in_key else tree.value(path))
    meant = nearest(word.casefold().replace(" ", "-").replace("_", "-"), values) or nearest(word, values)
    if (upper := word.upper()) in values:
        meant = [upper]
    edits = (Edit(extent, meant[0], f"Write {meant[0]}"),) if meant else ()
    help = f"Did you mean `{meant[0]}`? " if meant else ""
    what = _name(path[:-1] if in_key else path)
    return finding(
        "M303",
        extent,
        f"“{shown(word)}” is none of the words for {what}",
        f"{help}Known: {', '.join(values)}",
        edits=edits,
    )


def _empty(tree: Tree, path: Path) -> Diagnostic:
    return finding("M301", tree.extent(path, key=True), f"“{_name(path)}” is empty", "Write its value, or remove it")


def _name(path: Path) -> str:
    """The key a path ends with: the last step that is a word."""
    return shown(next((step for step in reversed(path) if isinstance(step, str) and step != ALL), "the briefing"))


def _first_line(tree: Tree, extent: Extent) -> Extent:
    """At most a line of an extent: enough to underline."""
    line_end = tree.text.find("\n", extent.start, extent.end)
    return extent if line_end < 0 else Extent(extent.start, line_end)
