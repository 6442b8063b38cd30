"""`briefing present`: the running order, for an audience."""

from pathlib import Path

import click

from briefing_tui.cli.talking import checked_broker, creds_option, minutes_of, opened, room_option, via_option
from briefing_tui.library.start import Talk


@click.command("present")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--minutes", type=float, metavar="N", help="How long it is to take: the speaker's view shows the pace.")
@click.option("--step", type=click.IntRange(1), metavar="N", default=None, help="The step to begin with.")
@via_option
@room_option
@creds_option
def present(file: Path, minutes: float | None, step: int | None, via: str, room: str, creds: Path | None) -> int:
    """Present a briefing: one step of its running order at a time.

    Space goes on and PgUp back, as a clicker does. f, / and : look things up; p returns to the step. b blanks the
    screen. ? shows the keys. `briefing speak FILE` in another terminal shows your notes, what is next and the clock.

    A talk that broke off is taken up where it was. With --step 1 it begins anew.

    With --via, others follow over the network: `briefing follow --via URL --room NAME`.
    """
    checked_broker(via, room or file.stem, creds)
    return opened(file, Talk("present", minutes_of(minutes), step or 0, via=via, room=room, credentials=creds))
