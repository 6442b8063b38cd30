"""E526: no scenario that is marked as the most likely, or as the most dangerous."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.outlook import band_of
from briefing_tui.checks.rule import Rule
from briefing_tui.source.diagnostic import Diagnostic, Severity


def check(draft: Draft) -> Iterator[Diagnostic]:
    """At most one finding. One scenario alone needs no role, and what has no likelihood cannot be the most likely."""
    scenarios = draft.briefing.outlook.scenarios
    if len(scenarios) < 2 or "scenario" in draft.briefing.omitted.values():
        # One that was left out may have the role: it has a finding of its own.
        return
    roles = {role for scenario in scenarios for role in scenario.role}
    rated = any(band_of(scenario) is not None for scenario in scenarios)
    lacking = [
        role
        for role, asked in (("most-likely", rated), ("most-dangerous", True))
        if asked and role not in roles
    ]  # fmt: skip
    if lacking:
        words = " or ".join(role.replace("-", " ") for role in lacking)
        wanted = " and ".join(f"`role: {role}`" for role in lacking)
        yield RULE.finding(
            draft.loaded.tree.extent(("outlook", "scenarios"), key=True),
            f"None of these scenarios is marked as the {words}",
            f"Add {wanted} to the one that is" if len(lacking) == 1 else f"Add {wanted} to those that are",
        )


RULE = Rule(
    code="E526",
    name="missing-role",
    severity=Severity.WARNING,
    summary="No scenario is marked as the most likely, or none as the most dangerous.",
    manual="""\
        Those who decide on the ground of scenarios want to know two things first: what to expect, and what to be ready
        for. A set that does not say which is which makes each reader choose.

        Add `role: most-likely` and `role: most-dangerous`; one scenario can have both. Where no scenario is given a
        likelihood or a probability, none is asked to be the most likely: what nothing carries is not to be claimed.""",
    bad="""\
outlook:
  scenarios:
    holds: {title: The levee holds, likelihood: likely, role: most-likely}
    overtops: {title: The levee is overtopped, likelihood: unlikely}
  indicators:
    wet: {text: The top of the levee is wet, points_to: overtops, points_away_from: holds, status: unknown}
""",
    good="""\
outlook:
  scenarios:
    holds: {title: The levee holds}
    overtops: {title: The levee is overtopped, role: most-dangerous}
  indicators:
    wet: {text: The top of the levee is wet, points_to: overtops, points_away_from: holds, status: unknown}
""",
    check=check,
)
