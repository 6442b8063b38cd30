"""The timeline in the reader: moved in, peeked at, opened, stepped through in time."""

from briefing_tui.tui.rows import row_text
from tests.tui.reading import FLAGSHIP, reading

HARROW_BEND = FLAGSHIP.with_name("harrow-bend-2.yaml")


async def test_rows_are_moved_in_peeked_at_and_opened() -> None:
    async with reading(HARROW_BEND) as r:
        await r.press("3", "v")
        assert "2 March 2026  Monday" in r.view()
        assert r.cursor == "An ice jam forms at the railway bridge"
        assert "about 2 Mar 2026 22:00-05:00 to" in r.status()
        await r.press("j", "j")
        assert r.cursor == "The dam raises its release"
        assert r.view("context").startswith("  The dam raises its release")
        await r.press("enter")
        assert r.screen.location.entry == "release"
        await r.press("backspace")
        assert r.screen.location.view == "timeline"
        assert r.cursor == "The dam raises its release"


async def test_who_took_part_is_beside_and_is_a_link() -> None:
    async with reading(HARROW_BEND, (160, 40)) as r:
        await r.press("3", "v", "j", "j", "l", "l")
        assert r.screen.main.target == "hydro"
        assert r.view("context").startswith("  Upper Tarrow Hydro")
        await r.press("j")
        assert r.cursor == "Water is seen behind the levee at Mill Lane"


async def test_the_heading_of_a_long_day_stays_in_sight() -> None:
    async with reading(HARROW_BEND, (80, 24)) as r:
        await r.press("3", "v", *["j"] * 14)
        top = r.screen.main.scroll_offset.y
        layout = r.screen.main.layout_
        assert "4 March 2026" not in row_text(layout.row(top))
        assert "4 March 2026" in row_text(layout.row(layout.seen_at(0, top)))
        first, end = layout.rows_of(r.screen.main.cursor)
        assert top < first
        assert end <= top + r.screen.main.view_height
        await r.press(*["k"] * 14)
        assert r.cursor == "An ice jam forms at the railway bridge"


async def test_stepping_through_time_goes_with_the_line_and_the_clock_turns() -> None:
    async with reading(HARROW_BEND, (120, 30)) as r:
        await r.press("3", "v", "less_than_sign")
        assert "── 4 Mar 2026 18:00-05:00 ──" in r.view()
        await r.press(*["less_than_sign"] * 19)
        assert "── about 4 Mar 2026 12:00-05:00 ──" in r.view()
        assert r.cursor == "ongoing · Mill Road goes under along its low stretch"
        assert r.screen.main.later is not None
        assert r.screen.main.later("second-gate")
        assert not r.screen.main.later("road-floods")
        await r.press("escape")
        assert "──" not in r.view()
        await r.press("w")
        await r.press("g", "g")
        assert "By when it was reported" in r.view()


async def test_the_cursor_is_never_under_the_heading_that_stays() -> None:
    async with reading(HARROW_BEND, (80, 24)) as r:
        await r.press("3", "v")
        for _ in range(30):
            main = r.screen.main
            main.scroll_to(y=main.scroll_offset.y + 1, animate=False, force=True, immediate=True)
            top = main.scroll_offset.y
            first, last = main.layout_.head_at(top)
            assert main.layout_.rows_of(main.cursor)[1] > top + last - first
