"""YAML text to plain values, every scalar a cleaned string, and where each key and value stands. Refuses what is not plain data.

One pass over the parser's events builds values and positions and checks safety; nothing is composed, expanded or typed.
"""

from array import array
from dataclasses import dataclass, field
from typing import Any

import yaml
import yaml.cyaml

from briefing_tui.model.text import clean
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Extent, Related

MAX_DEPTH = 40

#: The problems of one file that are worth listing; past that the file is not a briefing.
MAX_PROBLEMS = 1000

Path = tuple[str | int, ...]


class Refused:
    """Stands where a value was refused, so that what holds it is left out without a second finding."""

    def __repr__(self) -> str:
        return "REFUSED"


REFUSED = Refused()


@dataclass(slots=True)
class Tree:
    """Plain data (dict, list, str, None for nothing written, REFUSED) and the places of its keys and values."""

    text: str
    root: Any = None
    problems: list[Diagnostic] = field(default_factory=list)
    #: id of a container -> key start, key end, value start, value end for each item in order
    marks: dict[int, "array[int]"] = field(default_factory=dict)

    def value(self, path: Path) -> Any:
        """The value at a path, or None. An index 0 into a single value is that value: one value stands for a list."""
        here = self.root
        for step in path:
            here = _child(here, step)
        return here

    def extent(self, path: Path, *, key: bool = False) -> Extent:
        """Where the value at a path (or its key) stands; for what is not there, where the nearest thing that holds it does."""
        here, found = self.root, Extent(0, 0)
        for n, step in enumerate(path):
            if not isinstance(here, dict | list):
                if step == 0:
                    continue
                break
            item = _ordinal(here, step)
            if item is None:
                if step == 0 and isinstance(here, dict):
                    continue
                break
            four = self.marks[id(here)][item * 4 : item * 4 + 4]
            last = n == len(path) - 1
            here = _child(here, step)
            found = Extent(four[0], four[1]) if (key and last) else self._trimmed(four[2], four[3])
            if not last and (isinstance(here, dict | list) or here is None):
                found = Extent(four[0], four[1]) if four[1] > four[0] else found
        return found

    def _trimmed(self, start: int, end: int) -> Extent:
        """Without the white space and comment lines that the parser counts to the end of a block."""
        text = self.text
        while True:
            end = start + len(text[start:end].rstrip())
            line = text.rfind("\n", start, end) + 1
            if not line or not text[line:end].lstrip().startswith("#"):
                return Extent(start, max(start, end))
            end = line


def _child(here: Any, step: str | int) -> Any:
    if isinstance(here, dict):
        return here if step == 0 else here.get(step)
    if isinstance(here, list) and isinstance(step, int):
        return here[step] if step < len(here) else None
    return here if step == 0 else None


def _ordinal(here: dict[str, Any] | list[Any], step: str | int) -> int | None:
    if isinstance(here, list):
        return step if isinstance(step, int) and step < len(here) else None
    for n, name in enumerate(here):
        if name == step:
            return n
    return None


