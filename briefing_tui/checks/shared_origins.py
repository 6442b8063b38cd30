"""E512: several sources for one thing, all of which go back to the same one."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.origins import Origins
from briefing_tui.checks.rule import Rule
from briefing_tui.model.communication import Communication
from briefing_tui.model.entry import Entry, Statement
from briefing_tui.model.event import Event
from briefing_tui.model.outlook import Judgement
from briefing_tui.model.situation import Figure
from briefing_tui.model.source import Source
from briefing_tui.source.diagnostic import Diagnostic, Related, Severity

#: What is one party's, or open, is not made to look stronger by a second place where it can be read.
_OPEN = ("claimed", "disputed", "denied", "retracted")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Entries that cite two sources or more as if each stood by itself."""
    origins = draft.links.once(Origins)
    for entry in draft.briefing.entries.values():
        field = _field(entry)
        if not field:
            continue
        sources = _sources(draft, entry, field)
        if len(sources) < 2:
            continue
        roots = frozenset().union(*[origins.roots(source.id) for source in sources])
        if len(roots) != 1:
            continue
        (root,) = roots
        if _says_so(draft, entry, root, origins):
            continue
        yield RULE.finding(
            draft.at(entry, field),
            f"These {len(sources)} sources go back to one, “{draft.links.label(root)}”",
            f"Cite the one they repeat, or say whose word it is with `by: {root}`",
            related=tuple(
                Related(draft.at(source, "origin"), f"“{source.id}” repeats it") for source in sources if source.origin
            ),
        )


def _field(entry: Entry) -> str:
    """Where an entry cites its sources side by side; empty for what is nobody's claim to be well supported."""
    if isinstance(entry, Judgement):
        # High confidence on one origin is a matter of its own.
        return "evidence" if entry.confidence != "high" else ""
    if isinstance(entry, Statement):
        return "sources" if entry.kind != "claim" else ""
    if isinstance(entry, Event):
        return "sources" if entry.status not in _OPEN else ""
    return "sources" if isinstance(entry, Figure | Communication) else ""


def _sources(draft: Draft, entry: Entry, field: str) -> list[Source]:
    entries = draft.briefing.entries
    cited = {ref.ref: None for ref in getattr(entry, field) if ref.bearing in (None, "supports")}
    return [source for id in cited if isinstance(source := entries.get(id), Source)]


def _says_so(draft: Draft, entry: Entry, root: str, origins: Origins) -> bool:
    """Whether an entry is the origin, is said to be its word, or links to it."""
    said = {entry.id, *(reference.target for reference in draft.links.outgoing(entry.id) if reference.inline)}
    if root in said:
        return True
    who = origins.voices(root)
    if isinstance(entry, Communication):
        return not who.isdisjoint(ref.ref for ref in entry.from_)
    return any(root == cite.ref or who == origins.voices(cite.ref) for cite in entry.by)


RULE = Rule(
    code="E512",
    name="shared-origin",
    severity=Severity.WARNING,
    summary="Several sources are cited for one thing, and all repeat the same one.",
    manual="""\
        Two sources look like two witnesses. Where both repeat a third, or one repeats the other, there is one witness,
        and what it says is as good as that one. This is found by following `origin`.

        Cite the one that the others repeat, or say whose word it is with `by:`: then the sources are places where it
        can be read and no longer grounds for believing it.""",
    bad="""\
situation:
  bottom_line: The crest arrives on Thursday.
  statements:
    gate:
      text: A second gate was opened at the dam.
      kind: reported
      sources: [wire, paper]
sources:
  wire: {title: Report of the wire, publisher: The Wire, date: 2026-03-03, reliability: C}
  paper: {title: Second gate opened, publisher: Valley Courier, date: 2026-03-04, reliability: C, origin: wire}
""",
    good="""\
situation:
  bottom_line: The crest arrives on Thursday.
  statements:
    gate:
      text: A second gate was opened at the dam.
      kind: reported
      by: wire
      sources: [wire, paper]
sources:
  wire: {title: Report of the wire, publisher: The Wire, date: 2026-03-03, reliability: C}
  paper: {title: Second gate opened, publisher: Valley Courier, date: 2026-03-04, reliability: C, origin: wire}
""",
    check=check,
)
