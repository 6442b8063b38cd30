"""Briefings checked, and mended where that is wanted: which files, what is said of them, and the exit code.

Loads no screen; pydantic only where a file is not sound; click never, which is half as long to import as a check takes.
"""

import gc
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.cli.formats import Failed, writer
from briefing_tui.cli.progress import Progress
from briefing_tui.cli.report import Failure, put, put_bytes, say
from briefing_tui.model.text import obeyed, one_line

if TYPE_CHECKING:
    from briefing_tui.cli.checking import Job, Task

#: Objects made between two looks for garbage.
MANY_OBJECTS = 50_000


def checked_alone(paths: list[str]) -> int:
    """Checks files, or the library, as one does without any option."""
    # What is imported and read is no garbage: looking for some after every 700 objects takes a twentieth of a check.
    gc.set_threshold(MANY_OBJECTS)
    from briefing_tui.cli.checking import Job

    return checked([Path(path) for path in paths] or library(), Job("full", date.today()))


def checked(where: list[Path], job: "Job", *, counted: bool = False, quiet: bool = False) -> int:
    """Checks every briefing in some places, says what is found, and gives the exit code."""
    run = _Run(job, counted=counted, quiet=quiet)
    run.check(where)
    if run.tally.is_empty():
        names = ", ".join(one_line(str(path)) for path in where)
        raise Failure(f"there is no briefing in {names}: that is a .yaml file with a title, an as_of and a situation")
    if not quiet:
        say(run.tally.summary(job))
    return run.tally.code(job)


def library() -> list[Path]:
    """The usual library's folders."""
    from briefing_tui.library.catalog import roots

    return list(roots())


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
