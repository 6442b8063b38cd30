"""What somebody gave for the fields of an entry, as values in the shapes the model wants. Judges no value."""

from collections.abc import Mapping, Sequence
from typing import Any

from briefing_tui.authoring.spelling import Verbatim, Written
from briefing_tui.model.entry import Entry
from briefing_tui.model.scalar import PROSE
from briefing_tui.model.shape import Choice, Many, Record, Shape, Table, Value, fields_of
from briefing_tui.model.text import clean, one_line
from briefing_tui.source.yaml_tree import UnparsedError, read_tree

#: The fields of an entry by dotted key, as words: what stands behind an option on a command line.
Given = Mapping[str, Sequence[str]]


def values_of(model: type[Entry], given: Given) -> dict[str, Written]:
    """The values of an entry, in the order they are given.

    Several words are a list where the model wants one, else one text. A dot leads into a field (`where.country`). A key
    the model does not have is kept: whoever reads the entry back has better words for it. Raises ValueError where a
    field is given both whole and in parts, or has no parts.
    """
    values: dict[str, Any] = {}
    for key, words in given.items():
        _set(values, Record(model), key.split("."), words, key)
    return values


def written_order(model: type[Entry]) -> list[str]:
    """The keys of a model as authors write them: what must be there, what is its own, what all entries have."""
    common = set(fields_of(Entry))
    fields = fields_of(model)
    return sorted(fields, key=lambda key: (not fields[key].required, key in common, list(fields).index(key)))


def prose_fields(model: type[Entry]) -> frozenset[str]:
    """The keys of a model that hold prose."""
    return frozenset(
        key for key, field in fields_of(model).items() if isinstance(field.shape, Value) and field.shape.scalar is PROSE
    )


def _set(values: dict[str, Any], shape: Shape | None, keys: list[str], words: Sequence[str], whole: str) -> None:
    key = _known(shape, keys[0])
    inner = _inside(shape, key)
    if len(keys) == 1:
        if key in values:
            raise ValueError(f"`{whole}` is given twice")
        values[key] = _value(inner, words)
        return
    if inner is not None and not isinstance(inner, Table | Record):
        raise ValueError(f"`{key}` has no parts: leave out .{'.'.join(keys[1:])}")
    held = values.setdefault(key, {})
    if not isinstance(held, dict):
        raise ValueError(f"`{key}` is given whole and in parts")
    _set(held, inner, keys[1:], words, whole)


def _known(shape: Shape | None, key: str) -> str:
    """A key as the model has it: an option may have hyphens for underscores."""
    if isinstance(shape, Record):
        fields = fields_of(shape.model)
        return key if key in fields or key.replace("-", "_") not in fields else key.replace("-", "_")
    return key


def _inside(shape: Shape | None, key: str) -> Shape | None:
    if isinstance(shape, Record):
        field = fields_of(shape.model).get(key)
        return field.shape if field is not None else None
    return shape.value if isinstance(shape, Table) else None


def _value(shape: Shape | None, words: Sequence[str]) -> Written:
    text = clean(" ".join(words)).strip()
    if not _is_text(shape) and text[:1] in ("{", "[") and not text.startswith(("[[", "[^")):
        return _verbatim(one_line(text))
    if isinstance(shape, Many):
        items = [one_line(word) for word in words]
        if _is_word(shape.item):
            items = [part.strip() for item in items for part in item.split(",") if part.strip()]
        return items[0] if len(items) == 1 else items
    if isinstance(shape, Value) and shape.scalar is PROSE:
        return text
    return one_line(text)


def _verbatim(text: str) -> Verbatim:
    """A list or mapping in brackets, as it was given. Raises ValueError where it is none, or more than one."""
    try:
        tree = read_tree(f"- {text}\n- end\n")
    except UnparsedError:
        tree = None
    if tree is None or tree.problems or not isinstance(tree.root, list) or tree.root[1:] != ["end"]:
        raise ValueError(f"{text} is not YAML: the brackets, colons or quotes in it do not fit")
    return Verbatim(text)


def _is_text(shape: Shape | None) -> bool:
    return shape is None or (isinstance(shape, Value) and shape.scalar.name in ("line", "prose"))


def _is_word(shape: Shape) -> bool:
    """Whether a value is an id or one of a vocabulary, which hold no comma."""
    if isinstance(shape, Record):
        return shape.either is None and shape.model.SHORT_FORM == "ref"
    return isinstance(shape, Choice) or (isinstance(shape, Value) and shape.scalar.name == "id")
