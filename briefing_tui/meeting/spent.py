"""Where the time of a meeting went, for what is written afterwards: a table, plain data, or CSV. Knows no file."""

import csv
import io
import math
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from briefing_tui.meeting.clock import clock, planned
from briefing_tui.meeting.order import Stage
from briefing_tui.meeting.timing import Run
from briefing_tui.model.text import one_line

#: What begins a formula in a spreadsheet.
_FORMULA = tuple("=+-@＝＋－＠")


class Spent(NamedTuple):
    """A step with the seconds it was planned for, those spent at it, and those for questions that came up at it."""

    key: str
    title: str
    planned: float | None
    seconds: float
    questions: float


class Times(NamedTuple):
    """A run, and its steps."""

    run: Run
    steps: tuple[Spent, ...]


def times_of(run: Run, stages: Sequence[Stage]) -> Times:
    """The steps that were shown, as the running order has them now; then those that are in it no more."""
    plan = planned(stages, run.minutes)
    timed = {step.key: step for step in run.steps}
    rows = []
    for n, stage in enumerate(stages):
        step = timed.pop(stage.key, None)
        if step is not None:
            seconds = plan.seconds[n] if plan is not None else None
            rows.append(Spent(step.key, stage.title, seconds, step.seconds, step.questions))
    rows += [Spent(step.key, step.key, None, step.seconds, step.questions) for step in timed.values()]
    return Times(run, tuple(rows))


def times_data(times: Times) -> dict[str, Any]:
    """Plain data: seconds throughout; what nobody planned is left out."""
    run = times.run
    steps = [
        {
            "step": row.key,
            "title": row.title,
            **({} if row.planned is None else {"planned": round(row.planned, 1)}),
            "seconds": row.seconds,
            "questions": row.questions,
        }
        for row in times.steps
    ]
    planned_minutes = {} if run.minutes is None else {"minutes": run.minutes}
    return {
        "started": run.started,
        **planned_minutes,
        "seconds": round(run.seconds, 1),
        "blank": run.blank,
        "steps": steps,
    }


def times_markdown(times: Times, escaped: Callable[[str], str]) -> str:
    """A sentence and a table; `escaped` makes text of what an author wrote."""
    run, rows = times
    questions = math.fsum(row.questions for row in rows)
    planned_seconds = [row.planned for row in rows if row.planned is not None]
    lines = [
        _sentence(run, questions),
        "",
        "| step | planned | took | questions |",
        "| --- | ---: | ---: | ---: |",
        *(_line(escaped(row.title), row.planned, row.seconds, row.questions) for row in rows),
        _line(
            "**together**",
            math.fsum(planned_seconds) if planned_seconds else None,
            math.fsum(row.seconds for row in rows),
            questions,
        ),
    ]
    return "\n".join(lines)


def times_csv(times: Times) -> str:
    """A line a step, in seconds. No cell begins a formula."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(("step", "title", "planned", "seconds", "questions"))
    for row in times.steps:
        seconds = "" if row.planned is None else f"{row.planned:.1f}"
        writer.writerow((row.key, _cell(row.title), seconds, f"{row.seconds:.1f}", f"{row.questions:.1f}"))
    return written.getvalue()


def _sentence(run: Run, questions: float) -> str:
    began = datetime.fromisoformat(run.started)
    of = f" of {clock(run.minutes * 60)} planned" if run.minutes is not None else ""
    parts = [f"{clock(questions)} for questions"] if questions >= 1 else []
    parts += [f"{clock(run.blank)} with a blank screen"] if run.blank >= 1 else []
    among = f", {' and '.join(parts)}" if parts else ""
    return f"Began {began:%Y-%m-%d %H:%M}, took {clock(run.seconds)}{of}{among}."


def _line(title: str, planned_seconds: float | None, seconds: float, questions: float) -> str:
    shown = "" if planned_seconds is None else clock(planned_seconds)
    return f"| {title} | {shown} | {clock(seconds)} | {clock(questions) if questions >= 1 else ''} |"


def _cell(text: str) -> str:
    text = one_line(text)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
