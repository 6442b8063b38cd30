"""Every finding that is no rule's has a manual, and its examples are what they say."""

from pathlib import Path

import pytest

from briefing_tui.checks.engine import judged
from briefing_tui.checks.examples import whole
from briefing_tui.config.configuration import configuration_of
from briefing_tui.source.codes import CODES
from briefing_tui.source.load import load_text
from briefing_tui.source.manual import Told, told
from briefing_tui.themes.file import read_theme
from briefing_tui.tui.configured import known

WITH_EXAMPLES = [code for code in CODES if told(code).bad]


def found_in(code: str, example: str, folder: Path) -> set[str]:
    """The codes of what is found in an example, by whoever reads such files."""
    if code.startswith("C"):
        return {found.code for found in configuration_of(example, known=known()).findings}
    if code.startswith("T"):
        path = folder / "mine.yaml"
        path.write_text(example, encoding="utf-8")
        return {found.code for found in read_theme(path).findings}
    text = example if told(code).whole else whole(example)
    return {found.code for found in judged(load_text(text, "example"), rules=())}


@pytest.mark.parametrize("code", CODES)
def test_there_is_a_manual_in_plain_paragraphs(code: str) -> None:
    row = told(code)
    assert isinstance(row, Told)
    assert len(row.text) > 60
    assert not any(line.startswith(" ") for line in row.text.split("\n"))
    assert bool(row.bad) == bool(row.good)


@pytest.mark.parametrize("code", WITH_EXAMPLES)
def test_the_bad_example_is_found_and_the_good_one_is_not(code: str, tmp_path: Path) -> None:
    also = {"L401"} if code in ("S901", "S902") else set()
    assert found_in(code, told(code).bad, tmp_path) == {code} | also
    assert found_in(code, told(code).good, tmp_path) == set()


@pytest.mark.parametrize("code", ["E501", "X", ""])
def test_of_what_is_not_listed_there_is_none(code: str) -> None:
    with pytest.raises(LookupError):
        told(code)


def test_most_can_be_shown_by_an_example() -> None:
    assert {code for code in CODES if code not in WITH_EXAMPLES} == {
        "F101", "F102", "F103", "F104", "F105", "F106", "Y202", "Y203", "Y215", "T803", "T807", "T808", "T809",
    }  # fmt: skip
