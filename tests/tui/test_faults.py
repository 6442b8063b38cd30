"""A bug costs a pane, not the meeting: whatever fails, the program goes on, or ends with a line that tells nothing.

What may fail is found by walking the classes (faulty.py) and called on short tours of the program (touring.py). An
ordinary run has a part of it fail, each day another; `make torture` all of it.
"""

import asyncio
import os
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing_tui.cli.report import guarded
from briefing_tui.library.start import Start
from briefing_tui.tui.guarded import CRASHED
from tests.torture import FACTOR, Tally
from tests.tui.faulty import ERRORS, SECRET, Target, failing, makers, methods, replaced, watched
from tests.tui.touring import BRIEFING, Leg, Tour, Went, setting, went
from tests.tui.tours_presenting import PRESENTING
from tests.tui.tours_reading import READING

LEGS = (*READING, *PRESENTING)
PLACES = (*methods(), *makers())

#: Of so many parts, an ordinary run takes one.
PARTS = 36
#: Keys by which one asks for the end. Nothing else may end the program with 0.
ASKED_TO_END = {"q", "y"}
#: Seconds after which a tour is said to hang: more than a hundred times what one takes.
HANGS = 120.0
#: So often it is tried whether a place is called: what goes by the clock, as a double click does, is not always.
TRIES = 3
#: Where whatever is wrong is said as such, be it a fault in the program or the world outside.
SAID_OTHERWISE = {
    "tui.screens.shared.SharedScreen.joined": "a talk goes on without those who would follow it",
}

#: One process does it all: what is called where is found out once.
pytestmark = pytest.mark.xdist_group("faults")


class Reached(NamedTuple):
    """On which tour a place is called, after how many things that were done; `ends`: the tour ends by leaving."""

    ends: bool
    stops: int
    number: int


Tourist = Callable[[Leg, Callable[[], bool]], Went]
Seen = dict[Target, list[Reached]]


@pytest.fixture
def tourist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_home: Path) -> Tourist:
    """Goes on a tour in a folder of its own."""
    numbers = iter(range(100_000))

    def go(leg: Leg, enough: Callable[[], bool]) -> Went:
        # Where somebody was, and what was worn, is not to be where the next one begins.
        shutil.rmtree(own_home / "state", ignore_errors=True)
        with setting(tmp_path / str(next(numbers)), monkeypatch, leg) as (path, wires):
            return asyncio.run(asyncio.wait_for(went(leg, path, wires, enough), HANGS))

    return go


@pytest.fixture(scope="module")
def seen() -> Seen:
    """Filled by the first test, used by the others."""
    return {}


class Noted:
    """Who was called on the tour that is being made, and after how many stops for the first time."""

    def __init__(self) -> None:
        self.stops = 0
        self.first: dict[Target, int] = {}

    def begin(self) -> None:
        self.stops, self.first = 0, {}

    def stop(self) -> bool:
        self.stops += 1
        return False

    def note(self, place: Target) -> None:
        self.first.setdefault(place, self.stops)


def look(tourist: Tourist, seen: Seen) -> None:
    """Goes on all tours, without any fault."""
    if seen:
        return
    noted = Noted()
    with ExitStack() as stack:
        for place in PLACES:
            stack.enter_context(replaced(place, watched(partial(noted.note, place))))
        for number, leg in enumerate(LEGS):
            noted.begin()
            how = tourist(leg, noted.stop)
            assert how.app is not None
            assert how.app.fault is None, leg.name
            for place, at in noted.first.items():
                seen.setdefault(place, []).append(Reached(how.has_ended, at, number))


def test_every_place_is_called_on_some_tour(tourist: Tourist, seen: Seen) -> None:
    look(tourist, seen)
    assert [str(place) for place in PLACES if place not in seen] == [], "go there on a tour (tours_*.py)"


class Outcome(NamedTuple):
    """What came of faults at a place: how often it was called; how the program went on; what is wrong with that."""

    hits: int
    how: str
    wrong: str


