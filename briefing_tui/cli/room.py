"""`briefing room`: what of a running order does not suit the room it is to be presented in, before the meeting."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from briefing_tui.blocks.scope import shortened
from briefing_tui.cli.completed import path_and_id
from briefing_tui.cli.open import STDIN, place_of, stdin_bytes
from briefing_tui.cli.printing import loaded_from
from briefing_tui.cli.report import ERRORS, SOUND, Failure, put, say
from briefing_tui.cli.shot import columns_and_rows
from briefing_tui.cli.talking import minutes_of
from briefing_tui.cli.themes import theme_named, themes_completed
from briefing_tui.library.start import Start
from briefing_tui.model.text import one_line
from briefing_tui.source.load import Loaded

if TYPE_CHECKING:
    from briefing_tui.meeting.order import Stage
    from briefing_tui.themes.theme import Theme
    from briefing_tui.tui.room import Check, Finding

#: So many characters of a step's title stand before what is found.
_TITLE = 40


@click.command("room")
@click.argument("file", shell_complete=path_and_id)
@click.option(
    "--size", callback=columns_and_rows, metavar="WxH", default="80x24", show_default=True, help="Columns and rows."
)
@click.option(
    "--theme", metavar="NAME", default="projector", shell_complete=themes_completed, show_default=True,
    help="A theme, or a theme's file.",
)  # fmt: skip
@click.option("--minutes", type=float, metavar="N", help="The minutes there are, to hold against what is planned.")
@click.option(
    "--to", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="The format."
)
@click.option("-v", "--verbose", is_flag=True, help="Also what is worth knowing and nothing wrong.")
def room(file: str, size: tuple[int, int], theme: str, minutes: float | None, form: str, verbose: bool) -> int:
    """Check a running order for a room, before the meeting.

    Every step is laid out as `briefing present` would at that size: what does not fit on the screen, what is cut, what
    stands out less than 7:1 in that theme, steps without notes, and planned minutes against those there are.

    \b
    briefing room flood.yaml
    briefing room flood.yaml --size 120x36 --minutes 15
    briefing room flood.yaml --theme dark --to json

    Exit code: 0 nothing found, 1 something, 2 could not run.
    """
    there = minutes_of(minutes)
    worn = _theme(theme)
    loaded = _loaded(file)
    # What lays out is loaded when something is, not for a question about the command.
    from briefing_tui.tui.configured import configured
    from briefing_tui.tui.room import Check, Room
    from briefing_tui.tui.session import Session

    settings = configured().settings
    check = Check(Session(loaded), Room(*size, worn, there, settings.measure, settings.density == "compact"))
    found = [finding for finding in check.findings() if verbose or not finding.remark]
    if form == "json":
        put(_json(loaded, check, found, size, worn))
    else:
        put("".join(f"{_line(finding, check.stages)}\n" for finding in found))
        say(_sum(check, found, size, worn))
    return ERRORS if any(not finding.remark for finding in found) else SOUND


def _theme(name: str) -> "Theme":
    file = theme_named(name)
    if file.theme is None:
        raise Failure(f"{one_line(name)} cannot be worn: {file.problem}")
    return file.theme


def _loaded(file: str) -> Loaded:
    """The briefing. Raises Failure where there is none, and whatever the reason it could not run."""
    where, _ = place_of(file)
    try:
        if str(where) == STDIN:
            return loaded_from(Start(stdin=stdin_bytes()))
        return loaded_from(Start(path=where))
    except Failure as failure:
        raise Failure(str(failure)) from None


def _line(finding: "Finding", stages: "Sequence[Stage]") -> str:
    """`3 Scenarios (bars): 12 lines too many: 2 screens`."""
    if not finding.step:
        return one_line(finding.words)
    stage = stages[finding.step - 1]
    view = f" ({stage.view})" if stage.view else ""
    return one_line(f"{finding.step} {shortened(stage.title, _TITLE)}{view}: {finding.words}")


def _sum(check: "Check", found: "Sequence[Finding]", size: tuple[int, int], theme: "Theme") -> str:
    """What came of it, in a line."""
    from briefing_tui.tui.room import counted

    wrong = [finding for finding in found if not finding.remark]
    steps = len({finding.step for finding in wrong if finding.step})
    where = f"{counted(len(check.stages), 'step')} at {size[0]}x{size[1]} in {theme.title}"
    planned = f", {check.minutes:.4g} minutes planned" if check.minutes is not None else ""
    among = f" in {counted(steps, 'step')}" if steps else ""
    return f"{where}{planned}: {counted(len(wrong), 'finding') + among if wrong else 'nothing to report'}"


def _json(loaded: Loaded, check: "Check", found: "Sequence[Finding]", size: tuple[int, int], theme: "Theme") -> str:
    import json

    def finding_data(finding: "Finding") -> dict[str, Any]:
        stage = check.stages[finding.step - 1] if finding.step else None
        place = {"key": stage.key, "title": stage.title, "view": stage.view or None} if stage is not None else {}
        about = {"finding": finding.sort, "remark": finding.remark, "message": finding.words}
        return {"step": finding.step or None, **place, **about, **finding.facts}

    data = {
        "file": loaded.name,
        "size": list(size),
        "theme": theme.name,
        "steps": len(check.stages),
        "planned_minutes": check.minutes,
        "findings": [finding_data(finding) for finding in found],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
