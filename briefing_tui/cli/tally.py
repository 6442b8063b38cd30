"""What came of a check, counted: the line that sums it up, its exit code, how often each finding was made."""

from collections import Counter

from briefing_tui.checks.names import KNOWN
from briefing_tui.cli.checking import Job, Outcome
from briefing_tui.cli.report import COULD_NOT_RUN, ERRORS, SOUND
from briefing_tui.source.diagnostic import Severity

_WORDS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("remark", "remarks"),
}


class Tally:
    """The outcomes of one call, added up. `unlisted` are folders that could not be looked into."""

    def __init__(self) -> None:
        self.by_code: Counter[str] = Counter()
        self.unlisted = 0
        self._levels: Counter[str] = Counter()
        self._files = self._failed = self._denied = self._fixable = self._doubtful = self._mended = self._ignored = 0

    def add(self, done: Outcome) -> None:
        """Adds what became of a file."""
        if done.skipped:
            return
        self._files += not done.unread
        self._failed += bool(done.failed)
        self._denied += done.denied
        self._fixable += done.fixable
        self._doubtful += done.doubtful
        self._mended += done.mended
        self._ignored += done.ignored
        self._levels.update(done.levels)
        self.by_code.update(done.by_code)

    def is_empty(self) -> bool:
        """Whether there was nothing to check and nothing was said about it."""
        return not (self._files or self._failed or self.unlisted)

    def code(self, job: Job) -> int:
        """The exit code."""
        if self._failed or self.unlisted:
            return COULD_NOT_RUN
        return ERRORS if self._denied or (job.diff and self._mended) else SOUND

    def summary(self, job: Job) -> str:
        """What came of it, in a line."""
        text = f"{_counted(self._files, ('file', 'files'))} checked"
        if self._mended:
            text += f", {_counted(self._mended, ('finding', 'findings'))} {'would be ' if job.diff else ''}mended"
        parts = [_counted(self._levels[severity], _WORDS[severity]) for severity in Severity if self._levels[severity]]
        text += f": {', '.join(parts) or 'nothing to report'}"
        also = self._denied - self._levels[Severity.ERROR]
        if also:
            text += f", {also:,} of them denied"
        if self._ignored:
            text += f", {self._ignored:,} ignored with a reason"
        return text + self._remedies(job)

    def _remedies(self, job: Job) -> str:
        can = [(self._fixable, "--fix")] if not job.mend else []
        can += [(self._doubtful, "--unsafe-fixes")] if job.mend != "unsafe" else []
        can = [(number, option) for number, option in can if number]
        if not can:
            return ""
        (number, option), *rest = can
        text = f"; {number:,} can be mended with {option}"
        return text + "".join(f", {more:,} more with {by}" for more, by in rest)


def statistics(by_code: Counter[str], *, as_json: bool) -> str:
    """How often each finding was made, the most frequent first."""
    rows = sorted(by_code.items(), key=lambda row: (-row[1], row[0]))
    if as_json:
        import json

        objects = [
            {"code": code, "name": KNOWN[code].name, "severity": str(KNOWN[code].severity), "count": number}
            for code, number in rows
        ]
        return json.dumps(objects, indent=2) + "\n"
    width = max((len(f"{number:,}") for _, number in rows), default=0)
    return "".join(f"{number:>{width},}  {code}  {KNOWN[code].name}\n" for code, number in rows)


def _counted(number: int, words: tuple[str, str]) -> str:
    return f"{number:,} {words[number != 1]}"
