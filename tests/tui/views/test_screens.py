"""Every view as a whole screen, at the three sizes, as it was last looked at by a person; in monochrome as well.

BRIEFING_GOLDENS=write writes them anew: look at what changed before it is committed.
"""

from pathlib import Path

import pytest
from rich.cells import cell_len

from briefing_tui.tui.history import Location
from briefing_tui.tui.rows import row_text
from briefing_tui.tui.screens.reading import PEEK_SECONDS
from briefing_tui.tui.views import VIEWS, View
from tests.goldens.golden import check
from tests.stix import report_briefing
from tests.tui.reading import FLAGSHIP, Reading, reading

SIZES = [(120, 36), (80, 24), (40, 14)]
BRIEFINGS = ("flagship", "harrow-bend", "network")


def file_of(name: str, folder: Path) -> Path:
    """The flagship; the flood; a briefing as large as a real report of an intrusion (76 entries, 30 relations)."""
    if name == "network":
        return report_briefing(folder)
    return FLAGSHIP if name == "flagship" else FLAGSHIP.with_name("harrow-bend-2.yaml")


def location_of(reader: Reading, view: View) -> Location | None:
    """Where a view is looked at: its pane, or the entry of its kind that most is known of."""
    session = reader.screen.session
    briefing = session.briefing
    if view.place not in ("actor", "judgement"):
        return Location(view.place, "", view.id)
    entries = briefing.actors if view.place == "actor" else briefing.outlook.judgements
    if not entries:
        return None
    most = max(entries, key=lambda entry: len(session.links.incoming(entry.id)))
    return Location(session.pane_of(most.id), most.id, view.id)


def screen_text(reader: Reading) -> str:
    """All that can be seen, row by row."""
    strips = reader.app.screen._compositor.render_strips(reader.app.size)
    return "\n".join(strip.text.rstrip() for strip in strips) + "\n"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", BRIEFINGS)
async def test_views(name: str, size: tuple[int, int], tmp_path: Path) -> None:
    text = ""
    async with reading(file_of(name, tmp_path), size) as reader:
        for view in VIEWS:
            location = location_of(reader, view) if view.at else None
            if location is None:
                continue
            reader.screen.visit(location)
            await reader.pilot.pause(3 * PEEK_SECONDS)
            rows = screen_text(reader)
            for row in rows.splitlines():
                assert cell_len(row) <= size[0]
            text += f"@@ {view.place} {view.id}\n{rows}"
    check(f"views-{name}-{size[0]}x{size[1]}.txt", text)


@pytest.mark.parametrize("width", [35, 38, 47, 71, 78, 118])
@pytest.mark.parametrize("name", BRIEFINGS)
async def test_nothing_overlaps_and_all_that_is_cut_says_so(name: str, width: int, tmp_path: Path) -> None:
    from briefing_tui.tui.layout import Layout

    async with reading(file_of(name, tmp_path), (120, 36)) as reader:
        for view in VIEWS:
            location = location_of(reader, view)
            if location is None:
                continue
            layout = Layout(reader.screen.session.document(*location.document), width)
            for y in range(layout.height):
                row = layout.row(y)
                end = 0
                for piece in row.pieces:
                    assert piece.x >= end, (view, row_text(row))
                    end = piece.x + cell_len(piece.text)
                assert end <= width, (view, row_text(row))


@pytest.mark.parametrize("name", BRIEFINGS)
async def test_every_mark_leads_somewhere_and_has_words(name: str, tmp_path: Path) -> None:
    from briefing_tui.tui.layout import Layout

    async with reading(file_of(name, tmp_path), (120, 36)) as reader:
        session = reader.screen.session
        for view in VIEWS:
            location = location_of(reader, view)
            if location is None:
                continue
            layout = Layout(session.document(*location.document), 100)
            for number in range(layout.count):
                stop = layout.stop(number)
                found = layout.grid_of(number)
                for link, target in enumerate(stop.links):
                    assert session.knows(target) or "#" in target or target.startswith("http"), (view, target)
                    if found is not None:
                        assert found[0].words(number - found[1], link).strip(), (view, target)
