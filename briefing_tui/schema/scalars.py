"""What may be written for each scalar type of the model, in JSON Schema.

A schema sees what YAML 1.2 makes of a scalar, where the loader sees text: `2026` comes as a number, `true` as a truth
value. Whatever a converter accepts is accepted here; a pattern may accept more.
"""

from collections.abc import Sequence
from typing import NamedTuple

from briefing_tui.model.reference import ID_PATTERN, RESERVED
from briefing_tui.model.shape import Value
from briefing_tui.model.vocabulary import Word, vocabulary
from briefing_tui.schema.words import Schema, enumerated, in_any_case, listed, offered, under, unless

_YEAR = r"(?:-?[0-9]{2}[0-9X]{2}|Y-?[0-9]{5,9})"
_MONTH = r"(?:0[1-9]|1[0-2]|2[1-4]|XX)"
_DAY = r"(?:0[1-9]|[12][0-9]|3[01]|XX)"
_CLOCK = r"T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][01][0-9](?::[0-5][0-9])?)?"
_MOMENT = rf"{_YEAR}(?:-{_MONTH}(?:-{_DAY}(?:{_CLOCK})?)?)?[?~%]?"
_END = rf"(?:{_MOMENT}|\.\.)?"

ID = ID_PATTERN.pattern
_NUMBER = r"[+-]?(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_PER_CENT = _NUMBER.replace(r"\.", "[.,]") + "[% ]*"
_SCHEME = f"(?:{in_any_case('https')}|{in_any_case('http')})://|{in_any_case('mailto')}:"

_TIMES = (
    "A time, as exact as it is known: `2026`, `2026-03`, `2026-03-05`, `2026-03-05T06:00Z`; after it `~` is about and "
    "`?` uncertain; `a/b` is an interval, `a/..` one that goes on; or `unknown`."
)
_PROSE = "Prose: `[[id]]` links, `[^source]` cites; safest in a block, after `>-`."

TEXT_WANTED = "Text belongs here. In quotes, or in a block after >-, nothing in it is taken for a list or a mapping."


class Scalar(NamedTuple):
    """One scalar type: what types it may come as (text first), what is asserted of it, what a hover adds."""

    types: tuple[str, ...]
    #: Asserted without regard to the type: each keyword by itself holds for one type only, or stands under an `if`.
    schema: Schema
    #: Said where the type is wrong.
    wanted: str = ""
    more: str = ""


def _text(message: str, pattern: str) -> Schema:
    return {"pattern": f"^\\s*(?:{pattern})\\s*$", "patternErrorMessage": message}


def _worded(types: Sequence[str], words: Sequence[Word], pattern: str, values: Sequence[str | int] = ()) -> Schema:
    """Words of a scale however they are written; offered as the scale writes them."""
    return {**offered(words), **under(types, unless(pattern, enumerated(words, values)))}


def id_schema() -> Schema:
    """The id an entry is keyed by. Its pattern stands apart, lest an editor show it to whoever completes a key."""
    names = "|".join(sorted(RESERVED))
    message = (
        "An id is lower-case letters, digits and hyphens, begins with a letter or digit, and is no name of the format."
    )
    return {
        "title": "id",
        "description": "An id of your own: lower-case letters, digits and hyphens. Links and references name it.",
        "allOf": [{"title": "id", "pattern": f"^(?!(?:{names})$){ID}$", "patternErrorMessage": message}],
    }


def scalar(value: Value) -> Scalar:
    """What may be written for a scalar. Raises KeyError for a type that nobody has described here."""
    return _SCALARS[value.scalar.name](vocabulary(value))


def _line(words: Sequence[Word]) -> Scalar:
    return Scalar(("string", "number"), {}, TEXT_WANTED)


def _prose(words: Sequence[Word]) -> Scalar:
    block = {
        "label": "text in a block",
        "description": "A block of prose: nothing that YAML does can bite there.",
        "body": ">-\n  $1",
    }
    return Scalar(("string", "number"), {"defaultSnippets": [block]}, TEXT_WANTED, _PROSE)


