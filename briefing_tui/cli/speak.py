"""`briefing speak`: the presenter's view of what is being presented."""

from pathlib import Path

import click

from briefing_tui.cli.report import Failure
from briefing_tui.cli.talking import opened
from briefing_tui.library.start import Talk
from briefing_tui.model.text import one_line


@click.command("speak")
@click.argument("file", type=click.Path(path_type=Path), required=False)
def speak(file: Path | None) -> int:
    """Show the speaker's view: notes, what is next, who is mentioned, the clock and the pace.

    It goes with `briefing present FILE` in another terminal of this machine, and waits for it. What you press here
    moves the audience too; F holds the audience while you look around, P shows it what you found, Esc goes back.

    Without FILE, it is of what is being presented.
    """
    return opened(file if file is not None else presented("speak"), Talk("speak"))


def presented(command: str) -> Path:
    """The one file that is presented on this machine. Raises Failure where there is none, or several."""
    from briefing_tui.meeting.sockets import running

    talks = running()
    if len(talks) == 1:
        return talks[0].path
    if not talks:
        raise Failure(f"nothing is being presented here; name the file: briefing {command} FILE")
    names = ", ".join(one_line(str(talk.path)) for talk in talks)
    raise Failure(f"several are being presented: say which, briefing {command} FILE, of {names}")
