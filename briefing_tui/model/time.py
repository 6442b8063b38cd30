"""When something was, is or will be: EDTF (ISO 8601-2) levels 0 and 1, with what briefings need beyond them.

Beyond EDTF: times without seconds, qualifiers on date-times, intervals of date-times, and `unknown` as an answer.
Knows nothing of today: whether a time has passed is for those who have a clock.
"""

import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from briefing_tui.model.time_display import full_text, short_text
from briefing_tui.model.time_moment import Moment, moment

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

LONGEST = 64
Style = Literal["full", "short"]


@dataclass(frozen=True, slots=True)
class When:
    """A time, or an interval of times, as an author wrote it, and where it stands. Made by `parse` only.

    `earliest` and `latest` are seconds since 0001-01-01T00:00 UTC (proleptic Gregorian), both inclusive, None where
    that side is open or unknown; no zone counts as UTC. `start` is the moment itself where there is no interval, and
    only an interval has an `end`; each is None where its side is open (`..`) or unknown (empty). Equal: written alike.
    """

    text: str
    earliest: int | None = field(default=None, compare=False)
    latest: int | None = field(default=None, compare=False)
    start: Moment | None = field(default=None, compare=False, repr=False)
    end: Moment | None = field(default=None, compare=False, repr=False)

    UNKNOWN: ClassVar["When"]

    @staticmethod
    def parse(text: str) -> "When":
        """The time this text is; space around it does not count.

        Raises ValueError with a message for the author: what is wrong and, where it can be told, what to write.
        """
        text = text.strip()
        if len(text) > LONGEST:
            raise _Refusal(text)
        return _parsed(text)

    @property
    def precision(self) -> str:
        """Of the start, or else the end: century, decade, year, season, month, day, minute, second, or nothing."""
        anchor = self.start or self.end
        return anchor.precision if anchor else ""

    @property
    def approximate(self) -> bool:
        """Whether either end is only about right (`~`, `%`)."""
        return "~" in self._marks or "%" in self._marks

    @property
    def uncertain(self) -> bool:
        """Whether either end may be wrong altogether (`?`, `%`)."""
        return "?" in self._marks or "%" in self._marks

    @property
    def _marks(self) -> str:
        return (self.start.mark if self.start else "") + (self.end.mark if self.end else "")

    @property
    def interval(self) -> bool:
        return "/" in self.text

    @property
    def open_start(self) -> bool:
        return self.text.startswith("../")

    @property
    def open_end(self) -> bool:
        return self.text.endswith("/..")

    @property
    def unknown_start(self) -> bool:
        return self.text.startswith("/")

    @property
    def unknown_end(self) -> bool:
        return self.text.endswith("/")

    @property
    def known(self) -> bool:
        """Whether the author gave a time, and did not answer `unknown`."""
        return self.start is not None or self.end is not None

    @property
    def placed(self) -> bool:
        """Whether it can stand on the timeline."""
        return self.earliest is not None or self.latest is not None

    @property
    def sort_key(self) -> tuple[bool, float, float, str]:
        """A total order: by earliest instant (the end's, where there is no start), then by latest, then as written.

        What has no end comes after what ends, and what is undated after everything.
        """
        anchor = self.start or self.end
        first = math.inf if anchor is None else anchor.earliest
        return anchor is None, first, math.inf if self.latest is None else self.latest, self.text

    def display(self, style: Style = "full") -> str:
        """English that claims no more precision than was written; `short` is for columns of 14 cells."""
        return short_text(self) if style == "short" else full_text(self)

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> "CoreSchema":
        from pydantic_core import PydanticCustomError, core_schema

        def validated(value: object) -> When:
            if isinstance(value, When):
                return value
            if not isinstance(value, str):
                raise PydanticCustomError("time", "a time is written as text, such as 2026-03-05")
            try:
                return When.parse(value)
            except ValueError as error:
                raise PydanticCustomError("time", "{reason}", {"reason": str(error)}) from None

        return core_schema.no_info_plain_validator_function(
            validated,
            json_schema_input_schema=core_schema.str_schema(),
            serialization=core_schema.to_string_ser_schema(when_used="always"),
        )


When.UNKNOWN = When("unknown")


@lru_cache(maxsize=4096)
def _parsed(text: str) -> When:
    when = _interval(text) if "/" in text else _point(text)
    if when is None:
        raise _Refusal(text)
    return when


def _point(text: str) -> When | None:
    if text == "unknown":
        return When.UNKNOWN
    only = moment(text)
    if only is None:
        return None
    return When(text, only.earliest, only.latest, only)


def _interval(text: str) -> When | None:
    before, _, after = text.partition("/")
    start = moment(before) if before not in ("", "..") else None
    end = moment(after) if after not in ("", "..") else None
    if (start is None and before not in ("", "..")) or (end is None and after not in ("", "..")):
        return None
    if start and end:
        if _is_reversed(start, end):
            raise ValueError(f"'{text}' ends before it starts: write {after}/{before}, or correct one of the two")
        # An end without a zone may be a day elsewhere: counted as UTC it can seem over before the start.
        return When(text, start.earliest, max(start.earliest, end.latest), start, end)
    if start is None and end is None:
        raise ValueError(f"'{text}' says nothing of either end: write unknown")
    return When(text, start.earliest if start else None, end.latest if end else None, start, end)


def _is_reversed(start: Moment, end: Moment) -> bool:
    """Whether no reading saves it: where one side has no zone, it may have been meant in the other's."""
    if end.latest >= start.earliest:
        return False
    if (start.offset is None) == (end.offset is None):
        return True
    return end.latest + (end.offset or 0) < start.earliest + (start.offset or 0)


class _Refusal(ValueError):
    """A text that is no time. Its words are found when somebody asks for them: a file may hold a hundred thousand."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._text = text

    def __str__(self) -> str:
        from briefing_tui.model.time_advice import iso_forms, reason_against

        text = self._text
        if not text:
            return "a time is empty: write a date such as 2026-03-05, or unknown"
        if len(text) > LONGEST:
            return f"a time has {LONGEST} characters at most: write a date such as 2026-03-05, or unknown"
        sound: list[str] = []
        trouble = ""
        for form in iso_forms(text):
            try:
                if (_interval(form) if "/" in form else _point(form)) is not None:
                    sound.append(form)
            except ValueError as error:
                trouble = trouble or str(error)
        return reason_against(text, sound, trouble)
