"""Around reading: selecting, themes, other files and addresses, the editor, and a fault in the program."""

from pathlib import Path

import pytest

from briefing_tui.library.start import Start
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.rows import BLANK, Piece, Row, character_at, row_text
from tests.tui.reading import SMALL, reading


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "harrow-bend.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


async def test_text_is_selected_with_the_mouse_and_copied(small: Path) -> None:
    async with reading(small) as r:
        row = next(y for y in range(30) if "expects the crest" in r.view().split("\n")[y])
        await r.pilot.mouse_down("#main", offset=(2, row))
        await r.pilot.hover("#main", offset=(16, row))
        await r.pilot.mouse_up("#main", offset=(16, row))
        await r.pilot.pause()
        assert r.screen.get_selected_text() == "River Authority"
        await r.press("y")
        assert r.app.clipboard == "River Authority"
        assert r.screen.get_selected_text() is None
        assert not r.screen.location.entry


@pytest.mark.parametrize(("start", "end"), [((0, 0), (16, 0)), ((2, 0), (100, 0))])
async def test_a_selection_may_begin_beside_the_text(small: Path, start: tuple[int, int], end: tuple[int, int]) -> None:
    """In the margin or behind the end of a row: what is selected is what was passed over."""
    async with reading(small) as r:
        row = next(y for y in range(30) if "expects the crest" in r.view().split("\n")[y])
        await r.pilot.mouse_down("#main", offset=(start[0], row + start[1]))
        await r.pilot.hover("#main", offset=(end[0], row + end[1]))
        await r.pilot.mouse_up("#main", offset=(end[0], row + end[1]))
        await r.pilot.pause()
        assert (r.screen.get_selected_text() or "").strip().startswith("River Authority")


@pytest.mark.parametrize("cell", range(14))
def test_each_cell_of_a_row_is_some_character(cell: int) -> None:
    row = Row(0, (Piece(2, "日本", "link"), Piece(8, "a\u0301b", "")))
    assert row_text(row) == "  日本  a\u0301b"
    wanted = [0, 1, 2, 2, 3, 3, 4, 5, 6, 8]
    assert character_at(row, cell) == (wanted[cell] if cell < len(wanted) else 9)
    assert character_at(BLANK, cell) is None


async def test_themes_change_under_the_reader_and_are_remembered(small: Path) -> None:
    async with reading(small) as r:
        before = r.app.look.name
        await r.press("T")
        assert r.app.look.name != before
        assert "Theme" in r.status()
        worn = r.app.look.name
    async with reading(small) as r:
        assert r.app.look.name == worn


async def test_a_link_into_another_file_opens_it_and_q_comes_back(small: Path, tmp_path: Path) -> None:
    path = tmp_path / "second.yaml"
    line = "As in [[harrow-bend#crest|the first]] and [[none#x|none]]."
    text = f"title: Second\nas_of: 2026\nsituation:\n  bottom_line: {line}\n"
    path.write_text(text, encoding="utf-8")
    async with reading(path) as r:
        await r.press("n", "enter")
        assert r.screen.session.briefing.title.startswith("River Authority")
        assert r.screen.location.entry == "crest"
        await r.press("q")
        assert r.screen.session.briefing.title == "Second"
        await r.press("n", "enter")
        assert "no none.yaml" in r.status()


async def test_an_address_is_copied_and_never_opened(tmp_path: Path) -> None:
    path = tmp_path / "address.yaml"
    path.write_text(
        "title: T\nas_of: 2026\nsituation:\n  bottom_line: See [the page](https://example.org/page).\n",
        encoding="utf-8",
    )
    async with reading(path) as r:
        await r.press("n", "enter")
        assert r.app.clipboard == "https://example.org/page"
        assert "Copied" in r.status()


async def test_an_editor_that_cannot_be_understood_is_said(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "'unclosed")
    async with reading(small) as r:
        await r.press("e")
        assert "$EDITOR" in r.status()


async def test_a_fault_in_the_program_ends_it_without_the_text_of_the_briefing(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    app = BriefingApp(Start(path=small))

    async def broken() -> None:
        async with app.run_test() as pilot:
            secret = app.screen.session.briefing.title  # type: ignore[attr-defined]

            def fail() -> None:
                raise RuntimeError(secret[:0])

            app.screen.do_zoom = fail  # type: ignore[attr-defined]
            await pilot.press("z")

    with pytest.raises(RuntimeError):
        await broken()
    assert app.return_code == 70
    assert app.fault is not None
    out = capsys.readouterr()
    assert "River Authority" not in out.out + out.err
