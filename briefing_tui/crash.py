"""What is kept of a fault in the program: types and places in the code.

Never a message, a value or a briefing's path: they hold what somebody's file said.
"""

import os
import re
import sys
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from briefing_tui import __version__
from briefing_tui.folders import made, state_folder

#: How many records are kept; the oldest go.
KEPT = 20

#: How many frames of a fault are named, and how many faults that went before it: a recursion has a thousand of each.
_FRAMES, _BEFORE = 60, 20

#: A frame as faulthandler writes it.
_DUMPED = re.compile(r'^  File "([^"\n]*)", line (\d+) in (\S+)$', re.MULTILINE)

_TOP = Path(__file__).resolve().parent.parent
_OURS = f"{_TOP / 'briefing_tui'}{os.sep}"


def crash_text(error: BaseException) -> str:
    """The fault as types and code locations."""
    return "\n".join([_first_line(), *_lines(error)]) + "\n"


def crash_place(error: BaseException) -> str:
    """Type and place of a fault in a few words, such as `KeyError at briefing_tui/links/index.py:120`."""
    frames = _frames(error)
    last = next(
        (frame for frame in reversed(frames) if frame.filename.startswith(_OURS)), frames[-1] if frames else None
    )
    return type(error).__name__ + (f" at {_place(last)}" if last is not None else "")


def recorded_crash(error: BaseException, folder: Path | None = None) -> Path | None:
    """Writes the record of a fault for its user alone; None where it could not be written. Never raises."""
    return _recorded(lambda: crash_text(error), folder)


def signal_text(name: str, dump: str) -> str:
    """The end by a signal: its name, and the code locations in what faulthandler wrote, innermost first.

    The thread that had the signal comes first.
    """
    lines = [_first_line(), name]
    threads = re.split(r"^(?=(?:Current thread|Thread) 0x)", dump, flags=re.MULTILINE)
    for thread in sorted(threads, key=lambda thread: not thread.startswith("Current")):
        frames = _DUMPED.findall(thread)
        if frames and len(lines) > 2:
            lines.append("beside")
        for file, line, function in frames:
            place = _place(traceback.FrameSummary(file, int(line), function, lookup_line=False))
            lines.append(f"  {place} in {function}")
    return "\n".join(lines) + "\n"


def recorded_signal(name: str, dump: str, folder: Path | None = None) -> Path | None:
    """Writes the record of an end by a signal, like that of a fault. Never raises."""
    return _recorded(lambda: signal_text(name, dump), folder)


def _recorded(text: Callable[[], str], folder: Path | None) -> Path | None:
    try:
        folder = made((state_folder() if folder is None else folder) / "crashes")
        path = folder / f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.txt"
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as stream:
            stream.write(text())
        for old in sorted(folder.glob("*.txt"))[:-KEPT]:
            old.unlink()
    except Exception:
        # Whoever asks is already dealing with one fault.
        return None
    return path


def _first_line() -> str:
    return f"briefing {__version__}, Python {sys.version.split()[0]}, {sys.platform}"


def _lines(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen and len(seen) < _BEFORE:
        seen.add(id(current))
        yield type(current).__qualname__
        frames = _frames(current)
        if len(frames) > _FRAMES:
            frames = [*frames[: _FRAMES // 2], *frames[-_FRAMES // 2 :]]
        yield from (f"  {_place(frame)} in {frame.name}" for frame in frames)
        for inner in getattr(current, "exceptions", ()):
            yield f"  holds {type(inner).__qualname__}"
        if current.__cause__ is not None or not current.__suppress_context__:
            current = current.__cause__ or current.__context__
            if current is not None:
                yield "after"
        else:
            current = None


def _frames(error: BaseException) -> list[traceback.FrameSummary]:
    """Where a fault went through. The lines of code are left alone: of a recursion, each would be looked up."""
    found = traceback.walk_tb(error.__traceback__)
    return [
        traceback.FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name, lookup_line=False)
        for frame, line in found
    ]


def _place(frame: traceback.FrameSummary) -> str:
    """File and line: ours from the package on, others' by their last three names, so that no home folder is named."""
    path = Path(frame.filename)
    shown = path.relative_to(_TOP) if path.is_relative_to(_TOP) else Path(*path.parts[-3:])
    return f"{shown.as_posix()}:{frame.lineno}"
