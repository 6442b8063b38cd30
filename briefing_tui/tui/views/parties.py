"""Who told whom: the communications by time, and their parties in an order in which arrows are short. Draws nothing."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing_tui.blocks.scope import Scope
from briefing_tui.model.communication import Communication
from briefing_tui.model.time import When

#: So many parties at most are put into an order; more would cost longer than anybody waits.
_MOST_ARRANGED = 24


class Message(NamedTuple):
    """A communication as something that goes from parties to parties, each named once."""

    id: str
    senders: tuple[str, ...]
    recipients: tuple[str, ...]
    when: When


class Told(NamedTuple):
    """The communications by time, those of unknown time last: `dated` is how many have one."""

    messages: tuple[Message, ...]
    dated: int


@lru_cache(maxsize=4)
def told(scope: Scope) -> Told:
    """What was told in a briefing; kept, since every width and every step of the time cursor asks for it."""
    messages = [_message(communication) for communication in scope.briefing.communications]
    # Numbers are compared more cheaply than times: each time is ranked once.
    whens = {message.when.text: message.when for message in messages}
    ranks = {text: n for n, text in enumerate(sorted(whens, key=lambda text: whens[text].sort_key))}
    messages.sort(key=lambda message: ranks[message.when.text])
    return Told(tuple(messages), sum(message.when.placed for message in messages))


def _message(communication: Communication) -> Message:
    senders, recipients = communication.from_, communication.to
    return Message(
        communication.id,
        (senders[0].ref,) if len(senders) == 1 else tuple(dict.fromkeys([ref.ref for ref in senders])),
        (recipients[0].ref,) if len(recipients) == 1 else tuple(dict.fromkeys([ref.ref for ref in recipients])),
        communication.when or When.UNKNOWN,
    )


@lru_cache(maxsize=4)
def parties(scope: Scope) -> tuple[str, ...]:
    """The parties of a briefing from left to right, as `arranged`."""
    return arranged(told(scope).messages)


#: For each party, in the order of their first appearance: with whom it shares messages, and how many.
Nearness = dict[str, dict[str, int]]


def arranged(messages: Sequence[Message]) -> tuple[str, ...]:
    """The parties in an order in which arrows are short, and more of them go to the right than to the left.

    Never worse than by first appearance, which is how many parties are left, and decides between equals.
    """
    near = nearness(messages)
    first = list(near)
    if len(first) > _MOST_ARRANGED:
        return tuple(first)
    order: list[str] = []
    for party in first:
        order.insert(_best_place(order, near, party, len(order)), party)
    for party in (*first, *reversed(first)):
        here = order.index(party)
        order.remove(party)
        order.insert(_best_place(order, near, party, here), party)
    order = min(first, order, key=lambda found: length(found, near))
    return tuple(order if _rightward(order, messages) >= 0 else reversed(order))


def nearness(messages: Sequence[Message]) -> Nearness:
    """How often each party tells or is told by each other."""
    near: Nearness = {}
    for message in messages:
        for party in (*message.senders, *message.recipients):
            near.setdefault(party, {})
        for sender in message.senders:
            for recipient in message.recipients:
                if sender != recipient:
                    near[sender][recipient] = near[sender].get(recipient, 0) + 1
                    near[recipient][sender] = near[recipient].get(sender, 0) + 1
    return near


def length(order: Sequence[str], near: Nearness) -> int:
    """How many columns all arrows together cross, each way counted."""
    at = {party: n for n, party in enumerate(order)}
    return sum(count * abs(at[one] - at[other]) for one in order for other, count in near[one].items())


def _rightward(order: Sequence[str], messages: Sequence[Message]) -> int:
    """How many arrows more go to the right than to the left."""
    at = {party: n for n, party in enumerate(order)}
    ways = [at[to] - at[by] for message in messages for by in message.senders for to in message.recipients]
    return sum(way > 0 for way in ways) - sum(way < 0 for way in ways)


def _best_place(order: Sequence[str], near: Nearness, party: str, liked: int) -> int:
    """Where a party is best put among others: its own arrows are short, and few others are made longer."""
    own = near[party]
    at = {other: n for n, other in enumerate(order)}
    best = (-1, False, 0)
    crossing = 0
    for place in range(len(order) + 1):
        if place:
            # What goes between those before this place and those after it, as the one just passed changes sides.
            passed = near[order[place - 1]]
            crossing += sum(n if at[other] >= place else -n for other, n in passed.items() if other in at)
        ways = sum(n * _distance(at[other], place) for other, n in own.items() if other in at)
        cost = (crossing + ways, place != liked, -place)
        if best[0] < 0 or cost < best:
            best = cost
    return -best[2]


def _distance(at: int, place: int) -> int:
    """How far a party is from a place, which it makes way for."""
    return at - place + 1 if at >= place else place - at
