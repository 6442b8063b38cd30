"""What the way to the first frame does without: seen in a real terminal, where a process beside reads the file."""

import pytest

from benchmarks.anatomy import modules_of
from benchmarks.shelf import Shelf
from briefing_tui.source.ahead import processors


@pytest.mark.skipif(processors() < 2, reason="with one processor nothing is read beside")
def test_no_parser_is_loaded_where_what_it_would_read_is_read_beside() -> None:
    with Shelf() as shelf:
        modules = modules_of(shelf, "flagship")
    assert "briefing_tui.tui.app" in modules
    assert "yaml" not in modules
