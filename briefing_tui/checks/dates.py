"""E501: times that contradict each other."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.source.diagnostic import Diagnostic, Related, Severity


def check(draft: Draft) -> Iterator[Diagnostic]:
    """An event that was reported before it occurred, though it is neither planned nor expected."""
    for event in draft.briefing.events:
        reported, when = event.reported_at, event.when
        if (
            reported is None
            or reported.latest is None
            or when.earliest is None
            or event.phase in ("planned", "expected")
        ):
            continue
        if reported.latest < when.earliest:
            yield RULE.finding(
                draft.at(event, "reported_at"),
                f"This was reported before it occurred ({when.display()})",
                "Correct one of the two, or write `phase: expected`",
                related=(Related(draft.at(event, "when"), "it occurred"),),
            )


RULE = Rule(
    code="E501",
    name="reported-before-occurred",
    severity=Severity.ERROR,
    summary="An event was reported before it occurred.",
    manual="""\
        What is reported before it occurs is a plan or an expectation. Readers who step through time (`<` and `>`) are
        shown it before it was there.

        Correct one of the two times, or say what it is: `phase: planned` or `phase: expected`.""",
    bad="""\
events:
  crest: {title: The crest arrives, when: 2026-03-05, reported_at: 2026-03-04T10:00Z}
""",
    good="""\
events:
  crest: {title: The crest arrives, when: 2026-03-05, reported_at: 2026-03-04T10:00Z, phase: expected}
""",
    check=check,
)
