"""Which scenario to expect and which to be ready for: somebody has to say."""

import pytest

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.examples import whole
from briefing_tui.checks.roles import RULE
from briefing_tui.source.load import load_text
from tests.checks.judging import found_by, words_found


def outlook(*values: str) -> str:
    scenarios = "".join(f"    way-{n}: {{title: Way {n}{value and ', '}{value}}}\n" for n, value in enumerate(values))
    return f"outlook:\n  scenarios:\n{scenarios}"


@pytest.mark.parametrize(
    ("values", "lacking"),
    [
        (("likelihood: likely", "role: most-dangerous"), "the most likely"),
        (("role: most-likely, probability: 60", "probability: 20"), "the most dangerous"),
        (("likelihood: likely", "role: [best-case, wildcard]"), "the most likely or most dangerous"),
        (("", ""), "the most dangerous"),
    ],
)
def test_a_role_that_nobody_has_is_asked_for_once(values: tuple[str, ...], lacking: str) -> None:
    assert words_found(RULE, outlook(*values)) == ["scenarios"]
    (found,) = found_by(RULE, outlook(*values))
    assert found.message.endswith(f"is marked as {lacking}")


@pytest.mark.parametrize(
    "values",
    [
        ("role: most-likely, likelihood: likely", "role: most-dangerous"),
        ("role: [most-likely, most-dangerous], likelihood: likely", ""),
        # no likelihood anywhere: nothing is claimed to be the most likely
        ("", "role: most-dangerous", "role: best-case"),
        # one scenario is no choice
        ("likelihood: likely",),
        (),
    ],
)
def test_roles_that_are_given_or_that_nothing_carries_are_not(values: tuple[str, ...]) -> None:
    assert found_by(RULE, outlook(*values) if values else "tags: [flood]\n") == []


def test_one_that_was_left_out_may_have_had_it() -> None:
    text = whole(outlook("role: most-likely, likelihood: likely", "", "role: most-dangerous, likelihood: sure"))
    loaded = load_text(text, "x")
    assert [problem.code for problem in loaded.diagnostics] == ["M304"]
    assert list(RULE.check(Draft(loaded))) == []
