"""E515: an item that fewer people may see than the briefing it stands in."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.model.scales import tlp
from briefing_tui.source.diagnostic import Diagnostic, Edit, Related, Severity


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Entries whose `tlp` is stricter than the header's; without one there, any that is not CLEAR."""
    briefing = draft.briefing
    whole = tlp(briefing.tlp or "CLEAR")
    if whole is None or (briefing.tlp is None and briefing.banner):
        return
    place = draft.header("tlp", value=True)
    for entry in briefing.entries.values():
        own = tlp(entry.tlp) if entry.tlp is not None else None
        if own is None or not own.stricter_than(whole):
            continue
        yield RULE.finding(
            draft.at(entry, "tlp"),
            f"{own.label} is stricter than the briefing this stands in"
            + (f" ({whole.label})" if briefing.tlp is not None else ", which has no label"),
            f"Give the briefing `tlp: {own.name}`, or take this out of it",
            related=(Related(place, "the whole briefing"),) if briefing.tlp is not None else (),
            edits=(Edit(place, own.name, f"Make the briefing {own.label}", safe=False),) if briefing.tlp else (),
        )


RULE = Rule(
    code="E515",
    name="stricter-than-document",
    severity=Severity.ERROR,
    summary="An item is labelled for fewer people than its document.",
    manual="""\
        Whoever may see a briefing sees all of it. An item that is labelled for fewer people than the document would
        reach those it must not reach. An item may be freer than its document, never stricter.

        Give the whole briefing the item's label, or put the item into a briefing of its own.""",
    bad="""\
tlp: GREEN
actors:
  town: {name: Town of Harrow Bend, tlp: AMBER}
communications:
  warning: {from: town, to: public, when: 2026-03-03, text: Move valuables to the upper floor.}
""",
    good="""\
tlp: GREEN
actors:
  town: {name: Town of Harrow Bend, tlp: CLEAR}
communications:
  warning: {from: town, to: public, when: 2026-03-03, text: Move valuables to the upper floor.}
""",
    check=check,
)