def _time(words: Sequence[Word]) -> Scalar:
    message = (
        "Not a time: write a date such as 2026-03-05, 2026-03 or 2026, a time such as 2026-03-05T06:00Z, or unknown."
    )
    bounds: Schema = {"minimum": 0, "maximum": 9999}
    examples = ["2026-03-05", "2026-03-05T06:00Z", "2026-03~", "2026-03-05/2026-03-07", "unknown"]
    schema = _text(message, f"unknown|{_MOMENT}|{_END}/{_END}") | bounds | {"examples": examples}
    return Scalar(("string", "integer"), schema, message, _TIMES)


def _likelihood(words: Sequence[Word]) -> Scalar:
    pattern = "|".join(in_any_case(row.word) for row in words)
    return Scalar(("string",), _worded(("string",), words, pattern), "A word of the scale belongs here.", listed(words))


def _tlp(words: Sequence[Word]) -> Scalar:
    names = "|".join(in_any_case(row.word).replace(r"\+", r"\s*\+\s*") for row in words)
    pattern = rf"(?:{in_any_case('TLP')}\s*:\s*)?(?:{names})"
    return Scalar(("string",), _worded(("string",), words, pattern), "A TLP label belongs here.", listed(words))


def _credibility(words: Sequence[Word]) -> Scalar:
    types, numbers = ("string", "integer"), [int(row.word) for row in words]
    return Scalar(types, _worded(types, words, "[1-6]", numbers), "A digit from 1 to 6 belongs here.", listed(words))


def _cameo(words: Sequence[Word]) -> Scalar:
    coded = _worded(("string",), words, "0?[1-9]|1[0-9]|20") | {"minimum": 1, "maximum": 20}
    return Scalar(("string", "integer"), coded, "A CAMEO root code belongs here: 01 to 20.", listed(words))


def _truth(words: Sequence[Word]) -> Scalar:
    pattern = "|".join(map(in_any_case, ("yes", "no", "true", "false")))
    return Scalar(("string", "boolean"), _worded(("string",), words, pattern), "Yes or no belongs here.")


def _country(words: Sequence[Word]) -> Scalar:
    message = "Not a country code: two capital letters as in ISO 3166-1, such as AZ."
    # Offered as snippets: key completion wants a type above, and a type and a list of words would be two errors.
    listed_codes = enumerated(words) | {"errorMessage": message}
    return Scalar(("string",), offered(words) | under(("string",), listed_codes), message)


def _minutes(words: Sequence[Word]) -> Scalar:
    message = "A number of minutes belongs here, such as 2 or 1.5."
    bounds: Schema = {"exclusiveMinimum": 0, "maximum": 1440}
    return Scalar(("string", "number"), _text(message, _NUMBER) | bounds, message)


def _probability(words: Sequence[Word]) -> Scalar:
    message = "A per cent belongs here: a number from 0 to 100, or [low, high]."
    number = _text(message, _PER_CENT) | {"minimum": 0, "maximum": 100}
    pair = {"items": {"type": ["string", "number"], **number}, "minItems": 2, "maxItems": 2}
    return Scalar(("string", "number", "array"), number | {"allOf": [pair]}, message)


def _address(words: Sequence[Word]) -> Scalar:
    message = "Not an address that would be opened: http, https or mailto, without spaces."
    return Scalar(("string",), _text(message, rf"(?:{_SCHEME})\S+"), message)


def _id(words: Sequence[Word]) -> Scalar:
    # An id may look like a number, and then comes as one.
    message = "Not an id: an id is lower-case letters, digits and hyphens, without brackets."
    return Scalar(("string", "number"), _text(message, f"(?:{ID}#)?{ID}") | {"minimum": 0}, message)


def recipient_schema() -> Schema:
    """The key of an answer: a recipient's id, or `*` for all alike."""
    asserted = _text("Not an id: the keys are the recipients.", rf"(?:{ID}#)?{ID}|\*")
    return {"title": "recipient", "description": "A recipient's id.", "allOf": [{"title": "recipient", **asserted}]}


_SCALARS = {
    "line": _line,
    "prose": _prose,
    "time": _time,
    "likelihood": _likelihood,
    "tlp": _tlp,
    "credibility": _credibility,
    "cameo": _cameo,
    "yes or no": _truth,
    "country": _country,
    "minutes": _minutes,
    "probability": _probability,
    "address": _address,
    "id": _id,
}
