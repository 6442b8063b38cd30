"""What a save changed: marked in the margin, listed with what it was and what it is, since one of three baselines."""

from pathlib import Path

import pytest

from briefing_tui.tui.widgets.surface import Surface
from tests.tui.reading import FLAGSHIP, SMALL, Reading, reading
from tests.tui.test_live import until


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def save(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def marked(reader: Reading, id: str = "main") -> dict[str, str]:
    """The text of each row that bears a mark, as it is painted."""
    surface = reader.app.screen.query_one(f"#{id}", Surface)
    found = {}
    for y in range(surface.view_height):
        text = surface.render_line(y).text
        if text[1:2] in ("~", "+"):
            found[text[2:].strip()] = text[1]
    return found


CREST = ("phase: expected", "phase: ongoing")


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 14)])
async def test_a_save_marks_what_it_changed_and_says_how_much(small: Path, size: tuple[int, int]) -> None:
    async with reading(small, size) as reader:
        await reader.press("3")
        assert marked(reader) == {}
        save(small, CREST, ("  closing: {", "  flood: {title: The flood, when: 2026-03-06}\n  closing: {"))
        words = "2 changed; c lists them" if size[0] < 60 else "1 entry changed, 1 new; c lists them"
        await until(reader, words, "status")
        marks = marked(reader)
        assert sorted(marks.values()) == ["+", "~"]
        assert any("crest" in words for words, glyph in marks.items() if glyph == "~")


async def test_the_place_is_kept_and_the_mark_stands_beside_the_cursor(small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("3", "G")
        if "crest" not in reader.cursor:
            await reader.press("k")
        before = reader.screen.main.place()
        save(small, CREST)
        await until(reader, "c lists them", "status")
        assert reader.screen.main.place() == before
        assert "crest" in reader.cursor
        main = reader.screen.main
        assert main.render_line(main.layout_.rows_of(main.cursor)[0]).text[:2] == "▌~"


async def test_in_a_dossier_the_text_that_changed_is_marked_and_so_is_the_title(small: Path) -> None:
    async with reading(small, entry="crest") as reader:
        save(small, ("Seen first by", "Seen, they say, first by"))
        await until(reader, "c lists them", "status")
        assert {" ".join(words.removesuffix("expected").split()) for words in marked(reader)} == {
            "The flood crest reaches Harrow Bend",
            "Seen, they say, first by River Authority.",
        }


async def test_marks_stay_until_a_save_changes_something_else_or_they_are_put_away(small: Path) -> None:
    async with reading(small) as reader:
        await reader.press("3")
        save(small, CREST)
        await until(reader, "c lists them", "status")
        small.write_text(small.read_text() + "# a comment\n")
        await until(reader, "nothing that is read has changed", "status")
        assert list(marked(reader).values()) == ["~"]
        save(small, ("The north bridge is closed", "The bridge is shut"))
        await until(reader, "1 entry changed; c lists", "status")
        assert [words.split()[-1] for words in marked(reader)] != []
        assert not any("crest" in words for words in marked(reader))
        await reader.press("escape")
        assert marked(reader) == {}
        await reader.press("c", "backspace")
        assert len(marked(reader)) == 1


async def test_the_list_says_what_it_was_and_what_it_is_and_leads_there(small: Path) -> None:
    async with reading(small) as reader:
        save(small, ("likelihood: likely", "likelihood: very likely"), ("  closing: {", "  shut: {"), CREST)
        await until(reader, "c lists them", "status")
        await reader.press("c")
        text = reader.view()
        for words in (
            "since the last save",
            "likely → very likely",
            "Gone",
            "The north bridge is closed",
            "expected → ongoing",
        ):
            assert words in text
        await reader.press("enter")
        assert reader.screen.location.entry == "crest"
        await reader.press("backspace")
        assert "since the last save" in reader.view()
        await reader.press("c")
        assert reader.screen.location.pane == "situation"


async def test_tab_goes_round_the_baselines(tmp_path: Path) -> None:
    for n in (1, 2):
        name = f"harrow-bend-{n}.yaml"
        (tmp_path / name).write_text(FLAGSHIP.with_name(name).read_text(encoding="utf-8"), encoding="utf-8")
    path = tmp_path / "harrow-bend-2.yaml"
    async with reading(path) as reader:
        await reader.press("c")
        assert "since harrow-bend-1" in reader.view()
        await reader.press("tab")
        assert "No save has changed anything" in reader.view()
        await reader.press("tab")
        assert "not been read" in reader.view()
        await reader.press("tab")
        assert "since harrow-bend-1" in reader.view()
        await reader.press("3")
        assert "~" in marked(reader).values()
        await reader.press("q")
    save(path, ("The dam raises its release", "The dam raises what it lets through"))
    async with reading(path) as reader:
        await reader.press("c")
        assert "since you last read it" in reader.view()
        assert "1 entry changed" in reader.view()
        assert "~  the release" in reader.view()


async def test_where_the_briefing_before_is_missing_it_says_so(tmp_path: Path) -> None:
    path = tmp_path / "two.yaml"
    path.write_text(SMALL.replace("tlp: GREEN", "supersedes: one"), encoding="utf-8")
    async with reading(path) as reader:
        await reader.press("c", "tab")
        assert "no one.yaml beside this file" in reader.view()


@pytest.mark.parametrize("key", ["v", "m", "slash", "f", "z", "j", "G", "n", "e", "y", "less_than_sign", "colon", "d"])
async def test_every_other_key_in_the_list_is_harmless(small: Path, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "true")
    async with reading(small) as reader:
        save(small, CREST)
        await until(reader, "c lists them", "status")
        await reader.press("c", key, "escape", "escape", "escape")
        save(small, ("within 20 cm", "within 44 cm"))
        await until(reader, "c lists them", "status")


async def test_a_file_that_does_not_open_has_nothing_to_compare(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("title: [", encoding="utf-8")
    async with reading(path) as reader:
        await reader.press("c")
        assert "nothing to compare" in reader.status()
