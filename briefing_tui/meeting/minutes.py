"""The minutes of a briefing: jots are put at the end of a file and never deleted; edits and strokes are further lines.

Every line is on the disk when a method returns. Readers and writers in other processes may use the file meanwhile.
"""

import contextlib
import errno
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from briefing_tui.meeting.jot import LONGEST, Jot, Kind, Taken, Unread
from briefing_tui.meeting.minutes_file import MAX_BYTES, BusyError, UnfitError, appended, content_of
from briefing_tui.meeting.minutes_lines import highest_id, line_of, taken_from
from briefing_tui.meeting.minutes_place import (
    aside,
    beside,
    is_minutes,
    made_aside,
    mode_beside,
    objection,
    shown,
)
from briefing_tui.model.text import is_blank, one_line
from briefing_tui.source.file import file_stamp

#: Errors that another place does not have.
_NOT_HERE = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENAMETOOLONG, errno.ENOENT, errno.ENOTDIR, errno.EINVAL}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class MinutesError(Exception):
    """Nothing was written down: why, in words for the user."""


def local_now() -> datetime:
    """This second, with the offset of the local clock."""
    return datetime.now().astimezone().replace(microsecond=0)


class Minutes:
    """The minutes of one briefing: `path` is its file, or the minutes file itself, or None where it is no file.

    `name` tells those apart that are no files. Nothing is opened before something is asked.
    """

    def __init__(
        self, path: Path | None, name: str = "", *, author: str = "", now: Callable[[], datetime] = local_now
    ) -> None:
        self._briefing, self._name, self._author, self._now = path, name, author, now
        #: Why nothing is written beside the briefing, once that has been tried.
        self._refused = ""

    # where --------------------------------------------------------------------

    @cached_property
    def beside(self) -> Path | None:
        """The file beside the briefing; None where the briefing is no file."""
        if self._briefing is None:
            return None
        return self._briefing if is_minutes(self._briefing) else beside(self._briefing)

    @cached_property
    def _aside(self) -> Path | None:
        """The file in the state folder; None where a minutes file itself was named."""
        if self._briefing is not None and is_minutes(self._briefing):
            return None
        return aside(self._briefing, self._name)

    @property
    def where(self) -> Path:
        """The file that is written to."""
        if self.beside is None:
            assert self._aside is not None
            return self._aside
        return self._aside if self._aside is not None and self._objection() else self.beside

    @property
    def aside(self) -> str:
        """Where the minutes are and why, when they are not beside the briefing; else empty."""
        if self.beside is None:
            return f"This briefing is no file here: its minutes are kept in {shown(self.where)}"
        if self._aside is None or not (why := self._objection()):
            return ""
        name = one_line(self.beside.name)
        return f"The minutes cannot be written beside the briefing ({name} {why}): they are kept in {shown(self.where)}"

    def _objection(self) -> str:
        return self._refused or objection(self.beside) if self.beside is not None else ""

    # reading --------------------------------------------------------------------

    def stamp(self) -> tuple[tuple[int, ...], ...]:
        """What tells one state of the minutes from another."""
        return tuple([file_stamp(path) for path in self.paths])

    def read(self) -> Taken:
        """What has been taken down, beside the briefing and in the state folder. Raises nothing."""
        contents: list[bytes] = []
        unread: list[Unread] = []
        starts: list[tuple[int, Path]] = []
        lines = 0
        for path in self.paths:
            try:
                content = content_of(path)
            except FileNotFoundError:
                continue
            except (OSError, UnfitError) as error:
                why = str(error) if isinstance(error, UnfitError) else f"cannot be read: {_strerror(error)}"
                unread.append(Unread(0, f"{one_line(path.name)} {why}"))
                continue
            starts.append((lines, path))
            if len(content) > MAX_BYTES:
                content = content[: content.rfind(b"\n", 0, MAX_BYTES) + 1]
                unread.append(Unread(0, f"{one_line(path.name)} holds over 5 MB: what comes after that is not read"))
            contents.append(content)
            lines += content.count(b"\n") + 1
        taken = taken_from(b"\n".join(contents))
        for line, why in taken.unread:
            start, path = max((found for found in starts if found[0] < line), default=starts[0])
            more = "" if path == self.beside else f" (in {shown(path)})"
            unread.append(Unread(line - start, why + more))
        return Taken(taken.jots, tuple(unread))

    @property
    def paths(self) -> list[Path]:
        """Where minutes of this briefing may stand."""
        return [path for path in (self.beside, self._aside) if path is not None]

    # writing --------------------------------------------------------------------

    def append(self, jot: Jot) -> Jot:
        """Takes a jot down; gives it as it was kept, with its number. Raises MinutesError."""
        text = _text(jot.text)
        at, by = jot.at or self._now().isoformat(timespec="seconds"), one_line(jot.by or self._author)
        kept = jot._replace(text=text, at=at, by=by)
        numbered: list[int] = []

        def line(before: bytes) -> str:
            numbered[:] = [1 + max(highest_id(before), self._highest_elsewhere())]
            return line_of(
                id=numbered[0],
                at=kept.at,
                kind=kept.kind,
                text=kept.text,
                item=one_line(kept.item),
                step=one_line(kept.step),
                clock=None if kept.clock is None else round(kept.clock),
                by=kept.by,
                names=tuple(map(one_line, kept.names)),
                due=one_line(kept.due),
            )

        self._append(line)
        return kept._replace(id=numbered[0])

    def edit(self, id: int, text: str, *, kind: Kind | None = None, names: Sequence[str] = (), due: str = "") -> Jot:
        """Gives a jot other words, and with them what they name. Raises MinutesError."""
        jot = self._known(id)
        given = None if kind in (None, jot.kind) else kind
        return self._change(id, edit=id, text=_text(text), kind=given, names=tuple(map(one_line, names)), due=due)

    def strike(self, id: int) -> Jot:
        """Strikes a jot out; it stays where it is. Raises MinutesError."""
        return self._change(id, strike=id)

    def restore(self, id: int) -> Jot:
        """Takes the stroke back. Raises MinutesError."""
        return self._change(id, restore=id)

    def answer(self, id: int, text: str = "") -> Jot:
        """Marks a question answered. Raises MinutesError, also where it is no question."""
        self._question(id)
        return self._change(id, answered=id, text=one_line(text)[:LONGEST])

    def reopen(self, id: int) -> Jot:
        """Marks a question not answered after all. Raises MinutesError."""
        self._question(id)
        return self._change(id, reopened=id)

    def _question(self, id: int) -> None:
        if (jot := self._known(id)).kind != "question":
            raise MinutesError(f"Number {id} is no question: it is {_a(jot.kind)}")

    def _known(self, id: int) -> Jot:
        jot = self.read().jot(id)
        if jot is None:
            raise MinutesError(f"There is no number {id} in {one_line(self.where.name)}")
        return jot

    def _change(self, id: int, **fields: Any) -> Jot:
        self._known(id)
        written = line_of(**fields, at=self._now().isoformat(timespec="seconds"), by=one_line(self._author))
        self._append(lambda before: written)
        return self._known(id)

    def _highest_elsewhere(self) -> int:
        """The highest number in the file that is not written to, where there is one: numbers go on over both."""
        highest = 0
        for path in self.paths:
            if path != self.where:
                with contextlib.suppress(OSError, UnfitError):
                    highest = max(highest, highest_id(content_of(path)[:MAX_BYTES]))
        return highest

    def _append(self, line: Callable[[bytes], str]) -> None:
        """Puts a line where the minutes are; where that does not do, in the state folder."""
        path = self.where
        try:
            if path == self.beside:
                appended(path, mode_beside(self._briefing or path), line)
            else:
                made_aside(path)
                appended(path, 0o600, line)
        except BusyError:
            raise MinutesError(f"{one_line(path.name)} is being written by somebody else: try again") from None
        except (OSError, ValueError, UnfitError) as error:
            why = str(error) if isinstance(error, UnfitError) else f"cannot be written: {_strerror(error)}"
            elsewhere = isinstance(error, UnfitError) or getattr(error, "errno", errno.EINVAL) in _NOT_HERE
            if path == self.beside and self._aside is not None and elsewhere:
                self._refused = why
                self._append(line)
            elif getattr(error, "errno", None) in _FULL:
                raise MinutesError(f"The disk is full: {one_line(path.name)} is as it was before") from None
            else:
                raise MinutesError(f"{shown(path)} {why}") from None


def _text(text: str) -> str:
    text = one_line(text)
    if is_blank(text):
        raise MinutesError("There is nothing to write down")
    if len(text) > LONGEST:
        raise MinutesError(f"This is too long: {LONGEST:,} characters are the most")
    return text


def _strerror(error: Exception) -> str:
    return getattr(error, "strerror", None) or one_line(str(error)) or "unknown reason"


def _a(kind: Kind) -> str:
    return f"an {kind}" if kind == "action" else f"a {kind}"
