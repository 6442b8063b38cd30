"""Whatever is pressed, in whatever order and however fast, at whatever size: the reader goes on."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.library.start import Start
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.commands import COMMANDS
from briefing_tui.tui.history import Location
from briefing_tui.tui.screens.reader import ReaderScreen
from briefing_tui.tui.views import VIEWS
from tests.tui.hostile import hostile, write_hostile
from tests.tui.reading import FLAGSHIP, SMALL

#: What leaves the program, or the terminal to another program, is left out.
_LEAVING = {"quit", "edit"}
KEYS = sorted(
    {
        key
        for command in COMMANDS
        for key in command.keys.get("reader", ())
        if command.id not in _LEAVING and " " not in key
    }
    | {"g", "escape", "a", "e", "t", "h", "0", "7", "left", "right", "ctrl+u", "ctrl+w", "ctrl+c", "f5", "delete"}
)
SIZES = [(1, 1), (2, 40), (10, 3), (24, 8), (40, 14), (80, 24), (100, 40), (120, 36), (300, 100)]


def _look(screen: ReaderScreen, chance: random.Random) -> None:
    """Opens any view of anything that it is of."""
    if screen.session.good is None:
        return
    briefing, view = screen.session.briefing, chance.choice(VIEWS)
    entries = {"actor": briefing.actors, "judgement": briefing.outlook.judgements}.get(view.place)
    if entries is None:
        screen.visit(Location(view.place, "", view.id))
    elif entries:
        entry = chance.choice(entries)
        screen.visit(Location(screen.session.pane_of(entry.id), entry.id, view.id))


async def _soak(path: Path, seed: int, versions: tuple[str, ...] = (), steps: int = 150) -> None:
    """Keys, views, sizes and other versions of the file, in any order, whatever is open over it."""
    chance = random.Random(seed)
    often = ["v", "m", "apostrophe", "f", "slash", "colon", "enter", "plus", "less_than_sign", "down", "right", "tab"]
    app = BriefingApp(Start(path=path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for _ in range(steps):
            what = chance.random()
            if what < 0.06:
                await pilot.resize_terminal(*chance.choice(SIZES))
            elif what < 0.14 and versions:
                path.write_text(chance.choice(versions), encoding="utf-8")
                for screen in app.screen_stack:
                    if isinstance(screen, ReaderScreen):
                        screen.do_reload()
            elif what < 0.22 and isinstance(app.screen, ReaderScreen):
                _look(app.screen, chance)
            else:
                app.simulate_key(chance.choice(KEYS if chance.random() < 0.5 else often))
            if chance.random() < 0.3:
                await pilot.pause()
        await pilot.pause(0.2)
        assert app.fault is None


@pytest.mark.parametrize("name", sorted(path.name for path in FLAGSHIP.parent.glob("*.yaml")))
async def test_random_keys_in_every_view(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes((FLAGSHIP.parent / name).read_bytes())
    await _soak(path, len(name))


def _thinned(data: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The briefing after somebody has taken most of it out."""
    parts = ("actors", "events", "communications", "sources")
    return {
        key: {id: entry for id, entry in value.items() if chance.random() < 0.4} if key in parts else value
        for key, value in data.items()
    }


@pytest.mark.parametrize("seed", range(2))
async def test_what_is_looked_at_vanishes_whatever_is_open(seed: int, tmp_path: Path) -> None:
    data, chance = hostile(seed), random.Random(seed)
    thinned = [{key: value for key, value in _thinned(data, chance).items() if value} for _ in range(2)]
    versions = [json.dumps(version, ensure_ascii=False) for version in (data, *thinned, hostile(seed, actors=0))]
    path = write_hostile(tmp_path / "hostile.yaml", data)
    await _soak(path, seed, (*versions, SMALL, "", "title: x\n", "actors: ["))


async def test_a_key_pressed_twice_closes_once(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    app = BriefingApp(Start(path=path))
    async with app.run_test() as pilot:
        await pilot.pause()
        for opening in ("question_mark", "colon"):
            app.simulate_key(opening)
            await pilot.pause()
            for _ in range(3):
                app.simulate_key("escape")
            await pilot.pause()
            assert len(app.screen_stack) == 1
        assert app.fault is None
