"""Groups: what a mark of a view stands for when it stands for several entries. Each is a document with a line for each.

A group is named by what is asked (`messages:town:public`), so that it can be kept, gone back to and read again.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from briefing_tui.blocks.block import Blocks, Heading, Item, Items, LazyRows, Note, Span
from briefing_tui.blocks.line import LONGEST_LINE, entry_item
from briefing_tui.blocks.rated import citations
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import counted
from briefing_tui.model.actor import Actor
from briefing_tui.model.communication import Communication
from briefing_tui.model.event import Event
from briefing_tui.model.scales import credibility, reliability
from briefing_tui.model.time import When
from briefing_tui.model.time_display import NARROW

#: Stands for anybody, or for nobody where nobody is named.
ANY = "*"


class Group(NamedTuple):
    """What is asked: its name, the pane it belongs to, what it is called and the entries it finds."""

    name: str
    pane: str
    title: Callable[[Scope, list[str]], str]
    ids: Callable[[Scope, list[str]], Iterable[str]]


def is_group(target: str) -> bool:
    """Whether a target names a group."""
    name, _, rest = target.partition(":")
    return bool(rest) and name in _GROUP


def group_pane(target: str) -> str:
    """The pane a group belongs to. Raises KeyError for what is no group."""
    return _GROUP[target.partition(":")[0]].pane


def group_title(scope: Scope, target: str) -> str:
    """What a group is called. Raises KeyError for what is no group."""
    name, *asked = target.split(":")
    return _GROUP[name].title(scope, asked)


def group_ids(scope: Scope, target: str) -> tuple[str, ...]:
    """The entries of a group, in order; none where it asks for what there is not."""
    name, *asked = target.split(":")
    try:
        return tuple(_GROUP[name].ids(scope, asked))
    except ValueError:
        return ()


def group_blocks(scope: Scope, target: str) -> Blocks:
    """A group as a document."""
    ids = group_ids(scope, target)
    heading = Heading((Span(group_title(scope, target)),), 1, counted(len(ids)), target)
    if not ids:
        return heading, Note((Span("Nothing of this kind is in the briefing any more."),))
    width = NARROW if isinstance(scope.entry(ids[0]), Event) or target.startswith("messages:") else 0
    rows = LazyRows(ids, lambda id: _line(scope, target, id))
    return heading, Items(rows, width, f"{target}.list")


def _line(scope: Scope, target: str, id: str) -> Item:
    """The line of an entry of a group. Of a message, only what the title does not say already."""
    name, *asked = target.split(":")
    entry = scope.entry(id)
    if name != "messages" or not isinstance(entry, Communication):
        return entry_item(scope, id, key=id, linked=False)
    sender, recipient = (*asked, ANY, ANY)[:2]
    item = entry_item(scope, id, key=id, linked=False, seen_from=recipient if sender in (ANY, "") else sender)
    if ANY in (sender, recipient):
        return item
    return item._replace(spans=(Span((entry.short or scope.plain(entry.text))[:LONGEST_LINE], "", id),))


# messages:FROM:TO ----------------------------------------------------------------


def messages_target(sender: str, recipient: str) -> str:
    """The group of all that one party told another; either may be ANY, or "" where nobody is named."""
    return f"messages:{sender}:{recipient}"


def _party(scope: Scope, id: str) -> str:
    return "anybody" if id == ANY else scope.link(id).text if id else "nobody named"


def _messages_title(scope: Scope, asked: list[str]) -> str:
    sender, recipient = (_party(scope, id) for id in (*asked, ANY, ANY)[:2])
    return f"{sender} → {recipient}"


def _messages(scope: Scope, asked: list[str]) -> Iterable[str]:
    sender, recipient = (*asked, ANY, ANY)[:2]
    found = [
        communication
        for communication in scope.briefing.communications
        if (
            sender == ANY
            or any(ref.ref == sender for ref in communication.from_)
            or (sender == "" and not communication.from_)
        )
        and (
            recipient == ANY
            or any(ref.ref == recipient for ref in communication.to)
            or (recipient == "" and not communication.to)
        )
    ]
    found.sort(key=lambda communication: (communication.when or When.UNKNOWN).sort_key)
    return [communication.id for communication in found]


# events:ACTOR:FROM:TO:CLOCK:OFFSET -----------------------------------------------------------


def events_target(actor: str, start: int, end: int, clock: str = "occurred", offset: int = 0) -> str:
    """The group of what an actor took part in (ANY: whoever, "": where nobody is named) that began in [start, end).

    Both are seconds as When counts them, in an offset from UTC: what has no zone stands where it is written.
    """
    return f"events:{actor}:{start}:{end}:{clock}:{offset}"


def event_when(event: Event, clock: str) -> When:
    """When an event was by a clock: what was reported at no time known counts when it occurred."""
    reported = event.reported_at if clock == "reported" else None
    return reported if reported is not None and reported.placed else event.when


def _events_title(scope: Scope, asked: list[str]) -> str:
    actor = (*asked, ANY)[0]
    return "Events" if actor == ANY else f"Events of {scope.link(actor).text}" if actor else "Events that name nobody"


def _events(scope: Scope, asked: list[str]) -> Iterable[str]:
    actor, start, end, clock, offset = (*asked, *(ANY, "", "", "", "0")[len(asked) :])[:5]
    first, last, shift = int(start), int(end), int(offset)
    found = []
    for event in scope.briefing.events:
        when = event_when(event, clock)
        moment = when.start or when.end
        at = moment.first(shift) if moment is not None else None
        refs = [ref.ref for refs in (event.participants or {}).values() for ref in refs]
        # Who is named but is no actor here has no lane.
        named = [id for id in refs if scope.kind(id) == Actor.KIND]
        if at is not None and first <= at < last and (actor == ANY or actor in named or (not actor and not named)):
            found.append((when.sort_key, event.id))
    return [id for _, id in sorted(found)]


# shared:ACTOR:ACTOR ----------------------------------------------------------------


def shared_target(one: str, other: str) -> str:
    """The group of the events two actors both took part in."""
    return f"shared:{one}:{other}"


def _shared_title(scope: Scope, asked: list[str]) -> str:
    return "Events with " + " and ".join([scope.link(id).text for id in asked[:2]])


def _shared(scope: Scope, asked: list[str]) -> Iterable[str]:
    both = set(asked[:2])
    found = [
        event
        for event in scope.briefing.events
        if both <= {ref.ref for refs in (event.participants or {}).values() for ref in refs}
    ]
    found.sort(key=lambda event: event.when.sort_key)
    return [event.id for event in found]


# rated:LETTER:NUMBER ----------------------------------------------------------------

#: Stands for a rating, or half of one, that is not given.
UNRATED = "none"


def rated_target(letter: str | None, number: int | str | None) -> str:
    """The group of what cites a source of this reliability and is of this credibility; either may be ANY, or None."""
    return f"rated:{(letter or UNRATED).lower()}:{number or UNRATED}"


def _rated_title(scope: Scope, asked: list[str]) -> str:
    letter, number = (*asked, ANY, ANY)[:2]
    source = reliability(letter)
    item = credibility(number)
    parts = [
        f"{source.letter} {source.label}" if source else "" if letter == ANY else "reliability not given",
        f"{item.number} {item.label}" if item else "" if number == ANY else "credibility not given",
    ]
    return "Cited: " + (", ".join(filter(None, parts)) or "all")


def _rated(scope: Scope, asked: list[str]) -> Iterable[str]:
    letter, number = (*asked, ANY, ANY)[:2]
    found = [
        citation.entry
        for citation in citations(scope)
        if letter in (ANY, (citation.letter or UNRATED).lower()) and number in (ANY, str(citation.number or UNRATED))
    ]
    return dict.fromkeys(found)


GROUPS = (
    Group("messages", "communications", _messages_title, _messages),
    Group("events", "events", _events_title, _events),
    Group("shared", "events", _shared_title, _shared),
    Group("rated", "sources", _rated_title, _rated),
)

_GROUP = {group.name: group for group in GROUPS}
