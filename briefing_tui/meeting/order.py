"""The running order: what is presented, one step after the other. Knows how steps are named, not how they look."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.step import step_title
from briefing_tui.model.briefing import Briefing, Step


class Stage(NamedTuple):
    """A step as it is presented. `key` names it as long as the running order names what it shows.

    `minutes` is how long it should take, None where nobody said; `at` is its place in `running_order`, from 0, -1 where
    the document's own order is presented.
    """

    key: str
    show: str
    view: str
    title: str
    minutes: float | None = None
    build: bool = False
    notes: str | None = None
    at: int = -1


def stages_of(scope: Scope) -> tuple[Stage, ...]:
    """The steps of a briefing: its running order, or without one the document's order. There is always one at least."""
    counts: Counter[str] = Counter()
    stages = []
    for at, step in _steps(scope.briefing):
        name = f"{step.show}:{step.view}" if step.view else step.show
        counts[name] += 1
        key = name if counts[name] == 1 else f"{name}#{counts[name]}"
        title = step_title(scope, step.show)
        stages.append(Stage(key, step.show, step.view or "", title, step.minutes, step.build, step.notes or None, at))
    return tuple(stages)


def stage_number(stages: tuple[Stage, ...], key: str, number: int) -> int:
    """The step that bears a key, from 0; where it is gone, the one that stands at its old number, or the last."""
    found = next((n for n, stage in enumerate(stages) if stage.key == key), None)
    return max(0, min(number, len(stages) - 1)) if found is None else found


def _steps(briefing: Briefing) -> Iterator[tuple[int, Step]]:
    if briefing.running_order:
        yield from enumerate(briefing.running_order)
    else:
        for name in _document_order(briefing):
            yield -1, Step(show=name)


def _document_order(briefing: Briefing) -> Iterator[str]:
    """What there is to present, as it stands in the document. What others only point at or cite is not among it."""
    situation, outlook = briefing.situation, briefing.outlook
    yield "bottom-line"
    parts = (
        ("asks", briefing.asks), ("highlights", situation.highlights), ("figures", situation.figures),
        *((section.id, True) for section in situation.sections), ("background", situation.background),
        ("gaps", situation.gaps), ("actors", briefing.actors), ("events", briefing.events),
        ("communications", briefing.communications), ("summary", outlook.summary),
        ("judgements", outlook.judgements), ("scenarios", outlook.scenarios), ("indicators", outlook.indicators),
        ("implications", outlook.implications), ("assumptions", outlook.assumptions),
    )  # fmt: skip
    for name, content in parts:
        if content:
            yield name
