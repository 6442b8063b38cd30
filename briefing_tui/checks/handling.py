"""E514: a briefing that does not say how it is to be handled."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.model.scales import TLPS
from briefing_tui.source.diagnostic import Diagnostic, Severity


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Neither `tlp` nor `banner` in the header."""
    briefing = draft.briefing
    if briefing.tlp is not None or briefing.banner:
        return
    where = draft.header("tlp")
    yield RULE.finding(
        where if where.end else draft.header("title"),
        "This briefing does not say who may see it: it has neither `tlp` nor `banner`",
        f"Add `tlp:` with {', '.join(label.name for label in reversed(TLPS[1:]))} or {TLPS[0].name}",
    )


RULE = Rule(
    code="E514",
    name="handling-absent",
    severity=Severity.WARNING,
    summary="A briefing has neither `tlp` nor `banner`.",
    manual="""\
        Whoever is handed a briefing has to know to whom it may be passed on. Without a label they guess. The label
        stands at the top and the bottom of every screen and export.

        `tlp:` takes the labels of FIRST's Traffic Light Protocol 2.0: RED for those present only, AMBER+STRICT for the
        organisation, AMBER for it and its clients, GREEN for the community, CLEAR for everybody. `banner:` takes a line
        of another scheme, instead or besides.""",
    bad="""\
tlp:
prepared_by: Exercise cell
""",
    good="""\
tlp: CLEAR
prepared_by: Exercise cell
""",
    check=check,
)