def read_tree(text: str) -> Tree:
    """The values and places of a YAML text.

    Raises yaml.YAMLError where the text is not YAML; everything else that is refused is listed in `problems`.
    U+0085, U+2028 and U+2029 are read as spaces: YAML 1.2 and editors do not take them for ends of line, the parser would.
    """
    tree = Tree(text)
    if not text.isascii():
        text = text.replace("\x85", " ").replace("\u2028", " ").replace("\u2029", " ")
    next_event = yaml.cyaml.CParser(text).get_event
    Scalar, Mapping, Sequence, Stop = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.StreamEndEvent
    closing = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
    problems, marks = tree.problems, tree.marks
    stack: list[tuple[Any, Any, Any, Any]] = []
    missing = object()
    here: Any = None
    places: Any = None
    in_mapping = False
    key: Any = missing
    start = end = 0
    documents = 0
    while len(problems) < MAX_PROBLEMS:
        event = next_event()
        kind = event.__class__
        if kind is Scalar:
            value = event.value
            begin, finish = event.start_mark.index, event.end_mark.index
            if event.anchor is not None or event.tag is not None:
                _refuse_marks(event, Extent(begin, finish), text, problems)
            if not (value.isascii() and value.isprintable()):
                value = clean(value)
            elif not value and event.style is None:
                value = None
            if in_mapping:
                if key is missing:
                    key = value if value is not None else ""
                    start, end = begin, finish
                    if key in here or key == "<<":
                        key = _refused_key(key, Extent(start, end), here, marks, event.style, problems)
                    continue
                here[key] = value
                key = missing
                places.extend((start, end, begin, finish))
            elif here is not None:
                here.append(value)
                places.extend((begin, begin, begin, finish))
            else:
                tree.root = value
        elif kind is Mapping or kind is Sequence:
            node: Any = {} if kind is Mapping else []
            begin = event.start_mark.index
            if event.anchor is not None or event.tag is not None:
                _refuse_marks(event, Extent(begin, begin + 1), text, problems)
            if len(stack) >= MAX_DEPTH:
                problems.append(finding("Y203", Extent(begin, begin + 1), f"This is nested more than {MAX_DEPTH} deep",
                                        "Give the inner things ids of their own and refer to them"))  # fmt: skip
                tree.root = None
                return tree
            if in_mapping and key is missing:
                problems.append(finding("Y211", Extent(begin, begin + 1), "A key cannot be a list or a mapping",
                                        "Write a word before the colon; put quotes around [[id]] in a value"))  # fmt: skip
                tree.root = None
                return tree
            if in_mapping:
                here[key] = node
                key = missing
                places.extend((start, end, begin, begin))
            elif here is not None:
                here.append(node)
                places.extend((begin, begin, begin, begin))
            else:
                tree.root = node
            stack.append((here, places, in_mapping, node))
            here, in_mapping = node, kind is Mapping
            places = marks[id(node)] = array("l")
        elif kind in closing:
            here, places, in_mapping, node = stack.pop()
            if places is not None:
                places[-1] = event.end_mark.index
        elif kind is yaml.AliasEvent:
            extent = Extent(event.start_mark.index, event.end_mark.index)
            problems.append(finding("Y204", extent, f"*{event.anchor} is a YAML alias, which is not allowed",
                                    "Write the value out; a value that begins with * needs quotes around it"))  # fmt: skip
            if not in_mapping:
                if here is not None:
                    here.append(REFUSED)
                    places.extend((extent.start, extent.start, extent.start, extent.end))
            elif key is missing:
                key = f"*{event.anchor}"
                start, end = extent
            else:
                here[key] = REFUSED
                key = missing
                places.extend((start, end, extent.start, extent.end))
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                problems.append(finding("Y209", Extent(event.start_mark.index, event.end_mark.index),
                                        "A second YAML document begins here", "One file is one briefing: remove the --- or move the rest"))  # fmt: skip
                return tree
        elif kind is Stop:
            return tree
    return tree


def _refuse_marks(event: Any, extent: Extent, text: str, problems: list[Diagnostic]) -> None:
    if event.anchor is not None:
        at = Extent(extent.start, extent.start + len(event.anchor) + 1)
        problems.append(finding("Y205", at, f"&{event.anchor} is a YAML anchor, which is not allowed",
                                "Remove it; a value that begins with & needs quotes around it"))  # fmt: skip
    if event.tag is not None:
        at = text.find("!", extent.start, extent.start + 200)
        at = extent.start if at < 0 else at
        word = text[at : at + 60].split(None, 1)[0] if text[at : at + 60].strip() else "!"
        problems.append(finding("Y206", Extent(at, at + len(word)), f"{clean(word)} is a YAML tag, which is not allowed",
                                "Remove it; a value that begins with ! needs quotes around it"))  # fmt: skip


def _refused_key(
    key: str, extent: Extent, here: dict[str, Any], marks: dict[int, "array[int]"], style: str | None, problems: list[Diagnostic]
) -> str:
    """Records why a key is refused; returns a name under which its value is kept out of the way."""
    if key == "<<" and not style:
        problems.append(finding("Y207", extent, "<< is a YAML merge key, which is not allowed", "Write the keys out"))
        return f"\0merge-{extent.start}"
    if key not in here:
        return key
    item = list(here).index(key)
    first = marks[id(here)][item * 4 : item * 4 + 2]
    problems.append(finding("Y208", extent, f"“{key}” stands here a second time; the first one is read",
                            "Remove one of them, or give it another name",
                            related=(Related(Extent(first[0], first[1]), f"the first “{key}”"),)))  # fmt: skip
    return f"\0again-{extent.start}"
