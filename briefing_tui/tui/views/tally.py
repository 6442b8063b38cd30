"""How much each party told each other: the counts of a matrix, its sums and its order. Draws nothing."""

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import product
from typing import NamedTuple

from briefing_tui.blocks.group import ANY, messages_target
from briefing_tui.blocks.scope import Scope
from briefing_tui.tui.views.parties import Message, told

#: Stands for nobody, where no sender or no recipient is named.
NOBODY = ""

#: Who told whom; either may be ANY.
Pair = tuple[str, str]


class Cell(NamedTuple):
    """All that one party told another: how many messages, how many of them are known, and what that leads to."""

    number: int
    known: int
    target: str


class Tally:
    """Counts by sender and recipient. A message counts once for each of its recipients, and of its senders.

    `senders` and `recipients` are in one order: by how much each said, then by how much it was told; nobody comes last.
    `now` is up to when messages are known, in seconds as When counts them; None for all of them.
    """

    def __init__(self, messages: Sequence[Message], now: int | None = None) -> None:
        self.messages = messages
        self._known: dict[Pair, int] | None = None
        if now is not None:
            when = [message.when.earliest for message in messages]
            known = [m for m, at in zip(messages, when, strict=True) if at is None or at <= now]
            self._known, _ = _counted(known)

    @cached_property
    def _numbers(self) -> tuple[dict[Pair, int], dict[Pair, str]]:
        return _counted(self.messages)

    def cell(self, sender: str, recipient: str) -> Cell:
        """What one told another. A message that is all there is is led to itself, several and sums to their group."""
        numbers, only = self._numbers
        pair = sender, recipient
        number = numbers.get(pair, 0)
        known = number if self._known is None else self._known.get(pair, 0)
        return Cell(number, known, only.get(pair) or messages_target(*pair) if number else "")

    def counts(self, sender: str, recipient: str, id: str) -> bool:
        """Whether a message is one of those that one told another."""
        message = self._by_id.get(id)
        return message is not None and (sender, recipient) in pairs_of(message)

    @cached_property
    def _by_id(self) -> dict[str, Message]:
        return {message.id: message for message in self.messages}

    @cached_property
    def order(self) -> list[str]:
        """All parties."""
        numbers, _ = self._numbers
        found = dict.fromkeys([party for pair in numbers for party in pair if party != ANY])
        return sorted(found, key=lambda id: (id == NOBODY, -numbers.get((id, ANY), 0), -numbers.get((ANY, id), 0)))

    @cached_property
    def senders(self) -> list[str]:
        """Those who told something."""
        return [id for id in self.order if (id, ANY) in self._numbers[0]]

    @cached_property
    def recipients(self) -> list[str]:
        """Those who were told something."""
        return [id for id in self.order if (ANY, id) in self._numbers[0]]

    @cached_property
    def most(self) -> int:
        """The highest count of one who told another."""
        return max([number for pair, number in self._numbers[0].items() if ANY not in pair], default=0)

    def at(self, now: int) -> "Tally":
        """The same with what was known at a moment."""
        then = Tally(self.messages, now)
        for name in ("_numbers", "order", "senders", "recipients", "most"):
            then.__dict__[name] = getattr(self, name)
        return then


def pairs_of(message: Message) -> Iterator[Pair]:
    """Each sender with each recipient; NOBODY where there is none."""
    return product(message.senders or (NOBODY,), message.recipients or (NOBODY,))


def _counted(messages: Sequence[Message]) -> tuple[dict[Pair, int], dict[Pair, str]]:
    """How many messages each pair has, with the sums; and of two parties that have a single one, which."""
    numbers: dict[Pair, int] = {}
    only: dict[Pair, str] = {}
    for message in messages:
        id = message.id
        for sender, recipient in pairs_of(message):
            pair = sender, recipient
            only[pair] = "" if pair in numbers else id
            for counted in (pair, (sender, ANY), (ANY, recipient), (ANY, ANY)):
                numbers[counted] = numbers.get(counted, 0) + 1
    return numbers, only


@lru_cache(maxsize=4)
def tally(scope: Scope) -> Tally:
    """The counts of a briefing."""
    return Tally(told(scope).messages)
