"""Back and forward, as in a browser."""

from briefing_tui.tui.history import History, Lens, Location, Place, location_data, location_from

SITUATION = Location(main=Place("bottom-line", 3, 1))
ACTOR = Location("actors", "town")
EVENT = Location("events", "crest")


def test_back_restores_what_was_left_and_forward_returns() -> None:
    history = History()
    history.leave(SITUATION)
    history.leave(ACTOR)
    assert history.back(EVENT) == ACTOR
    assert history.back(ACTOR) == SITUATION
    assert history.back(SITUATION) is None
    assert history.forward(SITUATION) == ACTOR
    assert history.forward(ACTOR) == EVENT
    assert history.forward(EVENT) is None


def test_a_new_way_forgets_what_was_ahead() -> None:
    history = History()
    history.leave(SITUATION)
    history.back(ACTOR)
    history.leave(SITUATION)
    assert history.forward(EVENT) is None


def test_an_entry_that_is_gone_falls_back_to_its_pane() -> None:
    history = History()
    history.leave(ACTOR)
    history.prune(lambda id: id != "town")
    assert history.back(EVENT) == Location("actors")


def test_it_does_not_grow_without_end() -> None:
    history = History(limit=3)
    for n in range(10):
        history.leave(Location("actors", f"a-{n}"))
    assert [place.entry for place in history.trail(10)] == ["a-7", "a-8", "a-9"]


def test_where_one_was_before_the_last_step_is_known_whatever_the_step() -> None:
    history = History()
    assert history.before is None
    history.leave(ACTOR)
    assert history.before == ACTOR
    history.back(EVENT)
    assert history.before == EVENT
    history.prune(lambda id: id != "crest")
    assert history.before == Location("events")


def test_a_kept_place_is_found_again_and_nonsense_is_not_trusted() -> None:
    assert location_from(location_data(SITUATION)) == SITUATION
    assert location_from({"pane": 3, "entry": ["x"], "above": 10**12, "link": "no"}) == Location()
    nonsense = {"pane": "attic", "scale": "eon", "clock": 3, "x": -5, "target": 1.5, "beside": "yes"}
    assert location_from(nonsense) == Location()


def test_all_of_a_place_is_kept_but_the_time_cursor_zoom_and_find() -> None:
    place = Place("lane.town", 3, 1, "crest", 40)
    beside = Place("actor:town:fields.0", -2)
    whole = Location("events", "", "lanes", place, beside, "context", True, "levee", Lens("reported", "day", 12))
    assert location_from(location_data(whole)) == Location(
        "events", "", "lanes", place, beside, "context", lens=Lens("reported", "day")
    )
