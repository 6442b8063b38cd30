"""`briefing themes`: which there are and how they look, what is wrong with one, and a copy to start from."""

import os
import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from briefing_tui.blocks.block import Span, Spans
from briefing_tui.blocks.marks import EVENT_STATUSES, likelihood_spans
from briefing_tui.cli.findings import Checked, full_text
from briefing_tui.cli.report import ERRORS, SOUND, Failure, put, put_bytes, say
from briefing_tui.cli.swatch import depth, painted
from briefing_tui.folders import made
from briefing_tui.model.text import clean, one_line
from briefing_tui.source.diagnostic import Diagnostic, Severity
from briefing_tui.source.nearest import nearest
from briefing_tui.themes.contrast import least_contrast
from briefing_tui.themes.file import ThemeFile, read_theme
from briefing_tui.themes.furniture import DRAWN, MEANINGS
from briefing_tui.themes.shelf import all_themes, own_folder, shipped_themes
from briefing_tui.themes.starting import starting_text
from briefing_tui.themes.theme import NAME
from briefing_tui.themes.weak import weak_text

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

#: The width of a theme's colours where they are shown, in cells: that of the longest meaning, and a margin.
WIDTH = max(map(len, MEANINGS.values())) + 2


def themes_completed(ctx: click.Context, param: click.Parameter, incomplete: str) -> list["CompletionItem"]:
    """The themes there are, else files. What is named as no theme may be is none, and could be anything."""
    from click.shell_completion import CompletionItem

    names = [CompletionItem(name) for name in all_themes() if NAME.fullmatch(name) and name.startswith(incomplete)]
    return names or [CompletionItem(incomplete, type="file")]


@click.command("themes")
@click.argument("theme", required=False, metavar="[NAME | PATH]", shell_complete=themes_completed)
@click.option("--write", "new", metavar="NAME", help="Write a copy under a new name, among your own themes.")
def themes(theme: str | None, new: str | None) -> int:
    """Show the themes there are; one at length, with what is wrong with it; or write one of your own.

    A theme is chosen inside, with `T` or in the palette (`:`). Your own are read from your configuration folder; one
    that is called as a shipped one takes its place.

    \b
    briefing themes
    briefing themes light
    briefing themes light --write mine

    Exit code: 0 sound, 1 the theme that was named is not, 2 could not run.
    """
    if new is not None:
        return _written(theme or "dark", new)
    return _listed() if theme is None else _shown(theme_named(theme))


def _listed() -> int:
    bits = depth()
    rows = [_row(read_theme(path)) for path in all_themes().values()]
    widths = [max(len(row[n]) for row, _ in rows) for n in range(4)]
    for row, file in rows:
        columns = [f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)]
        put("  ".join([*columns, row[4]]).rstrip() + "\n")
        if bits and file.theme is not None:
            _paint(file, _sample(), bits)
    say(f"Your own themes are read from {one_line(str(own_folder()))}")
    return SOUND


def _row(file: ThemeFile) -> tuple[tuple[str, ...], ThemeFile]:
    """What is listed of a theme: name, whose it is, whether it is sound, the least contrast of its text, title."""
    findings = _findings(file)
    state = "sound"
    for severity in (Severity.WARNING, Severity.ERROR):
        if number := sum(found.severity is severity for found in findings):
            state = f"{number} {severity}{'s' if number > 1 else ''}"
    whose = "yours" if file.own else "shipped"
    name = one_line(file.name)
    if file.theme is None:
        return (name, whose, state, "–", file.problem), file
    title = file.theme.title
    if file.own and file.name in shipped_themes():
        title += " (in place of the shipped one)"
    return (name, whose, state, f"{least_contrast(file.theme):.1f}:1", title), file


