"""`briefing explain`: what a finding means, why it matters and how to mend it; or all that can be found, in a list."""

from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

import click

from briefing_tui.checks.manuals import Manual, manual, paragraphs
from briefing_tui.checks.names import KNOWN, Known, codes_meant, nearest_name
from briefing_tui.checks.selection import UnknownWordError
from briefing_tui.cli.report import SOUND, Failure, put
from briefing_tui.model.text import one_line

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

#: Cells that prose is set in: what a terminal has, within what can be read.
NARROWEST, WIDEST, PIPED = 40, 84, 80

GROUPS = (
    ("E", "The editor's rules"),
    ("F", "The file"),
    ("Y", "YAML"),
    ("M", "Entries and keys"),
    ("L", "References and links"),
    ("S", "Comments that ignore findings"),
    ("C", "The configuration"),
    ("T", "Themes"),
)


class _Level(NamedTuple):
    """How a level is called in a list, and in a sentence."""

    short: str
    long: str


LEVELS = {
    "error": _Level("error", "an error"),
    "warning": _Level("warning", "a warning"),
    "info": _Level("remark", "a remark"),
}


def _completed(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    rows = [(name, known.summary) for known in KNOWN.values() for name in (known.code, known.name)]
    return [CompletionItem(name, help=summary) for name, summary in rows if name.startswith(incomplete)]


@click.command("explain")
@click.argument("word", required=False, metavar="[CODE | NAME]", shell_complete=_completed)
def explain(word: str | None) -> int:
    """Say what a finding means: why it matters, how to mend it, with an example and its nearest sound neighbour.

    Without a CODE or NAME, list all that can be found. The beginning of codes lists those.

    \b
    briefing explain L401
    briefing explain broken-reference
    briefing explain Y2
    """
    if word is None:
        put(_list(tuple(KNOWN)))
        return SOUND
    codes = codes_meant(word)
    if not codes:
        raise Failure(one_line(str(UnknownWordError(word, nearest_name(word)))))
    put(_list(codes) if len(codes) > 1 else explained(manual(codes[0]), _width()))
    return SOUND


def explained(found: Manual, width: int) -> str:
    """A manual as text, its prose wrapped to a width."""
    known = found.known
    parts = [
        "\n".join(_wrapped(f"{known.code} {known.name}: {LEVELS[known.severity].long}", width)),
        "\n".join(_wrapped(known.summary, width)),
        *["\n".join(_wrapped(paragraph, width)) for paragraph in paragraphs(found.text)],
    ]
    for title, example in found.examples:
        parts.append("\n".join([f"{title}:", "", *[f"    {line}".rstrip() for line in example.split("\n")]]))
    return "\n\n".join(parts) + "\n"


def _list(codes: tuple[str, ...]) -> str:
    width = _width()
    parts = []
    for letter, title in GROUPS:
        rows = [KNOWN[code] for code in codes if code.startswith(letter)]
        if rows:
            parts.append("\n".join([title, "", *[line for row in rows for line in _row(row, width)]]) + "\n")
    return "\n".join(parts)


def _row(known: Known, width: int) -> list[str]:
    head = f"  {known.code}  {LEVELS[known.severity].short:<7}  {known.name}"
    return [head, *wrap(known.summary, width, initial_indent=" " * 8, subsequent_indent=" " * 8)]


def _wrapped(text: str, width: int) -> list[str]:
    # What stands between backticks is typed as it is: it is not broken at its hyphens.
    return wrap(text, width, break_on_hyphens=False, break_long_words=False)


def _width() -> int:
    """The width for prose: the terminal's, where there is one."""
    return max(NARROWEST, min(WIDEST, get_terminal_size((PIPED, 24)).columns))
