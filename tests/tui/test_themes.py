"""Every theme can be read: contrast by WCAG 2, every role known, every meaning more than a colour."""

from pathlib import Path

import pytest
from rich.color import Color

from briefing_tui.blocks.roles import ROLES
from briefing_tui.tui.looks import FURNITURE, Look
from briefing_tui.tui.themes import load_look, look_from, theme_names

#: Lines and grounds, which nobody reads.
NOT_TEXT = {"rule", "bar-empty", "bar", "bullet", "cursor-bar", "cursor-row", "grid"}


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [part / 255 for part in color.get_truecolor()]
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(look: Look, *roles: str) -> float:
    """The contrast ratio of text in some roles, the last on top."""
    style = look.base
    for role in roles:
        style += look.style(role)
    assert style.color is not None
    assert style.bgcolor is not None
    light, dark = sorted((luminance(style.color), luminance(style.bgcolor)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", theme_names())
def test_all_text_stands_out_from_its_ground(name: str) -> None:
    look = load_look(name)
    weak = {
        (role, ground): round(contrast(look, ground, role), 2)
        for role in {*ROLES, *FURNITURE} - NOT_TEXT
        for ground in ("", "cursor-row")
        if contrast(look, ground, role) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("name", theme_names())
def test_a_theme_says_how_every_meaning_looks(name: str) -> None:
    assert sorted({*ROLES, *FURNITURE} - load_look(name).roles.keys()) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name: x\n", "not a theme"),
        ("name: [x\n", "YAML"),
        ("colors: {background: '#000000'}\nroles: {}\n", "lack"),
        ("colors: {}\nroles: {title: shouting}\n", "neither a style"),
        ("colors: {}\nroles: {nonsense: bold}\n", "no role"),
        (None, "no such file"),
    ],
)
def test_a_theme_that_is_not_sound_says_why(tmp_path: Path, text: str | None, words: str) -> None:
    path = tmp_path / "mine.yaml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=words):
        look_from(path)


def test_a_colour_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    text = (Path(__file__).parents[2] / "themes" / "dark.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace('dim: "#9aa4b2"', 'dim: "#9aa4bz"'), encoding="utf-8")
    with pytest.raises(ValueError, match="dim"):
        look_from(path)
