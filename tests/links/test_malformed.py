"""What was meant as a link and is none is said so, with what to write; brackets that are only brackets are not."""

import pytest

from tests.links.written import at, loaded, mended, only, problems

BODY = """
actors:
  river-authority: {{name: River Authority, short: the Authority}}
  crest: Crest
sources: {{gauge: The gauge record, radio: Radio}}
situation:
  bottom_line: >-
    {}
"""


@pytest.mark.parametrize(
    ("prose", "marked", "better"),
    [
        ("See [[crest] now.", "[[crest]", "See [[crest]] now."),
        ("See [[crest now.", "[[crest", "See [[crest]] now."),
        ("See [[crest|the top] now.", "[[crest|the top]", "See [[crest|the top]] now."),
        ("See [[crest|]] now.", "[[crest|]]", "See [[crest]] now."),
        ("See [[River Authority]] now.", "River Authority", "See [[river-authority|River Authority]] now."),
        ("See [[the River\n    Authority]] now.", "the River\n    Authority", None),
        ("See [[River Authority|them]] now.", "River Authority", "See [[river-authority|them]] now."),
        ("See [[the Authority]] now.", "the Authority", "See [[river-authority]] now."),
        ("See [[River: Authority]] now.", "River: Authority", "See [[river-authority|River: Authority]] now."),
        ("See [[Crest]] now.", "Crest", "See [[crest]] now."),
        ("See [[crest_]] now.", "crest_", "See [[crest|crest_]] now."),
        ("It rose [^ gauge].", "[^ gauge]", "It rose [^gauge]."),
        ("It rose [^ gauge : p. 2 ].", "[^ gauge : p. 2 ]", "It rose [^gauge: p. 2]."),
        ("It rose [^gauge:].", "[^gauge:]", "It rose [^gauge]."),
        ("It rose [^Gauge: p. 2].", "[^Gauge: p. 2]", "It rose [^gauge: p. 2]."),
        ("It rose [^gauge, radio].", "[^gauge, radio]", "It rose [^gauge][^radio]."),
        ("It rose [^gauge; ^radio].", "[^gauge; ^radio]", "It rose [^gauge][^radio]."),
    ],
)
def test_what_was_meant_is_offered(prose: str, marked: str, better: str | None) -> None:
    found = loaded(BODY.format(prose))
    problem = only(found)
    assert problem.code == "L403"
    assert at(found, problem.extent) == marked
    if better is not None:
        assert better in mended(found, problem)
        assert problems(loaded(BODY.format(better))) == []


@pytest.mark.parametrize(
    ("prose", "marked"),
    [
        ("See [[]] now.", "[[]]"),
        ("See [[ ]] now.", "[[ ]]"),
        ("See [[crest|the [very] top]] now.", "[[crest|the"),
        ("See [[Zebra Crossing]] now.", "Zebra Crossing"),
        ("See [[nothing like it, no.", "[[nothing"),
        ("It rose [^].", "[^]"),
        ("It rose [^gauge and fell.", "[^gauge"),
        ("It rose [^Some Book].", "[^Some Book]"),
        ("It rose [^gauge: p. [2]].", "[^gauge:"),
        (f"See [[{'x' * 300}]] now.", f"[[{'x' * 300}]]"),
    ],
)
def test_what_cannot_be_guessed_is_explained(prose: str, marked: str) -> None:
    found = loaded(BODY.format(prose))
    problem = only(found)
    assert problem.code == "L403"
    assert at(found, problem.extent) == marked
    assert problem.edits == ()
    assert problem.help


@pytest.mark.parametrize(
    "prose",
    [
        "A note [1] and [sic] and [see [2]].",
        "An array [[1, 2], [3, 4]] of numbers.",
        "So [[1] and [2]] say.",
        "A link [words](https://example.org/a[[b]) here.",
        "The [[[crest]]] comes.",
        "Regular `[^a-z]` and `[[` in code, and ``[[crest]``.",
        "An escaped \\[[crest] and \\[^ gauge].",
        "A caret ^ and 2[3^4].",
        "[ [crest] ]",
    ],
)
def test_ordinary_brackets_are_left_alone(prose: str) -> None:
    assert problems(loaded(BODY.format(prose))) == []
