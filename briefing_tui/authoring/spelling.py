"""How a value is written in YAML, so that it is read back as it was: plain where that will do, else in quotes.

Knows nothing of briefings but their widths.
"""

import json
import re
from collections.abc import Mapping, Sequence

from briefing_tui.source.written import in_quotes
from briefing_tui.source.yaml_tree import UnparsedError, read_tree

#: As wide as a line becomes, in characters, where it can be broken.
WIDTH = 110

_BETWEEN_WORDS = re.compile(r"(?<=\S) (?=\S)")


class Verbatim(str):
    """YAML in {...} or [...] as the author gave it."""

    __slots__ = ()


Written = str | Sequence["Written"] | Mapping[str, "Written"]


def scalar(text: str, *, flow: bool = False) -> str:
    """A text as one scalar on one line, inside of {...} and [...] with `flow`."""
    for spelt in (text, in_quotes(text)):
        if "\n" not in spelt and _reads(spelt, text, flow):
            return spelt
    # Every JSON string is a double-quoted scalar.
    return json.dumps(text, ensure_ascii=False)


def in_line(value: Written, *, flow: bool = False) -> str:
    """A value on one line; lists and mappings in brackets."""
    if isinstance(value, Verbatim):
        return value
    if isinstance(value, str):
        return scalar(value, flow=flow)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key_of(key)}: {in_line(held, flow=True)}" for key, held in value.items()) + "}"
    return "[" + ", ".join(in_line(held, flow=True) for held in value) + "]"


def key_of(text: str) -> str:
    """A key as it is written."""
    return text if re.fullmatch(r"[\w-]+", text) else in_quotes(text)


def lines_of(value: Mapping[str, Written], column: int, step: int, prose: frozenset[str] = frozenset()) -> list[str]:
    """The keys and values of a mapping on lines of their own, indented by `column`; what is `prose` may be folded."""
    lines: list[str] = []
    for key, held in value.items():
        head = f"{' ' * column}{key_of(key)}: "
        whole = head + in_line(held)
        if isinstance(held, str) and key in prose and (len(whole) > WIDTH or _wants_block(held)):
            lines += _in_block(head, held, column + step)
        elif len(whole) > WIDTH and isinstance(held, Mapping):
            lines += [head.rstrip(), *lines_of(held, column + step, step)]
        elif len(whole) > WIDTH and not isinstance(held, str):
            lines += [head.rstrip(), *(f"{' ' * (column + step)}- {in_line(item)}" for item in held)]
        else:
            lines.append(whole)
    return lines


def _wants_block(text: str) -> bool:
    """Whether a text would have to stand in quotes, or holds what bites as soon as somebody edits it."""
    return "\n" in text or "[[" in text or "[^" in text or scalar(text) != text


def _in_block(head: str, text: str, column: int) -> list[str]:
    indent = " " * column
    if "\n" in text:
        lines = [head + "|", *((indent + line).rstrip() for line in text.split("\n"))]
    else:
        lines = [head + ">-", *(indent + line for line in _folded(text, WIDTH - column))]
    return lines if _reads_block(lines, text) else [head + scalar(text)]


def _folded(text: str, width: int) -> list[str]:
    """A text in lines that a folded block joins again: broken only where one space stands between two words."""
    lines: list[str] = []
    for word in _BETWEEN_WORDS.split(text):
        if lines and len(lines[-1]) + len(word) < width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def _reads(spelt: str, text: str, flow: bool) -> bool:
    try:
        tree = read_tree(f"{{k: {spelt}, l: m}}" if flow else f"k: {spelt}\nl: m")
    except UnparsedError:
        return False
    return not tree.problems and bool(tree.root == {"k": text, "l": "m"})


def _reads_block(lines: list[str], text: str) -> bool:
    try:
        tree = read_tree("\n".join(lines))
    except UnparsedError:
        return False
    read = next(iter(tree.root.values()), None) if isinstance(tree.root, dict) else None
    return not tree.problems and isinstance(read, str) and read.strip() == text.strip()
