"""E506: a scenario with no indicator that would show it coming, or going."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.model.outlook import Indicator
from briefing_tui.source.diagnostic import Diagnostic, Severity

_HELP = "Add an indicator: what would be seen early if it came about, with `points_to:`"


def check(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a scenario; one for all of them where there is no indicator at all."""
    scenarios = draft.briefing.outlook.scenarios
    if not scenarios or not draft.whole:
        return
    if not draft.briefing.outlook.indicators:
        many = f"None of the {len(scenarios)} scenarios has an indicator" if len(scenarios) > 1 else _MESSAGE
        yield RULE.finding(draft.at(draft.briefing, "outlook", "scenarios", key=True), many, _HELP)
        return
    entries = draft.briefing.entries
    for scenario in scenarios:
        around = [reference.source for reference in draft.links.incoming(scenario.id)]
        around += [reference.target for reference in draft.links.outgoing(scenario.id)]
        if not any(isinstance(entries.get(id), Indicator) for id in around):
            yield RULE.finding(draft.at(scenario), _MESSAGE, _HELP)


_MESSAGE = "No indicator points to this scenario, or away from it"

RULE = Rule(
    code="E506",
    name="scenario-without-indicator",
    severity=Severity.WARNING,
    summary="No indicator points to a scenario, or away from it.",
    manual="""\
        A scenario nobody watches for comes as a surprise although it was foreseen. An indicator names beforehand what
        would be seen early if it came about, or what would speak against it.

        Add one under `indicators:` with `points_to:` or `points_away_from:` this scenario.""",
    bad="""\
outlook:
  scenarios:
    holds: {title: The levee holds, likelihood: likely, role: most-likely}
    overtops: {title: The levee is overtopped, likelihood: unlikely, role: most-dangerous}
  indicators:
    gauge: {text: The gauge falls for three hours., points_to: holds, status: not-seen}
""",
    good="""\
outlook:
  scenarios:
    holds: {title: The levee holds, likelihood: likely, role: most-likely}
    overtops: {title: The levee is overtopped, likelihood: unlikely, role: most-dangerous}
  indicators:
    gauge: {text: The gauge falls for three hours., points_to: holds, points_away_from: overtops, status: not-seen}
""",
    check=check,
)
