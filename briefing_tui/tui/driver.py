"""Textual's driver of the terminal, where its ways to stop, to go on and to end are not ours. Knows no screen."""

import contextlib
import os
import select
import signal
import termios
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, Any, TextIO, cast

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from briefing_tui.keeper import DRAWN, LEFT, lost, used

if TYPE_CHECKING:
    from briefing_tui.tui.faults import EnduringApp

#: How often the thread that reads keys looks whether it is to end, in seconds.
LOOK = 0.1


class _Paper:
    """Standard error, to draw on. Where it takes no more, the terminal is gone: nobody is there to be told."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        try:
            self._stream.write(text)
        except (OSError, ValueError):
            lost()

    def flush(self) -> None:
        try:
            self._stream.flush()
        except (OSError, ValueError):
            lost()

    def fileno(self) -> int:
        return self._stream.fileno()


class TerminalDriver(LinuxDriver):
    """Says when the terminal is drawn on, goes on after being stopped, and ends when the terminal is gone."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        screen = cast(TextIO, self._file)
        # Whoever had the terminal before may have left it otherwise; that would end the thread that writes.
        os.set_blocking(screen.fileno(), True)
        self._file = cast(Any, _Paper(screen))
        self._drawn = False
        #: What was written to begin with, and the line settings then, to do it again.
        self._opening: list[str] | None = None
        self._opened_with = ""
        self._raw: list[Any] | None = None

    # the use of the terminal --------------------------------------------------------------------

    def start_application_mode(self) -> None:
        self._opening = []
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._opened_with, self._opening = "".join(self._opening), None
        with contextlib.suppress(termios.error):
            self._raw = termios.tcgetattr(self.fileno)

    def write(self, data: str) -> None:
        if not self._drawn:
            # Not earlier: until then nothing is done to it, and who is in the background is stopped there.
            self._drawn = True
            used(DRAWN)
        if self._opening is not None:
            self._opening.append(data)
        super().write(data)

    def stop_application_mode(self) -> None:
        # First of all: what the terminal answers has modes set.
        self.disable_input()
        if self._mouse_pixels:
            # What Textual forgets.
            self.write("\x1b[?1016l")
        super().stop_application_mode()
        # When it starts, it asks again.
        self._mouse_pixels = self._in_band_window_resize = False

    def close(self) -> None:
        super().close()
        self._drawn = False
        used(LEFT)

    # stopping and going on --------------------------------------------------------------------

    def _sigtstp_application(self, *_: object) -> None:
        if self._auto_restart:
            # Not here, amid whatever the app is doing.
            self._loop.call_soon_threadsafe(self._stop)
        else:
            # An editor has the terminal.
            os.kill(os.getpid(), signal.SIGSTOP)

    def _stop(self) -> None:
        if self._drawn:
            self.suspend_application_mode()
            self._must_signal_resume = True
        os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: object) -> None:
        if self._auto_restart:
            self._loop.call_soon_threadsafe(self._go_on)

    def _go_on(self) -> None:
        if not self._drawn:
            self.resume_application_mode()
        elif self._raw is not None:
            # Stopped without a word; others have had the terminal meanwhile, as it was before.
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._raw)
            # It may have gone on more than once: kitty's keys are a stack, and the other screen's is not ours.
            self.write(f"\x1b[?1049h\x1b[<9u{self._opened_with}")
        self._app.refresh(layout=True)

    # keys --------------------------------------------------------------------

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except (OSError, termios.error):
            lost()
        except Exception as error:
            # Without keys nothing can go on; where the loop has ended, nothing does.
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(cast("EnduringApp", self._app).end_by, error)

    def run_input_thread(self) -> None:
        """Reads keys, and what else the terminal tells, until it is to end or the terminal has gone."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            if select.select([self.fileno], [], [], LOOK)[0]:
                data = os.read(self.fileno, 1 << 12)
                if not data:
                    # At the end of a terminal that is still there, somebody has changed its settings.
                    termios.tcgetattr(self.fileno)
                    self.exit_event.wait(LOOK)
                for event in parser.feed(decode(data)) if data else ():
                    self.process_message(event)
            for event in parser.tick():
                self.process_message(event)
