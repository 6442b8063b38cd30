"""Every word of every vocabulary of the format says what it means, in one place."""

from collections.abc import Iterator
from typing import Any

import pytest

from briefing_tui.model.briefing import Briefing
from briefing_tui.model.countries import COUNTRY_NAMES
from briefing_tui.model.described import field_docs
from briefing_tui.model.outlook import Judgement, Scenario
from briefing_tui.model.scalar import COUNTRIES
from briefing_tui.model.shape import Choice, Field, Many, Record, Shape, Table, Value, fields_of
from briefing_tui.model.source import Source
from briefing_tui.model.vocabulary import meaning, vocabulary


def models_in(shape: Shape, seen: set[type[Any]]) -> None:
    if isinstance(shape, Many):
        models_in(shape.item, seen)
    elif isinstance(shape, Table):
        models_in(shape.value, seen)
    elif isinstance(shape, Record):
        for model in (shape.model, shape.either):
            if model is not None and model not in seen:
                seen.add(model)
                for field in fields_of(model).values():
                    models_in(field.shape, seen)


def all_models() -> list[type[Any]]:
    seen: set[type[Any]] = set()
    models_in(Record(Briefing), seen)
    return sorted(seen, key=lambda model: model.__name__)


def choices(shape: Shape) -> Iterator[Choice]:
    if isinstance(shape, Choice):
        yield shape
    elif isinstance(shape, Many):
        yield from choices(shape.item)
    elif isinstance(shape, Table):
        yield from choices(shape.key)
        yield from choices(shape.value)


def field(model: type[Any], key: str) -> Field:
    return fields_of(model)[key]


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model.__name__)
def test_every_field_and_every_word_is_explained(model: type[Any]) -> None:
    docs = field_docs(model)
    for key, held in fields_of(model).items():
        assert docs[key].endswith("."), key
        for choice in choices(held.shape):
            words = vocabulary(choice)
            assert tuple(row.word for row in words) == choice.values
            assert all(row.meaning.endswith(".") for row in words), key


def test_what_is_inherited_is_explained_where_it_is_inherited() -> None:
    assert field_docs(Source)["credibility"].startswith("Credibility of what is said here")
    assert field_docs(Source)["title"] == "The source's title."


@pytest.mark.parametrize(
    ("written", "says"),
    [("likely", "55 to 80%."), (" Likely ", "55 to 80%."), ("probable", "55 to 80%."), ("maybe", None), ("", None)],
)
def test_a_likelihood_is_explained_however_it_is_written(written: str, says: str | None) -> None:
    found = meaning(field(Judgement, "likelihood").shape, written)
    assert found is None if says is None else found is not None and found.startswith(says)


@pytest.mark.parametrize(
    ("key", "written", "says"),
    [
        ("tlp", "TLP:AMBER", "For the recipients' organisation and its clients"),
        ("tlp", "amber+strict", "For the recipients' organisation alone"),
        ("credibility", "2", "Probably true."),
        ("reliability", "B", "Usually reliable."),
        ("type", "ngo", "A non-governmental organisation."),
    ],
)
def test_a_word_of_a_scale_is_explained(key: str, written: str, says: str) -> None:
    assert (meaning(field(Source, key).shape, written) or "").startswith(says)


def test_one_word_of_several_is_explained_too() -> None:
    assert meaning(field(Scenario, "role").shape, "wildcard") == "One that is improbable and would change everything."


def test_what_has_no_vocabulary_explains_nothing() -> None:
    assert vocabulary(field(Source, "title").shape) == ()
    assert meaning(field(Source, "title").shape, "likely") is None
    assert isinstance(field(Source, "title").shape, Value)


def test_every_country_has_its_name() -> None:
    assert COUNTRY_NAMES.keys() == COUNTRIES
