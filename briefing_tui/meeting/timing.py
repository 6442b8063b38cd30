"""How long each step took, and the questions at it: measured while a briefing is presented, kept in the state folder.

Ids and numbers only, never text. Losing it costs a proposal and nothing else: nothing is raised.
"""

import hashlib
import json
import math
import os
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, TypeGuard

from briefing_tui.folders import made, replace_file, state_folder
from briefing_tui.state import State, Unkept

#: Runs that are kept of a briefing, and briefings of which some are; the oldest are forgotten.
RUNS = 50
#: So long after it broke off a talk is taken up where it was, in seconds.
FRESH = 30 * 60.0
BRIEFINGS = 200
_LARGEST = 1_000_000
_KEY = re.compile(r"[a-z0-9][a-z0-9#._:-]{0,255}")


class Timed(NamedTuple):
    """A step that was shown: its key, the seconds spent at it, and the seconds for questions that came up at it."""

    key: str
    seconds: float
    questions: float = 0.0


class Run(NamedTuple):
    """One presentation. Seconds while the screen was blank belong to no step."""

    #: When it began: ISO 8601, local time with its offset. Two runs do not begin at the same moment.
    started: str
    #: Minutes it was meant to take, None where nobody said.
    minutes: float | None = None
    rehearsal: bool = False
    steps: tuple[Timed, ...] = ()
    blank: float = 0.0
    #: The step it is at; empty once it was ended as talks are.
    at: str = ""

    @property
    def seconds(self) -> float:
        """All of it."""
        return math.fsum([self.blank, *(step.seconds + step.questions for step in self.steps)])


class Stopwatch:
    """Adds up where the time goes, from when it is made. `now` gives seconds that only grow."""

    def __init__(
        self, now: Callable[[], float], started: datetime, minutes: float | None = None, *, rehearsal: bool = False
    ) -> None:
        self._now = now
        self._run = Run(started.astimezone().isoformat(timespec="milliseconds"), minutes, rehearsal)
        self.started = started
        self._began = self._since = now()
        self._steps: dict[str, list[float]] = {}
        self._blank = 0.0
        self._step = ""
        self._is_aside = self._is_blank = self._is_over = False

    @classmethod
    def resumed(cls, now: Callable[[], float], moment: datetime, run: Run) -> "Stopwatch":
        """Goes on with a run that broke off, at a moment: the time since then belongs to no step."""
        began = datetime.fromisoformat(run.started)
        watch = cls(now, began, run.minutes, rehearsal=run.rehearsal)
        watch._run = run
        watch._began -= max(0.0, (moment.astimezone() - began).total_seconds())
        watch._steps = {step.key: [step.seconds, step.questions] for step in run.steps}
        watch._blank = run.blank
        return watch

    @property
    def elapsed(self) -> float:
        """Seconds since it was made."""
        return max(0.0, self._now() - self._began)

    @property
    def in_step(self) -> float:
        """Seconds spent at the step one is at, all visits together, questions left out."""
        self._add()
        return self._steps[self._step][0] if self._step else 0.0

    def at(self, step: str) -> None:
        """The step of this key is shown, and nothing beside the running order."""
        self._add()
        self._step, self._is_aside = step, False
        self._steps.setdefault(step, [0.0, 0.0])

    def aside(self) -> None:
        """The running order is left for a question or a look-up: the time counts for questions at the step."""
        self._add()
        self._is_aside = True

    def back(self) -> None:
        """The step one left is shown again."""
        self._add()
        self._is_aside = False

    def blank(self) -> None:
        """The screen is blank, until `unblank`: what is shown below may change in the meantime."""
        self._add()
        self._is_blank = True

    def unblank(self) -> None:
        """The screen shows again what is below."""
        self._add()
        self._is_blank = False

    def end(self) -> None:
        """The talk is over: it did not break off."""
        self._is_over = True

    def record(self) -> Run:
        """What was measured so far; steps in the order they were first shown."""
        self._add()
        steps = tuple(Timed(key, _tenths(own), _tenths(asked)) for key, (own, asked) in self._steps.items())
        return self._run._replace(steps=steps, blank=_tenths(self._blank), at="" if self._is_over else self._step)

    def _add(self) -> None:
        now = self._now()
        passed, self._since = max(0.0, now - self._since), now
        if self._is_blank:
            self._blank += passed
        elif self._step:
            self._steps[self._step][self._is_aside] += passed


