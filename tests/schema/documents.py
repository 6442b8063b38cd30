"""Whole documents drawn from the models' shapes, as a parser of YAML 1.2 gives them, right and wrong."""

from copy import deepcopy
from functools import cache
from typing import Any

from hypothesis import strategies as st

from briefing_tui.model.briefing import Header
from briefing_tui.model.kinds import KIND, KINDS
from briefing_tui.model.outlook import Outlook
from briefing_tui.model.reference import Cite, Ref
from briefing_tui.model.shape import Choice, Record, Shape, Table, Value, fields_of
from briefing_tui.model.situation import Situation
from briefing_tui.source.wanted import is_loose

Drawn = st.SearchStrategy[Any]

#: What authors write for each scalar, in every form that its converter takes.
GOOD: dict[str, list[Any]] = {
    "time": ["2026-03-05", 2026, "2026-03-05T06:00Z~", "2026-03/..", "/2026", "unknown", " 2026? ", "202X", "19XX%",
             "2026-03-XX", "2026-21", "Y-120000", "-0044-03-15", "2026-03-05T06:00+01:00/2026-03-05T07:30"],
    "likelihood": ["likely", "Very Likely", "ROUGHLY  even odds", "remote"],
    "probability": [30, 2.5, "30 %", ["20", 40], "2,5", 0, 100, [0, 100.0], "+5", "1e1"],
    "credibility": [1, "6", " 3 "],
    "yes or no": ["yes", "No", "TRUE", True, False],
    "address": ["https://example.org/a?b=c", "mailto:a@example.org", "HTTP://example.org", " https://example.org "],
    "country": ["NO", "AZ", "XK"],
    "tlp": ["RED", "amber+strict", "TLP:CLEAR", "tlp: Green", "AMBER + STRICT"],
    "minutes": [2, 1.5, "2", "0.5", 1440, "1e2"],
    "id": ["river-authority", "other#crest", " town ", 2023, "e1"],
    "cameo": ["01", 4, "20", 20, "7"],
    "line": ["The town", "two\nlines", 7, 2.5, -3, "é\u202eb", "[[town]]", "town"],
    "prose": ["The town\n\nsleeps.\n", "[[town]] [^gauge: p. 2]", 1912, "town", "* not a list"],
}  # fmt: skip

#: What is wrong nearly everywhere.
BAD: list[Any] = [
    [],
    {},
    ["x"],
    {"y": "z"},
    "nope",
    7,
    -1,
    2.5,
    "ÆØÅ",
    [[]],
    "x" * 400,
    "2026-13-01",
    "Big Town",
    [1, 2, 3],
]

_ids = st.integers(0, 10**9).map(lambda number: f"e{number}")


#: What is drawn with many of its keys at a time: the header, the parts, and an entry of each kind.
PARTS = ("header", "situation", "outlook", *(kind.name for kind in KINDS))


def documents(part: str) -> Drawn:
    """Sound briefings with much of one part, and no more of the others than there must be."""
    if part == "header":
        return _record(Header, dense=True).map(lambda keys: keys | {"situation": {"bottom_line": "x"}})
    if part in ("situation", "outlook"):
        model = Situation if part == "situation" else Outlook
        return _record(model, dense=True).map(lambda keys: _briefing((part,), keys))
    kind = KIND[part]
    entries = st.dictionaries(_ids, _record(kind.model, dense=True), min_size=1, max_size=1)
    return entries.map(lambda keys: _briefing(kind.path, keys))


def _briefing(path: tuple[str, ...], value: Any) -> dict[str, Any]:
    document: dict[str, Any] = {"title": "t", "as_of": 2026, "situation": {"bottom_line": "x"}}
    here = document
    for key in path[:-1]:
        here = here.setdefault(key, {})
    here[path[-1]] = value
    return document


@st.composite
def spoilt(draw: st.DrawFn, part: str) -> Any:
    """Briefings with a thing or two in them changed, which may do no harm."""
    # What is sampled is one object wherever it stands.
    document = deepcopy(draw(documents(part)))
    for _ in range(draw(st.integers(1, 2))):
        _spoil(draw, document)
    return document


def _spoil(draw: st.DrawFn, document: dict[str, Any]) -> None:
    """Goes down a way or two and deletes, renames or replaces what is there."""
    here: Any = document
    while True:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        if not keys:
            return
        key = draw(st.sampled_from(keys))
        below = here[key]
        if isinstance(below, dict | list) and below and draw(st.integers(0, 3)):
            here = below
            continue
        match draw(st.sampled_from(["delete", "rename", "replace"])):
            case "delete":
                del here[key]
            case "rename" if isinstance(here, dict):
                here[draw(st.sampled_from(["nope", "text", "ref", "x-own", "Big Town", "note", "e1"]))] = here.pop(key)
            case _:
                here[key] = deepcopy(draw(st.sampled_from(BAD)))
        return


@cache
def _drawn(shape: Shape) -> Drawn:
    if isinstance(shape, Value):
        return st.sampled_from(GOOD[shape.scalar.name])
    if isinstance(shape, Choice):
        return st.sampled_from(shape.values)
    if isinstance(shape, Table):
        keys = [*shape.key.values] if isinstance(shape.key, Choice) else ["town", "controlled relief", "x-term"]
        table = st.dictionaries(st.sampled_from(_named(shape, keys)), _drawn(shape.value), max_size=3)
        return st.one_of(table, _drawn(shape.value)) if shape.alone else table
    if isinstance(shape, Record):
        return _record(shape.model)
    item = shape.item
    if isinstance(item, Record) and (item.is_entry or item.either):
        return _entries(item)
    return st.one_of(_drawn(item), st.lists(_drawn(item), max_size=3))


def _named(shape: Table, keys: list[str]) -> list[str]:
    """The keys that may stand in a table: of recipients, ids and the sign for all of them."""
    return ["town", "other#town", "*"] if shape.alone else keys


def _entries(item: Record) -> Drawn:
    one = _record(item.model)
    if item.either is not None:
        one = st.one_of(one, _record(item.either), st.sampled_from(GOOD["id"][:2]))
    keyed = st.dictionaries(_ids, one, max_size=3)
    return st.one_of(keyed, st.lists(one, max_size=3), one) if is_loose(item) else keyed


@cache
def _record(model: type[Any], dense: bool = False) -> Drawn:
    fields = fields_of(model).values()
    needed = {field.key: _drawn(field.shape) for field in fields if field.required}
    others = {field.key: _drawn(field.shape) for field in fields if not field.required}
    others["x-own"] = st.sampled_from(["x", 1, ["y"], {"z": 1}])
    if dense:
        return st.fixed_dictionaries(needed, optional=others)
    few = st.sets(st.sampled_from(sorted(others)), max_size=2)
    whole = few.flatmap(lambda keys: st.fixed_dictionaries(needed | {key: others[key] for key in sorted(keys)}))
    if not model.SHORT_FORM or list(needed) not in ([], [model.SHORT_FORM]):
        return whole
    short = _drawn(fields_of(model)[model.SHORT_FORM].shape)
    # References are qualified by references, and so on: most are short.
    return st.one_of(short, short, short, whole) if model in (Ref, Cite) else st.one_of(short, whole)
