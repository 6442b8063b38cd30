"""Link hints: numbers over every visible link; digits pick, letters narrow by name. Knows no widgets."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Hint(NamedTuple):
    """A link that can be picked: on which surface and where, what it leads to, and its words."""

    surface: str
    x: int
    y: int
    target: str
    words: str
    stop: int
    link: int


def numbers(count: int) -> list[str]:
    """So many numbers of which none is the beginning of another: one digit while they last, then two, then three.

    The first links get one digit, so that the nearest is always two keys away and never waits for Enter.
    """
    short = [str(n) for n in range(1, 10)]
    while count > len(short) * 10:
        short = [f"{head}{n}" for head in short for n in range(10)]
    if count <= len(short):
        return short[:count]
    # Each short number given up makes room for ten longer ones.
    given_up = -(-(count - len(short)) // 9)
    kept = short[: len(short) - given_up]
    return [*kept, *(f"{head}{n}" for head in short[len(kept) :] for n in range(10))][:count]


@dataclass(slots=True)
class Hints:
    """The state of hint mode. After each key read `chosen`, `over` and `labels()`."""

    all: Sequence[Hint]
    digits: str = ""
    letters: str = ""
    chosen: Hint | None = None
    over: bool = False
    left: list[Hint] = field(default_factory=list)
    """The links that still can be meant, in order."""

    def __post_init__(self) -> None:
        self.left = list(self.all)

    def press(self, key: str, character: str | None) -> None:
        """Takes a key."""
        if key == "escape":
            self.over = True
        elif key == "enter":
            if fitting := self.labels():
                self._choose(fitting[0][1])
        elif key == "backspace":
            if self.digits:
                self.digits = self.digits[:-1]
            elif self.letters:
                self._narrow(self.letters[:-1])
            else:
                self.over = True
        elif character is not None and character in "0123456789":
            self._number(self.digits + character)
        elif character is not None and (character.isalpha() or character in " -'."):
            self._narrow(self.letters + character)

    def labels(self) -> list[tuple[str, Hint]]:
        """The labels to show: those that begin with the digits typed."""
        labelled = zip(numbers(len(self.left)), self.left, strict=True)
        return [(label, hint) for label, hint in labelled if label.startswith(self.digits)]

    def _number(self, digits: str) -> None:
        before, self.digits = self.digits, digits
        fitting = self.labels()
        if not fitting:
            self.digits = before
        elif fitting[0][0] == digits:
            self._choose(fitting[0][1])

    def _narrow(self, letters: str) -> None:
        sought = letters.casefold().lstrip()
        left = [hint for hint in self.all if _begins_a_word(hint.words.casefold(), sought)]
        left = left or [hint for hint in self.all if sought in hint.words.casefold()]
        if left:
            self.letters, self.digits, self.left = letters.lstrip(), "", left

    def _choose(self, hint: Hint) -> None:
        self.chosen, self.over = hint, True


def _begins_a_word(text: str, sought: str) -> bool:
    return text.startswith(sought) or f" {sought}" in text
