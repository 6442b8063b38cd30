"""Mending: what has one certain remedy is mended, everything else in the text stays as it was, and it ends."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.checks.engine import Verdict, verdict
from briefing_tui.checks.examples import TODAY, whole
from briefing_tui.checks.fixing import MOST_ROUNDS, Mended, fix_of, mended
from briefing_tui.checks.listing import RULES
from briefing_tui.source.codes import CODES, finding
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent
from briefing_tui.source.load import Loaded, load_text
from briefing_tui.source.manual import told
from tests.architecture.tree import SHIPPED

HEAD = "title: A crest above the levee\nas_of: 2026-03-04T06:00Z\ntlp: GREEN\nstatus: exercise\n"
LINE = "situation: {bottom_line: The levee holds.}\n"
JUDGE = partial(verdict, today=TODAY)


def read(text: str) -> Loaded:
    return load_text(text, "x")


def mend(text: str, *, unsafe: bool = False) -> Mended:
    return mended(read(text), read, JUDGE, unsafe=unsafe)


def examples() -> Iterator[tuple[str, str, str]]:
    """Code, text and superseded text of every bad example whose finding can be mended somehow."""
    for code in CODES:
        if code[0] not in "CT" and told(code).bad and not told(code).whole:
            yield code, whole(told(code).bad), ""
    for rule in RULES:
        yield rule.code, whole(rule.bad), rule.earlier and whole(rule.earlier)


def fixable(unsafe: bool) -> list[tuple[str, str]]:
    rows = []
    for code, text, earlier in examples():
        found = [problem for problem in JUDGE(read(text)).findings if problem.code == code] if not earlier else []
        if any(fix_of(problem, unsafe=unsafe) for problem in found):
            rows.append((code, text))
    return rows


SAFE, UNSAFE = fixable(False), fixable(True)


def test_there_is_enough_to_mend() -> None:
    assert len(SAFE) >= 10
    assert len(UNSAFE) > len(SAFE)


@pytest.mark.parametrize(("code", "text"), UNSAFE, ids=[code for code, _ in UNSAFE])
def test_what_was_mended_is_not_found_again(code: str, text: str) -> None:
    done = mend(text, unsafe=True)
    assert code in {found.code for found in done.fixed}
    assert code not in {found.code for found in done.verdict.findings}
    assert done.verdict == JUDGE(read(done.loaded.text))
    assert mend(done.loaded.text, unsafe=True).fixed == ()


AROUND = st.sampled_from(
    ["# a note to myself\n", "\n", "#\tno more\n", "x-own:   {a:  1 }   # mine\n", "# 洪水 😀 e\u0301\n"]
)


@settings(max_examples=60)
@given(
    st.sampled_from(SAFE),
    st.lists(AROUND, max_size=3, unique=True),
    st.lists(AROUND, max_size=3),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_outside_of_the_edits_stays_byte_for_byte(
    row: tuple[str, str], before: list[str], after: list[str], line_end: str
) -> None:
    code, text = row
    # A key of one's own stands once.
    after = [line for line in after if not line.startswith("x-")]
    text = ("".join(before) + text + "".join(after)).replace("\n", line_end)
    first = JUDGE(read(text))
    covered = {
        n for found in first.findings for edit in found.edits for n in range(edit.extent.start, edit.extent.end + 1)
    }
    done = mend(text)
    assert code not in {found.code for found in done.verdict.findings}
    lines, start = iter(done.loaded.text.split(line_end)), 0
    for line in text.split(line_end):
        if not covered & set(range(start, start + len(line) + 1)):
            assert line in lines, f"{line!r} was changed or moved"
        start += len(line) + len(line_end)
    assert done.loaded.text.replace("\r\n", "").count("\n") == (
        0 if line_end == "\r\n" else done.loaded.text.count("\n")
    )


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_ships_has_nothing_to_mend(path: Path) -> None:
    text = path.read_text("utf-8")
    assert mend(text, unsafe=True).loaded.text == text


def test_only_what_is_certain_unless_asked_for_more() -> None:
    text = HEAD + "situation: {bottom_line: 'The [[twon]] and the [[Town of Harrow Bend]].'}\n"
    text += "actors: {town: Town of Harrow Bend}\n"
    assert "[[twon]] and the [[town]]" in mend(text).loaded.text
    assert "[[town]] and the [[town]]" in mend(text, unsafe=True).loaded.text


def test_what_one_mend_uncovers_the_next_one_mends() -> None:
    done = mend(HEAD + "situation:\n  bottom_line: [[Town]] holds: see the map #3\nactors: {town: Town}\n")
    assert "bottom_line: '[[town]] holds: see the map #3'" in done.loaded.text
    assert [found.code for found in done.fixed] == ["Y212", "L403"]


# edits that mean no good ---------------------------------------------------------


def offering(*offers: tuple[str, str]) -> "partial[Verdict]":
    """A judge that finds each of some words wherever it stands and would write another in its place."""

    def judge(loaded: Loaded) -> Verdict:
        found: list[Diagnostic] = []
        for word, better in offers:
            at = -1
            while (at := loaded.text.find(word, at + 1)) >= 0:
                extent = Extent(at, at + len(word))
                found.append(finding("L401", extent, word, edits=(Edit(extent, better, better),)))
        return Verdict(tuple(sorted(found, key=lambda one: one.extent)))

    return partial(judge)


def by(judge: "partial[Verdict]", text: str) -> Mended:
    return mended(read(text), read, judge)


def test_of_two_that_overlap_the_first_is_made_and_the_next_in_its_turn() -> None:
    done = by(offering(("levee holds", "dyke holds"), ("holds", "stands")), HEAD + LINE)
    assert "The dyke stands." in done.loaded.text
    assert len(done.fixed) == 2


def test_an_edit_that_mends_two_findings_is_made_once() -> None:
    text = f"{HEAD}{LINE}x-own: {{a: !local &anchor value}}\n"
    after = mend(text, unsafe=True)
    assert after.loaded.text == text.replace("!local &anchor value", "'!local &anchor value'")
    assert after.verdict.findings == ()


def test_what_goes_round_in_a_circle_ends() -> None:
    done = by(offering(("levee", "dyke"), ("dyke", "levee")), HEAD + LINE)
    assert "The dyke holds." in done.loaded.text or "The levee holds." in done.loaded.text


def test_what_grows_for_ever_ends() -> None:
    done = by(offering(("levee", "levee levee")), HEAD + LINE)
    assert done.loaded.text.count("levee") <= MOST_ROUNDS
    again = by(offering(("", "x")), "a")
    assert len(again.loaded.text) <= MOST_ROUNDS + 1


def test_what_would_cost_the_briefing_or_an_entry_is_not_done_and_the_rest_is() -> None:
    text = HEAD + LINE + "actors: {town: Town of Harrow Bend, army: The army}\n"
    done = by(
        offering(("situation", "satiation"), ("levee", "dyke"), ("town:", "Town Hall:"), ("army:", "[army]:")), text
    )
    assert done.loaded.briefing is not None
    assert done.loaded.text == text.replace("levee", "dyke")
    assert {found.message for found in done.fixed} == {"levee"}


@pytest.mark.parametrize("today", [date(2020, 1, 1), TODAY])
def test_nothing_to_mend_reads_once(today: date) -> None:
    def never(text: str) -> Loaded:
        raise AssertionError("nothing has changed")

    loaded = read(HEAD + LINE)
    done = mended(loaded, never, partial(verdict, today=today))
    assert (done.loaded, done.fixed) == (loaded, ())


def test_thousands_of_edits_are_made_at_one_go() -> None:
    text = HEAD + "situation:\n  bottom_line: >-\n" + "    The levee holds.\n" * 5000
    done = by(offering(("levee", "dyke")), text)
    assert done.loaded.text.count("dyke") == 5001
