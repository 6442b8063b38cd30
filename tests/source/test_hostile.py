"""Any text gives a briefing or findings with a place, and nothing of it commands a terminal: corpora, chance, bombs."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing_tui.model.text import is_blank
from tests.architecture.tree import SHIPPED
from tests.source.answers import answered
from tests.source.briefings import SOUND
from tests.source.test_doctor import CASES

HEAD = "title: T\nas_of: 2026-03-04\nsituation:\n  bottom_line: High water.\n"

SOUND_TEXTS = [SOUND, *(path.read_text("utf-8") for path in SHIPPED)]

#: What YAML and the format give a meaning to, and what no text should hold.
SIGNS = [
    *("[[town]]", "[^paper]", ": ", " #4", "\t", "'", '"', "{", "}", "[", "]", "*", "&a ", "!t ", "@", "%", "`", "\n"),
    *("\n  ", "\n    ", "- ", "? ", "|", ">-", "<<: ", "---\n", "...\n", ", ", "~", "#", "x-a: ", "\r", "\r\n"),
    *("\x00", "\x1b[2J", "\x7f", "\x85", "\u2028", "\ufeff", "\ud800", "\u202e", "\ue000", "\ufffe", "\U0001f600"),
]


def in_double_quotes(string: str) -> str:
    """A string as YAML writes it in double quotes, whatever it holds."""
    escaped = (f"\\U{ord(char):08x}" if char in '"\\' or not char.isprintable() else char for char in string)
    return f'"{"".join(escaped)}"'


def test_the_documents_of_the_yaml_test_suite(corpora: Path) -> None:
    documents = json.loads((corpora / "yaml-test-suite.json").read_text("utf-8"))
    assert len(documents) == 402
    for document in documents:
        answered(document["yaml"])
        answered(HEAD + "x-own:\n" + "".join(f"  {line}" for line in document["yaml"].splitlines(keepends=True)))


@pytest.mark.parametrize("quoted", [True, False], ids=["quoted", "raw"])
def test_naughty_strings_in_every_place(corpora: Path, quoted: bool) -> None:
    strings = json.loads((corpora / "blns.json").read_text("utf-8"))
    assert len(strings) == 515
    for string in strings:
        written = in_double_quotes(string) if quoted else string
        for text in (
            HEAD.replace("title: T", f"title: {written}"),
            HEAD + f"  background: {written}\n  highlights: [{written}]\n",
            HEAD + f"  statements:\n    - {written}\n    - text: {written}\n      kind: {written}\n",
            HEAD + f"actors:\n  town: {{name: {written}, country: {written}}}\n",
            HEAD + f"sources:\n  {written}: {{title: T, url: {written}, date: {written}}}\n  paper: P\n",
            HEAD + f"events: {{crest: {{title: C, when: {written}, participants: {{{written}: {written}}}}}}}\n",
            HEAD + f"{written}: x\n",
        ):
            loaded = answered(text)
            # A key is at most 1,024 characters to YAML.
            if quoted and len(written) < 1000:
                assert not loaded.tree.broken


def test_a_naughty_string_in_quotes_is_a_title(corpora: Path) -> None:
    refused = []
    for string in json.loads((corpora / "blns.json").read_text("utf-8")):
        loaded = answered(HEAD.replace("title: T", f"title: {in_double_quotes(string)}"))
        if loaded.briefing is None:
            refused.append(string)
            assert [found.code for found in loaded.diagnostics] == ["M301"]
    assert all(is_blank(string) for string in refused)


@given(st.text(max_size=400))
@example("a: \ud800")
@example("\ufeff")
@example("? \n: :")
@example("- - - -\n-")
@example("a: [[b]]: [[c]]")
def test_arbitrary_text(text: str) -> None:
    answered(text)


@given(st.lists(st.sampled_from(SIGNS), max_size=60).map("".join))
def test_nothing_but_signs(text: str) -> None:
    answered(text)
    answered(HEAD + "  background: " + text)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A sound briefing, or one with a slip, to which a few things have happened."""
    text = draw(st.sampled_from([*SOUND_TEXTS, SOUND, SOUND, SOUND, *(source for _, _, source in CASES)]))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        sign = draw(st.one_of(st.sampled_from(SIGNS), st.characters()))
        happened: list[Callable[[], str]] = [
            lambda text=text, start=start, sign=sign: text[:start] + sign + text[start:],
            lambda text=text, start=start, end=end: text[:start] + text[end:],
            lambda text=text, start=start, end=end: text[:start] + text[start:end] * 2 + text[end:],
            lambda text=text, start=start, end=end: text[:start] + text[start:end].swapcase() + text[end:],
            lambda text=text, start=start: text[:start],
        ]
        text = draw(st.sampled_from(happened))()
    return text


