"""The model of the settings: its defaults are those of the screen, its vocabularies those of the format."""

import inspect
from typing import get_args

from briefing_tui.config.settings import NARROWEST, WIDEST, Settings
from briefing_tui.model.kinds import PANES
from briefing_tui.model.shape import Choice, fields_of
from briefing_tui.tui.rows import MEASURE
from briefing_tui.tui.themes import DEFAULT, theme_names


def test_the_defaults_are_those_of_the_screen() -> None:
    settings = Settings()
    assert (settings.measure, settings.theme) == (MEASURE, DEFAULT)
    assert settings.theme in theme_names()
    assert NARROWEST <= settings.measure <= WIDEST


def test_a_briefing_may_begin_in_any_pane_and_in_no_other() -> None:
    assert fields_of(Settings)["start_pane"].shape == Choice(PANES)
    assert Settings().start_pane == PANES[0]


def test_nothing_must_be_set() -> None:
    assert not any(field.required for field in fields_of(Settings).values())
    assert all(get_args(hint) or hint for hint in inspect.get_annotations(Settings).values())
