"""`briefing follow`: what somebody else presents, on this machine or over the network."""

from pathlib import Path

import click

from briefing_tui.cli.report import Failure
from briefing_tui.cli.speak import presented
from briefing_tui.cli.talking import checked_broker, creds_option, opened, room_option, via_option
from briefing_tui.library.start import Talk


@click.command("follow")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@via_option
@room_option
@creds_option
def follow(file: Path | None, via: str, room: str, creds: Path | None) -> int:
    """Follow a presentation: see what is presented, as it is presented.

    Any move of your own lets go of it, and F rejoins. Without --via, it follows what is presented on this machine.

    With --via, FILE is your copy of the briefing; without one it comes from the presenter, and --room names the talk.
    """
    if not via:
        if room or creds is not None:
            raise click.UsageError("--room and --creds go with --via.", click.get_current_context())
        return opened(file if file is not None else presented("follow"), Talk("follow"))
    if file is None and not room:
        raise Failure("--via wants the talk's name: --room NAME, or your copy of the briefing")
    name = room or (file.stem if file is not None else "")
    checked_broker(via, name, creds)
    return opened(file, Talk("follow", via=via, room=name, credentials=creds))
