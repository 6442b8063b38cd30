"""Workflow commands of GitHub Actions, to the letter, with whatever a value may hold."""

import pytest

from briefing_tui.cli.findings import Checked
from briefing_tui.cli.github import github_text
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Extent, Lines

TEXT = "title: A\nas_of: soon\n"
FOUND = finding("M305", Extent(16, 20), "'soon' is no time", "Write a date")


def written(name: str = "flood.yaml", **changed: object) -> str:
    return github_text(Checked(name, Lines(TEXT), (FOUND._replace(**changed),)))  # type: ignore[arg-type]


def test_a_command_a_finding() -> None:
    assert written() == (
        "::error file=flood.yaml,line=2,endLine=2,col=8,endColumn=12,title=M305 bad-time::"
        "'soon' is no time%0AWrite a date\n"
    )


def test_without_a_next_step() -> None:
    assert written(help="").endswith("::'soon' is no time\n")


@pytest.mark.parametrize(("severity", "command"), [("error", "error"), ("warning", "warning"), ("info", "notice")])
def test_levels(severity: str, command: str) -> None:
    from briefing_tui.source.diagnostic import Severity

    assert written(severity=Severity(severity)).startswith(f"::{command} ")


def test_columns_are_left_out_where_the_place_is_several_lines() -> None:
    assert "file=flood.yaml,line=1,endLine=2,title=" in written(extent=Extent(7, 12))


def test_what_would_end_a_property_or_the_command_is_escaped() -> None:
    text = written("a:b,c%.yaml", message="100% sure: a, b")
    assert text.startswith("::error file=a%3Ab%2Cc%25.yaml,")
    assert text.endswith("::100%25 sure: a, b%0AWrite a date\n")
