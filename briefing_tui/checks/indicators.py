"""E505: an indicator that speaks for nothing and against nothing."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.source.diagnostic import Diagnostic, Severity


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Indicators without a scenario or judgement at the other end; one that is a judgement's evidence has its own."""
    for indicator in draft.briefing.outlook.indicators:
        if indicator.points_to or indicator.points_away_from:
            continue
        if any(reference.field == "evidence" for reference in draft.links.incoming(indicator.id)):
            continue
        yield RULE.finding(
            draft.at(indicator),
            "This indicator points to no scenario and to no judgement",
            "Add `points_to:` or `points_away_from:` with what it would speak for or against",
        )


RULE = Rule(
    code="E505",
    name="indicator-without-scenario",
    severity=Severity.WARNING,
    summary="An indicator points to no scenario or judgement, nor away from one.",
    manual="""\
        An indicator is watched because it would tell one course from another. One that points nowhere cannot: when it
        is seen, nobody knows what to think of it.

        Write `points_to:` or `points_away_from:` with the scenarios or judgements concerned, or leave it out.""",
    bad="""\
outlook:
  scenarios:
    holds: {title: The levee holds, likelihood: likely, role: [most-likely, most-dangerous]}
  indicators:
    levee-dry: {text: The bank is dry at noon., points_to: holds, status: not-seen}
    gauge: {text: The gauge at Stony Ford falls for three hours., status: not-seen}
""",
    good="""\
outlook:
  scenarios:
    holds: {title: The levee holds, likelihood: likely, role: [most-likely, most-dangerous]}
  indicators:
    levee-dry: {text: The bank is dry at noon., points_to: holds, status: not-seen}
    gauge: {text: The gauge at Stony Ford falls for three hours., points_to: holds, status: not-seen}
""",
    check=check,
)