def _shown(file: ThemeFile) -> int:
    """A theme at length: every role in its look, with its meaning; then what is wrong."""
    bits = depth()
    theme = file.theme
    if theme is not None:
        put(f"{one_line(file.name)}: {theme.title}, text at {least_contrast(theme):.1f}:1 or better\n\n")
        widths = [max(map(len, MEANINGS)), max(len(look) for look in theme.roles.values())]
        wide = get_terminal_size().columns >= sum(widths) + 4 + WIDTH
        for role, meaning in MEANINGS.items():
            look = theme.roles.get(role, "")
            if bits:
                put(f"{role:<{widths[0]}}  {look:<{widths[1]}}  " if wide else f"{role:<{widths[0]}}  ")
                drawn = (Span("━━━ ", role), Span(meaning)) if role in DRAWN else (Span(meaning, role),)
                _paint(file, (Span(" "), *drawn), bits)
            else:
                put(f"{role:<{widths[0]}}  {look:<{widths[1]}}  {meaning}\n")
    findings = _findings(file)
    if findings:
        text = full_text(Checked(str(file.path), file.lines, findings))
        put(f"\n{text}" if theme is not None else text)
    errors = sum(found.severity is Severity.ERROR for found in findings)
    say(f"{one_line(str(file.path))}: {'not sound' if errors else 'sound'}")
    return ERRORS if errors else SOUND


def _findings(file: ThemeFile) -> tuple[Diagnostic, ...]:
    return tuple(sorted((*file.findings, *weak_text(file)), key=lambda found: found.extent))


def theme_named(name: str) -> ThemeFile:
    """The theme of a name, or in a file. Raises Failure where there is none."""
    places = all_themes()
    if name in places:
        return read_theme(places[name])
    if os.path.exists(name) or os.sep in name or name.endswith((".yaml", ".yml")):
        file = read_theme(Path(name))
        if file.findings and file.findings[0].code in ("F101", "F102", "F103"):
            raise Failure(f"{one_line(name)}: {file.findings[0].message}")
        return file
    meant = nearest(name, places, 1)
    hint = f"did you mean `{meant[0]}`?" if meant else f"there are {', '.join(places)}"
    raise Failure(f"there is no theme called {one_line(name)}; {hint}")


def _written(theme: str, new: str) -> int:
    base = theme_named(theme)
    if not NAME.fullmatch(new):
        raise Failure(f"{one_line(new)} cannot be the name of a theme: lower-case letters, digits and hyphens, please")
    if base.path not in all_themes().values():
        raise Failure("a copy is made of a theme by its name: the new one extends it")
    if base.theme is None:
        raise Failure(f"a copy of a theme that is not sound would not be sound either: {base.problem}")
    path = own_folder() / f"{new}.yaml"
    text = starting_text(new, base.theme)
    try:
        folder = made(path.parent)
    except OSError as error:
        raise Failure(f"there can be no folder {one_line(str(path.parent))}: {error.strerror or error}") from None
    try:
        # Never over anything, not even at the same moment.
        with open(folder / path.name, "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise Failure(f"{one_line(str(path))} is there already; nothing was written") from None
    except OSError as error:
        raise Failure(f"{one_line(str(path))} cannot be written: {error.strerror or 'unknown reason'}") from None
    put(f"{one_line(str(path))}\n")
    say("Choose it in the palette (`:`), and keep it open in your editor: each save is worn at once.")
    return SOUND


def _sample() -> Spans:
    """A line with what is read most: a heading, prose with a link, how things stand, how likely they are."""
    standings = [EVENT_STATUSES[word].span for word in ("claimed", "confirmed", "disputed")]
    parts = (Span("Bottom line", "heading"), Span("the crest", "link"), *standings, *likelihood_spans("likely"))
    spaced = [span for part in parts for span in (Span("  "), part)]
    return (Span("▌", "cursor-bar"), *spaced[1:])


def _paint(file: ThemeFile, spans: Spans, bits: int) -> None:
    assert file.theme is not None
    assert sys.stdout is not None
    cleaned = tuple(span._replace(text=clean(span.text)) for span in spans)
    line = painted(file.theme, cleaned, WIDTH, bits) + "\n"
    put_bytes(line.encode(sys.stdout.encoding or "utf-8", "replace"))
