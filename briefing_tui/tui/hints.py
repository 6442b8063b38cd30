"""Link hints: numbers over every visible link; digits pick, letters narrow by name. Knows no widgets."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hint:
    """A link that can be picked: on which surface and where, what it leads to, and its words."""

    surface: str
    x: int
    y: int
    target: str
    words: str
    stop: int
    link: int


@dataclass(slots=True)
class Hints:
    """The state of hint mode. After each key read `chosen`, `over` and `labels()`."""

    all: Sequence[Hint]
    digits: str = ""
    letters: str = ""
    chosen: Hint | None = None
    over: bool = False
    _left: list[Hint] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._left = list(self.all)

    @property
    def left(self) -> list[Hint]:
        """The links that still can be meant, in order; their numbers count from 1."""
        return self._left

    def press(self, key: str, character: str | None) -> None:
        """Takes a key."""
        if key == "escape":
            self.over = True
        elif key == "enter":
            if self.digits:
                self._pick(int(self.digits))
            elif self._left:
                self._choose(self._left[0])
        elif key == "backspace":
            if self.digits:
                self.digits = self.digits[:-1]
            elif self.letters:
                self._narrow(self.letters[:-1])
            else:
                self.over = True
        elif character is not None and character in "0123456789":
            digits = (self.digits + character).lstrip("0")
            if digits and int(digits) <= len(self._left):
                self.digits = digits
                # Another digit could only name a link that is not there: the number is complete.
                if int(digits) * 10 > len(self._left):
                    self._pick(int(digits))
        elif character is not None and (character.isalpha() or character in " -'."):
            self._narrow(self.letters + character)

    def labels(self) -> list[tuple[str, Hint]]:
        """The labels to show: those whose number begins with the digits typed."""
        return [(str(n), hint) for n, hint in enumerate(self._left, 1) if str(n).startswith(self.digits)]

    def _narrow(self, letters: str) -> None:
        sought = letters.casefold().lstrip()
        left = [hint for hint in self.all if _begins_a_word(hint.words.casefold(), sought)]
        left = left or [hint for hint in self.all if sought in hint.words.casefold()]
        if left:
            self.letters, self.digits, self._left = letters.lstrip(), "", left

    def _pick(self, number: int) -> None:
        if 1 <= number <= len(self._left):
            self._choose(self._left[number - 1])

    def _choose(self, hint: Hint) -> None:
        self.chosen, self.over = hint, True


def _begins_a_word(text: str, sought: str) -> bool:
    return text.startswith(sought) or f" {sought}" in text
