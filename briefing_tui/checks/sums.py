"""E525: scenarios that exclude one another, and cannot all be as likely as they say."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.outlook import band_of
from briefing_tui.checks.rule import Rule
from briefing_tui.model.outlook import Scenario
from briefing_tui.source.diagnostic import Diagnostic, Related, Severity

#: As many related places as a reader can compare.
_MOST = 10


def check(draft: Draft) -> Iterator[Diagnostic]:
    """At most one finding: the lowest figures of all scenarios add up to more than 100 per cent."""
    outlook = draft.briefing.outlook
    bands = [(scenario, band) for scenario in outlook.scenarios if (band := band_of(scenario)) is not None]
    total = sum(band.low for _, band in bands)
    # A hundredth of a per cent is no contradiction, but the arithmetic of fractions.
    if outlook.exclusive and total > 100.01:
        places = [
            Related(draft.at(scenario, _field(scenario)), f"at least {band.low:g} per cent")
            for scenario, band in bands[:_MOST]
        ]
        yield RULE.finding(
            draft.loaded.tree.extent(("outlook", "exclusive")),
            f"The scenarios exclude one another, and are at the least {total:g} per cent likely together",
            "Lower some of them, or take `exclusive` away",
            related=tuple(places),
        )


def _field(scenario: Scenario) -> str:
    return "probability" if scenario.probability is not None else "likelihood"


RULE = Rule(
    code="E525",
    name="impossible-sum",
    severity=Severity.ERROR,
    summary="Scenarios that exclude one another are together more than 100 per cent likely.",
    manual="""\
        With `exclusive: true` only one of the scenarios can come. Then their chances cannot add up to more than 100 per
        cent. The lowest figure counts, of a word the lowest of its band: two scenarios that are “likely” are at the
        least 55 per cent each.

        Lower some of them, or take `exclusive` away where several can come at once. That they add up to less than 100
        is no mistake: there may be a course that nobody has named.""",
    bad="""\
outlook:
  exclusive: true
  scenarios:
    holds: {title: The levee holds, likelihood: likely, role: most-likely}
    overtops: {title: The levee is overtopped, probability: [50, 60], role: most-dangerous}
  indicators:
    wet: {text: The top of the levee is wet, points_to: overtops, points_away_from: holds, status: unknown}
""",
    good="""\
outlook:
  exclusive: true
  scenarios:
    holds: {title: The levee holds, likelihood: likely, role: most-likely}
    overtops: {title: The levee is overtopped, probability: [40, 60], role: most-dangerous}
  indicators:
    wet: {text: The top of the levee is wet, points_to: overtops, points_away_from: holds, status: unknown}
""",
    check=check,
)