@settings(max_examples=400)
@given(mutated())
def test_sound_briefings_to_which_something_happened(text: str) -> None:
    answered(text)


@given(st.binary(max_size=300))
def test_arbitrary_bytes(data: bytes) -> None:
    from briefing_tui.source.load import load_bytes

    loaded = load_bytes(data, "bytes", "bytes")
    assert loaded.briefing is not None or loaded.diagnostics


#: What is small to write and large to read; each is answered, and most are refused for what they are.
BOMBS = {
    "a megabyte of brackets": ("[" * 1_000_000, "Y203"),
    "a megabyte of braces": ("{" * 1_000_000, "Y203"),
    "a value of a megabyte of brackets": (HEAD + "x-a: " + "[" * 1_000_000, "Y203"),
    "a megabyte of dashes": ("- " * 500_000, "Y203"),
    "a megabyte of keys that are mappings": ("? " * 500_000, "Y203"),
    "mappings in mappings": ("".join(" " * depth + "a:\n" for depth in range(1_000)), "Y203"),
    "lists without end, under a key that is one": ("? [" + "[" * 100 + "\n", "Y203"),
    "billions of laughs": (
        "a0: &a0 [lol]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)),
        "Y204",
    ),
    "five megabytes of one title": ("title: " + "y" * 4_900_000, "M301"),
    "five megabytes of one bad time": ("as_of: " + "y" * 4_900_000 + "\ntitle: T\nsituation: {bottom_line: x}", "M305"),
    "five megabytes of one quotation that stays open": (HEAD + "  background: '" + "x " * 2_400_000, "Y216"),
    "five megabytes of control characters": ("\x00" * 4_900_000, "Y202"),
    "more values than any briefing": ("tags: [" + "a," * 2_000_000 + "]", "F104"),
    "more lists than any briefing": ("tags: [" + "[], " * 500_000 + "]", "F104"),
    "a hundred thousand keys": (HEAD + "".join(f"k{n}: v\n" for n in range(100_000)), "M302"),
    "a hundred thousand bad entries": (
        HEAD + "actors:\n" + "".join(f"  a{n}: {{nam: v}}\n" for n in range(100_000)),
        "M302",
    ),
    "a hundred thousand bad ids": (HEAD + "actors:\n" + "".join(f"  A{n}: v\n" for n in range(100_000)), "M307"),
    "ten thousand keys twice": (HEAD + "x-a:\n" + "".join(f"  k{n}: v\n" for n in range(10_000)) * 2, "Y208"),
    "a hundred thousand comments in one line": (HEAD + "  background: a" + " #b" * 1_000_000, "Y214"),
    "a hundred thousand slips": (
        HEAD + "  statements:\n" + "".join(f"    k{n}: [[a]] b\n" for n in range(100_000)),
        "Y212",
    ),
    "a hundred thousand tabs": (HEAD + "actors:\n" + "\ta:\n\t\tname: x\n" * 50_000, "Y215"),
    "a hundred thousand roles": (
        HEAD
        + "events: {a: {title: x, when: 2026, participants: {"
        + "".join(f"r{n}: x, " for n in range(100_000))
        + "}}}",
        "M303",
    ),
    "combining marks": (HEAD + "  background: x" + "\u0301" * 1_000_000, None),
    "a key of a megabyte": ("k" * 1_000_000 + ": x", "Y201"),
}


@pytest.mark.parametrize(("text", "code"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_answered(text: str, code: str | None) -> None:
    loaded = answered(text)
    assert len(loaded.diagnostics) <= 2100
    assert code is None or code in {found.code for found in loaded.diagnostics}


def test_five_megabytes_of_one_scalar_are_read() -> None:
    loaded = answered(HEAD + "  background: " + "x " * 2_400_000)
    assert loaded.briefing is not None
    assert len(loaded.briefing.situation.background or "") == 4_799_999
