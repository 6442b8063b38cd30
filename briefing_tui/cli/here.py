"""`briefing here`: which line of a file is being edited, told to the readers beside the editor."""

import click

from briefing_tui.cli.report import SOUND, Failure
from briefing_tui.follow import MOST_LINES, tell


@click.command()
@click.argument("place", metavar="FILE:LINE")
def here(place: str) -> int:
    """Tell every `briefing FILE --follow-editor` that this LINE of the FILE is being edited.

    It never waits, and where nobody reads the file it does nothing. A column may follow, as in FILE:12:4.

    For vim:

    \b
      autocmd CursorHold,BufWritePost *.yaml call job_start(
        \\ ['briefing', 'here', expand('%:p') . ':' . line('.')])

    Emacs and others: run it whenever the cursor rests. With an editor that cannot, the reader goes to what each save
    changes.
    """
    path, line = _parted(place)
    tell(path, line)
    return SOUND


def _parted(place: str) -> tuple[str, int]:
    """The path and the line (from 1). Raises Failure."""
    path, _, line = place.rpartition(":")
    before, _, number = path.rpartition(":")
    if before and _is_number(number) and _is_number(line):
        path, line = before, number
    if not path or not _is_number(line) or not 1 <= int(line) <= MOST_LINES:
        raise Failure("`briefing here` wants a file and a line, as in flood.yaml:12")
    return path, int(line)


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) < 10
