"""Any keys in any order, at any size, over any version of the file: a talk keeps its promises all the way."""

import asyncio
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.tui.commands import COMMANDS
from briefing_tui.tui.screens.elsewhere import ElsewhereScreen
from briefing_tui.tui.screens.presenting import PresentScreen
from briefing_tui.tui.screens.stepping import STEP
from tests.tui.talking import TALK, Presenting, Stand, ordered, presenting, written

LINKED = TALK.replace("[[river-authority]] expects", "After [[earlier#dam|the dam]] [[river-authority]] expects")
EARLIER = "title: Earlier\nas_of: 2025\ntlp: AMBER\nactors: {dam: {name: The dam, summary: 'See [[flood#crest]].'}}\n"

#: All that means something in a talk, and what a hand may hit besides. "y" ends what was asked: it is pressed apart.
KEYS = sorted(
    {key for command in COMMANDS for key in command.keys.get("present", ()) if " " not in key}
    | {"g", "escape", "tab", "delete", "f5", "e", "r", "T", "v", "m", "t", "c", "w", "ctrl+u", "left", "right"}
)
OFTEN = ["space", "pageup", "f", "1", "enter", "p", "backspace", "n", "j", "colon", "slash", "escape", "escape", "b"]
SIZES = [(1, 1), (10, 3), (24, 8), (40, 14), (80, 24), (120, 36), (200, 50)]
VERSIONS = [
    LINKED, LINKED, "", "title: [", LINKED.replace("as told", "as was told"), ordered("", LINKED),
    "\n".join(line for line in LINKED.splitlines() if not line.startswith(("  closing:", "  - {show: levee"))),
]  # fmt: skip


class Walker:
    """Presses keys, and knows where the running order was left."""

    def __init__(self, talk: Presenting, path: Path) -> None:
        self.talk, self.path = talk, path
        self.left: Stand | None = None
        self.before: Stand | None = None

    async def press(self, key: str) -> None:
        await self.talk.press(key)
        self.check(key)

    def check(self, key: str) -> None:
        """Asserts what always holds; takes down where the running order was left."""
        talk = self.talk.talk
        assert not self.talk.over, key
        assert 0 <= talk.at < len(talk.stages)
        assert 1 <= talk.points <= talk.scenes.points(talk.stage)
        if talk.size.width >= 24:
            assert "TLP:GREEN" in self.talk.bar()
            assert "TLP:" in self.talk.top(), key
        if talk.aside:
            way = talk.way()
            assert way, key
            assert [location.pane for location in way].count(STEP) == 1
            assert way[0].pane == STEP
            if self.left is None and self.before is not None and not self.before.aside:
                self.left = self.before
        else:
            assert not talk.way(), key
            self.left = None
        self.before = self.talk.stand()

    async def close(self) -> None:
        """Closes whatever is typed, asked or blank, and what lies over the talk."""
        for _ in range(6):
            talk = self.talk.talk
            over = isinstance(self.talk.app.screen, ElsewhereScreen)
            if not (talk.busy or talk.blanked or self.talk.app.screen is not talk):
                return
            await self.talk.press("p" if over and not self.talk.app.screen.busy else "escape")  # type: ignore[attr-defined]

    async def back(self) -> None:
        """Returns to the running order, and asserts that it is as it was left."""
        aside, left = self.talk.talk.aside, self.left
        await self.close()
        if not aside or not self.talk.talk.aside or left is None:
            return
        await self.talk.press("p")
        here = self.talk.stand()
        assert not here.aside
        # A link that was followed is where the cursor is.
        assert here._replace(cursor=0, link=0) == left._replace(cursor=0, link=0)
        self.check("p")

    def forget(self) -> None:
        """Another size, or another version: what is shown is another thing."""
        self.left = None
        self.before = None


async def _walk(talk: Presenting, path: Path, chance: random.Random, steps: int, *, upsets: bool) -> None:
    walker = Walker(talk, path)
    walker.check("")
    for _ in range(steps):
        what = chance.random()
        if upsets and what < 0.04:
            await talk.pilot.resize_terminal(*chance.choice(SIZES))
            await talk.settle()
            walker.forget()
        elif upsets and what < 0.1:
            await talk.write(path, chance.choice(VERSIONS))
            walker.forget()
        elif what < 0.2:
            await walker.back()
        else:
            await walker.press(chance.choice(KEYS if chance.random() < 0.4 else OFTEN))


@pytest.mark.parametrize("upsets", [False, True])
@pytest.mark.parametrize("seed", range(2))
async def test_any_keys_in_any_order(seed: int, upsets: bool, tmp_path: Path) -> None:
    written(tmp_path, EARLIER, "earlier.yaml")
    path = written(tmp_path, LINKED)
    async with presenting(path) as talk:
        await _walk(talk, path, random.Random(seed), 150, upsets=upsets)


async def test_keys_that_come_faster_than_screens_go(tmp_path: Path) -> None:
    path = written(tmp_path, LINKED)
    chance = random.Random(7)
    async with presenting(path) as talk:
        walker = Walker(talk, path)
        for _ in range(30):
            for _ in range(chance.randrange(1, 25)):
                talk.send(chance.choice(KEYS))
            await talk.settle()
            walker.check("many")


def _ends(keys: list[str]) -> bool:
    """Whether somebody said yes to what was asked."""
    asking = ("q", "ctrl+q", "ctrl+c")
    return any(before in asking and after in "yY" for before, after in pairwise(keys))


@settings(max_examples=25)
@given(st.lists(st.sampled_from([*KEYS, "y", "Y", "ctrl+c", "f5"]), min_size=1, max_size=12))
def test_nothing_but_yes_to_the_question_ends_a_talk(tmp_path_factory: pytest.TempPathFactory, keys: list[str]) -> None:
    async def run() -> bool:
        path = written(tmp_path_factory.mktemp("talk"), TALK)
        async with presenting(path) as talk:
            for key in keys:
                talk.send(key)
                await talk.pilot.pause(0)
                if talk.app.has_ended:
                    return True
            assert path.read_text(encoding="utf-8") == TALK
            assert isinstance(talk.app.screen_stack[0], PresentScreen)
            return talk.over

    ended = asyncio.run(run())
    assert not ended or _ends(keys)
