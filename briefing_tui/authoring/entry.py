"""An entry as its neighbours are written: `id: text`, `id: {...}`, or with its keys on lines of their own."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing_tui.authoring.fields import prose_fields
from briefing_tui.authoring.insertion import step_of
from briefing_tui.authoring.spelling import WIDTH, Written, in_line, lines_of
from briefing_tui.model.kinds import Kind
from briefing_tui.source.tree import Path, Tree
from briefing_tui.source.written import column

SHORT, FLOW, BLOCK = "short", "flow", "block"


@dataclass(frozen=True)
class NewEntry:
    """An entry to be written. Without a key it is an item of a list; `hints` are comments on its fields, or below."""

    key: str
    values: Mapping[str, Written]
    kind: Kind
    style: str
    step: int
    hints: Mapping[str, str] = field(default_factory=dict)

    def lines(self, column: int) -> list[str]:
        """On lines of its own, as wide as they may be at most."""
        head = " " * column + (f"{self.key}: " if self.key else "- ")
        prose = prose_fields(self.kind.model)
        if self._is_short():
            [short] = self.values
            first, *rest = lines_of(
                {"_": self.values[short]}, column, self.step, frozenset({"_"} if short in prose else ())
            )
            return [head + first.removeprefix(f"{' ' * column}_: "), *rest]
        if self.style == FLOW and len(line := head + in_line(self.values)) <= WIDTH:
            return [line]
        depth = column + (self.step if self.key else len("- "))
        lines = lines_of(self.values, depth, self.step, prose)
        lines += [f"{' ' * depth}# {key}: {words}" for key, words in self.hints.items() if key not in self.values]
        lines = [self._with_hint(line) for line in lines]
        return [head.rstrip(), *lines] if self.key else [head + lines[0].lstrip(), *lines[1:]]

    def _with_hint(self, line: str) -> str:
        """A line with the hint for its key behind what stands there."""
        key, _, value = line.strip().partition(": ")
        return f"{line}  # {self.hints[key]}" if value and key in self.hints and key in self.values else line

    def in_line(self) -> str:
        """On one line, for the inside of {...}."""
        text = in_line(next(iter(self.values.values())), flow=True) if self._is_short() else in_line(self.values)
        return f"{self.key}: {text}" if self.key else text

    def _is_short(self) -> bool:
        return self.style == SHORT and self.values.keys() == {self.kind.model.SHORT_FORM}


def style_of(tree: Tree, path: Path) -> str:
    """How the last entry of a section is written; BLOCK where there is none."""
    held = tree.value(path)
    if not isinstance(held, dict | list) or not held:
        return BLOCK
    last = next(reversed(held)) if isinstance(held, dict) else len(held) - 1
    if not isinstance(held[last], dict):
        return SHORT
    return FLOW if _is_flow(tree, (*path, last)) else BLOCK


def inner_step(tree: Tree, path: Path) -> int:
    """How much deeper than its id the fields of an entry stand: as in the section's last one in block style."""
    held = tree.value(path)
    for key in reversed(held) if isinstance(held, dict) else ():
        inner = held[key]
        if isinstance(inner, dict) and inner and not _is_flow(tree, (*path, key)):
            first = tree.extent((*path, key, next(iter(inner))), key=True).start
            return max(1, column(tree.text, first) - column(tree.text, tree.extent((*path, key), key=True).start))
    return step_of(tree)


def _is_flow(tree: Tree, path: Path) -> bool:
    return tree.text.startswith("{", tree.extent(path).start)
