"""`briefing` and `briefing PATH`: into the reader where there is a terminal, as plain text where there is none."""

import gc
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from briefing_tui.cli.report import COULD_NOT_RUN, SOUND, Failure, put, say
from briefing_tui.library.start import Start
from briefing_tui.model.text import one_line
from briefing_tui.terminal import keyboard_reopened, terminal_problem
from briefing_tui.thrift import left_out

if TYPE_CHECKING:
    from io import BufferedReader

#: What stands for standard input on a command line.
STDIN = "-"


def path_opened(path: str, follow_editor: bool = False) -> int:
    """Opens a briefing, at an entry where an #ID is given; a folder as a library; or - for standard input."""
    where, entry = place_of(path)
    if follow_editor and (str(where) == STDIN or os.path.isdir(where)):
        raise Failure("--follow-editor wants the file of one briefing")
    if str(where) == STDIN:
        return _stdin_opened(entry)
    if os.path.isdir(where):
        return library_opened(where)
    if (why := closed(where)) is not None:
        raise Failure(why)
    return _opened(Start(path=where, entry=entry, follow_editor=follow_editor), terminal_problem())


def library_opened(folder: Path | None) -> int:
    """Shows the library of a folder, or the usual one."""
    if (problem := terminal_problem()) is None:
        return read(Start(folder=folder))
    from briefing_tui.cli.listing import listing, shown_path
    from briefing_tui.library.catalog import Catalog, roots

    _explain(problem)
    found = Catalog(roots() if folder is None else (folder,))
    for _ in found.read():
        pass
    for path, error in found.unlisted:
        say(f"briefing: {one_line(str(path))}: {error.strerror or 'it cannot be read'}")
    rows = found.rows()
    put(listing(rows))
    if not rows:
        names = ", ".join(shown_path(path) for path in found.where)
        say(f"There is no briefing in {names}. `briefing FILE` opens one from elsewhere.")
    return COULD_NOT_RUN if found.unlisted and not rows else SOUND


def place_of(words: str) -> tuple[Path, str]:
    """The path and the entry's id in `PATH#ID`; a file whose own name holds the # is that file. Raises Failure."""
    path, sign, entry = words.rpartition("#")
    if not sign or os.path.lexists(words):
        path, entry = words, ""
    if not path:
        raise Failure("an empty path names no file")
    return Path(path), entry


def stdin_bytes() -> bytes:
    """What comes in on standard input: one byte more than a briefing may have, at most."""
    from briefing_tui.source.file import MAX_BYTES

    if sys.stdin is None:
        raise Failure("standard input is closed: there is nothing to read")
    if sys.stdin.isatty():
        raise Failure("standard input is the keyboard: lead a briefing into it, as in `briefing - < flood.yaml`")
    stream = cast("BufferedReader", sys.stdin.buffer)
    parts: list[bytes] = []
    room = MAX_BYTES + 1
    try:
        # Piece by piece: one read for all of it would not hear an interrupt between two pieces, and wait on.
        while room and (part := stream.read1(min(room, 1 << 16))):
            parts.append(part)
            room -= len(part)
        return b"".join(parts)
    except OSError as error:
        raise Failure(f"standard input cannot be read: {error.strerror}") from None


def _stdin_opened(entry: str) -> int:
    start = Start(entry=entry, stdin=stdin_bytes())
    problem = terminal_problem(keyboard=False)
    if problem is None and not keyboard_reopened():
        problem = "there is no keyboard"
    return _opened(start, problem)


def _opened(start: Start, problem: str | None) -> int:
    if problem is None:
        return read(start)
    _explain(problem)
    from briefing_tui.cli.printing import printed

    return printed(start)


def read(start: Start) -> int:
    """In the reader, which has a process of its own; this one holds the terminal until that has ended."""
    # What is made until the first painting all stays: collecting among it would cost time and free nothing. The app
    # collects again once it is up.
    gc.disable()
    from briefing_tui.holder import hold
    from briefing_tui.keeper import TerminalKeeper
    from briefing_tui.source.ahead import begin

    hold()
    begin(lambda: _read_first(start))
    with TerminalKeeper():
        # Textual imports its command palette, and half of its widgets with it, to have them at hand; we have our own.
        with left_out("textual.command"):
            from briefing_tui.tui.app import run

        return run(start)


def _read_first(start: Start) -> None:
    """Reads what the first screen is made of: what is worn, and the file."""
    from briefing_tui.source.file import file_text
    from briefing_tui.source.plain import plain_tree
    from briefing_tui.state import State
    from briefing_tui.themes.file import read_theme
    from briefing_tui.themes.shelf import all_themes
    from briefing_tui.tui.configured import configured, theme_to_wear

    read_theme(all_themes()[theme_to_wear(configured(), State())])
    if start.path is not None:
        plain_tree(file_text(start.path).text)


def _explain(problem: str) -> None:
    """Why there is text and no reader, for somebody who sees it; in a pipe it is what was asked for."""
    if sys.stdout is not None and sys.stdout.isatty():
        say(f"As plain text, since {problem}.")


def closed(path: Path) -> str | None:
    """Why a file cannot be opened at all, so that it is said here and not on a screen; None where it can."""
    try:
        if stat.S_ISREG(os.stat(path).st_mode) and os.access(path, os.R_OK):
            return _minutes(path)
    except (OSError, ValueError):
        pass
    from briefing_tui.source.load import load

    problem = load(path).diagnostics[0]
    meant = f"Did you mean `{near}`?" if problem.code == "F101" and (near := _near(path)) else problem.help
    return f"{one_line(str(path))}: {problem.message}. {meant}"


def _minutes(path: Path) -> str | None:
    """What is said of the minutes of a briefing; None of any other file."""
    from briefing_tui.library.walk import is_minutes_name

    if not is_minutes_name(path.name):
        return None
    from briefing_tui.cli.mistaken import minutes_words
    from briefing_tui.source.load import load

    words = minutes_words(load(path))
    return f"{one_line(str(path))}: {words}" if words else None


def _near(path: Path) -> str:
    """The briefing in the same folder whose name is nearest, or nothing."""
    from briefing_tui.library.walk import is_briefing_name
    from briefing_tui.source.nearest import nearest

    try:
        names = [name for name in os.listdir(path.parent) if is_briefing_name(name)]
    except OSError:
        return ""
    # Also without its ending, as it is often left off.
    found = nearest(path.name, names[:2000], 1) or nearest(f"{path.name}.yaml", names[:2000], 1)
    return one_line(str(path.with_name(found[0]))) if found else ""
