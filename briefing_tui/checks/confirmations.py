"""E508: confirmed, and yet of a credibility that says it is not."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.model.entry import Entry, Statement
from briefing_tui.model.event import Event
from briefing_tui.model.scales import credibility
from briefing_tui.source.diagnostic import Diagnostic, Edit, Related, Severity

#: From here on the Admiralty code's number says that an item is possibly true at best.
_DOUBTED = 3


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Events that are confirmed, and statements that are facts, without one source that gives better than a 3."""
    for entry in draft.briefing.entries.values():
        if isinstance(entry, Event) and entry.status == "confirmed":
            field, said = "status", "confirmed"
        elif isinstance(entry, Statement) and entry.kind == "fact":
            field, said = "kind", "a fact"
        else:
            continue
        rated = list(_ratings(entry))
        if not rated or min(rated)[0] < _DOUBTED:
            continue
        best, steps = min(rated)
        label = found.label if (found := credibility(best)) is not None else ""
        extent = draft.at(entry, field)
        yield RULE.finding(
            extent,
            f"This is called {said}, and its credibility is {best} ({label}) at best",
            f"Write `{field}: reported`, or correct the credibility: 1 is confirmed by other sources",
            related=(Related(draft.at(entry, *steps), f"{best}: {label}"),),
            edits=(Edit(extent, "reported", "Write reported", safe=False),),
        )


def _ratings(entry: Entry) -> Iterator[tuple[int, tuple[str | int, ...]]]:
    if entry.credibility is not None:
        yield entry.credibility, ("credibility",)
    for n, ref in enumerate(entry.sources):
        if ref.credibility is not None:
            yield ref.credibility, ("sources", n, "credibility")


RULE = Rule(
    code="E508",
    name="confirmed-against-credibility",
    severity=Severity.WARNING,
    summary="What is called confirmed, or a fact, has a credibility of 3 to 6.",
    manual="""\
        The Admiralty code's 1 is “confirmed by other sources”. An event that is `confirmed`, or a statement that is a
        `fact`, while the best credibility given for it is 3 (possibly true) to 6 (cannot be judged), says two things at
        once.

        Write `status: reported`, or correct the credibility of the source that confirms it.""",
    bad="""\
events:
  ford: {title: Stony Ford passes 6.50 m, when: 2026-03-03, status: confirmed, sources: {ref: log, credibility: 4}}
sources:
  log: {title: Gauge log, publisher: River Authority, date: 2026-03-03, type: official, reliability: A}
""",
    good="""\
events:
  ford: {title: Stony Ford passes 6.50 m, when: 2026-03-03, status: reported, sources: {ref: log, credibility: 4}}
sources:
  log: {title: Gauge log, publisher: River Authority, date: 2026-03-03, type: official, reliability: A}
""",
    check=check,
)
