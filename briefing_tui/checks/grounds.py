"""E528: a judgement that rests on nothing."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.model.outlook import Judgement
from briefing_tui.source.diagnostic import Diagnostic, Severity


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Each judgement without evidence, and each whose evidence is only there for context."""
    for judgement in draft.briefing.outlook.judgements:
        if not judgement.evidence:
            if not _is_sourced(draft, judgement):
                help = "Add `evidence:` with the ids of the statements, events or sources that led to it"
                yield RULE.finding(draft.at(judgement), "This judgement rests on no evidence", help)
        elif all(ref.bearing == "context" for ref in judgement.evidence) and not _is_sourced(draft, judgement):
            message = "All the evidence of this judgement is context: nothing speaks for it or against it"
            help = "Add what led to it, or correct the bearing"
            yield RULE.finding(draft.at(judgement, "evidence", key=True), message, help)


def _is_sourced(draft: Draft, judgement: Judgement) -> bool:
    """Whether it names its grounds as any entry may: by `sources`, or by citations in its text."""
    return bool(judgement.sources) or any(
        reference.inline is not None and reference.inline.cites and reference.field == "text"
        for reference in draft.links.outgoing(judgement.id)
    )


RULE = Rule(
    code="E528",
    name="judgement-without-evidence",
    severity=Severity.ERROR,
    summary="A judgement rests on nothing.",
    manual="""\
        Who is asked “how do you know?” in the meeting opens the judgement and reads its evidence. Where there is none,
        it is an opinion. Evidence is anything the briefing holds: statements, events, communications, figures, sources.

        Add `evidence:` with the ids, and a `bearing` where it contradicts the judgement or only gives context. A
        judgement that cites its sources, in `sources` or in its text, has grounds as well; one whose evidence is all
        context has none. Assumptions are no evidence: they are what is not known.""",
    bad="""\
events:
  rise: {title: The river rises, when: 2026-03-03, sources: {ref: gauge, at: table 1}}
outlook:
  judgements:
    holds:
      text: The levee holds.
      likelihood: likely
      confidence: low
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
      evidence: {ref: rise, bearing: contradicts}
sources:
  gauge: {title: Gauge record, date: 2026-03-03, url: https://gauge.example.org/, reliability: A}
""",
    check=check,
)
