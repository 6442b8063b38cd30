"""E510: a source that nothing cites."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.source.diagnostic import Diagnostic, Severity


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Sources without a reference from anywhere but themselves."""
    if not draft.whole:
        return
    for source in draft.briefing.sources:
        if not any(reference.source != source.id for reference in draft.links.incoming(source.id)):
            yield RULE.finding(
                draft.at(source),
                "Nothing in the briefing cites this source",
                f"Cite it with `sources: {source.id}` or `[^{source.id}]` where something rests on it, or leave it out",
            )


RULE = Rule(
    code="E510",
    name="uncited-source",
    severity=Severity.INFO,
    summary="Nothing cites a source.",
    manual="""\
        A source in the list on which nothing rests lengthens the list and supports nothing. Often a citation was
        forgotten.

        Cite it where something rests on it: `sources:` on the entry, or `[^id]` in the text. Or leave it out.""",
    bad="""\
situation:
  bottom_line: The crest arrives on Thursday [^forecast].
sources:
  forecast: {title: Basin forecast, publisher: Weather Service, date: 2026-03-03, reliability: B}
  map: {title: Map of the ward, publisher: Valley Relief, date: 2026-03-02, reliability: B}
""",
    good="""\
situation:
  bottom_line: The crest arrives on Thursday [^forecast] [^map].
sources:
  forecast: {title: Basin forecast, publisher: Weather Service, date: 2026-03-03, reliability: B}
  map: {title: Map of the ward, publisher: Valley Relief, date: 2026-03-02, reliability: B}
""",
    check=check,
)
