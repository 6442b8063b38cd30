"""Where a presentation is, as it is shared and kept: plain numbers, ids and places, tolerant of whoever wrote them.

Nothing of what the briefing says is in it.
"""

from typing import Any, Literal, NamedTuple

#: So many look-ups are told to others, the last ones.
MOST_ASIDE = 20
#: A key or id that is longer is none.
_LONGEST = 300
_LARGEST = 10_000_000
#: No talk begins later than this second since 1970 (in the year 2286), or is to take so many minutes. What is beyond a
#: calendar's last year cannot be told as a time of day.
_LATEST, _MOST_MINUTES = 1e10, 1e6


Press = Literal["", "next", "previous"]


class Position(NamedTuple):
    """A step (`key` and `number`, from 0), how many points of it are built up, and the look-ups over it.

    `stack` holds places as the screen writes them: that in the step first, what is open last. `held` while the
    speaker's view keeps the audience where it is. `started` is when the talk began (seconds since 1970, 0 for not yet),
    `minutes` how long it is to take (0 where nobody said), `in_step` the seconds this step has taken until now.
    `press` asks whoever shows it to the room to go on or back: only there is known what overflows.
    """

    key: str
    number: int = 0
    shown: int = 1
    stack: tuple[dict[str, Any], ...] = ()
    blank: bool = False
    held: bool = False
    started: float = 0.0
    minutes: float = 0.0
    in_step: float = 0.0
    press: Press = ""


def position_data(position: Position) -> dict[str, Any]:
    """A position as JSON can hold it."""
    stack = position.stack if len(position.stack) <= MOST_ASIDE else (position.stack[0], *position.stack[-MOST_ASIDE:])
    return {**position._asdict(), "stack": list(stack)}


def position_from(data: Any) -> Position | None:
    """A position from whatever came in; None where it says of no step. What is not understood is at its default."""
    if not isinstance(data, dict) or not isinstance(data.get("key"), str) or len(data["key"]) > _LONGEST:
        return None
    stack = data.get("stack")
    places = [place for place in stack if isinstance(place, dict)] if isinstance(stack, list) else []
    return Position(
        data["key"],
        _whole(data.get("number"), 0),
        max(1, _whole(data.get("shown"), 1)),
        tuple(places[: MOST_ASIDE + 1]),
        data.get("blank") is True,
        data.get("held") is True,
        _amount(data.get("started"), _LATEST),
        _amount(data.get("minutes"), _MOST_MINUTES),
        _amount(data.get("in_step"), _LATEST),
        "next" if data.get("press") == "next" else "previous" if data.get("press") == "previous" else "",
    )


def _whole(value: Any, default: int) -> int:
    return value if type(value) is int and 0 <= value <= _LARGEST else default


def _amount(value: Any, most: float) -> float:
    known = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if known and 0 <= value <= most else 0.0
