"""The one cleaning function, the string types every model field uses, and the one judge of links.

Nothing a file says reaches a screen, a file or a message without passing here. Knows nothing of briefings or of markup.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

MARKS_A_BASE = 8
URL_LENGTH = 2048

# From U+1FFFE up one range stands for a list: a character class with many ranges beyond U+FFFF is ten times slower.
_UNSAFE_ASCII = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
#: What a terminal obeys, but for tabs and ends of lines.
_OBEYED = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]|\r(?!\n)"
_UNSAFE = (
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and newline, DEL, C1
    "\u2028\u2029\u202a-\u202e\u2066-\u206f"  # separators; what reorders or reshapes the text around it
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"  # lone surrogates, noncharacters, byte order mark
    "\U0001fffe-\U0010ffff]"
)

# Only nine marks in a row, with at most invisible characters between them, are one too many, and no mark is a word
# character: in ordinary prose of any script this finds nothing.
_MAYBE_MARKS = re.compile(r"[^\w\x00-\x7f]{9,}")
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")

# Between what is written joined, and between emoji. Anywhere else a joiner says nothing, and what measures text would
# count the letter after it as no cell: a line of such letters would be twice as wide as the screen believes.
_JOINS = "[\u0600-\u1cff\u2190-\u2bff\ua800-\uabff\ufe0f\U00010a00-\U00011fff\U0001f000-\U0001faff]"
_IDLE_JOINERS = f"(?<!\u200d)(?:(?<!{_JOINS})\u200d+|\u200d+(?!{_JOINS}|\u200d))"

# No user information before the host: `https://bank.example@evil.example` reads as the bank. No query on mailto: some
# mail programs attach files or add recipients from it.
_HOST = r"(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\.?|\[[0-9a-f:.]+\])"
_SAFE_URL = (
    rf"https?://{_HOST}(?::[0-9]{{1,5}})?(?:[/?#][!#-;=?-\[\]^_a-z{{|}}~]*)?|mailto:[a-z0-9.!#$%&'*+=_{{|}}~-]+@{_HOST}"
)


def clean(text: str) -> str:
    """Text that cannot command a terminal, reorder its line or pile marks over its neighbours.

    C0 and DEL become their control pictures (U+2400 block), CRLF, CR and Unicode line separators become newlines; C1,
    bidirectional controls, lone surrogates, noncharacters, byte order marks and tags become U+FFFD; at most eight
    combining marks stay on a base; joiners stay where they join. Newlines, tabs, right-to-left text and emoji are kept.
    Idempotent.
    """
    if not text.isprintable():
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = (_UNSAFE_ASCII if text.isascii() else _unsafe()).sub(_stand_in, text)
    if text.isascii():
        return text
    text = _MAYBE_MARKS.sub(_fewer_marks, text)
    return _idle_joiners().sub("", text) if "\u200d" in text else text


def obeyed(text: str) -> bool:
    """Whether a terminal would obey something in a text that is not cleaned, but for tabs and ends of lines."""
    return not text.isprintable() and _obeyed().search(text) is not None


def one_line(text: str) -> str:
    """Cleaned text on one line: every run of whitespace is one space, none at the ends. Idempotent."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(clean(text).split())


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing: only spaces, marks, invisible format characters and blank letters."""
    return not any(unicodedata.category(char)[0] not in "CZM" and char not in _BLANK_LETTERS for char in text)


def safe_url(text: str) -> str | None:
    """The link as it may be opened or exported, or None: http, https or mailto, printable ASCII, at most 2,048 long.

    Quotes cannot end an attribute: an apostrophe comes back percent-encoded, the other quotes are refused.
    """
    text = text.strip()
    if len(text) > URL_LENGTH or not _safe_urls().fullmatch(text):
        return None
    text = text.replace("'", "%27")
    return text if len(text) <= URL_LENGTH else None


# Compiled when first needed: together they cost the start of the program more than all its other patterns.
@cache
def _unsafe() -> re.Pattern[str]:
    return re.compile(_UNSAFE)


@cache
def _obeyed() -> re.Pattern[str]:
    return re.compile(_OBEYED)


@cache
def _idle_joiners() -> re.Pattern[str]:
    return re.compile(_IDLE_JOINERS)


@cache
def _safe_urls() -> re.Pattern[str]:
    return re.compile(_SAFE_URL, re.IGNORECASE | re.ASCII)


def _stand_in(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if code in (0x2028, 0x2029):
        return "\n"
    if code < 0x1FFFE or code & 0xFFFE == 0xFFFE or 0xE0000 <= code <= 0xE007F:
        return "\ufffd"
    return match[0]


def _fewer_marks(match: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for char in match[0]:
        category = unicodedata.category(char)
        if category[0] == "M":
            marks += 1
            if marks > MARKS_A_BASE:
                continue
        elif category != "Cf":
            # A joiner or another invisible character is no base: marks around it still fall on the same cell.
            marks = 0
        kept.append(char)
    return "".join(kept)


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What makes a plain string safe to be held by a model: the marker in `Line` and `Prose`."""

    rule: Callable[[str], str]
    required: bool

    def clean(self, text: str) -> str:
        """The cleaned text. Raises ValueError (`is empty`) where something is required and nothing visible is left."""
        text = self.rule(text)
        if self.required and is_blank(text):
            raise ValueError("is empty")
        return text

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> "CoreSchema":
        from pydantic_core import PydanticCustomError, core_schema

        def cleaned(value: object) -> object:
            try:
                return self.clean(value) if isinstance(value, str) else value
            except ValueError as error:
                raise PydanticCustomError("empty", "{reason}", {"reason": str(error)}) from None

        # Before, not after: pydantic itself refuses a lone surrogate, here it is replaced as everywhere else.
        return core_schema.no_info_before_validator_function(cleaned, core_schema.str_schema())


Line = Annotated[str, Cleaning(one_line, required=True)]
"""One line of visible text."""

Prose = Annotated[str, Cleaning(clean, required=False)]
"""Text that may run over several lines, or be empty."""
