"""E511: a source of which nobody can say when it is from, where it can be had or how good it is."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.model.source import Source
from briefing_tui.source.diagnostic import Diagnostic, Severity


def check(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a source, with all that it lacks."""
    for source in draft.briefing.sources:
        if lacking := list(_lacking(source)):
            what = _listed([f"no {name}" for name, _ in lacking], "and")
            help = _listed([wanted for _, wanted in lacking], "and")
            yield RULE.finding(draft.at(source), f"This source has {what}", f"Add {help}")


def _lacking(source: Source) -> Iterator[tuple[str, str]]:
    """What a source lacks, and what to add. What is read on the web may have the day it was read instead of a date."""
    if source.date is None and source.retrieved is None:
        yield "date", "`date:` (`unknown` is an answer)"
    if not _is_to_be_found(source):
        yield "place where it can be found", "`url:` or `publisher:`"
    if source.reliability is None:
        yield "rating", "`reliability:` (F where it cannot be judged)"


def _is_to_be_found(source: Source) -> bool:
    """Whether there is an address, or somebody who has it. A talk stands nowhere."""
    known = source.url or source.archive or source.publisher or source.actor or source.by or source.origin
    return source.type == "interview" or bool(known)


def _listed(words: list[str], last: str) -> str:
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


RULE = Rule(
    code="E511",
    name="weak-source",
    severity=Severity.WARNING,
    summary="A source has no date, cannot be found, or is not rated.",
    manual="""\
        Whoever doubts an item asks three things of its source: when it is from, where it can be had, and how far it is
        to be trusted. All three have an answer even where the news is bad: `date: unknown`, a `publisher` or an `actor`
        instead of an address, and `reliability: F` for what cannot be judged.

        A page on the web may have the day it was `retrieved` instead of a date of its own.""",
    bad="""\
situation:
  bottom_line: The crest arrives on Thursday [^forecast].
sources:
  forecast: {title: Basin forecast, publisher: Weather Service, date: 2026-03-03}
""",
    good="""\
situation:
  bottom_line: The crest arrives on Thursday [^forecast].
sources:
  forecast: {title: Basin forecast, publisher: Weather Service, date: 2026-03-03, reliability: F}
""",
    check=check,
)
