"""The user's editor, opened at a line and waited for. Whatever comes of it, what is written already stays written."""

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing_tui.cli.report import say
from briefing_tui.editor import editor_command
from briefing_tui.model.text import one_line
from briefing_tui.terminal import terminal_problem


def edited_at(path: Path, line: int) -> bool:
    """Opens a file in the user's editor; whether it was. Says why where it cannot be."""
    try:
        command = editor_command(line, str(path))
    except ValueError:
        say("briefing: $EDITOR cannot be understood: set it to a program's name")
        return False
    try:
        with _interrupts_left_to_it():
            done = subprocess.run(command, check=False)
    except OSError:
        say(f"briefing: “{one_line(command[0])}” cannot be started: set $EDITOR to your editor")
        return False
    if done.returncode:
        say(f"briefing: the editor ended with status {done.returncode}")
    return True


def editor_problem() -> str | None:
    """Why no editor can be opened, in words to follow `since`; None where it can."""
    return terminal_problem()


@contextmanager
def _interrupts_left_to_it() -> Iterator[None]:
    """While the editor runs, Ctrl+C is its own: it must not end this program and leave the editor without a parent."""
    # A function, not SIG_IGN: that one the editor would inherit.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