def outcome(
    tourist: Tourist,
    place: Target,
    leg: Leg,
    error: Callable[[], Exception],
    home: Path,
    streams: pytest.CaptureFixture[str],
) -> Outcome:
    """Has a place fail whenever it is called, and goes on the tour to it and five things further."""
    hits = since = 0

    def hit() -> None:
        nonlocal hits
        hits += 1

    def enough() -> bool:
        nonlocal since
        since += hits > 0
        return since > 5

    streams.readouterr()
    try:
        with replaced(place, failing(error, hit)):
            how = tourist(leg, enough)
    except (Exception, asyncio.CancelledError) as fault:
        return Outcome(hits, "hung", f"{type(fault).__name__}: {fault}")
    wrong = []
    if not how.has_ended:
        way = "went on"
    elif how.ended_by is not None:
        way = "ended by them"
        if guarded(partial(_raise, how.ended_by)) != CRASHED:
            wrong.append("another code than 70")
    else:
        way = "was left by a key"
        if how.last not in ASKED_TO_END:
            wrong.append(f"nobody has asked for the end, but pressed {how.last}")
    said = "".join(streams.readouterr())
    if how.ended_by is not None and not said.startswith("briefing: "):
        wrong.append("no word at the end")
    records = "".join(path.read_text("utf-8") for path in (home / "state").rglob("crashes/*.txt"))
    if SECRET in said + records or "Traceback" in said:
        wrong.append("tells what was read")
    if hits and not records and str(place) not in SAID_OTHERWISE and not isinstance(how.ended_by, MemoryError):
        wrong.append("no record")
    return Outcome(hits, way, ", ".join(wrong))


def _raise(error: BaseException) -> int:
    raise error


def errors(number: int) -> tuple[Callable[[], Exception], ...]:
    """The faults that a place has in this run: one kind, or in a long run every kind."""
    first = number % len(ERRORS)
    return (*ERRORS[first:], *ERRORS[:first])[: 1 if FACTOR < 10 else len(ERRORS)]


@pytest.mark.torture("faults in every handler, command, timer, worker and painting")
def test_a_fault_costs_what_failed(
    tourist: Tourist, seen: Seen, own_home: Path, capsys: pytest.CaptureFixture[str], tally: Tally
) -> None:
    look(tourist, seen)
    day = date.today().toordinal()
    only_a_part = "BRIEFING_TORTURE" not in os.environ
    ways = Counter[str]()
    wrong = []
    places = [place for place in PLACES if place in seen]
    for number, place in enumerate(places):
        if only_a_part and (number + day) % PARTS:
            continue
        for error in errors(number + day // PARTS):
            # Rather where the program is tried afterwards than where it is left.
            for at in (sorted(seen[place]) * TRIES)[:TRIES]:
                leg = LEGS[at.number]
                came = outcome(tourist, place, leg, error, own_home, capsys)
                if came.hits:
                    break
            ways[came.how] += 1
            if came.wrong or not came.hits:
                wrong.append(f"{place}: {error()!r} {came.hits} times on “{leg.name}”: {came.how}, {came.wrong}")
    for how, many in sorted(ways.items()):
        tally(f"faults; the program {how}", many)
    tally("places", len(places) if not only_a_part else ways.total(), len(wrong))
    assert not wrong, "\n".join(wrong)


async def _through_it_all(tour: Tour) -> None:
    await tour.keys("end home")
    await tour.wait(0.05)


def test_many_faults_in_one_document_are_no_storm(tourist: Tourist, own_home: Path) -> None:
    more = "".join(f"    Paragraph {number}.\n\n" for number in range(600))

    def start(path: Path) -> Start:
        path.write_text(BRIEFING.replace("situation:\n", f"situation:\n  background: |\n{more}"), encoding="utf-8")
        return Start(path=path)

    times = 0

    def hit() -> None:
        nonlocal times
        times += 1

    with replaced(Target("briefing_tui.tui.typeset", "", "lay"), failing(lambda: RuntimeError(SECRET), hit)):
        how = tourist(Leg("long", start, _through_it_all), lambda: False)
    assert times > 500
    assert not how.has_ended
