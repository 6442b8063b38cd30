"""Nothing that passes the cleaning commands a terminal, and nothing that a reader needs is lost."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from briefing_tui.model.text import Line, Prose, clean, is_blank, one_line, safe_url

CORPORA = Path(__file__).parents[2].parent / "shared" / "corpora"

HOSTILE = [
    "\x1b[2J\x1b[H\x1b]0;owned\x07",
    "\x1b]52;c;cm0gLXJm\x1b\\",
    "\x9b31m \x9d0;title\x9c \x90q\x9c",
    "\x1bP$q\x1b\\ \x1b_G\x1b\\ \x1b^pm\x1b\\",
    "a\rb\r\nc\n\rd",
    "\x00\x07\x08\x0b\x0c\x0e\x1f\x7f",
    "\u202egnp.exe\u202c \u2066x\u2069 \u2067y\u2069",
    "\ud800 \udfff \ud83d\udca9",
    "\ufeffbom \ufffe \uffff \U0010ffff \ufdd0",
    "hidden\U000e0041\U000e0042 tags",
    "Z" + "\u0301" * 500 + "algo",
    "Z" + "\u0301\u200d\u00ad\u200b" * 500 + "algo",
    "\u0301" * 40,
    "a" + "\u20dd\ufe0f\u0488" * 20,
    "one\u2028two\u2029three\x85four",
    "[@click=app.quit]x[/] [/",
]

any_text = st.text(st.characters(codec=None))
trouble = st.text(
    st.sampled_from("a \r\n\t\x1b\x7f\x85\u0301\u0488\u200d\u00ad\u202e\u2028\ud83d\udca9\ufeff\U000e0041")
)


def assert_harmless(text: str) -> None:
    written = text.encode("utf-8").decode("utf-8")
    assert [char for char in written if unicodedata.category(char) == "Cc" and char not in "\n\t"] == []
    assert not set(text) & set("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe")
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category[0] == "M" else marks if category == "Cf" else 0
        assert marks <= 8


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_made_harmless(text: str) -> None:
    assert_harmless(clean(text))
    assert_harmless(one_line(text))


@given(any_text | trouble)
def test_any_text_is_made_harmless_and_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned, line = clean(text), one_line(text)
    assert_harmless(cleaned)
    assert_harmless(line)
    assert clean(cleaned) == cleaned
    assert one_line(line) == line == clean(line) == one_line(cleaned)
    assert "\n" not in line


def test_every_naughty_string_is_made_harmless() -> None:
    path = CORPORA / "blns.json"
    if not path.exists():
        pytest.skip(f"needs the big list of naughty strings at {path}")
    strings = json.loads(path.read_text("utf-8"))
    assert len(strings) > 500
    for text in strings:
        assert_harmless(clean(text))
        assert_harmless(one_line(text))
        assert clean(clean(text)) == clean(text)
        url = safe_url(text)
        assert url is None or url.isascii()


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x00\x7f", "␀␡"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x9bb", "a\ufffdb"),
        ("a\u202eb", "a\ufffdb"),
        ("a\u2028b\u2029c", "a\nb\nc"),
        ("a\ud800b", "a\ufffdb"),
        ("\ufeffa", "\ufffda"),
        ("\U0001fffea\U000e0020", "\ufffda\ufffd"),
        ("e" + "\u0301" * 9 + "x" + "\u0301" * 3, "e" + "\u0301" * 8 + "x" + "\u0301" * 3),
    ],
)
def test_what_stands_in_for_what(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "Plain words.\n\n\tAnd a tab.",
        "São Paulo’s — “quoted” … naïve Ångström",
        "שלום עולם \u200f(a)\u200e",
        "مرحبا بالعالم",
        "می\u200cخواهم",
        "हिन्दी क्ष्म्य",
        "สวัสดีชาวโลก",
        "👩\u200d👩\u200d👧\u200d👦 👍🏽 🇦🇿 ❤️",
        "北京 東京 서울",
        "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \U00020000",
        "e\u0301\u0323\u0302",
    ],
)
def test_what_people_write_is_kept(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\u200db\u200d", "ab"),
        ("\u200d\u200dz", "z"),
        ("水\u200d\u200dx 👩\u200d \u200d👦", "水x 👩 👦"),
        ("ශ්\u200dරී ❤\ufe0f\u200d🔥 न्\u200dन", "ශ්\u200dරී ❤\ufe0f\u200d🔥 न्\u200dन"),
        ("👩" + "\u200d" * 20_000 + "a", "👩a"),
    ],
)
def test_joiners_stay_where_they_join(text: str, cleaned: str) -> None:
    """Anywhere else they would hide the next letter from whoever counts cells."""
    assert clean(text) == cleaned


def test_one_line_folds_whitespace() -> None:
    assert one_line("  a \t b\n\nc\u2028d\u00a0e  ") == "a b c d e"


@pytest.mark.parametrize("text", ["", " \n", "\u200b\u200d", "\u3164", "\u0301", "\u00ad \u2800"])
def test_what_nobody_can_see_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", ".", "\ufffd", "␛", "👍", "ا"])
def test_what_can_be_seen_is_not_blank(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://example.org:8080/a/b?q=1&r=%20#frag",
        "HTTPS://Example.ORG/Path_(x)~y;z=1,2@3*4!",
        "https://[2001:db8::1]/x",
        "mailto:desk@example.org",
    ],
)
def test_a_plain_link_is_safe(url: str) -> None:
    assert safe_url(url) == url
    assert safe_url(f"  {url}\n") == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "//example.org",
        "https://",
        "https:///etc/passwd",
        "https:example.org",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "ftp://example.org",
        "https://example.org/a b",
        'https://example.org/"onmouseover=x',
        "https://example.org/<script>",
        "https://example.org/`x`",
        "https://example.org\\@evil.example",
        "https://bank.example@evil.example",
        "https://user:pass@example.org/",
        "https://example.org/\x1b[31m",
        "https://example.org/\x7f",
        "https://exämple.org/",
        "https://example.org/\u202egnp",
        "https://example.org/\u017f",
        "http\u017f://example.org",
        "https://example.org:99999999/",
        "https://-x/",
        "mailto:",
        "mailto:a@example.org?attach=/etc/passwd",
        "mailto:a@example.org,b@example.org",
        "mailto:a@b@example.org",
        "https://example.org/" + "a" * 2048,
    ],
)
def test_any_other_link_is_refused(url: str) -> None:
    assert safe_url(url) is None


def test_an_apostrophe_in_a_link_cannot_end_an_attribute() -> None:
    assert safe_url("https://example.org/Hobson's") == "https://example.org/Hobson%27s"
    assert safe_url("https://example.org/" + "'" * 2000) is None


@given(any_text)
def test_a_safe_link_is_printable_ascii_and_safe_again(text: str) -> None:
    for candidate in (text, f"https://a.example/{text}", f"https://{text}"):
        url = safe_url(candidate)
        if url is not None:
            assert url.isascii()
            assert url.isprintable()
            assert not set(url) & set(" <>\"'`\\")
            assert safe_url(url) == url


def test_a_model_cannot_hold_dirty_text() -> None:
    line, prose = TypeAdapter(Line), TypeAdapter(Prose)
    assert line.validate_python(" a\x1b\n b ") == "a␛ b"
    assert prose.validate_python("a\x1b\r\n b\ud800 ") == "a␛\n b\ufffd "
    assert prose.validate_python("") == ""
    assert line.json_schema()["type"] == "string"


@pytest.mark.parametrize("text", ["", " \n ", "\u200b"])
def test_a_line_must_show_something(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Line).validate_python(text)
    assert [error["msg"] for error in caught.value.errors()] == ["is empty"]


@pytest.mark.parametrize("value", [1, None, ["a"], b"a"])
def test_text_is_not_made_of_other_things(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Line).validate_python(value, strict=True)


def test_importing_the_model_s_values_does_not_import_pydantic() -> None:
    code = (
        "import sys, briefing_tui.model.text, briefing_tui.model.time, briefing_tui.model.scales\n"
        "heavy = {'pydantic', 'pydantic_core', 'yaml', 'textual'}\n"
        "sys.exit(any(name.partition('.')[0] in heavy for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0
