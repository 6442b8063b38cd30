"""The panes that are lists: one line an entry, made when it is looked at, so that ten thousand cost what is seen."""

from collections.abc import Callable, Sequence

from briefing_tui.blocks.block import Blocks, Heading, Item, Items, LazyRows, Span, Spans
from briefing_tui.blocks.hierarchy import Branch, branches_of
from briefing_tui.blocks.line import entry_item
from briefing_tui.blocks.reference import attribution_spans, joined
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import counted
from briefing_tui.model.reference import Ref
from briefing_tui.model.source import Source
from briefing_tui.model.time import When
from briefing_tui.model.time_display import NARROW

#: What an event or a communication without a time sorts after.
_UNDATED = When.UNKNOWN


def actor_list(scope: Scope) -> Blocks:
    """The actors with their types and how often each is named: parts under the whole they are part of."""
    branches = branches_of(scope.briefing.actors)
    if not branches:
        return (_lazy(scope, [actor.id for actor in scope.briefing.actors], "actors.list", 0, _with_count),)

    def make(scope: Scope, id: str) -> Item:
        return _on_branch(scope, id, branches[id])

    return (_lazy(scope, list(branches), "actors.list", 0, make),)


def event_list(scope: Scope) -> Blocks:
    """The events by time, those without a time apart."""
    return _by_time(scope, [(event.id, event.when) for event in scope.briefing.events], "events")


def communication_list(scope: Scope) -> Blocks:
    """The communications by time, those without a time apart."""
    each = [(communication.id, communication.when or _UNDATED) for communication in scope.briefing.communications]
    return _by_time(scope, each, "communications")


def source_list(scope: Scope) -> Blocks:
    """The sources in the order of their numbers, with rating, publisher, date and how often each is cited."""
    ids = [source.id for source in scope.briefing.sources]
    return (_lazy(scope, ids, "sources.list", len(str(len(ids))) + 2, _with_count),)


def _by_time(scope: Scope, entries: Sequence[tuple[str, When]], name: str) -> Blocks:
    # Many entries share a time, and to compare numbers is cheaper than to compare times: each time is ranked once.
    times = {when.text: when for _, when in entries}
    ranks = {text: n for n, text in enumerate(sorted(times, key=lambda text: times[text].sort_key))}
    undated = {text for text, when in times.items() if not when.placed}
    order = [ranks[when.text] for _, when in entries]
    placed = sorted(range(len(entries)), key=order.__getitem__)
    if undated:
        placed = [n for n in placed if entries[n][1].text not in undated]
    blocks: list[Heading | Items] = []
    if placed:
        blocks.append(_lazy(scope, [entries[n][0] for n in placed], f"{name}.list", NARROW, _plain))
    if undated:
        ids = [id for id, when in entries if when.text in undated]
        blocks.append(Heading((Span("Undated"),), 2, counted(len(ids)), f"{name}.undated"))
        blocks.append(_lazy(scope, ids, f"{name}.undated.list", 0, _plain))
    return tuple(blocks)


def _lazy(scope: Scope, ids: Sequence[str], key: str, lead: int, make: Callable[[Scope, str], Item]) -> Items:
    return Items(LazyRows(ids, lambda id: make(scope, id)), lead, key)


def _plain(scope: Scope, id: str) -> Item:
    return entry_item(scope, id, key=id, linked=False)


def _on_branch(scope: Scope, id: str, branch: Branch) -> Item:
    """A line at its place in the tree, with what the tree alone would not say or would say too surely."""
    item = _with_count(scope, id)
    stem: Spans = (Span(branch.stem, "bullet"),) if branch.stem else ()
    under = branch.under
    also: Spans = ()
    said: list[Spans] = [stem + item.spans]
    if under is not None:
        said += [attribution_spans(scope, under.by), _ended(under)]
    if branch.wholes:
        also = (Span("also part of " if under is not None else "part of ", "dim"),)
        for n, whole in enumerate(branch.wholes):
            also += (*((Span(", ", "dim"),) if n else ()), scope.link(whole.ref))
            if qualified := joined([attribution_spans(scope, whole.by), _ended(whole)]):
                also += (Span(" (", "dim"), *qualified, Span(")", "dim"))
    return item._replace(spans=joined([*said, also]))


def _ended(ref: Ref) -> Spans:
    return (Span(f"until {ref.until.display('short')}", "time"),) if ref.until is not None else ()


def _with_count(scope: Scope, id: str) -> Item:
    """A line with how often its entry is named, or cited."""
    item = entry_item(scope, id, key=id, linked=False)
    number = len([reference for reference in scope.incoming(id) if reference.source != id])
    word = "cited" if isinstance(scope.entry(id), Source) else "named"
    count: Spans = (Span(f"{word} {number:,}", "count"),) if number else (Span(f"not {word}", "dim"),)
    return Item(item.spans, id, item.lead, joined([item.tail, count]), key=id)
