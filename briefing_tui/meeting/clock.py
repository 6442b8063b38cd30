"""What each step is planned for, how the talk stands to that, and the words for it. Is told the time, never asks."""

import math
from collections.abc import Iterable
from datetime import datetime, timedelta
from statistics import median
from typing import NamedTuple, Protocol

#: Seconds before or behind the plan that are nobody's concern.
ON_TIME = 30.0
#: Seconds a step may take longer than planned before it is told, and how many of them are told at a time.
OVER = 10.0


class Weighed(Protocol):
    """A step, as far as the clock knows it."""

    @property
    def key(self) -> str:
        """What it is called."""

    @property
    def minutes(self) -> float | None:
        """How long it should take; None where nobody said."""


class Plan(NamedTuple):
    """The seconds each step is planned for."""

    seconds: tuple[float, ...]

    @property
    def total(self) -> float:
        """The seconds of all steps together."""
        return math.fsum(self.seconds)

    def start(self, step: int) -> float:
        """The seconds after the beginning at which a step (from 0) is due."""
        return math.fsum(self.seconds[:step])


class Pace(NamedTuple):
    """How a talk stands to its plan. All in seconds."""

    #: How much later than planned it would end if all that is left took as long as planned; negative: earlier.
    behind: float
    #: How much longer than planned this step has taken, 0 within its time.
    over: float
    #: How long the rest would take: what is left of this step and those after it.
    left: float
    #: When it was to end, by the clock on the wall.
    planned_end: datetime | None = None

    @property
    def end(self) -> datetime | None:
        """When it will end, by the clock on the wall; the planned end while on time, and whole minutes from that else.

        So it moves only when the words about it do.
        """
        if self.planned_end is None or abs(self.behind) <= ON_TIME:
            return self.planned_end
        return self.planned_end + timedelta(minutes=math.copysign(_minutes(self.behind), self.behind))

    @property
    def standing(self) -> str:
        """`on time`, `2 min ahead` or `1 min behind`."""
        return _apart(self.behind, "ahead", "behind") or "on time"

    @property
    def this_step(self) -> str:
        """`30 s over this step`, or nothing within its time."""
        return f"{spelt(self.over)} over this step" if self.over >= OVER else ""

    @property
    def ending(self) -> str:
        """`ends 14:32, 2 min late`; without a clock on the wall `ends 2 min late`, and nothing when that is on time."""
        apart = _apart(self.behind, "early", "late")
        parts = [time_of_day(self.end) if self.end is not None else "", apart]
        said = ", ".join(part for part in parts if part)
        return f"ends {said}" if said else ""

    @property
    def words(self) -> str:
        """All of that in a line."""
        return " · ".join(part for part in (self.standing, self.this_step, self.ending) if part)


def planned(steps: Iterable[Weighed], minutes: float | None = None) -> Plan | None:
    """What each step is planned for, of so many minutes in all; None where nobody said anything about time.

    A step without minutes is given what is usual: the median of those that have some, or the same to all.
    """
    given = [step.minutes if step.minutes and step.minutes > 0 else None for step in steps]
    known = [weight for weight in given if weight is not None]
    total = minutes if minutes and minutes > 0 else None
    if not given or (not known and total is None):
        return None
    usual = median(known) if known else 1.0
    weights = [usual if weight is None else weight for weight in given]
    scale = total / math.fsum(weights) if total is not None else 1.0
    return Plan(tuple(weight * scale * 60 for weight in weights))


def pace(plan: Plan, elapsed: float, step: int, in_step: float, started: datetime | None = None) -> Pace:
    """How a talk stands that has gone on for `elapsed` seconds, of them `in_step` at a step (from 0).

    Within the time a step is planned for, nothing changes: whoever came to it on time is on time until it is used up.
    Questions count as elapsed and not as time in the step. `started` is when it began by the clock on the wall.
    """
    step = max(0, min(step, len(plan.seconds) - 1))
    mine = plan.seconds[step]
    left = max(0.0, mine - in_step) + math.fsum(plan.seconds[step + 1 :])
    total = plan.total
    end = started + timedelta(seconds=total) if started is not None else None
    return Pace(elapsed + left - total, max(0.0, in_step - mine), left, end)


def clock(seconds: float) -> str:
    """A duration as a stopwatch shows it: `4:05`, `1:02:03`, `-0:30`."""
    whole = math.floor(abs(seconds))
    hours, rest = divmod(whole, 3600)
    sign = "-" if seconds < 0 and whole else ""
    shown = f"{hours}:{rest // 60:02}" if hours else f"{rest // 60}"
    return f"{sign}{shown}:{rest % 60:02}"


def spelt(seconds: float) -> str:
    """A duration as it is said: `30 s` below a minute, `2 min`, `1 h 5 min`."""
    if abs(seconds) < 60:
        return f"{math.floor(abs(seconds) / OVER) * OVER:g} s"
    hours, minutes = divmod(_minutes(seconds), 60)
    return f"{minutes} min" if not hours else f"{hours} h {minutes} min" if minutes else f"{hours} h"


def time_of_day(moment: datetime) -> str:
    """`14:32`."""
    return f"{moment:%H:%M}"


def _minutes(seconds: float) -> int:
    """Whole minutes, one at least; half a minute is one more."""
    return max(1, math.floor(abs(seconds) / 60 + 0.5))


def _apart(behind: float, before: str, after: str) -> str:
    """How far from the plan, in words; nothing while on time."""
    if abs(behind) <= ON_TIME:
        return ""
    return f"{spelt(max(60.0, abs(behind)))} {before if behind < 0 else after}"
