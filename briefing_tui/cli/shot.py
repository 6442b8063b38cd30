"""`briefing shot`: a picture of the real screen, as SVG or as characters. Nothing of the user's settings is in it."""

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing_tui.cli.completed import path_and_id
from briefing_tui.cli.open import STDIN, place_of, stdin_bytes
from briefing_tui.cli.output import write_output
from briefing_tui.cli.printing import loaded_from, no_entry
from briefing_tui.cli.report import SOUND, Failure, put
from briefing_tui.cli.themes import theme_named, themes_completed
from briefing_tui.config.key import keys_pressed
from briefing_tui.library.start import Start
from briefing_tui.model.kinds import PANES
from briefing_tui.model.text import one_line

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from briefing_tui.source.load import Loaded
    from briefing_tui.tui.opening import Opening

SMALLEST, LARGEST = (20, 6), (400, 200)

_SIZE = re.compile(r"([0-9]{1,4})[x×]([0-9]{1,4})")


def columns_and_rows(ctx: click.Context, param: click.Parameter, value: str) -> tuple[int, int]:
    """What --size says, within what a screen may be."""
    found = _SIZE.fullmatch(value.casefold())
    columns, rows = (int(found[1]), int(found[2])) if found else (0, 0)
    if SMALLEST[0] <= columns <= LARGEST[0] and SMALLEST[1] <= rows <= LARGEST[1]:
        return columns, rows
    low, high = ("x".join(map(str, bound)) for bound in (SMALLEST, LARGEST))
    raise click.BadParameter(f"{value} is not columns x rows, such as 120x36, from {low} to {high}")


def _views(ctx: click.Context, param: click.Parameter, incomplete: str) -> list["CompletionItem"]:
    """The views there are."""
    from click.shell_completion import CompletionItem

    from briefing_tui.tui.views import VIEWS

    return [CompletionItem(id) for id in dict.fromkeys(view.id for view in VIEWS) if id.startswith(incomplete)]


@click.command("shot")
@click.argument("file", metavar="FILE[#ID]", shell_complete=path_and_id)
@click.option(
    "--view", metavar="NAME", default="", shell_complete=_views, help="A view, such as lanes, ladder or graph."
)
@click.option("--pane", type=click.Choice(PANES), help="A pane. An entry is then where the cursor is.")
@click.option("--entry", metavar="ID", default="", help="An entry: the same as FILE#ID.")
@click.option(
    "--size", callback=columns_and_rows, metavar="WxH", default="120x36", show_default=True, help="Columns and rows."
)
@click.option(
    "--theme",
    metavar="NAME",
    default="",
    shell_complete=themes_completed,
    help="A theme, or a theme's file. [default: dark, as shipped]",
)
@click.option("--keys", metavar="KEYS", default="", help='Keys to press first, such as "j j enter".')
@click.option("--text", is_flag=True, help="The characters alone.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write, replaced at one go.")
def shot(
    file: str, view: str, pane: str | None, entry: str, size: tuple[int, int], theme: str, keys: str, text: bool,
    output: Path | None,
) -> int:  # fmt: skip
    """Take a picture of the screen, as SVG or as text.

    FILE is a briefing, a folder of them as a library, or - for standard input. The picture is of the real screen as it
    ships: without your settings, your places and your keys. Without --output it goes to standard output.

    \b
    briefing shot flood.yaml -o flood.svg
    briefing shot flood.yaml --view lanes --size 80x24 -o lanes.svg
    briefing shot flood.yaml#town --view graph --theme projector -o town.svg
    briefing shot flood.yaml --keys "3 j j enter" --text

    A view says which pane it is of, unless several have one of that name; with #ID it is the entry's own, or one with
    the cursor on that entry.
    """
    if output is None and not text and sys.stdout is not None and sys.stdout.isatty():
        raise Failure("an SVG is nothing to read: write it with -o FILE.svg, or see its characters with --text")
    where, id = place_of(file)
    if id and entry and id != entry:
        raise click.UsageError("Name the entry once: FILE#ID or --entry.", click.get_current_context())
    from briefing_tui.tui.picture import Pose, characters, picture

    pose = Pose(size=size, keys=_keys(keys), theme=_theme(theme))
    briefing = None
    if os.path.isdir(where):
        if view or pane or id or entry:
            raise Failure(f"{one_line(file)} is a folder: a library has no views, panes and entries")
        pose = pose._replace(folder=where)
    else:
        stdin = stdin_bytes() if str(where) == STDIN else None
        briefing = where if stdin is None else None
        loaded, opened = _opened(Start(path=briefing, entry=entry or id, stdin=stdin), view, pane or "")
        pose = pose._replace(loaded=loaded, opening=opened)
    try:
        content = characters(pose) if text else picture(pose)
    except ValueError as error:
        raise Failure(str(error)) from None
    if output is None or str(output) == STDIN:
        put(content)
    else:
        write_output(output, content.encode("utf-8", "replace"), briefing)
    return SOUND


def _opened(start: Start, view: str, pane: str) -> "tuple[Loaded, Opening]":
    """The briefing and where in it to open. Raises Failure."""
    from briefing_tui.tui.opening import opening
    from briefing_tui.tui.session import Session

    loaded = loaded_from(start)
    session = Session(loaded)
    if start.entry and start.entry not in PANES and not session.knows(start.entry):
        raise Failure(no_entry(session.scope, start.entry, start))
    try:
        return loaded, opening(session, view=one_line(view), pane=pane, entry=start.entry)
    except ValueError as error:
        raise Failure(str(error)) from None


def _keys(words: str) -> tuple[str, ...]:
    try:
        return keys_pressed(words)
    except ValueError as error:
        raise click.UsageError(f"--keys: {error}.", click.get_current_context()) from None


def _theme(name: str) -> Path | None:
    """The file of a theme; None for the shipped first choice. Raises Failure for one that cannot be worn."""
    if not name:
        return None
    file = theme_named(name)
    if file.theme is None:
        raise Failure(f"{one_line(name)} cannot be worn: {file.problem}")
    return file.path
