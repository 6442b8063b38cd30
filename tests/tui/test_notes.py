"""Speaker's notes: on the speaker's screen, and on no other, whatever is opened, looked up, found or pointed at."""

from pathlib import Path

import pytest

from briefing_tui.library.start import Role, Start, Talk
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.picture import _text
from briefing_tui.tui.screens.shared import SharedScreen
from tests.tui.talking import TALK, presenting, written

#: In every note of the briefing, and nowhere else in it.
SPOKEN = "Zanzibar"
NOTED = TALK.replace("    phase: expected\n", "    phase: expected\n    notes: Zanzibar four, of [[bulletin]].\n")


async def screens(path: Path, role: Role, size: tuple[int, int]) -> str:
    """All that somebody in this role can come to see."""
    app = BriefingApp(Start(path=path, talk=Talk(role)))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, SharedScreen)
        seen = []
        for context in (False, True):
            if context:
                await pilot.press("z")
            for number in range(len(screen.stages)):
                screen.go_to_step(number)
                await pilot.pause(0.03)
                seen.append(_text(app))
            for target in (*screen.session.briefing.entries, "bottom-line", "highlights", "header", "outlook"):
                screen.open_target(target)
                await pilot.pause(0.03)
                seen.append(_text(app))
        for keys in (("o",), ("colon", *"zanz"), ("question_mark",), ("slash", *SPOKEN.lower()), ("f",)):
            screen.go_to_step(0)
            await pilot.press(*keys)
            await pilot.pause(0.03)
            seen.append(_text(app))
            await pilot.press("escape", "escape")
        return "\n".join(seen)


@pytest.mark.parametrize("role", ["present", "follow"])
@pytest.mark.parametrize("size", [(160, 60), (60, 20)])
async def test_nobody_else_sees_them(role: Role, size: tuple[int, int], tmp_path: Path) -> None:
    seen = await screens(written(tmp_path, NOTED), role, size)
    assert "Harrow Bend" in seen
    assert SPOKEN not in seen


async def test_the_speaker_sees_those_of_the_step_and_of_what_is_in_it(tmp_path: Path) -> None:
    seen = await screens(written(tmp_path, NOTED), "speak", (160, 60))
    assert all(f"Zanzibar {word}" in seen for word in ("one", "two", "three", "four"))


@pytest.mark.parametrize("words", ["zanzibar", "slowly"])
async def test_what_only_a_note_says_is_not_found(words: str, tmp_path: Path) -> None:
    async with presenting(written(tmp_path, NOTED), (120, 36)) as talk:
        await talk.press("slash")
        await talk.type(words)
        assert "not found" in talk.status()


async def test_what_is_told_to_others_holds_none_of_them(tmp_path: Path) -> None:
    async with presenting(written(tmp_path, NOTED), (120, 36)) as talk:
        for number in range(len(talk.talk.stages)):
            talk.talk.go_to_step(number)
            talk.talk.open_target("crest")
            assert SPOKEN not in repr(talk.talk.position())
