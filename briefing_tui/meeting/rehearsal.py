"""What rehearsals say of a running order: how long each step takes, and the minutes that would be right for it."""

import math
from collections.abc import Iterable, Sequence
from datetime import datetime
from statistics import median
from typing import NamedTuple

from briefing_tui.meeting.clock import Plan, Weighed, clock
from briefing_tui.meeting.timing import Run
from briefing_tui.source.excerpt import cells

#: Runs that are asked about a step: who rehearses gets better at it.
RECENT = 5
#: Seconds below which a step was passed over, and not presented.
PASSED = 5.0
#: Cells a step's title may take in a table.
_TITLE = 40
#: Minutes a step may have in a briefing.
_MOST = 1440.0


class Proposal(NamedTuple):
    """What came out for one step; None where nothing did."""

    key: str
    #: Seconds it is planned for.
    planned: float | None = None
    #: Seconds it took the last time, and those it usually takes.
    took: float | None = None
    usual: float | None = None
    #: Minutes it should be given, in halves.
    minutes: float | None = None


def proposals(steps: Sequence[Weighed], runs: Sequence[Run], plan: Plan | None = None) -> tuple[Proposal, ...]:
    """One for each step, from how long it took in the last rehearsals; where it was in none, before an audience."""
    found = []
    times = {step.key: step.seconds for run in used(runs)[-1:] for step in run.steps if step.seconds >= PASSED}
    for n, step in enumerate(steps):
        usual = _usual(step.key, runs)
        seconds = plan.seconds[n] if plan is not None else step.minutes * 60 if step.minutes else None
        minutes = None if usual is None else minutes_for(usual)
        found.append(Proposal(step.key, seconds, times.get(step.key), usual, minutes))
    return tuple(found)


def minutes_for(seconds: float) -> float:
    """Minutes for what takes so many seconds: the nearest half, one half at least."""
    return min(_MOST, max(0.5, math.floor(seconds / 30 + 0.5) / 2))


def used(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs that proposals rest on: rehearsals, or without any the others. Nothing was shown in the rest."""
    shown = [run for run in runs if any(step.seconds >= PASSED for step in run.steps)]
    return tuple([run for run in shown if run.rehearsal] or shown)[-RECENT:]


def table(titles: Sequence[str], found: Sequence[Proposal]) -> list[str]:
    """The proposals as lines of plain text: step, planned, took, proposed; what they come to below.

    What a step usually takes has a column of its own where it is something else than what it took the last time.
    """
    rows: list[tuple[str, ...]] = [("step", "planned", "took", "usually", "proposed")]
    for n, (title, step) in enumerate(zip(titles, found, strict=True), 1):
        rows.append((f"{n}. {_cut(title)}", *map(_time, (step.planned, step.took, step.usual)), _minutes(step.minutes)))
    sums = [_sum(column) for column in zip(*((step.planned, step.took, step.usual) for step in found), strict=True)]
    rows.append(("together", *map(_time, sums), _minutes(_proposed(found))))
    shown = [n for n in range(5) if n != 3 or any(step.usual != step.took for step in found)]
    widths = [max(cells(row[n]) for row in rows) for n in range(5)]
    return ["  ".join(_set(row[n], widths[n], right=n > 0) for n in shown) for row in rows]


def grounds(runs: Sequence[Run]) -> str:
    """Where proposals come from, as a sentence."""
    if not runs:
        return "It was neither rehearsed nor presented yet."
    what = "rehearsal" if runs[-1].rehearsal else "presentation"
    last = datetime.fromisoformat(runs[-1].started)
    how_many = f"the {what}" if len(runs) == 1 else f"the last {len(runs)} {what}s, the latest"
    return f"From {how_many} of {last:%Y-%m-%d %H:%M}, questions left out."


def _usual(key: str, runs: Sequence[Run]) -> float | None:
    for rehearsal in (True, False):
        times = [
            step.seconds
            for run in runs
            if run.rehearsal is rehearsal
            for step in run.steps
            if step.key == key and step.seconds >= PASSED
        ]
        if times:
            return median(times[-RECENT:])
    return None


def _sum(seconds: Iterable[float | None]) -> float | None:
    known = [some for some in seconds if some is not None]
    return math.fsum(known) if known else None


def _proposed(found: Sequence[Proposal]) -> float | None:
    """The minutes the running order would come to; of a step without a proposal, those it is planned for."""
    if all(step.minutes is None for step in found):
        return None
    return round(math.fsum((step.planned or 0) / 60 if step.minutes is None else step.minutes for step in found), 1)


def _time(seconds: float | None) -> str:
    return "-" if seconds is None else clock(seconds)


def _minutes(minutes: float | None) -> str:
    return "-" if minutes is None else f"{minutes:g} min"


def _set(text: str, width: int, *, right: bool) -> str:
    space = " " * (width - cells(text))
    return space + text if right else text + space


def _cut(text: str) -> str:
    if cells(text) <= _TITLE:
        return text
    while text and cells(text) > _TITLE - 1:
        text = text[:-1]
    return text.rstrip() + "…"
