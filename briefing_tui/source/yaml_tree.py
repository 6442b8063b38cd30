"""YAML text to plain values, every scalar a cleaned string, and where each key and value stands.

Refuses what is not plain data.

One pass over the parser's events builds values and positions and checks safety; nothing is composed, expanded or typed.
"""

from array import array
from collections.abc import Callable
from typing import Any, NamedTuple

from briefing_tui.model.text import clean
from briefing_tui.source.diagnostic import Extent
from briefing_tui.source.refusals import MAX_PROBLEMS, EnoughError, Refusals, second_document, too_deep, too_many
from briefing_tui.source.tree import REFUSED, Path, Tree
from briefing_tui.thrift import patterns_on_demand

# The patterns of PyYAML's own scanner take four times as long to make as all the rest of it: here libyaml scans.
with patterns_on_demand():
    import yaml
    from yaml.cyaml import CParser  # type: ignore[attr-defined]

__all__ = ["MAX_DEPTH", "MAX_PROBLEMS", "REFUSED", "Path", "Reached", "Tree", "UnparsedError", "read_tree"]

MAX_DEPTH = 40

#: Several times as many values, and lists and mappings, as a briefing of 5 MB holds.
MAX_VALUES = 800_000
MAX_CONTAINERS = 150_000

_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_KINDS = {
    yaml.ScalarEvent: "scalar",
    yaml.AliasEvent: "alias",
    yaml.MappingEndEvent: "end",
    yaml.SequenceEndEvent: "end",
}


class Reached(NamedTuple):
    """The last thing read before a text ceased to be YAML: a scalar (and how it is quoted), an alias, or an end."""

    kind: str = ""
    start: int = 0
    end: int = 0
    style: str = ""


class UnparsedError(Exception):
    """The text is not YAML.

    `words` are the parser's, `at` is where it stopped and `began` where what it was reading begins.

    `flow` is where the outermost open {...} or [...] begins, if it stopped within one.
    """

    def __init__(self, words: str, at: int, began: int | None, reached: Reached, flow: int | None) -> None:
        super().__init__(words)
        self.words, self.at, self.began, self.reached, self.flow = words, at, began, reached, flow


def read_tree(text: str, filler: str = "") -> Tree:
    """The values and places of a YAML text.

    Raises UnparsedError where the text is not YAML; everything else that is refused is listed in the tree's `problems`.
    A scalar that holds the character `filler` is REFUSED: something unsound was written over with it.
    U+0085, U+2028 and U+2029 are read as spaces: YAML 1.2 and editors do not take them for ends of line, the parser
    would.
    """
    tree = Tree(text)
    refusals = Refusals(tree)
    if not text.isascii():
        text = text.replace("\x85", " ").replace("\u2028", " ").replace("\u2029", " ")
    # Each value but the first stands after one of these.
    if text.count("\n") + text.count("\r") + text.count(",") > MAX_VALUES:
        tree.problems.append(too_many(0))
        return tree
    try:
        next_event = CParser(text).get_event
    except UnicodeEncodeError as error:
        raise UnparsedError("control characters are not allowed", error.start, None, Reached(), None) from None
    try:
        _read(next_event, tree, refusals, filler)
        refusals.settle()
    except EnoughError:
        refusals.settle()
        tree.root = None
    return tree


