"""No briefing, name, setting or theme commands the terminal: what every screen writes, whatever is done there."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.hostile.asked import SCREEN, asked
from tests.hostile.recorder import walking
from tests.hostile.stream import Grammar
from tests.hostile.texts import OWN, naughty
from tests.hostile.walks import WALKS
from tests.hostile.world import made
from tests.torture import CHANCE, FACTOR, Tally

#: What an ordinary run walks; the long run walks all of it, and past everything.
_ORDINARY = ("panes, small", "dossiers", "look-ups", "others", "library", "present", "follow")


async def written(
    name: str, folder: Path, texts: Sequence[str], monkeypatch: pytest.MonkeyPatch, *, thorough: bool
) -> bytes:
    """What a terminal would have been sent on a walk through what is made of some texts."""
    way, world = WALKS[name], made(folder / "world", texts)
    for variable, value in world.environment().items():
        monkeypatch.setenv(variable, value)
    async with walking(way.start(world), way.size, thorough=thorough) as walk:
        await way.walk(walk, world)
    assert len(walk.data) > 5_000
    return walk.data


@pytest.mark.parametrize("name", _ORDINARY)
async def test_every_screen(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = await written(name, tmp_path, list(OWN.values()), monkeypatch, thorough=False)
    assert Grammar(asks=asked(SCREEN), size=WALKS[name].size).objections(data) == []


@pytest.mark.torture("bytes to the terminal", alone=True)
@pytest.mark.parametrize("turn", range(FACTOR))
@pytest.mark.parametrize("name", WALKS)
async def test_every_screen_with_every_string(
    name: str, turn: int, tmp_path: Path, corpora: Path, monkeypatch: pytest.MonkeyPatch, tally: Tally
) -> None:
    texts = [*OWN.values(), *naughty(corpora)]
    start = (CHANCE + turn * len(texts) // FACTOR) % len(texts)
    data = await written(name, tmp_path, [*texts[start:], *texts[:start]], monkeypatch, thorough=True)
    found = Grammar(asks=asked(SCREEN), size=WALKS[name].size).objections(data)
    tally("walks over all screens", 1, len(found))
    assert found == []
