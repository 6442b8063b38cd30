"""WORST: the largest and oddest files that are still read, each as large as a file may be. Knows no limit."""

from collections.abc import Callable

#: A little less than the largest file that is read, in bytes.
SIZE = 4_900_000

HEAD = "title: T\nas_of: 2026-03-04\nsituation:\n  bottom_line: High water.\n"


def _prose(words: str, more: str = "") -> str:
    """A briefing whose background is a prose of nothing but these words, in a block as authors write it."""
    return f"{HEAD}  background: |\n    {words * ((SIZE - 100 - len(more)) // len(words.encode()))}\n{more}"


def _prose_lines(line: str) -> str:
    """The same, each on a line of its own."""
    return f"{HEAD}  background: |\n" + f"    {line}\n" * ((SIZE - 100) // (len(line.encode()) + 5))


def _many(key: str, entry: Callable[[int], str], count: int, head: str = HEAD) -> str:
    return f"{head}{key}:\n" + "".join(entry(n) for n in range(count))


def _related(n: int) -> str:
    """An actor that is related to some others: all of them together are in one web."""
    others = ", ".join(f"a{(n * k + k) % 50_000}" for k in (7, 11, 13))
    return f"  a{n}: {{name: Actor {n}, relations: {{allied-with: [{others}]}}}}\n"


def _hub(n: int) -> str:
    return f"  a{n}: {{name: Actor {n}, relations: {{part-of: a0, opposes: [a{n // 2}, a0]}}}}\n"


def _event(n: int) -> str:
    return f"  e{n}: {{title: E, when: 2026-03-04T{n % 24:02}:{n % 60:02}Z, participants: {{other: [a, b]}}}}\n"


def _chain(n: int) -> str:
    return f"  e{n}: {{title: E, when: 2026-03-04, caused_by: e{n + 1}, disputes: e{max(0, n - 1)}, sources: s}}\n"


def _judged(n: int) -> str:
    return f"    j{n}: {{text: 'It will rain on [[j{n + 1}]]', likelihood: likely, evidence: [j{n + 1}, j{n // 2}]}}\n"


def _confident(n: int) -> str:
    return f"    j{n}: {{text: It will rain., likelihood: likely, confidence: high, evidence: e}}\n"


def _step(n: int) -> str:
    return "  - {show: highlights}\n"


_OPEN = HEAD + "x-a: "

WORST: dict[str, Callable[[], str]] = {
    # what YAML makes of it
    "deepest lists": lambda: _OPEN + ("[" * 36 + "]" * 36 + ",").join(["["] + [""] * 20_000)[:-1] + "]\n",
    "deepest mappings": lambda: (
        HEAD + "".join(f"x-{n}:\n" + "".join(f"{' ' * d}a:\n" for d in range(1, 38)) for n in range(3_000))
    ),
    "widest mapping": lambda: HEAD + "x-a:\n" + "".join(f"  k{n}: v\n" for n in range(380_000)),
    "widest list": lambda: HEAD + "x-a:\n" + "  - v\n" * 780_000,
    "unknown keys": lambda: HEAD + "".join(f"k{n}: v\n" for n in range(440_000)),
    "one line": lambda: _OPEN + "x" * (SIZE - 100) + "\n",
    "one line of words": lambda: _OPEN + "x " * (SIZE // 2 - 100) + "\n",
    "brackets": lambda: "[" * SIZE,
    "braces": lambda: "{" * SIZE,
    "bullets": lambda: "- " * (SIZE // 2),
    "anchors": lambda: "&a" * (SIZE // 2),
    "anchored": lambda: HEAD + "x-a:\n" + "  - &a v\n" * (SIZE // 10),
    "aliases": lambda: HEAD + "x-a:\n" + "  - *a\n" * (SIZE // 8),
    "tags": lambda: HEAD + "x-a:\n" + "  - !t v\n" * (SIZE // 10),
    "question marks": lambda: "? " * (SIZE // 2),
    "colons": lambda: HEAD + ": " * (SIZE // 2 - 100),
    "quotes": lambda: HEAD + "x-a: " + "'" * (SIZE - 100),
    "open quotation": lambda: HEAD + 'x-a: "' + "x\n " * (SIZE // 3 - 100),
    "escapes": lambda: HEAD + 'x-a: "' + "\\x41" * (SIZE // 4 - 100) + '"\n',
    "short lines": lambda: HEAD + "\n" * 1_000_000 + "#\n" * 1_000_000,
    "lines of nothing else": lambda: "\n" * SIZE,
    "comments": lambda: HEAD + "# check: ignore[vague] because\n" * (SIZE // 32),
    "carriage returns": lambda: HEAD.replace("\n", "\r") + "x-a:\r" + "  - v\r" * 700_000,
    "documents": lambda: HEAD + "---\n" * (SIZE // 4 - 100),
    "duplicates": lambda: HEAD + "x-a:\n" + "".join(f"  k{n}: v\n" for n in range(100_000)) * 2,
    "one key, a hundred thousand times": lambda: HEAD + "x-a:\n" + "  k: v\n" * 100_000,
    "merge keys": lambda: HEAD + "x-a:\n" + "  <<: v\n" * 400_000,
    "control characters": lambda: HEAD + "x-a: " + "\x01" * (SIZE - 100),
    "not UTF-8 at its end": lambda: HEAD + "x-a: " + "x" * (SIZE - 100) + "\udcff",
    # findings by the thousand
    "broken lines": lambda: HEAD + "  x\n y: [\n" * (SIZE // 10 - 100),
    "slips": lambda: HEAD + "  highlights:\n" + "    - [[a]] is told: leave\n" * (SIZE // 27 - 100),
    "unclosed quotes": lambda: HEAD + "  highlights:\n" + "    - 'tis so: \"x\n" * (SIZE // 19 - 100),
    "bad entries": lambda: _many("actors", lambda n: f"  a{n}: {{nam: x, typ: y}}\n", 150_000),
    "bad ids": lambda: _many("actors", lambda n: f"  A{n}: {{name: x}}\n", 190_000),
    "ids twice": lambda: (
        HEAD
        + "actors:\n"
        + "".join(f"  a{n}: A\n" for n in range(90_000))
        + "events:\n"
        + "".join(f"  a{n}: {{title: E, when: 2026}}\n" for n in range(90_000))
    ),
    "bad times": lambda: _many("events", lambda n: f"  e{n}: {{title: E, when: March {n}}}\n", 110_000),
    "broken links": lambda: _prose("[[nowhere]] "),
    "broken references": lambda: _many(
        "events", lambda n: f"  e{n}: {{title: E, when: 2026, participants: {{other: x{n}}}}}\n", 70_000
    ),
    # running text
    "links": lambda: _prose("[[a]]") + "actors: {a: A}\n",
    "links, apart": lambda: _prose("See [[a]]. ") + "actors: {a: A}\n",
    "citations": lambda: _prose("[^s: p. 3]") + "sources: {s: S}\n",
    "half a link": lambda: _prose("[["),
    "ends of links": lambda: _prose("]]"),
    "half a citation": lambda: _prose("[^"),
    "emphasis": lambda: _prose("*a"),
    "emphasis, closed": lambda: _prose("*a* **b** _c_ "),
    "stars": lambda: _prose("*"),
    "underscores": lambda: _prose("_a_"),
    "backticks": lambda: _prose("`"),
    "backticks, more and more": lambda: (
        f"{HEAD}  background: |\n    " + " ".join("`" * n for n in range(1, 3_000)) + "\n"
    ),
    "backslashes": lambda: _prose("\\"),
    "quotation marks": lambda: _prose("“a” "),
    "addresses": lambda: _prose("https://a.example/b "),
    "half an address": lambda: _prose("http"),
    "full stops": lambda: _prose("a. "),
    "figures": lambda: _prose("12 % of 3,400 "),
    "combining marks": lambda: _prose("e" + "\u0301" * 8),
    "nothing but combining marks": lambda: _prose("\u0301"),
    "joiners": lambda: _prose("\u200d"),
    "wide characters": lambda: _prose("水"),
    "emoji": lambda: _prose("👩‍👩‍👧‍👦"),
    "right to left": lambda: _prose("שלום "),
    "one word": lambda: _prose("x"),
    "spaces": lambda: f"{HEAD}  background: |\n    x" + " " * (SIZE - 200) + "y\n",
    "bullets in a text": lambda: _prose_lines("- x"),
    "quoted lines": lambda: _prose_lines("> x"),
    "quotations in quotations": lambda: _prose_lines("> " * 400 + "x"),
    "numbered": lambda: _prose_lines("1. x"),
    "empty lines": lambda: f"{HEAD}  background: |\n" + "    x\n\n" * (SIZE // 8),
    "names": lambda: _prose("Actor 1 and Actor 2 ") + "actors: {a: {name: Actor 1}, b: {name: Actor 2}}\n",
    "names in names": lambda: (
        _prose("a b ") + "actors:\n" + "".join(f"  a{n}: {{name: {'a b ' * n}x}}\n" for n in range(1, 30))
    ),
    "names of the same words": lambda: (
        _prose(" ".join("abcdefghijklmnopqr"[n * 7 % 18] * 3 for n in range(18 * 50)) + " ")
        + "actors:\n"
        + "".join(
            f"  a{n}: {{name: {' '.join('abcdefghijklmnopqr'[n // 18**k % 18] * 3 for k in range(3))}}}\n"
            for n in range(1, 1_500)
        )
    ),
    # entries
    "actors all related": lambda: _many("actors", _related, 50_000),
    "actors around one": lambda: _many("actors", _hub, 60_000),
    "actors of one name": lambda: _many("actors", lambda n: f"  a{n}: {{name: The town, short: town}}\n", 110_000),
    "events": lambda: _many("events", _event, 55_000) + "actors: {a: A, b: B}\n",
    "a chain of events": lambda: _many("events", _chain, 55_000) + "sources: {s: S}\n",
    "a chain of evidence": lambda: f"{HEAD}outlook:\n  judgements:\n" + "".join(_judged(n) for n in range(45_000)),
    "confident judgements on one event of many sources": lambda: (
        f"{HEAD}outlook:\n  judgements:\n"
        + "".join(_confident(n) for n in range(50_000))
        + f"events: {{e: {{title: E, when: 2026, sources: [{', '.join(f's{n}' for n in range(8_000))}]}}}}\n"
        + "sources:\n"
        + "".join(f"  s{n}: {{title: S, reliability: E}}\n" for n in range(8_000))
    ),
    "messages": lambda: (
        _many(
            "communications",
            lambda n: f"  c{n}: {{from: a, to: [b, public], text: Go., reported_by: c{n + 1}}}\n",
            70_000,
        )
        + "actors: {a: A, b: B}\n"
    ),
    "messages among many": lambda: (
        _many("communications", lambda n: f"  c{n}: {{from: a{n % 9_000}, to: a{n * 7 % 9_000}, text: Go.}}\n", 60_000)
        + "actors:\n"
        + "".join(f"  a{n}: A\n" for n in range(9_000))
    ),
    "sources of sources": lambda: _many(
        "sources", lambda n: f"  s{n}: {{title: S, origin: s{n + 1}, reliability: B}}\n", 80_000
    ),
    "highlights": lambda: HEAD + "  highlights:\n" + "    - High water in the town.\n" * (SIZE // 31 - 100),
    "indicators": lambda: (
        f"{HEAD}outlook:\n  scenarios: {{s: {{title: S}}}}\n  indicators:\n"
        + "".join(f"    i{n}: {{text: X, points_to: s}}\n" for n in range(100_000))
    ),
    "scenarios": lambda: (
        f"{HEAD}outlook:\n  scenarios:\n"
        + "".join(f"    s{n}: {{title: S, likelihood: likely}}\n" for n in range(90_000))
    ),
    "a running order": lambda: (
        f"title: T\nas_of: 2026-03-04\nrunning_order:\n{'  - {show: highlights}' + chr(10)}"
        + "".join(_step(n) for n in range(100_000))
        + "situation:\n  bottom_line: High water.\n  highlights: [x]\n"
    ),
    "tags by the thousand": lambda: HEAD + "tags: [" + "a," * 700_000 + "a]\n",
    "larger than any": lambda: HEAD + "#" * 20_000_000,
    "a long title": lambda: HEAD.replace("title: T", "title: " + "x " * 2_000_000),
    "long names": lambda: _many("actors", lambda n: f"  a{n}: {{name: {'x' * 40_000}}}\n", 110),
}
