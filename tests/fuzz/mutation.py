"""Texts to which something happened, by chance and repeatably: bytes, signs of YAML, lines, Unicode, two in one.

Knows no claim about what becomes of them.
"""

import re
from collections.abc import Callable, Sequence
from random import Random

#: What YAML and the format give a meaning to, and what no text should hold.
SIGNS = (
    *("[[town]]", "[[town|words]]", "[^paper]", "[^paper: 3]", ": ", ":", " #4", "\t", "'", '"', "{", "}", "[", "]"),
    *("*", "*a", "&a ", "!t ", "!!map ", "@", "%", "%YAML 1.1\n", "`", "\n", "\n  ", "\n    ", "- ", "? ", "|", ">-"),
    *("|2\n", ">+\n", "<<: ", "---\n", "...\n", ", ", "~", "null", "#", "x-a: ", "\r", "\r\n", "{}", "[]", '""', "0"),
    *("\x00", "\x1b[2J", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\u202e", "\ue000", "\ufffe", "\U0001f600"),
)
#: What stands in briefings: keys, words of vocabularies, times, ids.
WORDS = (
    *("title", "as_of", "situation", "bottom_line", "actors", "events", "communications", "outlook", "sources"),
    *("when", "from", "to", "participants", "relations", "evidence", "likelihood", "confidence", "text", "about"),
    *("sections", "statements", "kind", "claim", "fact", "public", "unknown", "running_order", "show", "tlp", "RED"),
    *("2026-03-05", "2026-03-05T12:00Z", "2026-03-04~/..", "19XX", "Y-170000002", "2026-13-45", "likely", "120 %"),
    *("-1", "1e999", "0x10", "true", "no", "town", "paper", "other#town", "bottom-line", "events:lanes", "a.1"),
)
ODD = (
    *("\u0301" * 12, "\u200d", "\u200b", "\u2066", "\u00a0", "\u00ad", "\ufb01", "Ａ", "水", "é", "\u05d0", "\u0600"),
    *("👩‍👩‍👧‍👦", "🇫🇷", "\U000e0041", "\U0010ffff", "\ufdd0", "\u115f", "\u3164", "ﷺ", "\u1f71", "ß", "İ", "\u0345"),
)
#: Bytes that are no character of UTF-8, or only in company.
STRAY = (b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80", b"\xe2\x82", b"\xff\xfe", b"\x00\x00")

#: Nothing grows past this, in characters: many small texts find more than a few large ones.
LONGEST = 2_000

_TOKEN = re.compile(r"[\w-]+|[^\w\s]+|\s+")

Change = Callable[[str, Random], str]


class Mutator:
    """Gives mutated texts of some seeds, the same for the same chance."""

    def __init__(self, seeds: Sequence[str], chance: Random) -> None:
        self._seeds, self._chance = seeds, chance

    def text(self) -> bytes:
        """The next one."""
        chance = self._chance
        text = chance.choice(self._seeds)
        if chance.random() < 0.15:
            text = _spliced(text, chance.choice(self._seeds), chance)
        for _ in range(1 + int(chance.expovariate(0.6))):
            text = chance.choice(CHANGES)(text, chance)[:LONGEST]
        data = text.encode("utf-8", "surrogatepass")
        while chance.random() < 0.12:
            data = _bytewise(data, chance)
        return data


def _spliced(one: str, other: str, chance: Random) -> str:
    if chance.random() < 0.5:
        first, second = one.splitlines(True), other.splitlines(True)
        return "".join(first[: chance.randrange(len(first) + 1)] + second[chance.randrange(len(second) + 1) :])
    return one[: chance.randrange(len(one) + 1)] + other[chance.randrange(len(other) + 1) :]


def _bytewise(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    match chance.randrange(6):
        case 0:
            return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        case 1:
            return data[:at] + chance.choice(STRAY) + data[at:]
        case 2:
            return data[:at]
        case 3:
            return data[:at] + chance.randbytes(chance.randrange(9)) + data[at:]
        case 4:
            return data[at:]
        case _:
            # Another encoding, or twice the same.
            text = data.decode("utf-8", "replace")
            return text.encode(chance.choice(("utf-16", "utf-32-le", "utf-8-sig", "cp1252")), "replace")


def _inserted(words: Sequence[str]) -> Change:
    def insert(text: str, chance: Random) -> str:
        at = chance.randrange(len(text) + 1)
        return text[:at] + chance.choice(words) + text[at:]

    return insert


def _cut(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.randrange(1, 40) :]


def _doubled(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    end = at + chance.randrange(1, 60)
    return text[:end] + text[at:end] * chance.choice((1, 1, 1, 3, 20)) + text[end:]


def _truncated(text: str, chance: Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _any_char(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chr(chance.randrange(chance.choice((0x80, 0x800, 0x3000, 0x110000)))) + text[at + 1 :]


def _swapcase(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    end = at + chance.randrange(1, 20)
    return text[:at] + text[at:end].swapcase() + text[end:]


def _other_token(text: str, chance: Random) -> str:
    """A word or sign gives way to another: of the format, or of the same text."""
    at = chance.randrange(len(text) + 1)
    found = _TOKEN.search(text, at)
    if found is None:
        return text
    if chance.random() < 0.5:
        word = chance.choice(WORDS)
    else:
        other = _TOKEN.search(text, chance.randrange(len(text)))
        word = other[0] if other else ""
    return text[: found.start()] + word + text[found.end() :]


def _of_lines(change: Callable[[list[str], int, int, Random], list[str]]) -> Change:
    """A change of a few lines of a text, from one to before another."""

    def changed(text: str, chance: Random) -> str:
        lines = text.splitlines(True) or [""]
        start = chance.randrange(len(lines))
        end = min(len(lines), start + chance.choice((1, 1, 1, 2, 3, 8)))
        return "".join(change(lines, start, end, chance))

    return changed


def _moved(lines: list[str], start: int, end: int, chance: Random) -> list[str]:
    rest = lines[:start] + lines[end:]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + lines[start:end] + rest[at:]


def _repeated(lines: list[str], start: int, end: int, chance: Random) -> list[str]:
    return lines[:end] + lines[start:end] + lines[end:]


def _removed(lines: list[str], start: int, end: int, chance: Random) -> list[str]:
    return lines[:start] + lines[end:]


def _indented(lines: list[str], start: int, end: int, chance: Random) -> list[str]:
    by = chance.choice((" ", "  ", "  ", "    ", "\t", "- "))
    return lines[:start] + [by + line for line in lines[start:end]] + lines[end:]


def _outdented(lines: list[str], start: int, end: int, chance: Random) -> list[str]:
    by = chance.choice((1, 2, 2, 4))
    return lines[:start] + [line[min(by, len(line) - len(line.lstrip())) :] for line in lines[start:end]] + lines[end:]


def _nested(lines: list[str], start: int, end: int, chance: Random) -> list[str]:
    margin = lines[start][: len(lines[start]) - len(lines[start].lstrip())]
    key = chance.choice((*WORDS, "-", "? x\n:"))
    head = f"{margin}{key}\n" if key == "-" else f"{margin}{key}:\n"
    return [*lines[:start], head, *("  " + line for line in lines[start:end]), *lines[end:]]


def _in_flow(lines: list[str], start: int, end: int, chance: Random) -> list[str]:
    opening, closing = chance.choice((("{", "}"), ("[", "]"), ('"', '"'), ("'", "'"), ("", ",")))
    kept = [line.strip("\r\n") for line in lines[start:end]]
    return [*lines[:start], opening + ", ".join(kept) + closing + "\n", *lines[end:]]


def _deep(lines: list[str], start: int, end: int, chance: Random) -> list[str]:
    depth = chance.choice((5, 38, 41, 200))
    sign = chance.choice(("[", "{a: ", "- ", "? ", "[["))
    return [*lines[:start], lines[start].rstrip("\r\n") + sign * depth + "\n", *lines[end:]]


#: What may happen to a text. Those that stand twice find more.
CHANGES: tuple[Change, ...] = (
    *(_inserted(SIGNS), _inserted(SIGNS), _inserted(WORDS), _inserted(ODD), _cut, _doubled, _truncated, _any_char),
    *(_swapcase, _other_token, _other_token),
    *(_of_lines(_moved), _of_lines(_moved), _of_lines(_repeated), _of_lines(_removed), _of_lines(_removed)),
    *(_of_lines(_indented), _of_lines(_outdented), _of_lines(_nested), _of_lines(_in_flow), _of_lines(_deep)),
)
