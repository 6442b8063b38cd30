"""A stack of briefings made for the purpose: every flaw is found at its line and nothing else is, not one false alarm.

The first line of each says what is wrong with it and where, or that nothing is.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from briefing_tui.checks.engine import judged
from briefing_tui.checks.listing import RULES
from briefing_tui.source.load import Loaded, load, load_text

STACK = sorted(Path(__file__).with_name("stack").glob("*.yaml"))
TODAY = date(2026, 6, 12)

#: What the loader finds most in files that people write.
LOADERS = {
    *(f"Y{n}" for n in (201, 204, 206, 208, *range(212, 220))),
    *(f"M{n}" for n in range(301, 309)),
    *("L401", "L402", "L403", "S901", "S902", "S903"),
}

_FLAW = re.compile(r"# flaw: (?P<code>[A-Z]\d+) (?P<name>[a-z-]+), line (?P<line>\d+)\n")
_SOUND = "# sound\n"

EACH = pytest.mark.parametrize("path", STACK, ids=lambda path: path.stem)


def wanted(text: str) -> list[tuple[str, str, int]]:
    if text.startswith(_SOUND):
        return []
    flaw = _FLAW.match(text)
    assert flaw is not None
    return [(flaw["code"], flaw["name"], int(flaw["line"]))]


def found_in(loaded: Loaded) -> list[tuple[str, str, int]]:
    return [(found.code, found.name, loaded.lines.position(found.extent.start).line) for found in judged(loaded, TODAY)]


@EACH
def test_the_flaw_is_found_at_its_line_and_nothing_else(path: Path) -> None:
    loaded = load(path)
    assert found_in(loaded) == wanted(loaded.text)


@EACH
def test_how_lines_end_makes_no_difference(path: Path) -> None:
    text = path.read_text("utf-8").replace("\n", "\r\n")
    loaded = load_text(text, path.stem)
    loaded.path = path
    assert found_in(loaded) == wanted(text.replace("\r\n", "\n"))


def test_there_is_a_flaw_of_every_kind_and_a_dozen_sound_ones() -> None:
    expected = [wanted(path.read_text("utf-8")) for path in STACK]
    codes = {flaw[0] for flaws in expected for flaw in flaws}
    assert codes >= {rule.code for rule in RULES}
    assert codes >= LOADERS
    assert sum(not flaws for flaws in expected) >= 12
