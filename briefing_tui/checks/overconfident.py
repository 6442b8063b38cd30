"""E529: high confidence in what rests on one origin, or on sources that are not to be relied on."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.origins import Origins
from briefing_tui.checks.rule import Rule
from briefing_tui.links.index import Links
from briefing_tui.links.support import Support, source_count, sources_of, support_of
from briefing_tui.model.communication import Communication
from briefing_tui.model.outlook import Judgement
from briefing_tui.model.source import Source
from briefing_tui.source.diagnostic import Diagnostic, Edit, Related, Severity

#: Admiralty code: not usually reliable, unreliable, cannot be judged.
_DOUBTFUL = ("D", "E", "F")

#: The fields by which one thing rests on another.
_GROUNDS = ("evidence", "seen_in", "origin", "sources", "by", "reported_by")

#: As many related places as a reader can compare.
_MOST = 10


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Each judgement of high confidence whose evidence goes back to one origin, none, or doubtful sources alone."""
    for judgement in draft.briefing.outlook.judgements:
        # Without evidence there is another finding.
        if judgement.confidence == "high" and judgement.evidence and not _leads_elsewhere(draft.links, judgement):
            message, behind = _weakness(draft.links, judgement)
            if message:
                extent = draft.at(judgement, "confidence")
                yield RULE.finding(
                    extent,
                    message,
                    "Write `moderate` or `low`, or add evidence from another origin that can be relied on",
                    related=_places(draft, behind),
                    edits=tuple([Edit(extent, word, f"Write `{word}`", safe=False) for word in ("moderate", "low")]),
                )


def _places(draft: Draft, ids: list[str]) -> tuple[Related, ...]:
    entries = draft.briefing.entries
    rated = [(entries[id], _reliability(draft.links, id)) for id in ids if id in entries]
    return tuple(
        [Related(draft.at(entry), f"rated {letter}" if letter else "the origin") for entry, letter in rated[:_MOST]]
    )


def _weakness(links: Links, judgement: Judgement) -> tuple[str, list[str]]:
    """What is weak about the grounds, and the entries they go back to; empty where nothing is."""
    first_hand, repeated = _origins(links, judgement)
    origins = first_hand | repeated
    if not origins:
        return "High confidence rests on evidence that no source is given for", []
    roots = sorted({id for origin in origins for id in origin})
    if len(origins) == 1:
        return f"High confidence rests on a single origin, “{links.label(roots[0])}”", roots
    # What is known without any source is not made worse by them.
    for each in ([] if first_hand else sorted(sources_of(links, judgement.id)), roots):
        if each and all(_reliability(links, id) in _DOUBTFUL for id in each):
            return "High confidence rests on sources that are all rated D to F", each
    return "", []


def _origins(links: Links, judgement: Judgement) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """What the supporting evidence goes back to without any source, and through sources; each origin once.

    A communication counts as its sender's, and not beside the sources from which it is known.
    """
    entries, origins = links.briefing.entries, links.once(Origins)
    first_hand: set[frozenset[str]] = set()
    found: set[frozenset[str]] = set()
    for node in _supporting(support_of(links, judgement.id)):
        entry = entries.get(node.id)
        if isinstance(entry, Source):
            for root in origins.roots(node.id):
                if isinstance(entries.get(root), Communication):
                    others = [source for source in sources_of(links, root) if root not in origins.roots(source)]
                    found |= {_sent(links, root)} if not others else set()
                else:
                    found.add(frozenset({root}))
        elif entry is not None and not node.elsewhere and not any(child.supports for child in node.children):
            if isinstance(entry, Communication):
                first_hand.add(_sent(links, node.id))
            else:
                first_hand |= {frozenset({cite.ref}) for cite in entry.by}
    return first_hand, found


def _sent(links: Links, communication: str) -> frozenset[str]:
    """Who sent a communication: what one party says twice has one origin."""
    entry = links.briefing.entries[communication]
    return frozenset(ref.ref for ref in entry.from_) if isinstance(entry, Communication) else frozenset()


def _leads_elsewhere(links: Links, judgement: Judgement) -> bool:
    """Whether some of it rests on what is in another file, was left out or is misspelt: that cannot be weighed here.

    Nor can sources that stand deeper than a tree goes.
    """
    entries = links.briefing.entries
    ids = [judgement.id, *(node.id for node in _supporting(support_of(links, judgement.id)))]
    if len({id for id in ids if isinstance(entries.get(id), Source)}) < source_count(links, judgement.id):
        return True
    return any(
        reference.target not in entries
        for id in ids
        for reference in links.outgoing(id)
        if reference.field.rpartition(".")[2] in _GROUNDS or (reference.inline is not None and reference.inline.cites)
    )


def _supporting(top: Support) -> Iterator[Support]:
    """What supports the entry at the top of a tree, directly or through what it rests on."""
    waiting = [child for child in top.children if child.supports]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [child for child in node.children if child.supports]


def _reliability(links: Links, id: str) -> str:
    entry = links.briefing.entries.get(id)
    return (isinstance(entry, Source) and entry.reliability) or ""


RULE = Rule(
    code="E529",
    name="overconfident",
    severity=Severity.WARNING,
    summary="High confidence rests on one origin, or on sources rated D to F alone.",
    manual="""\
        Confidence tells how good the grounds are, and `high` means a sound argument, consistent sources and few gaps.
        One origin cannot be consistent with itself: three papers that repeat one agency are one origin (`origin`), and
        so is what one party says twice. And ten sources that are not to be relied on (D, E or F of the Admiralty code)
        make no good ground together.

        The evidence that supports the judgement is followed down to the sources and from these to their origins. What
        only gives context or contradicts does not count.

        Lower the confidence, or find an origin that is independent of the first. It says nothing of the likelihood:
        what is very likely may rest on little.""",
    bad="""\
events:
  rise:
    title: The river rises
    when: 2026-03-03
    sources: {ref: gauge, at: table 1}
outlook:
  judgements:
    holds: {text: The levee holds., likelihood: likely, confidence: high, evidence: rise}
sources:
  gauge: {title: Gauge record, date: 2026-03-03, url: https://gauge.example.org/, reliability: A}
""",
    good="""\
events:
  rise:
    title: The river rises
    when: 2026-03-03
    sources: [{ref: gauge, at: table 1}, {ref: radar, at: image 2}]
outlook:
  judgements:
    holds: {text: The levee holds., likelihood: likely, confidence: high, evidence: rise}
sources:
  gauge: {title: Gauge record, date: 2026-03-03, url: https://gauge.example.org/, reliability: A}
  radar: {title: Radar images, date: 2026-03-03, url: https://radar.example.org/, reliability: B}
""",
    check=check,
)
