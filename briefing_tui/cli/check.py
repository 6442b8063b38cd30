"""`briefing check`: what is wrong in briefings, and where. Loads no screen; pydantic only where a file is not sound."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from briefing_tui.cli.findings import WRITERS, Checked
from briefing_tui.cli.report import COULD_NOT_RUN, ERRORS, SOUND, Failure, put, say
from briefing_tui.library.catalog import roots
from briefing_tui.library.row import is_briefing
from briefing_tui.library.walk import briefing_files
from briefing_tui.links.problems import findings_of
from briefing_tui.model.text import one_line
from briefing_tui.source.diagnostic import Severity
from briefing_tui.source.load import load

#: Findings that say that a file cannot be had, not that something is wrong in it.
_NOT_HAD = ("F101", "F102", "F103")


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--output-format",
    "form",
    type=click.Choice(tuple(WRITERS)),
    default="full",
    show_default=True,
    help="With the lines concerned, one line a finding, or for a program.",
)
def check(paths: tuple[Path, ...], form: str) -> int:
    """Say what is wrong in briefings, and where.

    A PATH is a file, or a folder, in which every briefing is checked. Without one, the library is.

    \b
    briefing check flood.yaml
    briefing check reports/ --output-format concise
    briefing check reports/ --output-format json > findings.json

    Exit code: 0 no error, 1 errors, 2 could not run (a file is not there or may not be read).
    """
    run = _Run()
    writer = WRITERS[form](put)
    where = list(paths or roots())
    for path, named in run.files(where):
        loaded = load(path)
        if not named and not is_briefing(loaded):
            continue
        if any(found.code in _NOT_HAD for found in loaded.diagnostics):
            run.could_not(path, loaded.diagnostics[0].message)
            continue
        checked = Checked(str(path), loaded.lines, tuple(findings_of(loaded)))
        run.count(checked)
        writer.add(checked)
    writer.close()
    if run.is_empty():
        names = ", ".join(one_line(str(path)) for path in where)
        raise Failure(f"there is no briefing in {names}: that is a .yaml file with a title, an as_of and a situation")
    say(run.summary())
    return run.code()


class _Run:
    """One call of the command: what was checked so far, and what could not be."""

    def __init__(self) -> None:
        self._files = 0
        self._found: Counter[Severity] = Counter()
        self._failed = False

    def files(self, paths: list[Path]) -> Iterator[tuple[Path, bool]]:
        """Every file to check once, and whether it was named itself."""
        done: set[str] = set()
        for path in paths:
            named = not os.path.isdir(path)
            found = [path] if named else [file.path for file in briefing_files([path], self._unlisted)]
            for file in found:
                if (name := os.path.abspath(file)) not in done:
                    done.add(name)
                    yield file, named

    def _unlisted(self, path: Path, error: OSError) -> None:
        self.could_not(path, error.strerror or "It cannot be read")

    def could_not(self, path: Path, why: str) -> None:
        """Says that a file or folder could not be checked."""
        self._failed = True
        say(f"briefing: {one_line(str(path))}: {why}")

    def count(self, file: Checked) -> None:
        """Adds a checked file."""
        self._files += 1
        self._found.update(found.severity for found in file.findings)

    def is_empty(self) -> bool:
        """Whether there was nothing to check and nothing was said about it."""
        return not self._files and not self._failed

    def summary(self) -> str:
        """What came of it, in a line."""
        parts = [_counted(self._found[severity], _WORDS[severity]) for severity in Severity if self._found[severity]]
        return f"{_counted(self._files, ('file', 'files'))} checked: {', '.join(parts) or 'nothing to report'}"

    def code(self) -> int:
        """The exit code."""
        if self._failed:
            return COULD_NOT_RUN
        return ERRORS if self._found[Severity.ERROR] else SOUND


_WORDS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("remark", "remarks"),
}


def _counted(number: int, words: tuple[str, str]) -> str:
    return f"{number:,} {words[number != 1]}"
