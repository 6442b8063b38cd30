"""What the commands of a talk share: their options, and the way into its screen."""

from pathlib import Path

import click

from briefing_tui.cli.report import Failure
from briefing_tui.library.start import Start, Talk
from briefing_tui.terminal import terminal_problem

via_option = click.option(
    "--via", metavar="URL", default="", help="A NATS server that carries it: nats://host:4222, or tls://."
)
room_option = click.option(
    "--room", metavar="NAME", default="", help="What the talk is called there. [default: the file's name]"
)
creds_option = click.option("--creds", type=click.Path(path_type=Path), help="A file of NATS credentials.")


def minutes_of(value: float | None) -> float:
    """How long a talk is to take. Raises Failure for what no talk takes."""
    if value is None:
        return 0.0
    if not 0 < value <= 24 * 60:
        raise Failure("--minutes wants the minutes the talk is to take, such as 30")
    return value


def checked_broker(via: str, room: str, creds: Path | None) -> None:
    """Raises Failure where a broker's address is none, or what it needs is not installed."""
    if not via:
        return
    from briefing_tui.meeting.address import broker_at
    from briefing_tui.meeting.link import CannotShareError

    try:
        broker_at(via, room, creds)
    except CannotShareError as error:
        raise Failure(str(error)) from None


def opened(path: Path | None, talk: Talk) -> int:
    """Opens the screen of a talk; the exit code. Raises Failure where there is no terminal, or no file."""
    if (problem := terminal_problem()) is not None:
        raise Failure(f"`briefing {talk.role}` wants a terminal, and {problem}")
    from briefing_tui.cli.open import closed, read

    if path is not None and (why := closed(path)) is not None:
        raise Failure(why)
    # What is no briefing is opened all the same: the reader shows what is wrong with it.
    return read(Start(path=path, talk=talk))
