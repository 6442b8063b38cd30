"""Showing where somebody else is: whatever they tell, something of this briefing is shown."""

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.meeting.position import Position, position_data, position_from
from briefing_tui.model.kinds import PANES
from briefing_tui.tui.screens.stepping import STEP
from briefing_tui.tui.session import LISTS
from tests.tui.talking import STEPS, Presenting, presenting, written

HUGE = st.sampled_from([-(10**30), -(10**7), -1, 0, 1, 999, 10**6, 10**30, 1.5, float("nan"), True, None, "", [], {}])
ENTRIES = st.sampled_from(
    [
        "crest", "town", "bottom-line", "highlights", "situation.highlights.1", "nobody", "", "other#entry", "step",
        "messages:town:public", "messages:", "messages:*", "messages:x:y:z", "events:*:0:1:occurred:0",
        "events:town:x:y", f"events:*:{'9' * 30}:{'9' * 30}:reported:{'9' * 30}", "events:*:0:9:occurred:" + "9" * 9,
        "shared:town", "shared::", "rated:b:2", "rated:é:∞", "rated:", "line:3 E101", "http://x", "\x1b[31m",
        "x" * 9999,
    ]
)  # fmt: skip
KEYS = st.sampled_from(["crest", "town", "section:levee:text.8", "step:levee", "", "nobody", "\u202e", "x" * 5000])
WORDS = st.sampled_from(
    [*PANES, *LISTS, STEP, "lanes", "graph", "bars", "evidence", "matrix", "list", "", "hour", "reported"]
)
PLACES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "pane": WORDS | HUGE, "entry": ENTRIES | HUGE, "view": WORDS | HUGE, "key": KEYS | HUGE, "above": HUGE,
        "link": HUGE, "target": ENTRIES | HUGE, "x": HUGE, "clock": WORDS | HUGE, "scale": WORDS | HUGE, "now": HUGE,
        "beside": HUGE | st.fixed_dictionaries({"key": KEYS, "above": HUGE}),
    },
)  # fmt: skip
TOLD = st.fixed_dictionaries(
    {"key": st.sampled_from([*STEPS, "nobody", "", "levee#2", "\x1b"])},
    optional={"number": HUGE, "shown": HUGE, "stack": st.lists(PLACES, max_size=6), "blank": HUGE, "held": HUGE},
)


async def shown(talk: Presenting, data: Any) -> None:
    """Has the talk show what was told, and asserts that the room sees something of it."""
    position = position_from(data)
    assert position is not None
    talk.talk.show_position(position)
    await talk.settle()
    assert talk.stand().shown.strip()
    assert "\x1b" not in talk.stand().shown
    way = talk.talk.way()
    assert not talk.talk.aside or way[0].pane == STEP
    assert talk.step
    # And it can be told on.
    again = position_from(position_data(talk.talk.position()))
    assert again is not None


@settings(max_examples=12)
@given(st.lists(TOLD, min_size=20, max_size=40))
def test_whatever_is_told_something_is_shown(tmp_path_factory: pytest.TempPathFactory, told: list[Any]) -> None:
    async def run() -> None:
        async with presenting(written(tmp_path_factory.mktemp("talk"))) as talk:
            for data in told:
                await shown(talk, data)
            await talk.press("p", "j", "n", "f", "escape", "space", "pageup", "G", "space")
            assert not talk.over

    asyncio.run(run())


async def test_each_hostile_place_by_itself(tmp_path_factory: pytest.TempPathFactory) -> None:
    entries = [
        "crest",
        "nobody",
        "messages:",
        "events:*:0:9:occurred:" + "9" * 9,
        f"events:*:0:1:x:{'9' * 30}",
        "shared::",
    ]
    async with presenting(written(tmp_path_factory.mktemp("talk"))) as talk:
        for entry in entries:
            for place in ({}, {"key": "crest", "link": 10**6}, {"above": -(10**6)}, {"above": 10**6}, {"x": 10**6}):
                await shown(talk, {"key": "levee", "stack": [{}, {"entry": entry, "pane": "events", **place}]})
                await shown(talk, {"key": "levee", "stack": [{"entry": entry, **place}]})


async def test_a_thousand_look_ups(tmp_path_factory: pytest.TempPathFactory) -> None:
    async with presenting(written(tmp_path_factory.mktemp("talk"))) as talk:
        await shown(talk, {"key": "levee", "stack": [{"entry": "crest"}, *[{"entry": "town"}] * 1000]})
        assert talk.step.startswith("levee +")
        await talk.press("p")
        assert talk.step == "levee"


@pytest.mark.parametrize("size", [(120, 36), (40, 14)])
async def test_a_position_that_is_told_is_shown_elsewhere_as_it_is_here(
    size: tuple[int, int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = written(tmp_path_factory.mktemp("talk"))
    stands, told = [], []
    async with presenting(path, size) as talk:
        for keys in (
            ("3", "enter", "space", "space"),
            ("f", "1"),
            ("colon", "l", "e", "v", "e", "enter"),
            ("2", "enter", "space"),
        ):
            await talk.press(*keys)
            stands.append(talk.stand())
            told.append(position_data(talk.talk.position()))
    async with presenting(path, size) as talk:
        for stand, data in zip(stands, told, strict=True):
            await shown(talk, data)
            assert talk.stand() == stand
        assert Position(**{**told[0], "stack": tuple(told[0]["stack"])}).key == "levee"
