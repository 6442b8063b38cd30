"""Drivers that take the terminal's place within an app, which itself stays as it is (named in TEXTUAL_DRIVER).

A frame is what is written between two flushes: the app flushes once at the end of each. Keys come from a thread of
their own, as they do from a terminal.
"""

import json
import os
import sys
import threading
from time import clock_gettime, perf_counter, pthread_getcpuclockid, sleep, thread_time
from typing import Any

from textual import events
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver

#: Where the steps are read from ([[label, key], ...]) and where what was measured is written to.
STEPS, REPORT = "BENCH_STEPS", "BENCH_REPORT"
#: What a frame has to hold for FirstFrame to end the process.
WANTED = "BENCH_WANTED"
#: Where FirstFrame writes the names of the modules that were imported until then; nowhere where it is not set.
MODULES = "BENCH_MODULES"

#: Seconds without a frame after which nothing more is coming: more than the 1/60 s that Textual may hold one back.
QUIET = 0.02
#: How often to look whether a key shows nothing at all, each time once the app's loop is free.
LOOKS = 5

_CHARACTERS = {"slash": "/", "space": " "}


class _Driver(HeadlessDriver):
    """Counts frames and draws nothing, but lets the app render as for a terminal."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self.frame = ""

    @property
    def is_headless(self) -> bool:
        """No: a headless app would not render."""
        return False

    def write(self, data: str) -> None:
        self.frame += data

    def flush(self) -> None:
        if self.frame:
            frame, self.frame = self.frame, ""
            self.framed(frame)

    def framed(self, frame: str) -> None:
        """Called with each frame as soon as it is complete."""


class FirstFrame(_Driver):
    """Ends the process at the first frame that holds a text: what has been counted by then is the way to it."""

    def framed(self, frame: str) -> None:
        if os.environ[WANTED] in frame:
            if file := os.environ.get(MODULES):
                with open(file, "w", encoding="utf-8") as stream:
                    json.dump(list(sys.modules), stream)
            os._exit(0)


class Stopwatch(_Driver):
    """Types the keys of a script and notes how long after each the next frame and the last frame were complete.

    Also how long the app's thread worked for it: on a busy machine that is the better figure, on an idle one the same
    less what was waited for.
    """

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        #: When a frame was complete, and how long the app's thread had worked by then.
        self._frames: list[tuple[float, float]] = []
        self._painted = threading.Event()
        self._typist = threading.Thread(target=self._type, daemon=True)

    def framed(self, frame: str) -> None:
        self._frames.append((perf_counter(), thread_time()))
        self._painted.set()
        if not self._typist.is_alive() and not self._typist.ident:
            self._typist.start()

    def _type(self) -> None:
        with open(os.environ[STEPS], encoding="utf-8") as file:
            steps: list[tuple[str, str]] = json.load(file)
        report: dict[str, list[tuple[float, ...]]] = {}
        app_clock = pthread_getcpuclockid(threading.main_thread().ident or 0)
        sleep(0.3)
        self._wait_until_quiet()
        for label, key in steps:
            self._painted.clear()
            self._frames.clear()
            character = _CHARACTERS.get(key, key if len(key) == 1 else None)
            start, worked = perf_counter(), clock_gettime(app_clock)
            self.process_message(events.Key(key, character))
            if self._is_painted():
                self._wait_until_quiet()
            if label and self._frames:
                (first, first_work), (last, last_work) = self._frames[0], self._frames[-1]
                report.setdefault(label, []).append(
                    (first - start, last - start, first_work - worked, last_work - worked)
                )
        with open(os.environ[REPORT], "w", encoding="utf-8") as file:
            json.dump(report, file)
        os._exit(0)

    def _is_painted(self) -> bool:
        """Waits for a frame; whether there is one."""
        for _ in range(LOOKS):
            if self._painted.wait(QUIET):
                return True
            self._answered()
        return self._painted.is_set()

    def _answered(self) -> float:
        """Seconds until the app's loop has time for a call."""
        asked, answered = perf_counter(), threading.Event()
        self._loop.call_soon_threadsafe(answered.set)
        answered.wait()
        return perf_counter() - asked

    def _wait_until_quiet(self) -> None:
        """Waits until no frame came for a while and the app's loop answers at once."""
        while True:
            before = len(self._frames)
            sleep(QUIET)
            if self._answered() < 0.002 and len(self._frames) == before:
                return
