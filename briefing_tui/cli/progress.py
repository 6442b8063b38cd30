"""How far long work has come, on a line of the terminal that is gone again before anything else is said."""

import os
import sys
from time import monotonic

#: Seconds before anything is shown, and between two looks.
PATIENCE, PACE = 0.5, 0.1


class Progress:
    """Counts steps towards `total` on standard error, where that is a terminal which can take a line back."""

    def __init__(self, total: int, *, quiet: bool = False) -> None:
        self._total, self._done = total, 0
        self._due = monotonic() + PATIENCE
        self._shown = 0
        self._on = not quiet and total > 1 and _is_terminal()

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        if self._on and monotonic() >= self._due:
            self._due = monotonic() + PACE
            self._write(f"{self._done:,} of {self._total:,} files")

    def hide(self) -> None:
        """Takes the line away: something else is about to be written."""
        if self._shown:
            self._write("")

    def _write(self, words: str) -> None:
        blank = " " * max(0, self._shown - len(words))
        try:
            assert sys.stderr is not None
            # No sequence but carriage returns: every terminal has those.
            sys.stderr.write(f"\r{words}{blank}\r" if not words else f"\r{words}{blank}")
            sys.stderr.flush()
        except (OSError, ValueError):
            self._on = False
        self._shown = len(words)


def _is_terminal() -> bool:
    try:
        return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    except (OSError, ValueError):
        return False
