"""Which views there are: every one has a name of the format, is drawn, and nothing drawn belongs nowhere."""

from typing import get_args

from briefing_tui.model.briefing import ViewName
from briefing_tui.model.kinds import KIND, PANES
from briefing_tui.model.view import VIEWS, views_shown
from briefing_tui.tui.views import VIEWS as DRAWN
from briefing_tui.tui.views import views_of


def test_every_view_of_a_place_is_drawn_and_nothing_else_is() -> None:
    assert {(place, name) for place, names in VIEWS.items() for name in names} == {
        (view.place, view.id) for view in DRAWN
    }
    assert [view.id for view in views_of("events")] == list(VIEWS["events"])


def test_views_are_of_panes_and_kinds_and_called_as_the_format_calls_them() -> None:
    assert set(VIEWS) <= {*PANES, *KIND}
    assert {name for names in VIEWS.values() for name in names} == set(get_args(ViewName))


def test_a_part_is_looked_at_as_its_pane_is_and_an_entry_as_its_kind() -> None:
    assert views_shown("indicators") == views_shown("outlook") == VIEWS["outlook"]
    assert views_shown("az-mod", "actor") == ("text", "graph")
    # An entry may bear the id of no pane, but its kind comes first in any case.
    assert views_shown("flood", "event") == ("text",)
    assert views_shown("bottom-line") == ("text",)
