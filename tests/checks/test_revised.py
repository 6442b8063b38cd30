"""What a briefing says differently than the one it supersedes, it says why."""

from pathlib import Path

import pytest

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.examples import whole
from briefing_tui.checks.revised import RULE
from briefing_tui.source.load import load

EARLIER = """\
events:
  rise: {title: The river rises, when: 2026-03-03}
  fall: {title: The river falls, when: 2026-03-03}
outlook:
  judgements:
    holds: {text: It holds., likelihood: likely, confidence: low, evidence: [rise, {ref: fall, bearing: contradicts}]}
    bare: {text: Nothing is said.}
  scenarios:
    dry: {title: Dry, likelihood: likely}
    wet: {title: Wet, probability: [5, 10]}
"""
NOW = "supersedes: earlier\n" + EARLIER


def found_in(folder: Path, now: str, earlier: str = EARLIER, name: str = "earlier") -> list[tuple[str, str]]:
    (folder / f"{name}.yaml").write_text(whole(earlier), encoding="utf-8")
    path = folder / "now.yaml"
    path.write_text(whole(now), encoding="utf-8")
    loaded = load(path)
    return [(loaded.text[slice(*found.extent)], found.message) for found in RULE.check(Draft(loaded))]


@pytest.mark.parametrize(
    ("was", "says", "found"),
    [
        ("likelihood: likely, c", "likelihood: unlikely, c", "unlikely"),
        ("confidence: low", "confidence: high", "high"),
        ("[rise,", "[{ref: rise, bearing: contradicts},", "{ref: rise, bearing: contradicts}"),
        ("{ref: fall, bearing: contradicts}", "fall", "fall"),
        ("title: Dry, likelihood: likely", "title: Dry, likelihood: very likely", "very likely"),
        ("[5, 10]", "[10, 20]", "[10, 20]"),
        # one finding for one judgement
        ("likelihood: likely, confidence: low", "likelihood: remote, confidence: high", "remote"),
    ],
)
def test_a_silent_turn_is_found_where_it_is_written(tmp_path: Path, was: str, says: str, found: str) -> None:
    assert was in NOW
    ((words, message),) = found_in(tmp_path, NOW.replace(was, says, 1))
    assert words == found
    assert message.startswith("earlier said ")


@pytest.mark.parametrize(
    ("was", "says"),
    [
        ("", ""),
        # another row's word for the same
        ("likelihood: likely, c", "likelihood: probable, c"),
        ("likelihood: likely, c", "likelihood: unlikely, change: {from: likely, why: It rained.}, c"),
        ("[rise,", "[{ref: rise, bearing: context},"),
        ("[rise,", "[rise, {ref: rise, bearing: contradicts, note: in part},"),
        ("evidence: [rise, {ref: fall, bearing: contradicts}]", "evidence: rise"),
        ("holds:", "holds-now:"),
        ("text: It holds., likelihood: likely", "text: It does hold., likelihood: likely"),
        ("bare: {text: Nothing is said.", "bare: {text: Nothing is said., likelihood: likely, confidence: low"),
    ],
)
def test_what_says_the_same_or_says_why_is_let_be(tmp_path: Path, was: str, says: str) -> None:
    assert was in NOW
    assert found_in(tmp_path, NOW.replace(was, says, 1)) == []


def test_without_the_earlier_one_beside_it_nothing_is_compared(tmp_path: Path) -> None:
    turned = NOW.replace("likelihood: likely", "likelihood: remote", 1)
    assert found_in(tmp_path, turned, name="elsewhere") == []
    assert found_in(tmp_path, turned.replace("supersedes: earlier\n", "")) == []


def test_an_id_that_meant_another_kind_of_entry_is_not_compared(tmp_path: Path) -> None:
    earlier = "outlook:\n  scenarios:\n    holds: {title: It holds, likelihood: remote}\n"
    assert found_in(tmp_path, NOW, earlier) == []
