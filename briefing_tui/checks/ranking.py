"""E527: the most likely scenario does not stand first, or is not the one that is marked so."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.moving import moved_first
from briefing_tui.checks.outlook import band_of
from briefing_tui.checks.rule import Rule
from briefing_tui.model.scalar import Band
from briefing_tui.source.diagnostic import Diagnostic, Related, Severity

ROLE = "most-likely"


def check(draft: Draft) -> Iterator[Diagnostic]:
    """At most one finding: first what is marked is held against the numbers, then the order against both."""
    scenarios = draft.briefing.outlook.scenarios
    marked = [scenario for scenario in scenarios if ROLE in scenario.role]
    bands = [(scenario, band) for scenario in scenarios if (band := band_of(scenario)) is not None]
    # What is likelier than all others for certain has the highest figures.
    top = max(bands, key=lambda one: one[1], default=None)
    if top is not None and marked and all(_is_likelier(top[1], band_of(one)) for one in marked):
        yield RULE.finding(
            draft.at(marked[0], "role"),
            f"This is marked as the most likely, and “{draft.links.label(top[0].id)}” is given a higher likelihood",
            "Correct the role or one of the likelihoods",
            related=(Related(draft.at(top[0]), "given as likelier"),),
        )
        return
    if not marked and top is not None and len(bands) == len(scenarios):
        if all(one is top[0] or _is_likelier(top[1], band) for one, band in bands):
            marked = [top[0]]
    if marked and scenarios[0] not in marked:
        yield RULE.finding(
            draft.at(marked[0]),
            f"The most likely scenario stands after “{draft.links.label(scenarios[0].id)}”",
            "Put it first: readers take the first for the one to expect",
            related=(Related(draft.at(scenarios[0]), "stands first"),),
            edits=moved_first(draft.loaded, ("outlook", "scenarios"), scenarios[0].id, marked[0].id, "Put it first"),
        )


def _is_likelier(one: Band, other: Band | None) -> bool:
    """Whether one is given as likelier for certain: higher at one end of its band, and lower at none."""
    return other is not None and one != other and one.low >= other.low and one.high >= other.high


RULE = Rule(
    code="E527",
    name="scenario-order",
    severity=Severity.WARNING,
    summary="The most likely scenario does not stand first, or another is given as likelier.",
    manual="""\
        Scenarios are read, drawn and presented in the order in which they are written, and the first is taken for the
        one to expect. The most likely therefore stands first: the one with `role: most-likely`, or where none has it,
        the one whose likelihood or probability is the highest for certain.

        The fix moves the entry with the comments right above it and inside it. Where the role and the figures point at
        different scenarios, one of them is wrong, and no fix knows which.""",
    bad="""\
outlook:
  scenarios:
    overtops: {title: The levee is overtopped, likelihood: unlikely, role: most-dangerous}
    holds: {title: The levee holds, likelihood: likely, role: most-likely}
  indicators:
    wet: {text: The top of the levee is wet, points_to: overtops, points_away_from: holds, status: unknown}
""",
    good="""\
outlook:
  scenarios:
    holds: {title: The levee holds, likelihood: likely, role: most-likely}
    overtops: {title: The levee is overtopped, likelihood: unlikely, role: most-dangerous}
  indicators:
    wet: {text: The top of the levee is wet, points_to: overtops, points_away_from: holds, status: unknown}
""",
    check=check,
)
