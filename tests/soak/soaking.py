"""Has a sequence of happenings come over an app, as fast as it can take them, and looks what it has left of it."""

import asyncio
import contextlib
import ctypes
import gc
import os
import shutil
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from textual import events
from textual.driver import Driver
from textual.geometry import Size

from briefing_tui.library.start import Start, Talk
from briefing_tui.tui.app import BriefingApp
from tests.soak.happenings import Happening
from tests.soak.invariants import broken

#: So many happen before the app gets to answer, at most: keys come faster than screens go.
TOGETHER = 12
#: Where it is measured what the process takes, in columns and rows.
PLAIN = (80, 24)
#: So often it is measured: first when caches are as full as they get, after so many happenings or a fourth of them.
MEASURED, WARM = 5, 10_000

PLACES = ("reader", "library", "present")


class Soaked(NamedTuple):
    """What came of it: what is wrong, and after how many happenings; what the process took meanwhile, in MB."""

    finding: str
    after: int
    sizes: tuple[float, ...]
    starts: int

    @property
    def growth(self) -> float:
        """How much larger the process has become, in MB, once it was warm."""
        return self.sizes[-1] - self.sizes[0] if self.sizes else 0.0


def library(folder: Path, some: Sequence[Path]) -> Path:
    """Copies of some briefings: whatever happens to the library happens to these, and minutes lie beside them."""
    found = folder / "library"
    found.mkdir()
    for path in some:
        shutil.copyfile(path, found / path.name)
    return found


class Drain(Driver):
    """A terminal that takes everything and shows nothing."""

    def write(self, data: str) -> None:
        """Somewhere else it would be seen."""

    def start_application_mode(self) -> None:
        size = Size(*(self._size or PLAIN))
        self._loop.call_soon(lambda: self._app.post_message(events.Resize(size, size)))

    def disable_input(self) -> None:
        """There is none."""

    def stop_application_mode(self) -> None:
        """Nothing was begun."""


class Soak:
    """A place in the program with a copy of a briefing, to which things happen."""

    def __init__(self, place: str, source: Path, folder: Path) -> None:
        self._place, self._source, self._folder = place, source, folder
        self._path = folder / source.name
        self._at = 0
        self._sizes: list[float] = []
        self._starts = 0

    def of(self, sequence: Sequence[Happening]) -> Soaked:
        """What comes of a sequence; the program is started anew whenever it was left."""
        for name in self._folder.iterdir():
            if name.is_file():
                name.unlink()
        if self._source.is_dir():
            shutil.copytree(self._source, self._path, dirs_exist_ok=True)
        else:
            shutil.copyfile(self._source, self._path)
        self._at, self._sizes, self._starts = 0, [], 0
        while self._at < len(sequence):
            finding = asyncio.run(self._run(sequence))
            if finding:
                return Soaked(finding, self._at, (), self._starts)
        return Soaked("", self._at, tuple(self._sizes), self._starts)

    def _start(self) -> Start:
        if self._place == "library":
            return Start(folder=self._path if self._path.is_dir() else self._folder)
        return Start(path=self._path, talk=Talk() if self._place == "present" else None)

    async def _run(self, sequence: Sequence[Happening]) -> str:
        """Goes on with it until the program is left, or something is wrong, which is told."""
        self._starts += 1
        app = BriefingApp(self._start(), driver_class=Drain)
        try:
            async with app.run_test(headless=False, size=PLAIN) as pilot:
                await pilot.pause()
                while self._at < len(sequence) and not app.has_ended and app.fault is None:
                    self._happen(app, sequence[self._at])
                    self._at += 1
                    if self._at % TOGETHER == 0 or sequence[self._at - 1].what in ("size", "wait", "leave"):
                        await settled(app, 0.02 if sequence[self._at - 1].what == "wait" else 0.0)
                        if not app.has_ended and next(broken(app), ""):
                            # What is just being opened on a busy machine is looked at once more.
                            await settled(app, 0.1)
                            if wrong := next(broken(app), "") if not app.has_ended else "":
                                return wrong
                    if self._at >= self._due(len(sequence)) and not app.has_ended and app.fault is None:
                        self._sizes.append(round(await _measured(app), 1))
        except Exception as error:
            return told(app.fault or error)
        return told(app.fault) if app.fault is not None else ""

    def _due(self, all_: int) -> int:
        """After how many it is measured the next time; the last time at the end."""
        warm = min(WARM, all_ // 4)
        return warm + (all_ - warm) * len(self._sizes) // MEASURED

    def _happen(self, app: BriefingApp, happening: Happening) -> None:
        what, which, x, y = happening
        if what in ("key", "leave"):
            app.simulate_key(which)
        elif what == "paste":
            app.post_message(events.Paste(which))
        elif what == "size":
            _resize(app, (x, y))
        elif what == "mouse":
            at = x * app.size.width // 1000, y * app.size.height // 1000
            _mouse(app, getattr(events, which), at)


def _resize(app: BriefingApp, to: tuple[int, int]) -> None:
    size = Size(*to)
    assert app._driver is not None
    app._driver._size = to
    app.post_message(events.Resize(size, size))


def _mouse(app: BriefingApp, kind: type[Any], at: tuple[int, int]) -> None:
    button = 1 if kind in (events.MouseDown, events.MouseUp, events.Click) else 0
    app.post_message(kind(None, *at, 0, 0, button, False, False, False, *at))


async def settled(app: BriefingApp, seconds: float = 0.0) -> None:
    """Until the app has nothing left to do; or, where it is busy with something that lasts, a moment."""
    if seconds:
        await asyncio.sleep(seconds)
    quiet, rounds = 0, 0
    while quiet < 2 and rounds < 2_000 and not app.has_ended and app.screen_stack:
        # What a new size comes to is held back for a moment.
        await asyncio.sleep(0.002 if app._resize_event is not None else 0)
        rounds += 1
        screen = app.screen
        pumps = [app, screen, *screen.walk_children()]
        waiting = any(not pump._message_queue.empty() or pump._next_callbacks for pump in pumps)
        waiting |= app._resize_event is not None or screen._layout_required
        quiet = 0 if waiting or screen._callbacks or screen._dirty_widgets else quiet + 1


async def _measured(app: BriefingApp) -> float:
    """What the process takes at an ordinary size of the screen, all that can be let go of let go of."""
    was = tuple(app.size)
    _resize(app, PLAIN)
    await settled(app, 0.05)
    found = resident()
    _resize(app, (was[0], was[1]))
    await settled(app)
    return found


def resident() -> float:
    """What this process has in memory, in MB of 10⁶ bytes; 0 where the system does not tell."""
    gc.unfreeze()
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def told(error: BaseException) -> str:
    """An error and where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    places = " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{type(error).__name__}: {error} ({places})"
