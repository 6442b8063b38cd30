"""One end of a connection that speaks in lines: bounded both ways, and never waiting for the other end.

What cannot be written now is not queued: the newest line of each kind waits, older ones are forgotten.
"""

import asyncio
from typing import cast

from briefing_tui.meeting.update import LONGEST

#: So much may wait in the transport before lines are held back, in bytes.
_HIGH = 65_536


class Lines(asyncio.Protocol):
    """Splits what comes in, and holds back what the other end is too slow for. Subclasses say what lines mean."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self._kept = bytearray()
        self._paused = False
        self._waiting: dict[str, bytes] = {}

    def lines(self, lines: list[bytes]) -> None:
        """What has come in at one go."""

    def begun(self) -> None:
        """The connection is there."""

    def ended(self) -> None:
        """The connection is gone."""

    def send(self, kind: str, line: bytes) -> None:
        """Sends a line; where the other end does not take it now, it waits in place of the last one of its kind."""
        if self.transport is None or self.transport.is_closing():
            return
        if self._paused:
            # What was told last comes last.
            self._waiting.pop(kind, None)
            self._waiting[kind] = line
        else:
            self.transport.write(line)

    def drop(self) -> None:
        """Ends the connection at once."""
        if self.transport is not None:
            self.transport.abort()

    def finish(self) -> None:
        """Ends the connection when what was sent is out."""
        if self.transport is not None:
            self.transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by the loop."""
        self.transport = cast("asyncio.Transport", transport)
        self.transport.set_write_buffer_limits(_HIGH)
        self.begun()

    def connection_lost(self, exc: Exception | None) -> None:
        """Called by the loop."""
        self.transport = None
        self._waiting.clear()
        self.ended()

    def data_received(self, data: bytes) -> None:
        """Called by the loop. A line without end costs the connection."""
        kept = self._kept
        kept += data
        if b"\n" in data:
            *whole, rest = bytes(kept).split(b"\n")
            self._kept = bytearray(rest)
            if any(len(line) > LONGEST for line in whole):
                self.drop()
                return
            self.lines(whole)
        if len(self._kept) > LONGEST:
            self.drop()

    def pause_writing(self) -> None:
        """Called by the loop."""
        self._paused = True

    def resume_writing(self) -> None:
        """Called by the loop."""
        self._paused = False
        waiting, self._waiting = self._waiting, {}
        for kind, line in waiting.items():
            self.send(kind, line)