# One long function: a call for each event would cost half as much again as the parser itself.
def _read(next_event: Callable[[], Any], tree: Tree, refusals: Refusals, filler: str) -> None:
    Scalar, Mapping, Sequence = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
    marks, text = tree.marks, tree.text
    stack: list[tuple[Any, Any, bool]] = []
    no_key: Any = object()
    once = dict[Any, Any]().setdefault
    here: Any = None
    places: Any = None
    key: Any = no_key
    in_mapping = False
    start = end = documents = 0
    event: Any = None
    try:
        while True:
            event = next_event()
            kind = event.__class__
            if kind is Scalar:
                value = event.value
                begin, finish = event.start_mark.index, event.end_mark.index
                if event.anchor is not None or event.tag is not None:
                    begin = refusals.marks(event, begin, finish)
                if not value:
                    value = None
                elif not (value.isascii() and value.isprintable()):
                    value = REFUSED if filler and filler in value else clean(value)
                if in_mapping:
                    if key is no_key:
                        # Of a key that stands ten thousand times one is kept.
                        key, start, end = once(value, value), begin, finish
                        if key.__class__ is not str or key in here or key == "<<":
                            key = refusals.key(here, value, Extent(begin, finish), event.style)
                        continue
                    here[key] = value
                    key = no_key
                    places.extend((start, end, begin, finish))
                elif here is not None:
                    here.append(value)
                    places.extend((begin, begin, begin, finish))
                else:
                    tree.root, tree.start = value, begin
            elif kind is Mapping or kind is Sequence:
                begin = event.start_mark.index
                if event.anchor is not None or event.tag is not None:
                    begin = refusals.marks(event, begin, len(text))
                if len(stack) >= MAX_DEPTH:
                    refusals.note(too_deep(begin, MAX_DEPTH))
                    raise EnoughError
                if in_mapping and key is no_key:
                    key, start, end = refusals.odd_key(here, begin), begin, begin + 1
                    _skip(next_event, refusals, begin)
                    continue
                if len(marks) >= MAX_CONTAINERS:
                    refusals.note(too_many(begin))
                    raise EnoughError
                node: Any = {} if kind is Mapping else []
                if in_mapping:
                    here[key] = node
                    key = no_key
                    places.extend((start, end, begin, begin))
                elif here is not None:
                    here.append(node)
                    places.extend((begin, begin, begin, begin))
                else:
                    tree.root, tree.start = node, begin
                stack.append((here, places, in_mapping))
                here, in_mapping = node, kind is Mapping
                places = marks[id(node)] = array("l")
            elif kind in _CLOSING:
                here, places, in_mapping = stack.pop()
                if places is not None:
                    places[-1] = event.end_mark.index
            elif kind is yaml.AliasEvent:
                extent = Extent(event.start_mark.index, event.end_mark.index)
                refusals.alias(extent, key)
                if in_mapping and key is no_key:
                    key, (start, end) = refusals.alias_key(here, extent), extent
                elif in_mapping:
                    here[key] = REFUSED
                    key = no_key
                    places.extend((start, end, *extent))
                elif here is not None:
                    here.append(REFUSED)
                    places.extend((extent.start, extent.start, *extent))
                else:
                    tree.root = REFUSED
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    refusals.note(second_document(Extent(event.start_mark.index, event.end_mark.index)))
                    return
            elif kind is yaml.StreamEndEvent:
                return
    except yaml.YAMLError as error:
        begins = [tree.start if held is None else held[-2] for _, held, _ in stack]
        flow = next((begin for begin in begins if text[begin : begin + 1] in ("{", "[")), None)
        raise _unparsed(error, event, flow) from None


def _skip(next_event: Callable[[], Any], refusals: Refusals, begin: int) -> None:
    """Reads to the end of a container that has just begun."""
    depth = 1
    while depth:
        kind = next_event().__class__
        depth += (kind in _OPENING) - (kind in _CLOSING)
        if depth > MAX_DEPTH:
            refusals.note(too_deep(begin, MAX_DEPTH))
            raise EnoughError


def _unparsed(error: yaml.YAMLError, event: Any, flow: int | None) -> UnparsedError:
    reached = Reached()
    kind = _KINDS.get(event.__class__)
    if kind is not None:
        style = event.style or "" if kind == "scalar" else ""
        reached = Reached(kind, event.start_mark.index, event.end_mark.index, style)
    if isinstance(error, yaml.MarkedYAMLError):
        began = error.context_mark.index if error.context_mark is not None else None
        at = error.problem_mark.index if error.problem_mark is not None else began or 0
        return UnparsedError(error.problem or "", at, began, reached, flow)
    reason, at = getattr(error, "reason", ""), getattr(error, "position", 0)
    return UnparsedError(str(reason), at, None, reached, flow)
