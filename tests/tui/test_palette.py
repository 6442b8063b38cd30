"""The palette names the views of what is open and of the other panes, and goes there."""

import pytest
from textual import events

from briefing_tui.model.kinds import PANES
from briefing_tui.tui.screens.goto import Goal, QueryLine, best
from briefing_tui.tui.views import views_of
from tests.tui.reading import FLAGSHIP, Reading, reading

HARROW_BEND = FLAGSHIP.with_name("harrow-bend-2.yaml")


def views_in(reader: Reading) -> dict[str, str]:
    """The views that the palette offers, and what sort of thing each is said to be."""
    goals: list[Goal] = reader.screen.place_goals()
    return {goal.words: goal.sort for goal in goals if goal.words.startswith("View: ")}


async def choose(reader: Reading, words: str) -> None:
    await reader.press("colon")
    await reader.type(words)
    await reader.press("enter")


@pytest.mark.parametrize("ahead", [":view: lanes", ":view: lanes\r"], ids=["words", "choice"])
async def test_what_is_typed_ahead_is_typed_into_what_opens(ahead: str) -> None:
    """Over a slow line many keys come at once: none of them is a command of the screen that lay there before."""
    async with reading(HARROW_BEND) as reader:
        await reader.press("3")
        for character in ahead:
            name = {":": "colon", " ": "space", "\r": "enter"}.get(character, character)
            reader.app.post_message(events.Key(name, character))
        await reader.press()
        if "\r" in ahead:
            assert reader.screen.location.document == ("events", "", "lanes")
        else:
            assert reader.app.screen.query_one(QueryLine).edit.text == "view: lanes"


async def test_the_views_of_the_pane_that_is_open_come_first_and_the_open_one_is_marked() -> None:
    async with reading(HARROW_BEND) as reader:
        await reader.press("3", "v")
        offered = views_in(reader)
        own = [f"View: {view.title}" for view in views_of("events")]
        assert list(offered)[: len(own)] == own
        assert [words for words, sort in offered.items() if sort == "view, open"] == [own[1]]
        others = {pane for pane in PANES if pane != "events" and views_of(pane)}
        assert {words.removeprefix("View: ").partition(",")[0].lower() for words in list(offered)[len(own) :]} == others


async def test_an_entry_offers_its_own_views_and_those_of_every_pane() -> None:
    async with reading(HARROW_BEND, entry="town") as reader:
        offered = views_in(reader)
        assert offered["View: Dossier"] == "view, open"
        assert "View: Graph" in offered
        assert "View: Events, lanes" in offered
        await choose(reader, "view: graph")
        assert (reader.screen.location.entry, reader.screen.location.view) == ("town", "graph")


async def test_where_there_is_one_view_only_the_panes_are_offered() -> None:
    async with reading(HARROW_BEND) as reader:
        assert all("," in words for words in views_in(reader))


@pytest.mark.parametrize("size", [(120, 36), (40, 14)])
async def test_a_view_of_this_pane_is_opened_in_place_and_remembered(size: tuple[int, int]) -> None:
    async with reading(HARROW_BEND, size) as reader:
        await reader.press("3")
        before = reader.screen.history.trail()
        await choose(reader, "view: lanes")
        assert reader.screen.location.document == ("events", "", "lanes")
        assert reader.screen.history.trail() == before
        await choose(reader, "view: lanes")
        assert "This view is open" in reader.status() or size[0] == 40
        assert reader.screen.location.document == ("events", "", "lanes")
        await reader.press("1", "3")
        assert reader.screen.location.view == "lanes"


async def test_a_view_of_another_pane_is_a_step_that_backspace_takes_back() -> None:
    async with reading(HARROW_BEND) as reader:
        await reader.press("j", "less_than_sign")
        left = reader.screen.here()
        await choose(reader, "communications, ladder")
        assert reader.screen.location.document == ("communications", "", "ladder")
        assert reader.screen.location.lens == left.lens
        await reader.press("backspace")
        assert reader.screen.here()._replace(context=left.context) == left
        await reader.press("4")
        assert reader.screen.location.view == "ladder"


async def test_a_find_ends_where_a_view_of_another_pane_is_opened() -> None:
    async with reading(HARROW_BEND) as reader:
        await reader.press("slash")
        await reader.type("levee")
        await reader.press("enter")
        await choose(reader, "view: events, timeline")
        assert reader.screen.location.document == ("events", "", "timeline")
        assert not reader.screen.found.words


async def test_a_file_that_does_not_open_offers_no_views(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "broken.yaml"
    path.write_text("title: [", encoding="utf-8")
    async with reading(path) as reader:
        assert reader.screen.place_goals() == []


def test_a_name_that_fits_comes_before_a_view_whose_name_fits_as_well() -> None:
    goals = [Goal("View: Sources, ratings", "view", "view:sources:grid", way=True), Goal("Rain", "event", "rain")]
    goals.append(Goal("River Authority", "actor", "ra", "river-authority RA"))
    assert [goal.target for goal in best(goals, "ra")] == ["rain", "ra", "view:sources:grid"]


def test_a_view_whose_words_are_typed_comes_before_a_text_that_only_has_the_letters() -> None:
    goals = [Goal("the River Authority → the Desk: a view over the land and dam", "communication", "said")]
    goals.append(Goal("View: Communications, ladder", "view", "view:communications:ladder", way=True))
    assert [goal.target for goal in best(goals, "view ladd")] == ["view:communications:ladder", "said"]
