"""What each word of a closed vocabulary means: one answer for the schema, an editor's hovers and the manual.

The words stand beside their types in the model. Not imported by what reads or shows a briefing.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from briefing_tui.model import scales
from briefing_tui.model.actor import ACTOR_TYPES, RELATION_TYPES
from briefing_tui.model.briefing import ASK_KINDS, BRIEFING_STATUSES, VIEW_NAMES
from briefing_tui.model.communication import ANSWERS, CHANNELS
from briefing_tui.model.countries import COUNTRY_NAMES
from briefing_tui.model.entry import STATEMENT_KINDS
from briefing_tui.model.event import EVENT_STATUSES, PHASES, PRECISIONS, ROLES
from briefing_tui.model.outlook import INDICATOR_STATUSES, SCENARIO_ROLES
from briefing_tui.model.reference import BEARINGS
from briefing_tui.model.scalar import CAMEO, Scalar
from briefing_tui.model.shape import Choice, Many, Shape, Value
from briefing_tui.model.source import SOURCE_TYPES


class Word(NamedTuple):
    """A word as the format writes it, and what it means in a sentence."""

    word: str
    meaning: str


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")


_CONFIDENCES = {level.word: level.definition for level in scales.CONFIDENCES}
_RELIABILITIES = {grade.letter: _capital(grade.label) for grade in scales.RELIABILITIES}

#: Of the vocabularies that are Literals in the model, by their words.
_TABLES: tuple[Mapping[Any, str], ...] = (
    *(ACTOR_TYPES, RELATION_TYPES, ASK_KINDS, BRIEFING_STATUSES, VIEW_NAMES, ANSWERS, CHANNELS, STATEMENT_KINDS),
    *(EVENT_STATUSES, PHASES, PRECISIONS, ROLES, INDICATOR_STATUSES, SCENARIO_ROLES, BEARINGS, SOURCE_TYPES),
    *(_CONFIDENCES, _RELIABILITIES),
)
_CHOICES: dict[tuple[str, ...], Mapping[Any, str]] = {tuple(table): table for table in _TABLES}


def _likelihood(term: scales.Likelihood) -> str:
    return f"{term.band}. The other row says “{scales.counterpart(term).word}”; a briefing keeps to one row."


#: Of scalars that take a word of a scale or a list, by the scalar's name. Their converters know how else it is written.
_SCALARS: dict[str, Mapping[str, str]] = {
    "likelihood": {term.word: _likelihood(term) for term in scales.LIKELIHOODS},
    "tlp": {label.name: label.meaning for label in scales.TLPS},
    "credibility": {str(grade.number): _capital(grade.label) for grade in scales.CREDIBILITIES},
    "cameo": {code: _capital(label) for code, label in CAMEO.items()},
    "country": {code: f"{name}." for code, name in sorted(COUNTRY_NAMES.items())},
    "yes or no": {"yes": "It is so.", "no": "It is not so; the default."},
}


def vocabulary(shape: Shape) -> tuple[Word, ...]:
    """The words that may stand at a shape, or at each item of one, in the scale's or the model's order.

    Empty where the format has no closed vocabulary.
    """
    if isinstance(shape, Many):
        return vocabulary(shape.item)
    if isinstance(shape, Choice):
        return tuple(Word(*row) for row in _CHOICES[shape.values].items())
    return tuple(Word(*row) for row in _SCALARS.get(shape.scalar.name, {}).items()) if isinstance(shape, Value) else ()


def meaning(shape: Shape, written: str) -> str | None:
    """What a word means where it is written, in any form that the format takes; None for what is no word there."""
    known = {row.word: row.meaning for row in vocabulary(shape)}
    while isinstance(shape, Many):
        shape = shape.item
    word = written.strip()
    if isinstance(shape, Value) and known:
        word = _as_the_format_writes_it(shape.scalar, word)
    return known.get(word)


def _as_the_format_writes_it(scalar: Scalar, written: str) -> str:
    try:
        found = scalar.convert(written)
    except ValueError:
        return ""
    return ("no", "yes")[found] if isinstance(found, bool) else str(found)
