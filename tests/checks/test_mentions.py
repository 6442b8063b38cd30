"""E542: a name that nothing leads on from is found once, and can be linked wherever YAML lets a link stand."""

import pytest

from briefing_tui.checks.mentions import RULE
from tests.checks.judging import after, found_by, words_found

HEAD = """\
actors:
  desk: {name: Joint Flood Desk, aliases: [the Desk, JFD]}
  amazon: Amazon
  town: {name: Town of Harrow Bend, short: the town}
  abbey: {name: Abbey School, aliases: [The School]}
  village: {name: Village School, aliases: [The School]}
"""


def prose(words: str) -> str:
    return f"{HEAD}situation:\n  bottom_line: |\n    {words}\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The Joint Flood Desk meets. The Joint Flood Desk eats.", ["Joint Flood Desk"]),
        ("At noon the Desk met, and JFD orders stand.", ["the Desk"]),
        ("Joint\n    Flood Desk and Amazon.", ["Joint\n    Flood Desk", "Amazon"]),
        ("Tell Amazon. Amazon's word.", ["Amazon"]),
    ],
)
def test_a_name_without_a_link_is_found_once(words: str, found: list[str]) -> None:
    assert words_found(RULE, prose(words)) == found


@pytest.mark.parametrize(
    "words",
    [
        "[[desk|The Desk]] meets. The Joint Flood Desk eats.",
        "The town sleeps, and in the town nobody wakes.",
        "The School is shut.",
        "Amazon Q Developer is a program, and Rio Amazon a river; pre-Amazon, Amazon-like.",
        'It reads "Ask the Desk", or ‘Ask the Desk’, or `JFD`.',
        "> Ask the Desk.",
        "A desk, a joint flood desk.",
    ],
)
def test_links_common_words_and_parts_of_other_names_are_not_found(words: str) -> None:
    assert words_found(RULE, prose(words)) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("events: {e: {title: A meeting, when: unknown, text: The Joint Flood Desk meets.}}", ["Joint Flood Desk"]),
        ("events: {e: {title: A meeting, when: unknown, participants: {host: desk}, text: The Desk JFD meets.}}", []),
        ("communications: {c: {from: desk, text: JFD is open., quote: JFD is open}}", []),
        ("communications: {c: {from: amazon, text: It is open., quote: JFD is open}}", []),
        ("situation: {bottom_line: B., statements: {s: {text: JFD is open., by: desk}}}", []),
        ("situation: {bottom_line: B., gaps: {g: {text: What is open., ask: Ask JFD.}}}", ["JFD"]),
        ("events: {e: {title: The Joint Flood Desk meets, when: unknown}}", []),
        ("running_order: [{show: actors, notes: Name JFD.}]", []),
    ],
)
def test_an_entry_that_leads_to_the_actor_in_any_field_is_enough(body: str, found: list[str]) -> None:
    assert words_found(RULE, f"{HEAD}{body}\n") == found


def test_an_actors_own_entry_and_what_stands_in_it_need_no_link_to_it() -> None:
    own = (
        "  board: {name: Sluice Board, summary: The Sluice Board owns it., stated_aims: [A Sluice Board that owns.]}\n"
    )
    assert words_found(RULE, HEAD + own) == []


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("bottom_line: Tell Amazon now.", "bottom_line: Tell [[amazon|Amazon]] now."),
        ("bottom_line: Amazon is told.", "bottom_line: '[[amazon|Amazon]] is told.'"),
        ("bottom_line: Amazon's word.", 'bottom_line: "[[amazon|Amazon]]\'s word."'),
        (
            "bottom_line: Amazon is told\n    what the rest knows.",
            "'[[amazon|Amazon]] is told\n    what the rest knows.'",
        ),
        ('bottom_line: "Amazon: is told."', 'bottom_line: "[[amazon|Amazon]]: is told."'),
        ("bottom_line: 'Amazon: is told.'", "bottom_line: '[[amazon|Amazon]]: is told.'"),
        ("bottom_line: >-\n    The Joint\n    Flood Desk.", "bottom_line: >-\n    The [[desk|Joint\n    Flood Desk]]."),
        ("{bottom_line: Tell Amazon now}", "{bottom_line: 'Tell [[amazon|Amazon]] now'}"),
    ],
)
def test_the_fix_links_it_and_is_yaml_afterwards(line: str, mended: str) -> None:
    example = f"{HEAD}situation:\n  {line}\n"
    ((edit, text),) = after(RULE, example)
    assert edit.safe
    assert mended in text
    assert found_by(RULE, text) == []
