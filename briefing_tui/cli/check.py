"""`briefing check`: what is wrong in briefings, and where; and mending it. Loads no screen.

pydantic is loaded only where a file is not sound.
"""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

from briefing_tui.cli.formats import FORMATS, Failed, writer
from briefing_tui.cli.progress import Progress
from briefing_tui.cli.report import Failure, put, put_bytes, say
from briefing_tui.model.text import obeyed, one_line

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from briefing_tui.cli.checking import Job, Task

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
    mend: Literal["", "safe", "unsafe"] = "unsafe" if unsafe_fixes else "safe" if fix or diff else ""
    # Rules are loaded when something is checked, not for a question about the command.
    from briefing_tui.cli.checking import Job

    job = Job(form, today or date.today(), select, ignore, deny, mend, diff)
    _judge_words(job)
    if counted and (diff or form not in ("full", "concise", "json")):
        raise click.UsageError(
            "--statistics is text, or JSON: ask for one thing at a time", click.get_current_context()
        )
    run = _Run(job, counted=counted, quiet=quiet)
    where = list(paths) or _library()
    run.check(where)
    if run.tally.is_empty():
        names = ", ".join(one_line(str(path)) for path in where)
        raise Failure(f"there is no briefing in {names}: that is a .yaml file with a title, an as_of and a situation")
    if not quiet:
        say(run.tally.summary(job))
    return run.tally.code(job)


def _library() -> list[Path]:
    from briefing_tui.library.catalog import roots

    return list(roots())


def _judge_words(job: "Job") -> None:
    from briefing_tui.checks.selection import Denied, Selection

    try:
        Selection(job.select, job.ignore)
        Denied(job.deny)
    except ValueError as error:
        raise Failure(one_line(str(error))) from None


class _Run:
    """One call of the command: the files it is about, and what is said of them as they come."""

    def __init__(self, job: "Job", *, counted: bool, quiet: bool) -> None:
        from briefing_tui.cli.tally import Tally

        self.tally = Tally()
        self._job, self._counted, self._quiet = job, counted, quiet
        self._failed: list[Failed] = []
        self._progress = Progress(0)

    def check(self, paths: list[Path]) -> None:
        """Checks every file the paths name, and writes what is found in the order of the files."""
        from briefing_tui.cli.parallel import outcomes
        from briefing_tui.cli.tally import statistics

        tasks = list(self._tasks(paths))
        given = any(task.path is None for task in tasks)
        if given and len(tasks) > 1 and self._job.mend:
            raise Failure("standard input is mended alone: its text goes to standard output")
        self._progress = Progress(len(tasks), quiet=self._quiet)
        mended_text = given and self._job.mend and not self._job.diff
        written = writer(self._job.form, _to_stderr if mended_text else self._put)
        try:
            for done in outcomes(tasks, self._job):
                self._progress.step()
                self.tally.add(done)
                if done.failed:
                    self.could_not(done.name, done.failed)
                if done.diff:
                    self._put(done.diff)
                if mended_text:
                    self._pass_on(done.name, done.text.encode("utf-8") if done.mended else tasks[0].given)
                if not self._counted:
                    written.add(done.piece, done.codes)
        finally:
            self._progress.hide()
        if self._counted:
            self._put(statistics(self.tally.by_code, as_json=self._job.form == "json"))
        elif not self._job.diff:
            written.close(self._failed)

    def _pass_on(self, name: str, content: bytes) -> None:
        """Standard input's own text, mended: byte for byte into a pipe, and nowhere what a terminal would obey."""
        text = content.decode("utf-8", "surrogateescape")
        if obeyed(text):
            from briefing_tui.cli.checking import Outcome
            from briefing_tui.cli.patch import OBEYED_WORDS

            self.tally.add(Outcome(name, failed=OBEYED_WORDS, unread=True))
            self.could_not(name, OBEYED_WORDS)
        elif sys.stdout is not None and sys.stdout.isatty():
            put(text)
        else:
            put_bytes(content)

    def _put(self, text: str) -> None:
        self._progress.hide()
        put(text)

    def _tasks(self, paths: list[Path]) -> "Iterator[Task]":
        """Every file to check, once."""
        from briefing_tui.cli.checking import Task

        done: set[str] = set()
        for path in paths:
            if str(path) == "-":
                if "-" not in done:
                    from briefing_tui.cli.open import stdin_bytes

                    done.add("-")
                    yield Task(None, given=stdin_bytes())
                continue
            named = not os.path.isdir(path)
            for file in [path] if named else self._below(path):
                if (name := os.path.abspath(file)) not in done:
                    done.add(name)
                    yield Task(file, named)

    def _below(self, folder: Path) -> list[Path]:
        from briefing_tui.library.walk import briefing_files

        return [file.path for file in briefing_files([folder], self._unlisted)]

    def _unlisted(self, path: Path, error: OSError) -> None:
        self.tally.unlisted += 1
        self.could_not(str(path), error.strerror or "It cannot be read")

    def could_not(self, name: str, why: str) -> None:
        """Says that a file or folder could not be checked, or not be written."""
        self._progress.hide()
        self._failed.append(Failed(name, why))
        say(f"briefing: {one_line(name)}: {why}")


def _to_stderr(text: str) -> None:
    say(text.rstrip("\n"))
