"""E520: a judgement that does not say how likely it is, or how good its grounds are."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.outlook import row_in_use
from briefing_tui.checks.rule import Rule
from briefing_tui.source.diagnostic import Diagnostic, Severity


def check(draft: Draft) -> Iterator[Diagnostic]:
    """One finding for each such judgement, whichever it lacks."""
    words = "`likely` or `very unlikely`" if row_in_use(draft) == "A" else "`probable` or `highly improbable`"
    likelihood = f"`likelihood:` with a word of the scale, such as {words}"
    confidence = "`confidence:` with `low`, `moderate` or `high`"
    for judgement in draft.briefing.outlook.judgements:
        if judgement.likelihood and judgement.confidence:
            continue
        if judgement.likelihood:
            message, help = "This judgement does not say how good its grounds are", f"Add {confidence}"
        elif judgement.confidence:
            message, help = "This judgement does not say how likely it is", f"Add {likelihood}"
        else:
            message = "This judgement says neither how likely it is nor how good its grounds are"
            help = f"Add {likelihood}, and {confidence}"
        yield RULE.finding(draft.at(judgement), message, help)


RULE = Rule(
    code="E520",
    name="unrated-judgement",
    severity=Severity.ERROR,
    summary="A judgement does not say how likely it is, or how good its grounds are.",
    manual="""\
        A judgement answers two questions, and a reader who is left without one of the answers makes it up. `likelihood`
        says how likely it is that it comes to be so. `confidence` says how good the grounds are: `high` for a sound
        argument from consistent sources, `moderate` for grounds that are plausible and not well corroborated, `low` for
        fragments. Something may well be very likely on poor grounds.

        Add what lacks. What can be given no likelihood is no judgement: put it among the gaps or the assumptions.""",
    bad="""\
events:
  rise: {title: The river rises, when: 2026-03-03, sources: {ref: gauge, at: table 1}}
outlook:
  judgements:
    holds:
      text: The levee holds.
      likelihood: likely
      evidence: rise
sources:
  gauge: {title: Gauge record, date: 2026-03-03, url: https://gauge.example.org/, reliability: A}
""",
    good="""\
events:
  rise: {title: The river rises, when: 2026-03-03, sources: {ref: gauge, at: table 1}}
outlook:
  judgements:
    holds:
      text: The levee holds.
      likelihood: likely
      confidence: low
      evidence: rise
sources:
  gauge: {title: Gauge record, date: 2026-03-03, url: https://gauge.example.org/, reliability: A}
""",
    check=check,
)
