"""E530: a judgement or scenario that says something else than in the briefing superseded, and not why."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.outlook import per_cent
from briefing_tui.checks.rule import Rule
from briefing_tui.model import scales
from briefing_tui.model.outlook import Judgement, Scenario
from briefing_tui.source.diagnostic import Diagnostic, Severity


def check(draft: Draft) -> Iterator[Diagnostic]:
    """One finding for each that changed without `change`. Along a series, the same id means the same thing."""
    before = draft.earlier.briefing if draft.earlier is not None else None
    if before is None:
        return
    outlook = draft.briefing.outlook
    entries: tuple[Judgement | Scenario, ...] = (*outlook.judgements, *outlook.scenarios)
    for entry in entries:
        was = before.entries.get(entry.id)
        if entry.change is None and isinstance(was, Judgement | Scenario) and was.KIND == entry.KIND:
            for field, said, says in _differences(was, entry):
                yield RULE.finding(
                    draft.at(entry, *field),
                    f"{before.id} said {said}; this says {says}, and not why",
                    f"Add `change:` with what it was (`from: {said.strip('“”')}`) and `why` it is said differently now",
                )
                break


def _differences(
    was: Judgement | Scenario, now: Judgement | Scenario
) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """What turned: where the new value is written, what was said, and what is said now."""
    if was.likelihood and now.likelihood and _rank(was.likelihood) != _rank(now.likelihood):
        yield ("likelihood",), f"“{was.likelihood}”", f"“{now.likelihood}”"
    if isinstance(was, Scenario) and isinstance(now, Scenario):
        if was.probability and now.probability and was.probability != now.probability:
            yield ("probability",), per_cent(was.probability), per_cent(now.probability)
    elif isinstance(was, Judgement) and isinstance(now, Judgement):
        if was.confidence and now.confidence and was.confidence != now.confidence:
            yield ("confidence",), f"“{was.confidence} confidence”", f"“{now.confidence}”"
        said, says = _bearings(was), _bearings(now)
        for n, ref in enumerate(now.evidence):
            turned = (said.get(ref.ref), says[ref.ref])
            if turned in _TURNS:
                before, after = ("contradicts", "supports") if turned[1] == _FOR else ("supports", "contradicts")
                yield ("evidence", n), f"that `{ref.ref}` {before} it", f"that it {after} it"


def _bearings(judgement: Judgement) -> dict[str, frozenset[str]]:
    """How each thing bears on a judgement: it may speak for it in one way and against it in another."""
    found: dict[str, frozenset[str]] = {}
    for ref in judgement.evidence:
        found[ref.ref] = found.get(ref.ref, frozenset()) | {ref.bearing or "supports"}
    return found


_FOR, _AGAINST = frozenset({"supports"}), frozenset({"contradicts"})
_TURNS = ((_FOR, _AGAINST), (_AGAINST, _FOR))


def _rank(word: str) -> int:
    """The band a word stands for: the other row's word for the same band says nothing else."""
    term = scales.likelihood(word)
    return term.rank if term else 0


RULE = Rule(
    code="E530",
    name="silent-change",
    severity=Severity.WARNING,
    summary="A judgement or scenario is given differently than in the briefing superseded, without saying why.",
    manual="""\
        Readers of a series remember what it said. Where a judgement turns in silence, they find out by themselves, and
        trust neither the old word nor the new. ICD 203 asks that changes to judgements are explained.

        Looked at are judgements and scenarios with the same id in the briefing that `supersedes` names, when it stands
        in the same folder: another likelihood, another probability, another confidence, or evidence that now speaks
        against what it spoke for. The other row's term for the same band is no change.

        Add `change: {from: ..., why: ...}` to the entry.""",
    earlier="""\
events:
  rise: {title: The river rises, when: 2026-03-03, sources: {ref: gauge, at: table 1}}
outlook:
  judgements:
    holds:
      text: The levee holds.
      likelihood: very likely
      confidence: low
      evidence: rise
sources:
  gauge: {title: Gauge record, date: 2026-03-03, url: https://gauge.example.org/, reliability: A}
""",
    bad="""\
supersedes: earlier
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
    good="""\
supersedes: earlier
events:
  rise: {title: The river rises, when: 2026-03-03, sources: {ref: gauge, at: table 1}}
outlook:
  judgements:
    holds:
      text: The levee holds.
      likelihood: likely
      confidence: low
      evidence: rise
      change: {from: very likely, why: The river rose by another 20 cm overnight.}
sources:
  gauge: {title: Gauge record, date: 2026-03-03, url: https://gauge.example.org/, reliability: A}
""",
    check=check,
)
