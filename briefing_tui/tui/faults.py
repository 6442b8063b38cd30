"""The one crash policy: a fault in the program costs what failed, is recorded once without content, and is said.

The program ends by it (code 70) only where nothing can go on: while it starts, or where no key is heard and nothing is
painted any more. Where faults are kept in, guarded.py says.
"""

import asyncio
import os
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from textual import events
from textual._context import active_message_pump
from textual.app import App, ScreenStackError
from textual.driver import Driver
from textual.message import Message
from textual.message_pump import CallbackError
from textual.screen import Screen
from textual.worker import WorkerFailed

from briefing_tui.blocks.block import Block, Heading, Note, Span
from briefing_tui.crash import crash_place, recorded_crash
from briefing_tui.keeper import end_after
from briefing_tui.tui.guarded import CRASHED, PATIENCE, Guarded, end_for_sure
from briefing_tui.tui.layout import NOT_SHOWN

#: Set to this, the first fault ends the program: for tests, in which none may pass unseen.
ENDS = ("BRIEFING_FAULTS", "end")

#: What is said of a fault behind a key, and of another.
ASKED_FOR = "That does not work: a fault in the program. All else does"
BY_ITSELF = "A fault in the program: something here does not work. All else does"

#: So many keys in a row that nobody has heard, or paintings that came to nothing, and there is nothing to go on with.
_IN_VAIN = 3
#: So many faults in a second that nobody asked for, lines that are painted aside, and it is one that never ends.
_STORM = 200


def notice_blocks(title: str, way_on: str = "") -> tuple[Block, ...]:
    """What is shown in the place of a document that could not be made. `way_on` is a sentence on where to go."""
    note = Note((Span(f"{NOT_SHOWN}{f' {way_on}' if way_on else ''}"),), "fault")
    return (Heading((Span(title),), 1), note) if title else (note,)


class Faults:
    """The faults of a run. Those of one place are recorded once."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._places: set[str] = set()
        self._times: deque[float] = deque(maxlen=_STORM)

    def note(self, error: BaseException) -> bool:
        """Takes down a fault; whether it is the first of its place."""
        place = crash_place(error)
        if place in self._places:
            return False
        self._places.add(place)
        recorded_crash(error)
        return True

    def is_storm(self) -> bool:
        """Counts one of those that come by themselves; whether there is no end to them."""
        self._times.append(self._clock())
        return len(self._times) == _STORM and self._times[-1] - self._times[0] < 1


class EnduringApp(Guarded, App[int], inherit_bindings=False):
    """An app that goes on after a fault, where it can."""

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class)
        #: The first fault of the run, and the one that has ended it.
        self.fault: BaseException | None = None
        self.ended_by: BaseException | None = None
        self.faults = Faults()
        self.goes_on = os.environ.get(ENDS[0]) != ENDS[1]
        self._unheard = self._unpainted = 0

    def on_load(self) -> None:
        asyncio.get_running_loop().set_exception_handler(self._failed_in_loop)

    def tell(self, words: str, role: str) -> None:
        """Shows a passing message."""

    # faults --------------------------------------------------------------------

    def failed(self, error: Exception, cause: Message | None = None, *, painting: bool = False) -> None:
        if self._dom_ready:
            super().failed(error, cause, painting=painting)
        else:
            # What starts the app itself: without it there is no screen.
            self.end_by(_origin(error))

    def went_wrong(
        self, error: Exception, cause: Message | None = None, *, asked: bool = False, painting: bool = False
    ) -> None:
        """A fault that was kept in. `asked`: a key or a click wanted what failed. `painting`: it comes once a line."""
        error = _origin(error)
        if self._exit and isinstance(error, ScreenStackError):
            # A key typed after the last one: there is no screen any more that it could mean.
            return
        self._unheard += isinstance(cause, events.Key)
        if not self.goes_on or self._unheard >= _IN_VAIN:
            self.end_by(error)
            return
        asked = asked or isinstance(cause, events.InputEvent | events.Paste)
        if not (asked or painting) and self.faults.is_storm():
            # What does itself again at once leaves nobody a word in between.
            self.end_by(error)
            return
        self.fault = self.fault or error
        is_first = self.faults.note(error)
        if (is_first or asked) and not self._exit:
            self._tell_fault(ASKED_FOR if asked else BY_ITSELF)

    def was_heard(self) -> None:
        """A key has come to where keys become commands."""
        self._unheard = 0

    def was_painted(self) -> None:
        """The screen shows what it should."""
        self._unpainted = 0

    def went_unpainted(self, error: Exception) -> None:
        """Nothing of a screen could be painted."""
        self._unpainted += 1
        if self._unpainted >= _IN_VAIN:
            self.end_by(error)
        else:
            self.went_wrong(error)

    def exit(self, result: int | None = None, return_code: int = 0, message: object = None) -> None:
        # What waits for a part that has failed would wait for ever.
        end_after(PATIENCE, return_code, str)
        super().exit(result, return_code)

    def end_by(self, error: BaseException) -> None:
        """Ends the program by a fault: whoever has started it hears of it (`ended_by`)."""
        end_for_sure(error)
        # Before anything is set: where even this fails, deep in a recursion, nothing is half done.
        self._close_messages_no_wait()
        self.fault = self.fault or error
        self.ended_by = self.ended_by or error
        self._return_code = CRASHED
        if self._exception is None and isinstance(error, Exception):
            # So that the pilot of a test raises it.
            self._exception = error
            self._exception_event.set()

    def _tell_fault(self, words: str) -> None:
        try:
            self.tell(words, "error")
        except Exception as error:
            # Whatever else goes on is worth more than that it is said.
            self.faults.note(error)

    # Textual's ways to a fault --------------------------------------------------------------------

    def _handle_exception(self, error: Exception) -> None:
        """What is raised in timers, workers, layout and `compose`. Textual would print the values of variables."""
        pump = active_message_pump.get(None)
        if not self._dom_ready:
            self.end_by(_origin(error))
        elif isinstance(pump, Screen) and not pump._is_mounted:
            self.went_wrong(error, asked=True)
            self.call_later(self._take_away, pump)
        else:
            self.went_wrong(error)

    def _take_away(self, screen: Screen[Any]) -> None:
        """Takes a screen away that could not be made."""
        if self.screen is screen and len(self.screen_stack) > 1:
            self.pop_screen()
        elif screen in self.screen_stack:
            self.end_by(self.fault or RuntimeError())

    def _failed_in_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """What is raised in what the others of a talk or an editor have sent, and in tasks that nobody waits for."""
        # What comes in and is not taken in is there again at once.
        error = context.get("exception")
        if isinstance(error, Exception):
            self.went_wrong(error)

    def panic(self, *renderables: object) -> None:
        self.end_by(RuntimeError())

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()


def _origin(error: Exception) -> Exception:
    """The fault itself, where Textual has put it into one of its own."""
    if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
        return error.error
    if isinstance(error, CallbackError) and isinstance(error.__context__, Exception):
        return error.__context__
    return error
