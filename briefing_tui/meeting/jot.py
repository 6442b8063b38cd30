"""What is taken down in a meeting: one jot, its kind, and what becomes of it later. Knows no file and no screen."""

from typing import Literal, NamedTuple

Kind = Literal["action", "decision", "question", "note"]

#: The kinds, in the order in which they are told, and what their parts are called.
KINDS: dict[Kind, str] = {
    "question": "Questions",
    "action": "Actions",
    "decision": "Decisions",
    "note": "Notes",
}

#: The longest text, in characters: what is longer is no jot.
LONGEST = 2_000


class Jot(NamedTuple):
    """One thing taken down. What is empty was not given; `id` is 0 until it is kept.

    `at` is a local time with its offset, to the second. `item` is what the room was looking at (an entry's id, a part,
    a pane), `step` the key of the running order's step and `clock` the seconds since the meeting began. `names` are ids
    of actors, or names as typed; `due` is a time as EDTF writes it.
    """

    kind: Kind
    text: str
    id: int = 0
    at: str = ""
    item: str = ""
    step: str = ""
    clock: float | None = None
    by: str = ""
    names: tuple[str, ...] = ()
    due: str = ""
    struck: bool = False
    answered: bool = False
    answer: str = ""
    edited: bool = False

    @property
    def open(self) -> bool:
        """Whether it is a question that waits for its answer."""
        return self.kind == "question" and not self.answered and not self.struck


class Unread(NamedTuple):
    """A line of a minutes file that is not understood, or not wholly: where (from 1), and why."""

    line: int
    why: str


class Taken(NamedTuple):
    """What a minutes file holds: the jots in their order, changes applied, and what of it could not be read."""

    jots: tuple[Jot, ...] = ()
    unread: tuple[Unread, ...] = ()

    def jot(self, id: int) -> Jot | None:
        """The jot of that number; the last one, where a hand has given it twice."""
        return next((jot for jot in reversed(self.jots) if jot.id == id), None)
