"""The fast judge and the careful one: what the fast one builds pydantic builds alike, and it doubts nothing sound."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.briefing import Header, Step
from briefing_tui.model.kinds import KINDS
from briefing_tui.model.outlook import Outlook
from briefing_tui.model.reference import Cite, Ref
from briefing_tui.model.shape import Choice, Field, Many, Record, Shape, Table, Value, fields_of
from briefing_tui.model.situation import Situation
from briefing_tui.source import explain
from briefing_tui.source.structure import built, entries_of
from briefing_tui.source.tree import REFUSED
from briefing_tui.source.validate import judged
from briefing_tui.source.wanted import is_keyed, is_reference
from briefing_tui.source.yaml_tree import read_tree
from tests.architecture.tree import SHIPPED

MODELS = (*(kind.model for kind in KINDS), Header, Situation, Outlook, Step, Ref, Cite)

GOOD = {
    "time": ["2026-03-05", "2026-03-05T06:00Z~", "2026-03/..", "unknown", " 2026? "],
    "likelihood": ["likely", "Very Likely", "remote"],
    "probability": ["30", "30 %", ["20", "40"], "2,5"],
    "credibility": ["1", " 6 "],
    "yes or no": ["yes", "No", "true"],
    "address": ["https://example.org/a?b=c", "mailto:a@example.org"],
    "country": ["NO", " AZ"],
    "tlp": ["RED", "amber+strict", "TLP:CLEAR"],
    "minutes": ["2", "1.5"],
    "id": ["river-authority", "other#crest", " town "],
    "cameo": ["01", "1", "20"],
    "line": ["The  town", "é\ttown", "\x1b[31mred", "a\u202eb", "two\nlines"],
    "prose": ["The town\n\nsleeps.\n", "  indented", "[[town]] \x00", "a" + "\u0301" * 12],
}
BAD = [None, "", " ", "\u200b", [], {}, ["x"], {"y": "z"}, "nope", "7", "ÆØÅ", REFUSED, [None], "x" * 400, "2026-13-01"]
bad = st.sampled_from(BAD)


def usually(good: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(*[good] * 24, bad)


def written(shape: Shape) -> st.SearchStrategy[Any]:
    """What an author may write for a shape, right or wrong."""
    if isinstance(shape, Value):
        return usually(st.sampled_from(GOOD[shape.scalar.name]))
    if isinstance(shape, Choice):
        return usually(st.sampled_from(shape.values))
    if isinstance(shape, Many):
        if entries_of(shape) is not None:
            return st.just("stands alone")
        return usually(st.one_of(written(shape.item), st.lists(written(shape.item), max_size=3)))
    if isinstance(shape, Table):
        return usually(st.dictionaries(key_of(shape), written(shape.value), max_size=3))
    return usually(record(shape.model))


def key_of(shape: Table) -> st.SearchStrategy[Any]:
    keys = shape.key.values if isinstance(shape.key, Choice) else GOOD[shape.key.scalar.name]
    return st.sampled_from([*keys, "nope", "Other", "", "\0again-12"])


def record(model: type[Any]) -> st.SearchStrategy[Any]:
    fields = fields_of(model).values()
    needed = {field.key: written(field.shape) for field in fields if field.required}
    others = {field.key: written(field.shape) for field in fields if not field.required}
    odd = {key: st.sampled_from(["x", None, REFUSED]) for key in ("x-own", "nope", "id", "from_", "\0again-1")}
    whole = st.builds(
        lambda some, more, rest: some | more | rest,
        st.fixed_dictionaries(needed),
        st.fixed_dictionaries({}, optional=others),
        st.one_of(st.just({}), st.just({}), st.fixed_dictionaries({}, optional=odd)),
    )
    short = fields_of(model)[model.SHORT_FORM].shape if model.SHORT_FORM else None
    return st.one_of(whole, whole, written(short)) if short is not None else whole


def no_entries(shape: Shape, data: Any, path: Any) -> tuple[Any, ...]:
    return ()


def hastily(model: type[Any], data: Any) -> Any:
    try:
        return built(model, data, (), no_entries)
    except ValueError:
        return None


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_two_judges_agree(model: type[Any]) -> None:
    @given(record(model))
    def agreed(data: Any) -> None:
        fast = hastily(model, data)
        slow = judged_alone(model, data)
        assert fast is None or fast == slow
        # What is blank is left to the careful judge, which takes it as not written.
        assert fast is not None or slow is None or has_blank(data)

    agreed()


def judged_alone(model: type[Any], data: Any) -> Any:
    """What pydantic makes of it, or None; without the explanations, for which there is no text here."""
    try:
        lifted = explain._lifted_record(model, data, (), no_entries)
    except explain._HoldsRefusedError:
        return None
    return judged(model, lifted)[0] if isinstance(lifted, dict) else None


def has_blank(data: Any) -> bool:
    if isinstance(data, dict):
        return any(has_blank(value) for value in data.values())
    if isinstance(data, list):
        return any(has_blank(value) for value in data)
    return isinstance(data, str) and not data.strip("\u200b \n")


def entries_in(shape: Shape, data: Any) -> Iterator[tuple[type[Any], Any]]:
    """Every entry and record in a tree's data, with the model it has there."""
    if isinstance(shape, Record):
        model = shape.either if shape.either is not None and is_reference(data) else shape.model
        yield model, data
        if isinstance(data, dict):
            for key, value in data.items():
                field: Field | None = fields_of(model).get(key)
                if field is not None and value is not None:
                    yield from entries_in(field.shape, value)
    elif isinstance(shape, Many):
        keyed = entries_of(shape) is not None and is_keyed(shape.item, data)  # type: ignore[arg-type]
        for item in data.values() if keyed else data if isinstance(data, list) else [data]:
            yield from entries_in(shape.item, item)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_they_agree_on_the_shipped_briefings(path: Path) -> None:
    root = read_tree(path.read_text("utf-8")).root
    seen = 0
    for key in ("situation", "outlook"):
        seen += check_all({"situation": Situation, "outlook": Outlook}[key], root.get(key) or {})
    for kind in KINDS:
        if len(kind.path) == 1:
            seen += sum(check_all(kind.model, data) for data in (root.get(kind.path[0]) or {}).values())
    assert seen > 100


def check_all(model: type[Any], data: Any) -> int:
    seen = 0
    for inner, value in entries_in(Record(model), data):
        fast = hastily(inner, value)
        assert fast is not None
        assert fast == judged_alone(inner, value)
        seen += 1
    return seen