class Runs:
    """The runs of each briefing, in a file of its own; without `kept`, in this process alone."""

    def __init__(self, folder: Path | None = None, *, kept: bool = True) -> None:
        self._folder = folder
        self._kept = kept
        self._unkept: dict[Path, tuple[Run, ...]] = {}

    def of(self, path: Path) -> tuple[Run, ...]:
        """What was kept of a briefing, oldest first; whatever cannot be understood is left out."""
        if not self._kept:
            return self._unkept.get(path, ())
        try:
            with open(self._file(path), "rb") as stream:
                content = json.loads(stream.read(_LARGEST))
        except (OSError, ValueError, RecursionError):
            return ()
        runs = content.get("runs") if isinstance(content, dict) else None
        found = [run for run in map(_run, runs if isinstance(runs, list) else ()) if run is not None]
        return tuple(found[-RUNS:])

    def keep(self, path: Path, run: Run) -> None:
        """Remembers a run, in place of what was known of it before. Does nothing where that cannot be written."""
        before = [known for known in self.of(path) if known.started != run.started]
        runs = [*before, run._replace(steps=tuple(step for step in run.steps if _KEY.fullmatch(step.key)))][-RUNS:]
        if not self._kept:
            self._unkept[path] = tuple(runs)
            return
        try:
            file = self._file(path)
            made(file.parent.parent)
            made(file.parent)
            is_new = not file.exists()
            replace_file(file, _written(runs))
            if is_new:
                _forget(file.parent)
        except (OSError, ValueError, TypeError):
            return

    def last(self, path: Path, *, rehearsal: bool = False) -> Run | None:
        """The last run before an audience, or the last rehearsal; None where there was none."""
        return next((run for run in reversed(self.of(path)) if run.rehearsal == rehearsal), None)

    def broken_off(self, path: Path, moment: datetime) -> Run | None:
        """The last run before an audience where it broke off not long ago, and nobody ended it; else None."""
        run = self.last(path)
        if run is None or not run.at:
            return None
        since = (moment.astimezone() - datetime.fromisoformat(run.started)).total_seconds() - run.seconds
        return run if abs(since) <= FRESH else None

    def _file(self, path: Path) -> Path:
        if self._folder is None:
            self._folder = state_folder() / "meetings"
        name = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]
        return self._folder / f"{name}.json"


def runs_of(state: State) -> Runs:
    """Where runs are kept, by how everything else is."""
    return Runs(kept=not isinstance(state, Unkept))


def _written(runs: list[Run]) -> bytes:
    while True:
        text = json.dumps({"runs": [run._asdict() for run in runs]}, separators=(",", ":"), allow_nan=False)
        if len(text) < _LARGEST or len(runs) == 1:
            return text.encode("ascii")
        del runs[0]


def _forget(folder: Path) -> None:
    files = list(folder.glob("*.json"))
    for old in sorted(files, key=lambda file: file.stat().st_mtime)[: max(0, len(files) - BRIEFINGS)]:
        old.unlink(missing_ok=True)


def _run(kept: Any) -> Run | None:
    if not isinstance(kept, dict):
        return None
    started, minutes, steps = kept.get("started"), kept.get("minutes"), kept.get("steps")
    if not _is_moment(started) or not isinstance(steps, list):
        return None
    timed = [step for step in map(_timed, steps) if step is not None]
    known = minutes if _is_number(minutes) and minutes > 0 else None
    blank, at = kept.get("blank"), kept.get("at")
    return Run(
        started,
        known,
        kept.get("rehearsal") is True,
        tuple(timed),
        blank if _is_number(blank) else 0.0,
        at if isinstance(at, str) and _KEY.fullmatch(at) else "",
    )


def _timed(kept: Any) -> Timed | None:
    if not isinstance(kept, list) or len(kept) != 3:
        return None
    key, seconds, questions = kept
    if not isinstance(key, str) or not _KEY.fullmatch(key) or not _is_number(seconds) or not _is_number(questions):
        return None
    return Timed(key, seconds, questions)


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e9


def _is_moment(value: Any) -> TypeGuard[str]:
    try:
        return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _tenths(seconds: float) -> float:
    return round(seconds, 1)
