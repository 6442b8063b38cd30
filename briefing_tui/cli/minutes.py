"""`briefing minutes`: what was taken down in a meeting, as Markdown, JSON or CSV; and mending it afterwards."""

import os
from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path

import click

from briefing_tui.blocks.scope import Scope
from briefing_tui.cli.minutes_formats import FORMATS, Record
from briefing_tui.cli.open import STDIN, stdin_bytes
from briefing_tui.cli.output import write_output
from briefing_tui.cli.printing import scope_of
from briefing_tui.cli.report import SOUND, Failure, put, say
from briefing_tui.meeting.jot import Jot
from briefing_tui.meeting.order import stages_of
from briefing_tui.meeting.spent import Times, times_csv, times_of
from briefing_tui.meeting.timing import Runs
from briefing_tui.model.text import one_line
from briefing_tui.source.load import Loaded, load, load_bytes

#: Lines that are not understood are told, as many as these.
_SAID = 5


@click.command("minutes")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("words", nargs=-1, metavar="[TEXT]...")
@click.option(
    "--to", "form", type=click.Choice(tuple(FORMATS)), help="The format. Without it, --output's ending tells."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write, replaced at one go.")
@click.option("--answer", type=click.IntRange(1), metavar="N", help="Mark question N answered; TEXT is the answer.")
@click.option("--strike", type=click.IntRange(1), metavar="N", help="Strike N out. It stays in the file.")
@click.option("--edit", type=click.IntRange(1), metavar="N", help="Give N the words of TEXT.")
@click.option("--times", is_flag=True, help="Only how long each step took and questions at it, as CSV.")
def minutes(
    file: Path,
    words: tuple[str, ...],
    form: str | None,
    output: Path | None,
    answer: int | None,
    strike: int | None,
    edit: int | None,
    times: bool,
) -> int:
    """Write down what was jotted in a meeting: by kind, then by what it is about.

    FILE is the briefing, or its minutes, which stand beside it in NAME.minutes.yaml. In the reader and while presenting
    `a` takes down an action, a decision, a question or a note.

    \b
    briefing minutes flood.yaml
    briefing minutes flood.yaml -o minutes.md
    briefing minutes flood.yaml --to csv
    briefing minutes flood.yaml --times
    briefing minutes flood.yaml --answer 3 "The town has them"
    briefing minutes flood.yaml --edit 4 "Call the mayor by Friday"
    briefing minutes flood.yaml --strike 5
    """
    changes = [number for number in (answer, strike, edit) if number is not None]
    if len(changes) > 1 or (changes and (form or output or times)):
        raise _usage("Change one thing at a time, and print it after.")
    if words and (strike or not changes):
        raise _usage(f"“{one_line(' '.join(words))}” belongs to nothing: TEXT goes with --answer or --edit.")
    meeting = _Meeting(file)
    if changes:
        return meeting.change(answer, strike, edit, " ".join(words))
    if times:
        if (form or "csv") != "csv":
            raise _usage("Times alone are CSV; Markdown and JSON have them beside all else.")
        return meeting.put_times(output)
    name = form or (output.suffix.lower().removeprefix(".") if output is not None else "md")
    if name not in FORMATS:
        raise _usage(f"Say which format: --to {', '.join(FORMATS)}.")
    return meeting.put(name, output)


class _Meeting:
    """The minutes of one briefing, and the briefing where it can be read."""

    def __init__(self, file: Path) -> None:
        from briefing_tui.config.configuration import configuration
        from briefing_tui.meeting.author import author_name
        from briefing_tui.meeting.minutes import Minutes
        from briefing_tui.meeting.minutes_place import briefing_beside, is_minutes

        self.file = file
        self.loaded: Loaded | None = None
        if str(file) == STDIN:
            self.loaded = load_bytes(stdin_bytes(), "stdin", "standard input")
        elif (path := briefing_beside(file) if is_minutes(file) else file) is not None:
            self.loaded = load(path)
        self.briefing = self.loaded.briefing if self.loaded is not None else None
        title = self.briefing.title if self.briefing is not None else "standard input"
        path_ = None if str(file) == STDIN else file
        self.minutes = Minutes(path_, title, author=author_name(configuration().settings))
        self.taken = self.minutes.read()
        if not self.taken.jots and not self.minutes.where.exists():
            self._nothing()

    def _nothing(self) -> None:
        """Says why there is nothing, where that is no answer. Raises Failure."""
        from briefing_tui.meeting.minutes_place import is_minutes

        problem = self.loaded.diagnostics[0] if self.loaded is not None and self.loaded.diagnostics else None
        if is_minutes(self.file):
            raise Failure(f"{one_line(str(self.file))}: there is no such file")
        if problem is not None and problem.code in ("F101", "F102", "F103"):
            raise Failure(f"{one_line(str(self.file))}: {problem.message}. {problem.help}")

    @cached_property
    def scope(self) -> Scope | None:
        """What the briefing's words are made from; None where it cannot be read."""
        return scope_of(self.loaded) if self.loaded is not None and self.briefing is not None else None

    def put(self, form: str, output: Path | None) -> int:
        """Writes all of it."""
        where = self.minutes.where
        record = Record(one_line(where.name), self.scope, self.taken.jots, self.taken.unread, self._times())
        if self.taken.jots or record.times or form != "md" or output is not None:
            self._written(FORMATS[form](record), output)
        if not self.taken.jots:
            say(f"Nothing has been taken down yet. In the reader `a` does, into {one_line(str(where))}")
        self._say_unread()
        return SOUND

    def put_times(self, output: Path | None) -> int:
        """Writes how long each step took."""
        times = self._times()
        if times is None:
            raise Failure(f"{one_line(str(self.file))}: it was not presented yet, as far as is known here")
        self._written(times_csv(times), output)
        return SOUND

    def _times(self) -> Times | None:
        """How long each step took the last time before an audience, where that is known."""
        path = self.loaded.path if self.loaded is not None else None
        run = Runs().last(path) if path is not None else None
        return None if run is None else times_of(run, stages_of(self.scope) if self.scope is not None else ())

    def _written(self, content: str, output: Path | None) -> None:
        if output is None or str(output) == STDIN:
            put(content)
            return
        if any(os.path.realpath(output) == os.path.realpath(path) for path in self.minutes.paths):
            raise Failure(f"{one_line(str(output))} holds the minutes themselves: name another file")
        write_output(output, content.encode("utf-8", "replace"), None if str(self.file) == STDIN else self.file)

    def _say_unread(self) -> None:
        if self.minutes.aside and self.minutes.where.exists():
            say(f"{self.minutes.aside}.")
        for line, why in self.taken.unread[:_SAID]:
            say(f"briefing: {one_line(self.minutes.where.name)}: {f'line {line} {why}' if line else why}")
        if len(self.taken.unread) > _SAID:
            say(f"briefing: and {len(self.taken.unread) - _SAID:,} more; --to json has them all")

    def change(self, answer: int | None, strike: int | None, edit: int | None, text: str) -> int:
        """Changes one jot, and says how it stands now."""
        if answer is not None:
            return self._changed(lambda: self.minutes.answer(answer, text), "answered")
        if strike is not None:
            return self._changed(lambda: self.minutes.strike(strike), "struck out")
        assert edit is not None
        if not text.strip():
            raise _usage(f"--edit {edit} wants the new words as well.")
        return self._changed(lambda: self._edited(edit, text), "changed")

    def _edited(self, number: int, text: str) -> Jot:
        from briefing_tui.meeting.jotted import meant, people_of

        jot = self.taken.jot(number)
        people = people_of(self.briefing, self.taken.jots)
        found = meant(text, date.today(), people)
        if jot is not None and found.text == one_line(text):
            # No kind is said: it stays what it is.
            found = meant(f"{jot.kind[0]} {text}", date.today(), people)
        return self.minutes.edit(number, found.text, kind=found.kind, names=found.names, due=found.due)

    def _changed(self, change: Callable[[], Jot], what: str) -> int:
        from briefing_tui.meeting.minutes import MinutesError

        try:
            jot = change()
        except MinutesError as error:
            raise Failure(one_line(str(error))) from None
        say(f"{jot.kind.capitalize()} {jot.id} {what}: {jot.text}")
        return SOUND


def _usage(words: str) -> click.UsageError:
    return click.UsageError(words, click.get_current_context())
