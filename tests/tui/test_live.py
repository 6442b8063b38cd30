"""A file that changes under the reader: shown at the same place when sound; else the last good version stays."""

import os
from pathlib import Path

import pytest

from tests.tui.reading import SMALL, Reading, reading


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "live.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


async def until(r: Reading, what: str, where: str = "main") -> None:
    """Waits until something can be seen; fails after five seconds."""
    for _ in range(100):
        text = r.status() if where == "status" else r.view(where)
        if what in text:
            return
        await r.pilot.pause(0.05)
    raise AssertionError(f"{what!r} was never seen in:\n{text}")


async def test_a_save_is_shown_at_the_same_place(small: Path) -> None:
    async with reading(small) as r:
        await r.press("n", "n")
        place = r.screen.main.place()
        small.write_text(SMALL.replace("within 20 cm", "within 35 cm"), encoding="utf-8")
        await until(r, "within 35 cm")
        assert (r.screen.main.place().key, r.screen.main.place().link) == (place.key, place.link)


async def test_an_atomic_save_is_seen(small: Path) -> None:
    async with reading(small) as r:
        new = small.with_suffix(".new")
        new.write_text(SMALL.replace("within 20 cm", "within 1 m"), encoding="utf-8")
        os.replace(new, small)
        await until(r, "within 1 m")


async def test_a_broken_save_leaves_the_last_good_version_and_says_what_and_where(small: Path) -> None:
    async with reading(small) as r:
        small.write_text(SMALL.replace("tlp: GREEN", "tlp: [GREEN"), encoding="utf-8")
        await until(r, "✗ line", "status")
        assert "expects the crest" in r.view()
        small.write_text(SMALL.replace("within 20 cm", "within 2 cm"), encoding="utf-8")
        await until(r, "within 2 cm")
        assert "✗" not in r.status()


@pytest.mark.parametrize("fault", ["vanish", "folder", "empty", "binary", "fifo"])
async def test_whatever_happens_to_the_file_is_a_message(small: Path, fault: str) -> None:
    async with reading(small) as r:
        small.unlink()
        if fault == "folder":
            small.mkdir()
        elif fault == "empty":
            small.write_bytes(b"")
        elif fault == "binary":
            small.write_bytes(bytes(range(256)))
        elif fault == "fifo":
            os.mkfifo(small)
        await until(r, "✗", "status")
        assert "expects the crest" in r.view()
        if fault == "folder":
            small.rmdir()
        elif small.exists():
            small.unlink()
        small.write_text(SMALL.replace("20 cm", "44 cm"), encoding="utf-8")
        await until(r, "44 cm")


async def test_an_entry_that_is_gone_gives_way_to_its_pane(small: Path) -> None:
    async with reading(small, entry="closing") as r:
        start = SMALL.index("  closing:")
        small.write_text(SMALL[:start] + SMALL[SMALL.index("communications:") :], encoding="utf-8")
        await until(r, "The flood crest reaches")
        assert r.screen.location.entry == ""


async def test_a_file_that_does_not_open_shows_its_problems_and_opens_when_mended(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("title: Broken\nas_of: 2026\nsituation:\n  bottom_line: [[town]] is flooded\n", encoding="utf-8")
    async with reading(path) as r:
        assert "line 4" in r.view()
        assert "bottom_line: ▸[[town]] is flooded◂" in r.view()
        for key in ("j", "k", "f", "escape", "3", "slash", "enter", "tab", "z", "question_mark", "escape"):
            await r.press(key)
        path.write_text(SMALL, encoding="utf-8")
        await until(r, "expects the crest")
