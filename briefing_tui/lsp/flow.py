"""What is open at an offset inside {...} or [...], also where it is half typed. Reads text only, knows no format."""

from dataclasses import dataclass, field

#: How far a {...} or [...] is looked through, in characters.
LONGEST = 20_000


@dataclass(slots=True, eq=False)
class Bracket:
    """One open { or [: the keys or items before the place, the key whose value it is in, where its token begins."""

    opening: str
    keys: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    key: str | None = None
    #: Where what is being written begins; -1 before its first character.
    token: int = -1


def brackets_at(text: str, start: int, at: int) -> list[Bracket] | None:
    """The brackets open at an offset, outermost first, of what begins at `start`; None where all of it is closed.

    The innermost one knows the keys and items that come after the offset as well.
    """
    if at - start > LONGEST:
        return None
    scan = _Scan(text, start)
    scan.run(at)
    if not scan.open:
        return None
    found = [Bracket(one.opening, list(one.keys), list(one.items), one.key, one.token) for one in scan.open]
    inner = scan.open[-1]
    # What is being written is none of the keys that are there.
    before, halves = len(inner.keys), (len(inner.items), inner.token)
    scan.run(min(len(text), at + LONGEST), inner)
    skipped = 1 if halves[1] >= 0 and found[-1].key is None else 0
    found[-1].keys += inner.keys[before + skipped :]
    found[-1].items += inner.items[halves[0] + skipped :]
    return found


class _Scan:
    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.at = start
        self.open: list[Bracket] = []
        self.quote = ""

    def run(self, until: int, inner: Bracket | None = None) -> None:
        """Reads on to an offset, to the end of everything, or to where a bracket is closed."""
        while self.at < until and (self.open or not self.quote):
            begun = bool(self.open)
            self._step(until)
            self.at += 1
            if begun and (not self.open or (inner is not None and inner not in self.open)):
                return

    def _step(self, until: int) -> None:
        char = self.text[self.at]
        here = self.open[-1] if self.open else None
        if self.quote:
            self._quoted(char)
        elif char in "{[":
            if here is not None and here.token < 0:
                here.token = self.at
            self.open.append(Bracket(char))
        elif here is None:
            return
        elif char in "\"'" and here.token < 0:
            self.quote, here.token = char, self.at
        elif char in "}]":
            self._finish(here)
            self.open.pop()
        elif char == ",":
            self._finish(here)
        elif char == ":" and here.opening == "{" and here.key is None and self._ends_key():
            here.key, here.token = self._token(here), -1
            here.keys.append(here.key)
        elif char == "#" and self.text[self.at - 1].isspace():
            end = self.text.find("\n", self.at, until)
            self.at = (end if end >= 0 else until) - 1
        elif not char.isspace() and here.token < 0:
            here.token = self.at

    def _quoted(self, char: str) -> None:
        if char == "\\" and self.quote == '"':
            self.at += 1
        elif char == self.quote:
            if char == "'" and self.text[self.at + 1 : self.at + 2] == "'":
                self.at += 1
            else:
                self.quote = ""

    def _ends_key(self) -> bool:
        after = self.text[self.at + 1 : self.at + 2]
        return not after or after.isspace() or after in ",]}[{\"'"

    def _token(self, here: Bracket) -> str:
        return self.text[here.token : self.at].strip().strip("\"'") if here.token >= 0 else ""

    def _finish(self, here: Bracket) -> None:
        token = self._token(here)
        if here.opening == "[":
            here.items += [token] if token else []
        elif here.key is None:
            here.keys += [token] if token else []
        here.key, here.token = None, -1
