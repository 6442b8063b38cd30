"""`briefing check`: its options, and what each does. The work is in `check_files`, which needs no parser of them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

from briefing_tui.cli.formats import FORMATS
from briefing_tui.cli.report import Failure
from briefing_tui.model.text import one_line

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from briefing_tui.cli.checking import Job

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _words(context: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Codes, beginnings of codes and names, also with commas between them."""
    return tuple(filter(None, (word.strip() for words in given for word in words.split(","))))


def _completed(context: click.Context, option: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    from briefing_tui.checks.names import KNOWN

    before, comma, word = incomplete.rpartition(",")
    rows = [(name, row.summary) for row in KNOWN.values() for name in (row.code, row.name)]
    return [CompletionItem(before + comma + name, help=what) for name, what in rows if name.startswith(word)]


def _day(context: click.Context, option: click.Parameter, given: str | None) -> date | None:
    try:
        return date.fromisoformat(given) if given is not None else None
    except ValueError:
        raise click.BadParameter(f"{given} is no day: write it as 2026-03-04", context, option) from None


def _selecting(option: str, help: str) -> Callable[[_Command], _Command]:
    return click.option(option, multiple=True, metavar="CODES", callback=_words, shell_complete=_completed, help=help)


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--output-format",
    "form",
    type=click.Choice(tuple(FORMATS)),
    default="full",
    show_default=True,
    help="With the lines concerned, one line a finding, or for a program.",
)
@_selecting("--select", "Only these: codes (E503), beginnings (E5) or names.")
@_selecting("--ignore", "Not these. The longer word decides.")
@_selecting("--deny", "Exit with 1 for these too: warnings, info, codes, names.")
@click.option("--fix", is_flag=True, help="Mend what has one certain remedy. Nothing else in the file changes.")
@click.option("--unsafe-fixes", is_flag=True, help="Mend also where the remedy is a good guess. Read it afterwards.")
@click.option("--diff", is_flag=True, help="Show as a diff what would be mended, and write nothing.")
@click.option("--now", "today", metavar="DATE", callback=_day, help="Judge as on this day.  [default: today]")
@click.option("--statistics", "counted", is_flag=True, help="How often each is found, instead of where.")
@click.option("-q", "--quiet", is_flag=True, help="No summary, no progress.")
def check(
    paths: tuple[Path, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    deny: tuple[str, ...],
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    today: date | None,
    counted: bool,
    quiet: bool,
) -> int:
    """Say what is wrong in briefings, and where; and mend it.

    A PATH is a file, a folder, in which every briefing is checked, or - for standard input. Without one, the library
    is checked. With --fix and - the mended text is written to standard output, and the findings to standard error.

    What cannot be read as a part of the briefing (codes F, Y, M) is always reported. Anything else an author may
    ignore for a reason, in a comment on the line above or at the end of the line:

    \b
    # check: ignore[rule-name] the reason

    `briefing explain` says what a finding means.

    \b
    briefing check flood.yaml
    briefing check reports/ --output-format concise --deny warnings
    briefing check flood.yaml --diff
    briefing check flood.yaml --select E5 --ignore uncited-source

    Exit code: 0 no error, 1 errors or what is denied (with --diff: or something to mend), 2 could not run (a file is
    not there, may not be read or written).
    """
    from briefing_tui.cli.check_files import checked, library
    from briefing_tui.cli.checking import Job

    mend: Literal["", "safe", "unsafe"] = "unsafe" if unsafe_fixes else "safe" if fix or diff else ""
    job = Job(form, today or date.today(), select, ignore, deny, mend, diff)
    _judge_words(job)
    if counted and (diff or form not in ("full", "concise", "json")):
        raise click.UsageError(
            "--statistics is text, or JSON: ask for one thing at a time", click.get_current_context()
        )
    return checked(list(paths) or library(), job, counted=counted, quiet=quiet)


def _judge_words(job: "Job") -> None:
    from briefing_tui.checks.selection import Denied, Selection

    try:
        Selection(job.select, job.ignore)
        Denied(job.deny)
    except ValueError as error:
        raise Failure(one_line(str(error))) from None
