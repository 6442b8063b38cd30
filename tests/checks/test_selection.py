"""Which findings are wanted, and which count as errors, in the words of a command line."""

import pytest

from briefing_tui.checks.selection import Denied, Selection, UnknownWordError
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Extent


def taken(selection: Selection) -> set[str]:
    return {code for code in ("M302", "L401", "L402", "S903", "E501") if selection.takes(code)}


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        ([], [], {"M302", "L401", "L402", "S903", "E501"}),
        (["L"], [], {"M302", "L401", "L402"}),
        (["broken-reference"], [], {"M302", "L401"}),
        ([], ["L4"], {"M302", "S903", "E501"}),
        (["L"], ["wrong-kind"], {"M302", "L401"}),
        (["L402"], ["L"], {"M302", "L402"}),
        (["L4"], ["L4"], {"M302"}),
        (["e5", "l401"], [], {"M302", "L401", "E501"}),
    ],
)
def test_the_longer_word_decides_and_what_cannot_be_read_is_always_wanted(
    select: list[str], ignore: list[str], wanted: set[str]
) -> None:
    assert taken(Selection(select, ignore)) == wanted


@pytest.mark.parametrize("words", [(["brokn-reference"], []), ([], ["brokn-reference"])])
def test_a_word_that_names_nothing_is_told_with_what_was_meant(words: tuple[list[str], list[str]]) -> None:
    with pytest.raises(UnknownWordError, match="did you mean `broken-reference`"):
        Selection(*words)


@pytest.mark.parametrize("word", ["M", "M302", "Y2", "syntax", "f101"])
def test_what_cannot_be_read_cannot_be_ignored(word: str) -> None:
    with pytest.raises(ValueError, match=f"{word} cannot be ignored"):
        Selection(ignore=[word])


ERROR, WARNING, INFO = (finding(code, Extent(0, 0), "") for code in ("L401", "S901", "S903"))


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ([], [ERROR]),
        (["warnings"], [ERROR, WARNING]),
        (["warning"], [ERROR, WARNING]),
        (["info"], [ERROR, WARNING, INFO]),
        (["S903"], [ERROR, INFO]),
        (["ignored-without-reason"], [ERROR, WARNING]),
        (["S"], [ERROR, WARNING, INFO]),
    ],
)
def test_levels_and_single_findings_are_denied(words: list[str], denied: list[object]) -> None:
    assert [found for found in (ERROR, WARNING, INFO) if found in Denied(words)] == denied


def test_a_level_there_is_not() -> None:
    with pytest.raises(UnknownWordError):
        Denied(["severe"])
