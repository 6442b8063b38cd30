"""A screen that is told things, kept from harming whoever tells it; and how often it may be asked. Knows no socket."""

import asyncio
import time
from collections.abc import Callable

from briefing_tui.meeting.link import Heard
from briefing_tui.meeting.update import Update

#: So many questions are passed on at once; after that one every so many seconds, and seconds between two of one name.
AT_ONCE, EACH, SAME = 5, 2.0, 5.0
#: So many names are remembered.
_NAMES = 50


class Told:
    """Tells a screen, until it is silenced. What the screen raises goes to the loop's exception handler."""

    def __init__(self, heard: Heard) -> None:
        self._heard: Heard | None = heard
        self._loop = asyncio.get_running_loop()

    def silence(self) -> None:
        """Nothing is told any more."""
        self._heard = None

    def placed(self, update: Update) -> None:
        """The talk is there now."""
        if self._heard is not None:
            self._call(lambda heard: heard.placed(update))

    def asked(self, name: str) -> None:
        """Somebody asks to drive."""
        if self._heard is not None:
            self._call(lambda heard: heard.asked(name))

    def taken(self, name: str) -> None:
        """Somebody else drives."""
        if self._heard is not None:
            self._call(lambda heard: heard.taken(name))

    def note(self, words: str) -> None:
        """Something to be said quietly."""
        if self._heard is not None:
            self._call(lambda heard: heard.note(words))

    def _call(self, tell: Callable[[Heard], None]) -> None:
        if self._heard is None:
            return
        try:
            tell(self._heard)
        except Exception as error:
            self._loop.call_exception_handler({"message": "a screen failed at what it was told", "exception": error})


class Asking:
    """Lets few questions through: whoever asks again and again is heard once in a while, and nobody is buried."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left = float(AT_ONCE)
        self._since = clock()
        self._by: dict[str, float] = {}

    def passes(self, name: str) -> bool:
        """Whether somebody is heard now."""
        now = self._clock()
        self._left = min(float(AT_ONCE), self._left + (now - self._since) / EACH)
        self._since = now
        if self._left < 1 or now - self._by.get(name, float("-inf")) < SAME:
            return False
        if len(self._by) >= _NAMES:
            self._by.clear()
        self._left -= 1
        self._by[name] = now
        return True
