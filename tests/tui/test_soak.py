"""Whatever is pressed, in whatever order and however fast, at whatever size: the reader goes on."""

import random
from pathlib import Path

import pytest

from briefing_tui.library.start import Start
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.commands import COMMANDS
from tests.tui.reading import SMALL

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


@pytest.mark.parametrize("seed", range(4))
async def test_random_keys_and_sizes(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    chance = random.Random(seed)
    app = BriefingApp(Start(path=path))
    async with app.run_test(size=(100, 30)) as pilot:
        for n in range(300):
            if chance.random() < 0.04:
                await pilot.resize_terminal(*chance.choice(SIZES))
            else:
                # Not waiting for each to be done: keys come faster than screens go.
                app.simulate_key(chance.choice(KEYS))
                if n % 7 == 0:
                    await pilot.pause()
        await pilot.pause(0.2)
        assert app.fault is None


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
