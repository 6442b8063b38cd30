"""E548: a step of the running order in a view that there is not of what it shows."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.model.view import views_shown
from briefing_tui.source.diagnostic import Diagnostic, Edit, Severity, shown

#: What comes to the same where a place has only one of the two.
_PLAIN = {"text": "list", "list": "text"}


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Every step whose view is none of the pane, part or entry it names. What names nothing is found elsewhere."""
    for n, step in enumerate(draft.briefing.running_order):
        if step.view is None or "#" in step.show or step.show in draft.briefing.omitted:
            continue
        entry = draft.briefing.entries.get(step.show)
        views = views_shown(step.show, entry.KIND if entry is not None else "")
        if step.view in views:
            continue
        extent = draft.at(draft.briefing, "running_order", n, "view")
        plain = _PLAIN.get(step.view)
        edits = (Edit(extent, plain, f"Write {plain}", safe=True),) if plain in views else ()
        yield RULE.finding(
            extent,
            f"There is no view “{step.view}” of {shown(step.show)}",
            _help(step.show, views),
            edits=edits,
        )


def _help(show: str, views: tuple[str, ...]) -> str:
    if len(views) == 1:
        return f"Leave `view` out: {shown(show)} is shown as {views[0]}"
    return f"Write {', '.join(views[:-1])} or {views[-1]}"


RULE = Rule(
    code="E548",
    name="view-does-not-fit",
    severity=Severity.WARNING,
    summary="A step of the running order names a view that there is not of what it shows.",
    manual="""\
        Actors can be shown as `list` or `graph`, events as `list`, `timeline` or `lanes`, communications as `list`,
        `ladder` or `matrix`, sources as `list` or `grid`; the outlook, its judgements, scenarios and indicators as
        `text`, `bars`, `scenarios`, `board` or `evidence`; an actor as `text` or `graph`, a judgement as `text` or
        `evidence`. Everything else has its text alone.

        A step that asks for another view is shown in the one its place opens with, to the presenter's surprise.""",
    bad="""\
running_order:
  - {show: events, view: ladder}
events:
  crest: {title: The crest arrives, when: 2026-03-05, phase: expected}
""",
    good="""\
running_order:
  - {show: events, view: lanes}
events:
  crest: {title: The crest arrives, when: 2026-03-05, phase: expected}
""",
    check=check,
)
