"""Every theme that ships can be read: contrast by WCAG 2, every role said, every meaning more than a colour."""

from itertools import combinations, pairwise
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from briefing_tui.blocks.roles import ROLES
from briefing_tui.themes.furniture import DRAWN, FURNITURE, MEANINGS, OVER
from briefing_tui.themes.shelf import shipped_themes
from briefing_tui.tui.looks import Look
from briefing_tui.tui.themes import load_look, look_from, theme_names
from tests.tui.colour_vision import DEFICIENCIES, contrast, difference

NAMES = ["colour-blind", "dark", "light", "monochrome", "projector"]
COLOURED = [name for name in NAMES if name != "monochrome"]
WANTED = dict.fromkeys(NAMES, 4.5) | {"projector": 7.0}

LABELS = {role for role in ROLES if role.startswith("handling-")}
TEXT = sorted({*ROLES, *FURNITURE} - DRAWN - {"cursor-row"})
GROUNDS = ("plain", "surface", "cursor-row")
#: What is laid over other text; the rest stands on a ground.
LAID = sorted(OVER - {"cursor-row"})

STANDINGS = ("claim", "confirmed", "disputed", "denied")
LIKELIHOODS = [f"likelihood-{rank}" for rank in range(1, 8)]

each = pytest.mark.parametrize("name", NAMES)


def base(look: Look, ground: str) -> Style:
    if ground == "surface":
        return look.base + Style(bgcolor=look.colors["surface"])
    return look.base + look.style(ground) if ground == "cursor-row" else look.base


def hexadecimal(color: Color | None) -> str:
    assert color is not None
    return color.get_truecolor().hex


def ratio(style: Style) -> float:
    return contrast(hexadecimal(style.color), hexadecimal(style.bgcolor))


def test_these_themes_ship() -> None:
    assert list(shipped_themes()) == NAMES == theme_names()


@each
def test_all_text_stands_out_from_every_ground(name: str) -> None:
    look = load_look(name)
    weak = {
        (role, ground): round(found, 2)
        for role in TEXT
        for ground in GROUNDS
        # FIRST prescribes the colours of the labels; its red on black is 5.6:1.
        if (found := ratio(base(look, ground) + look.style(role))) < (4.5 if role in LABELS else WANTED[name])
    }
    assert weak == {}


@each
def test_text_of_any_role_can_be_found_selected_and_linked(name: str) -> None:
    look = load_look(name)
    weak = {
        (role, over, ground): round(found, 2)
        for role in sorted({*TEXT} - LABELS - OVER)
        for over in LAID
        for ground in GROUNDS
        if (found := ratio(base(look, ground) + look.style(role) + look.style(over))) < WANTED[name]
    }
    assert weak == {}


@each
def test_what_is_laid_over_a_row_is_seen_on_it(name: str) -> None:
    look = load_look(name)
    for role in ("link-here", "hit", "hit-here", "selected", "hint"):
        for ground in GROUNDS:
            plain, over = base(look, ground), base(look, ground) + look.style(role)
            assert over.reverse or difference(hexadecimal(plain.bgcolor), hexadecimal(over.bgcolor)) > 40, role


@each
def test_lines_and_bars_can_be_seen(name: str) -> None:
    colors = load_look(name).colors
    look = load_look(name)
    for role in ("bar", "bullet", "cursor-bar"):
        # WCAG 2.2, 1.4.11: what must be seen to be understood.
        assert ratio(look.base + look.style(role)) >= 3, role
    grid, rule = ratio(look.base + look.style("grid")), ratio(look.base + look.style("rule"))
    # Faint, and there.
    assert 1.25 <= grid <= 3
    assert grid < rule
    assert contrast(colors["cursor"], colors["background"]) >= 1.1


@each
def test_what_is_not_yet_known_is_fainter_than_what_may_be_overlooked(name: str) -> None:
    look = load_look(name)
    text, dim, future = (ratio(look.base + look.style(role)) for role in ("attribution", "dim", "future"))
    assert text > dim * 1.3
    assert dim > future * 1.25


@each
def test_a_theme_says_how_every_meaning_looks(name: str) -> None:
    assert sorted(MEANINGS.keys() - load_look(name).roles.keys()) == []


