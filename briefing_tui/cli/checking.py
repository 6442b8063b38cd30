"""One file checked, and mended where that is wanted: what becomes of it, as values that go from process to process.

Touches no stream.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing_tui.checks.engine import Verdict, verdict
from briefing_tui.checks.selection import Denied, Selection
from briefing_tui.cli.mistaken import minutes_words
from briefing_tui.model.text import obeyed
from briefing_tui.source.load import Loaded, load, load_bytes, load_text

if TYPE_CHECKING:
    from briefing_tui.checks.fixing import Mended

#: Findings that say that a file cannot be had, not that something is wrong in it.
_NOT_HAD = ("F101", "F102", "F103")

#: What standard input is called, and its stem.
STDIN, STDIN_STEM = "standard input", "stdin"


class Job(NamedTuple):
    """What is wanted of each file. The words are those of a command line, known to be good."""

    form: str
    today: date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    mend: Literal["", "safe", "unsafe"] = ""
    #: Whether mending is only shown.
    diff: bool = False


class Task(NamedTuple):
    """A file to check; where `path` is None, what standard input held. A `named` one is checked whatever it is."""

    path: Path | None
    named: bool = True
    given: bytes = b""

    @property
    def name(self) -> str:
        """What messages call it."""
        return STDIN if self.path is None else str(self.path)


class Outcome(NamedTuple):
    """What became of a file. One that is no briefing is `skipped`; one that could not be had or written `failed`."""

    name: str
    piece: str = ""
    codes: frozenset[str] = frozenset()
    levels: Mapping[str, int] = {}
    by_code: Mapping[str, int] = {}
    denied: int = 0
    #: Findings that have an edit whose meaning is certain, and that have only others.
    fixable: int = 0
    doubtful: int = 0
    mended: int = 0
    #: Findings that are ignored in the file, with a reason.
    ignored: int = 0
    #: The text after mending, of standard input alone; a unified diff where only that is wanted.
    text: str = ""
    diff: str = ""
    skipped: bool = False
    failed: str = ""
    #: Whether it could not be looked at, for whatever `failed` says.
    unread: bool = False


def outcome(task: Task, job: Job) -> Outcome:
    """A file checked, and mended where the job says so. Writes nothing but that file."""
    # What most files need no more than once in a while is loaded when one does: a check is over in a tenth of a second.
    loaded = _loaded(task)
    if not task.named:
        from briefing_tui.library.row import is_briefing

        if not is_briefing(loaded):
            return Outcome(task.name, skipped=True)
    if any(found.code in _NOT_HAD for found in loaded.diagnostics):
        return Outcome(task.name, failed=loaded.diagnostics[0].message, unread=True)
    if words := minutes_words(loaded):
        return Outcome(task.name, failed=words, unread=True)
    if not job.mend:
        return _told(task, job, loaded, _judged(loaded, job))
    from briefing_tui.checks.fixing import mended

    after = mended(
        loaded, lambda text: _read_again(loaded, text), lambda it: _judged(it, job), unsafe=job.mend == "unsafe"
    )
    if after.loaded.text == loaded.text:
        return _told(task, job, loaded, after.verdict)
    return _with_mended(task, job, loaded, after)


def _with_mended(task: Task, job: Job, before: Loaded, after: "Mended") -> Outcome:
    done = _told(task, job, after.loaded, after.verdict)._replace(mended=len(after.fixed))
    if job.diff:
        from briefing_tui.cli.patch import OBEYED_WORDS, patch

        found = patch(task.name, before.text, after.loaded.text, mark=_mark(task))
        return done._replace(failed=OBEYED_WORDS) if obeyed(found) else done._replace(diff=found)
    if task.path is None:
        return done._replace(text=_mark(task) + after.loaded.text)
    from briefing_tui.source.rewriting import ChangedError, rewrite

    try:
        rewrite(task.path, before.text, after.loaded.text)
    except ChangedError:
        why = "it has changed in the meantime, and is left as it is"
    except OSError as error:
        why = f"it cannot be written: {error.strerror or error}"
    else:
        return done
    return _told(task, job, before, _judged(before, job))._replace(failed=why)


def _mark(task: Task) -> str:
    """The byte order mark it begins with, or nothing."""
    from briefing_tui.source.rewriting import original

    try:
        return original(task.given if task.path is None else task.path)[0]
    except (OSError, UnicodeDecodeError):
        return ""


def _loaded(task: Task) -> Loaded:
    return load_bytes(task.given, STDIN_STEM, STDIN) if task.path is None else load(task.path)


def _read_again(loaded: Loaded, text: str) -> Loaded:
    again = load_text(text, loaded.path.stem if loaded.path else STDIN_STEM, loaded.name)
    again.path = loaded.path
    return again


def _judged(loaded: Loaded, job: Job) -> Verdict:
    return verdict(loaded, job.today, _selection(job.select, job.ignore))


def _told(task: Task, job: Job, loaded: Loaded, judged: Verdict) -> Outcome:
    findings, suppressed = judged
    if not findings and not suppressed:
        return Outcome(task.name)
    from briefing_tui.checks.fixing import fix_of
    from briefing_tui.cli.findings import Checked
    from briefing_tui.cli.formats import piece_of

    denied = _denied(job.deny)
    fixable = sum(fix_of(found) is not None for found in findings)
    return Outcome(
        task.name,
        "" if job.diff else piece_of(job.form, Checked(task.name, loaded.lines, findings, suppressed)),
        frozenset(found.code for found in (*findings, *(hidden.finding for hidden in suppressed))),
        Counter(str(found.severity) for found in findings),
        Counter(found.code for found in findings),
        sum(found in denied for found in findings),
        fixable,
        sum(bool(found.edits) for found in findings) - fixable,
        ignored=len(suppressed),
    )


@lru_cache(maxsize=1)
def _selection(select: tuple[str, ...], ignore: tuple[str, ...]) -> Selection:
    return Selection(select, ignore)


@lru_cache(maxsize=1)
def _denied(words: tuple[str, ...]) -> Denied:
    return Denied(words)
