"""Text that does not stand out: the measured ratio, at the colour that is to be changed, and one that would do."""

from pathlib import Path

import pytest

from briefing_tui.themes.contrast import contrast, least_contrast, readable_color
from briefing_tui.themes.file import read_theme
from briefing_tui.themes.shelf import shipped_themes
from briefing_tui.themes.weak import weak_text


def found_in(folder: Path, text: str) -> list[tuple[int, str, str]]:
    path = folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    file = read_theme(path)
    assert file.theme is not None, file.problem
    return [(file.lines.position(found.extent.start).line, found.message, found.help) for found in weak_text(file)]


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    # FIRST's red on black, as everybody measures it.
    assert contrast("#ff2b2b", "#000000") == pytest.approx(5.63, abs=0.01)


@pytest.mark.parametrize("name", shipped_themes())
def test_what_ships_is_not_warned_of(name: str) -> None:
    file = read_theme(shipped_themes()[name])
    assert weak_text(file) == ()
    assert file.theme is not None
    assert least_contrast(file.theme) >= file.theme.contrast


def test_a_weak_colour_is_named_where_it_is_given(tmp_path: Path) -> None:
    found = found_in(tmp_path, 'extends: dark\ncolors:\n  background: "#10151b"\n  dim: "#666666"\n')
    assert len(found) == 1
    line, message, help = found[0]
    assert line == 4
    assert message == "“dim” on the cursor's row is 2.64:1, and 4.5:1 is wanted (label, count, dim and 12 more)"
    better = help.split('"')[1]
    assert found_in(tmp_path, f'extends: dark\ncolors:\n  dim: "{better}"\n') == []


def test_a_ground_on_which_all_is_weak_is_named_itself(tmp_path: Path) -> None:
    found = found_in(tmp_path, 'extends: dark\ncolors:\n  cursor: "#777777"\n')
    assert len(found) == 1
    line, message, help = found[0]
    assert line == 3
    assert "more colours on it" in message
    better = help.split('"')[1]
    assert found_in(tmp_path, f'extends: dark\ncolors:\n  cursor: "{better}"\n') == []


def test_what_a_role_wears_is_measured_too(tmp_path: Path) -> None:
    found = found_in(tmp_path, "extends: dark\nroles:\n  hint: bold text on find\n")
    assert [line for line, *_ in found] == [3]
    assert found[0][1].startswith("“text” on “find” is 1.03:1")


def test_a_theme_is_held_to_what_it_promises(tmp_path: Path) -> None:
    assert found_in(tmp_path, "extends: light\n") == []
    strict = found_in(tmp_path, "extends: light\ncontrast: 7\n")
    # All of it is where the theme comes from; FIRST's labels are held to 4.5:1.
    assert {line for line, *_ in strict} == {1}
    assert not any("handling" in message for _, message, _ in strict)


def test_where_no_colour_would_do_none_is_named() -> None:
    assert readable_color("#808080", [("#000000", 12.0), ("#ffffff", 12.0)]) is None