@pytest.mark.parametrize("name", COLOURED)
def test_handling_has_the_colours_first_gives_tlp(name: str) -> None:
    look = load_look(name)
    prescribed = {"clear": "#ffffff", "green": "#33ff00", "amber": "#ffc000", "red": "#ff2b2b"}
    for label, color in prescribed.items():
        style = look.style(f"handling-{label}")
        assert (hexadecimal(style.color), hexadecimal(style.bgcolor)) == (color, "#000000")


@pytest.mark.parametrize("name", COLOURED)
def test_how_something_stands_is_told_apart(name: str) -> None:
    look = load_look(name)
    for one, other in combinations(("claim", "confirmed", "disputed", "denied", "analysis"), 2):
        assert difference(*(hexadecimal(look.style(role).color) for role in (one, other))) > 10, (one, other)


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_the_colour_blind_theme_keeps_apart_what_differs(deficiency: str) -> None:
    look = load_look("colour-blind")
    for one, other in combinations(STANDINGS, 2):
        apart = difference(*(hexadecimal(look.style(role).color) for role in (one, other)), deficiency)
        assert apart >= 15, (one, other)
    for one, other in pairwise(LIKELIHOODS):
        apart = difference(*(hexadecimal(look.style(role).color) for role in (one, other)), deficiency)
        assert apart >= 8, (one, other)
    ends = difference(*(hexadecimal(look.style(LIKELIHOODS[n]).color) for n in (0, -1)), deficiency)
    assert ends >= 60


def test_monochrome_has_no_hue() -> None:
    for name, color in load_look("monochrome").colors.items():
        assert color[1:3] == color[3:5] == color[5:7], name


def attributes(look: Look, role: str) -> tuple[bool | None, ...]:
    style = look.style(role)
    return (bool(style.bold), bool(style.italic), bool(style.underline), bool(style.reverse), bool(style.strike))


@pytest.mark.parametrize(
    "roles",
    [
        STANDINGS,
        ("fact", "reported", "claim", "disputed", "denied"),
        ("seen", "emerging", "not-seen"),
        ("likelihood-1", "likelihood-4", "likelihood-6", "likelihood-7"),
        ("tab", "tab-here"),
        ("key", "key-word"),
        ("entry", "link", "link-here", "broken"),
        ("dim", "link", "hit", "hit-here"),
        ("axis", "mark", "now", "future"),
        ("edge", "node", "node-here", "edge-word"),
        ("note", "message", "error", "warning"),
        ("heading", "time"),
        ("cursor-row", "time"),
    ],
)
def test_monochrome_tells_apart_without_any_grey(roles: tuple[str, ...]) -> None:
    look = load_look("monochrome")
    assert len({attributes(look, role) for role in roles}) == len(roles)


@each
@pytest.mark.parametrize("system", [ColorSystem.STANDARD, ColorSystem.EIGHT_BIT])
def test_text_can_be_read_where_the_terminal_has_fewer_colours(name: str, system: ColorSystem) -> None:
    look = load_look(name)
    for role in TEXT:
        for ground in GROUNDS:
            style = base(look, ground) + look.style(role)
            assert style.color is not None
            assert style.bgcolor is not None
            shown = [hexadecimal(color.downgrade(system)) for color in (style.color, style.bgcolor)]
            assert contrast(*shown) >= (4.5 if system is ColorSystem.EIGHT_BIT else 3), (role, ground, shown)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title: x\n", "mine.yaml, line 1: This is not a theme"),
        ("title: [x\n", "line 1: This \\[ is never closed"),
        ("colors: {background: '#000000'}\nroles: {}\n", "line 1: The colours lack surface"),
        ("extends: dark\nroles:\n  title: shouting\n", "line 3: “shouting” is neither"),
        (None, "mine.yaml: There is no such file"),
    ],
)
def test_a_theme_that_is_not_sound_says_why(tmp_path: Path, text: str | None, words: str) -> None:
    path = tmp_path / "mine.yaml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=words):
        look_from(path)


def test_a_name_that_no_theme_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no theme called “drak”"):
        load_look("drak")
