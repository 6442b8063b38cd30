"""When garbage is looked for: the small passes as ever, the long one while nobody presses a key.

A long pass over a briefing of 10,000 entries takes longer than six frames, and it came while keys were pressed.
"""

import gc
from time import monotonic

#: As Python has it, but for the long pass: one comes by itself only after so many middle ones, some 2,000 keys.
_THRESHOLDS = (700, 10, 200)
#: How often to look whether it is quiet, and since when no key was pressed where it is, in seconds.
LOOK_SECONDS, _QUIET = 1.0, 0.7
#: After so many middle passes a long one is worth it.
_WORTH = 5


class Sweeping:
    """Looks for garbage when it is quiet."""

    def __init__(self) -> None:
        self._last_key = monotonic()
        self._first = True

    def begin(self) -> None:
        """What is there stays, and need not be looked at. From now on garbage is collected."""
        gc.freeze()
        gc.set_threshold(*_THRESHOLDS)
        gc.enable()

    def was_heard(self) -> None:
        """A key was pressed."""
        self._last_key = monotonic()

    def look(self) -> None:
        """Makes a long pass where it is quiet, and worth it."""
        if monotonic() - self._last_key < _QUIET or (gc.get_count()[2] < _WORTH and not self._first):
            return
        gc.collect()
        if self._first:
            # What was made behind the first painting stays as well.
            self._first = False
            gc.freeze()
