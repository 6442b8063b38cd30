"""E540: a contested term in our own voice is found wherever a reader meets it, and nowhere else."""

import pytest

from briefing_tui.checks.contested import RULE
from tests.checks.judging import after, found_by, words_found, words_related

HEAD = """\
contested_terms: {controlled relief: authority, "people's dam": hydro, Dawn: hydro, relief: authority}
actors:
  authority: River Authority
  hydro: Upper Hydro
"""


def prose(words: str) -> str:
    return f"{HEAD}situation:\n  bottom_line: |\n    The river rises. {words}\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The Authority begins controlled relief at noon.", ["controlled relief"]),
        ("Controlled\n    relief begins at noon.", ["Controlled\n    relief"]),
        ("At noon [[authority|controlled relief]] begins.", ["controlled relief"]),
        ("The people’s dam lets it through.", ["people’s dam"]),
        ("At noon Dawn begins, and at dawn nothing.", ["Dawn"]),
        ("Controlled relief begins. The Authority calls the other thing relief.", ["Controlled relief"]),
        ("Controlled relief begins [^log].", ["Controlled relief"]),
        ('The notice says "we begin". Controlled relief it is.', ["Controlled relief"]),
        ("The Authority's controlled relief and its people's dam.", ["controlled relief", "people's dam"]),
        ("It was announced on Monday that controlled relief would begin.", ["controlled relief"]),
        ("It is reported in “What the Authority says” of controlled relief.", ["controlled relief"]),
    ],
)
def test_the_term_in_our_own_voice_is_found(words: str, found: list[str]) -> None:
    example = prose(words).replace("  hydro: Upper Hydro\n", "  hydro: Upper Hydro\nsources: {log: Log}\n")
    assert words_found(RULE, example) == found


@pytest.mark.parametrize(
    "words",
    [
        'The Authority begins "controlled relief" at noon.',
        "The Authority begins “controlled relief” at noon.",
        "The Authority begins ‘controlled relief’ at noon.",
        "> Controlled relief begins at noon.",
        "The file is `controlled relief`.",
        "The Authority calls this controlled relief.",
        "The Authority speaks of controlled relief, the farmers of a flood.",
        "What [[authority|the Authority]] describes as controlled relief begins.",
        "Controlled relief begins at noon, according to the Authority.",
        "The so-called controlled relief begins at noon.",
        "By the Authority's own account controlled relief begins at noon.",
        "Controlled relief was announced by the Authority.",
        "The Authority announced that controlled relief would begin.",
        "The relieved town sleeps. Reliefs hang in the hall. A dam of the people's.",
        "[[authority]] opens the gate. Ask for [[relief-works]].",
    ],
)
def test_what_is_quoted_or_attributed_or_another_word_is_not_found(words: str) -> None:
    # `relief-works` names nothing, which is another finding.
    example = prose(words).replace("[[relief-works]]", "`[[relief-works]]`")
    if words.startswith(">"):
        example = example.replace("rises. >", "rises.\n\n    >")
    assert words_found(RULE, example) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("title: Controlled relief begins", ["Controlled relief"]),
        ("events: {e: {title: The controlled relief, when: unknown, by: authority}}", ["controlled relief"]),
        ("events: {e: {title: Gates open, when: unknown, short: controlled relief}}", ["controlled relief"]),
        ("events: {e: {title: Gates, when: unknown, participants: {target: {ref: hydro, note: by controlled relief}}}}",
         ["controlled relief"]),
        ("events: {e: {title: Gates open, when: unknown, text: Controlled relief.}}", ["Controlled relief"]),
        ("asks: {a: {text: Decide on controlled relief.}}", ["controlled relief"]),
        ("events: {e: {title: What it calls controlled relief, when: unknown}}", []),
        ("events: {e: {title: Gates open, when: unknown, by: authority, text: Controlled relief.}}", []),
        ("events: {e: {title: E, when: unknown, participants: {host: {ref: hydro, note: his relief, by: hydro}}}}", []),
        ("communications: {c: {from: authority, text: Controlled relief begins., quote: controlled relief}}", []),
        ("situation: {bottom_line: B., statements: {s: {text: Controlled relief., kind: claim, by: authority}}}", []),
        ("situation: {bottom_line: B., statements: {s: {text: Controlled relief., by: authority}}}", []),
        ("sources: {s: {title: Controlled relief, publisher: Board of controlled relief}}", []),
        ("running_order: [{show: actors, notes: Avoid controlled relief.}]", []),
    ],
)  # fmt: skip
def test_titles_stand_alone_and_what_is_somebodys_is_theirs(body: str, found: list[str]) -> None:
    assert words_found(RULE, f"{HEAD}{body}\n") == found


def test_names_and_aims_of_actors_are_their_own_words() -> None:
    body = "  board: {name: Board of controlled relief, short: relief, stated_aims: [Controlled relief.]}\n"
    assert words_found(RULE, HEAD + body) == []


def test_the_place_of_the_declaration_is_shown() -> None:
    assert words_related(RULE, prose("Controlled relief begins.")) == [["controlled relief"]]


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("bottom_line: At noon controlled relief begins.", 'bottom_line: At noon "controlled relief" begins.'),
        ("bottom_line: Controlled relief begins.", "bottom_line: “Controlled relief” begins."),
        ('bottom_line: "At noon: controlled relief."', 'bottom_line: "At noon: “controlled relief”."'),
        ("bottom_line: 'At noon: controlled relief.'", "bottom_line: 'At noon: \"controlled relief\".'"),
        ("bottom_line: >-\n    Controlled relief begins.", 'bottom_line: >-\n    "Controlled relief" begins.'),
        ("{bottom_line: At noon controlled relief}", '{bottom_line: At noon "controlled relief"}'),
    ],
)
def test_the_fix_puts_it_in_quotation_marks_that_yaml_leaves_alone(line: str, mended: str) -> None:
    example = f"{HEAD}situation:\n  {line}\n"
    ((edit, text),) = after(RULE, example)
    assert not edit.safe
    assert mended in text
    assert found_by(RULE, text) == []
