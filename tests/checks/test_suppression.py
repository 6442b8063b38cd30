"""An author ignores a finding in the file, where it holds and nowhere else, and never without a reason."""

import json
from pathlib import Path

import pytest

from briefing_tui.checks.engine import Verdict, verdict
from briefing_tui.checks.selection import Selection
from briefing_tui.checks.suppression import MOST, ignores
from briefing_tui.source.load import load_text

HEAD = "title: A crest above the levee\nas_of: 2026-03-04T06:00Z\ntlp: GREEN\nstatus: exercise\n"
LINE = "situation: {bottom_line: The levee holds.}\n"
IGNORE = "# check: ignore[broken-reference] it comes with the next number"


def judged(body: str, wanted: Selection | None = None) -> Verdict:
    found = load_text(HEAD + body, "x")
    assert found.briefing is not None, found.diagnostics
    return verdict(found, None, wanted or Selection(), rules=())


def words(body: str, result: Verdict) -> tuple[list[str], list[str]]:
    """The words that findings stand at, for those about comments the codes; and the words of hidden ones."""
    text = HEAD + body
    standing = [found.code if found.code[0] == "S" else text[slice(*found.extent)] for found in result.findings]
    return standing, [text[slice(*hidden.finding.extent)] for hidden in result.suppressed]


def told(body: str) -> tuple[list[str], list[str]]:
    return words(body, judged(body))


@pytest.mark.parametrize(
    ("body", "standing", "hidden"),
    [
        pytest.param(f"{IGNORE}\nsituation: {{bottom_line: 'On [[one]].'}}\n", [], ["one"], id="above a key"),
        pytest.param(
            f"{IGNORE}\n\n# more words\nsituation: {{bottom_line: 'On [[one]].'}}\n", [], ["one"], id="further above"
        ),
        pytest.param(
            f"{IGNORE}\nsituation:\n  bottom_line: On [[one]].\n  background: >-\n    On\n    [[two]].\n",
            [],
            ["one", "two"],
            id="all in it",
        ),
        pytest.param(
            f"situation:\n  {IGNORE}\n  bottom_line: On [[one]].\n  background: On [[two]].\n",
            ["two"],
            ["one"],
            id="nothing after it",
        ),
        pytest.param(
            "situation:\n  bottom_line: On.\n  highlights:\n"
            f"    - On [[one]].\n    {IGNORE}\n    - On [[two]].\n    - On [[three]].\n",
            ["one", "three"],
            ["two"],
            id="above an item",
        ),
        pytest.param(
            f"situation: {{bottom_line: 'On [[one]].',\n  {IGNORE}\n  background: 'On [[two]].'}}\n",
            ["one"],
            ["two"],
            id="in braces",
        ),
        pytest.param(
            f"situation:\n  bottom_line: On [[one]]. {IGNORE}\n  background: On [[two]].\n",
            ["two"],
            ["one"],
            id="at the end of a line",
        ),
        pytest.param(
            "situation:\n  bottom_line: On [[one]].\n"
            f"  background: >- {IGNORE}\n    On [[two]]\n\n    and [[three]].\n",
            ["one"],
            ["two", "three"],
            id="at the head of a block",
        ),
        pytest.param(
            f'situation:\n  bottom_line: "On [[one]]\n    and [[two]]." {IGNORE}\n  background: On [[three]].\n',
            ["three"],
            ["one", "two"],
            id="where a quotation ends",
        ),
        pytest.param(
            f"situation:\n  bottom_line: 'On [[one]] {IGNORE}\n    and.'\n", ["one"], [], id="in a quotation it is text"
        ),
        pytest.param(
            f"situation:\n  bottom_line: |\n    On [[one]].\n    {IGNORE}\n    And.\n",
            ["one"],
            [],
            id="in a block it is text",
        ),
        pytest.param(
            f"situation:\n  bottom_line: |\n    On [[one]].\n  {IGNORE}\n  background: On [[two]].\n",
            ["one"],
            ["two"],
            id="after a block",
        ),
        pytest.param(f"'a {IGNORE}': 1\n{LINE}".replace("'a", "'x-a"), [], [], id="in a key it is text"),
        pytest.param(f"{LINE}x-own: {{a: b}}{IGNORE}\n", None, [], id="without a space it is no comment"),
    ],
)
def test_where_it_holds(body: str, standing: list[str] | None, hidden: list[str]) -> None:
    if standing is None:
        assert list(ignores(load_text(HEAD + body, "x"))) == []
    else:
        assert told(body) == (standing, hidden)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_however_lines_end(end: str) -> None:
    body = f"situation:\n  # a\n  {IGNORE}\n\n  bottom_line: On [[one]].\n  background: On [[two]]. {IGNORE}\n".replace(
        "\n", end
    )
    found = load_text(HEAD.replace("\n", end) + body, "x")
    result = verdict(found, rules=())
    assert (len(result.findings), len(result.suppressed)) == (0, 2)


def test_above_everything_it_holds_for_the_first_key_and_what_is_said_of_the_whole() -> None:
    loaded = load_text(f"{IGNORE}\n{HEAD}{LINE}", "x")
    (comment,) = ignores(loaded)
    assert comment.holds is not None
    assert comment.holds.start == 0
    assert loaded.text[: comment.holds.end].endswith("levee")


@pytest.mark.parametrize(
    "comment",
    [
        "# check: ignore[L401] because",
        "#check:ignore[ l401 ] because",
        "#  check:  ignore [Broken-Reference, S901] because",
        "# check: ignore[broken-reference]: because",
        "# check: ignore[broken-reference] – because",
        "# an editor's note # check: ignore[broken-reference] because",
    ],
)
def test_ways_to_write_it(comment: str) -> None:
    body = f"situation:\n  {comment}\n  bottom_line: On [[one]].\n"
    result = judged(body)
    assert [(hidden.finding.code, hidden.reason) for hidden in result.suppressed] == [("L401", "because")]


@pytest.mark.parametrize("reason", ["", " ", " -", " ..."])
def test_without_a_reason_it_ignores_nothing_and_says_so(reason: str) -> None:
    assert told(f"situation:\n  # check: ignore[L401]{reason}\n  bottom_line: On [[one]].\n") == (["S901", "one"], [])


def test_what_it_does_not_know_and_what_it_cannot_ignore_is_told() -> None:
    body = f"# check: ignore[brokn-reference, M302, S903] for a reason\n{LINE}"
    result = judged(body)
    assert [(found.code, found.message.partition("”")[0]) for found in result.findings] == [
        ("S902", "No rule is called “brokn-reference"),
        ("S902", "“M302"),
        ("S902", "“S903"),
    ]
    assert result.findings[0].help == "Did you mean `broken-reference`?"
    assert result.findings[0].edits[0].text == "broken-reference"


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        ("# check: ignore", ["S902"]),
        ("# check: ignore[]", ["S902"]),
        ("# check: ignore broken-reference for a reason", ["S902"]),
        ("# check: ignore this until Thursday", []),
        ("# check: ignored so far", []),
        ("# check: the gauge", []),
    ],
)
def test_words_that_begin_so_and_a_slip_are_told_apart(comment: str, codes: list[str]) -> None:
    assert told(f"{comment}\n{LINE}")[0] == codes


@pytest.mark.parametrize(
    "body",
    [f"{IGNORE}\n{LINE}", f"{LINE}{IGNORE}\n", f"situation:\n  bottom_line: On.\n  {IGNORE}\ntags: [flood]\n"],
    ids=["finds nothing there", "at the end", "deeper than what follows"],
)
def test_what_it_ignores_in_vain_is_a_remark(body: str) -> None:
    assert told(body) == (["S903"], [])


def test_a_comment_in_vain_is_removed_with_its_line_or_its_space() -> None:
    for body, rest in ((f"  {IGNORE}\n{LINE}", LINE), (f"tags: [a]  {IGNORE}\n{LINE}", f"tags: [a]\n{LINE}")):
        (found,) = judged(body).findings
        (edit,) = found.edits
        text = HEAD + body
        assert text[: edit.extent.start] + edit.text + text[edit.extent.end :] == HEAD + rest
        assert not edit.safe


def test_of_several_names_those_in_vain_are_told() -> None:
    body = "# check: ignore[L401, L402, L403] because\nsituation: {bottom_line: 'On [[one]].'}\n"
    (found,) = judged(body).findings
    assert "L402, L403" in found.message
    assert found.edits[0].text == "L401"


def test_of_two_comments_the_nearer_one_is_needed() -> None:
    body = f"{IGNORE}\nsituation:\n  {IGNORE}\n  bottom_line: On [[one]].\n"
    assert told(body) == (["S903"], ["one"])


def test_what_is_not_looked_for_is_not_ignored_in_vain() -> None:
    body = f"{IGNORE}\n{LINE}"
    assert judged(body, Selection(["L402", "S"])).findings == ()
    assert judged(body, Selection(ignore=["S903"])).findings == ()
    assert words(body, judged(body, Selection(["L401", "S"])))[0] == ["S903"]


def test_what_the_loader_leaves_out_is_not_hidden() -> None:
    body = f"{LINE}# check: ignore[M301, missing-key] no\nevents: {{crest: {{title: The crest}}}}\n"
    assert "M301" in {found.code for found in judged(body).findings}


def test_in_a_text_that_does_not_parse_nothing_is_hidden_and_no_comment_blamed() -> None:
    found = load_text(f"{HEAD}{IGNORE}\nsituation: {{bottom_line: [[one]] x}}\n", "x")
    assert {problem.code for problem in verdict(found).findings} == {"Y212"}


def test_a_file_full_of_comments_is_bounded() -> None:
    assert len(list(ignores(load_text(HEAD + LINE + f"{IGNORE}\n" * (MOST + 10), "x")))) == MOST


def test_in_any_yaml_there_is_a_comment_is_what_can_be_cut_short(corpora: Path) -> None:
    suite = json.loads((corpora / "yaml-test-suite.json").read_text("utf-8"))
    seen = {True: 0, False: 0}
    for text in _strings(suite):
        loaded = load_text("\n".join(f"{line} {IGNORE}" for line in text.split("\n")), "x")
        if "\n" not in text or loaded.tree.broken or loaded.tree.problems or not isinstance(loaded.tree.root, dict):
            continue
        comments = {comment.comment.start for comment in ignores(loaded)}
        at = -1
        while (at := loaded.text.find(IGNORE, at + 1)) >= 0:
            without = load_text(loaded.text[: at + 1] + loaded.text[at + len(IGNORE) :], "x")
            is_comment = without.tree.root == loaded.tree.root
            assert (at in comments) == is_comment, loaded.text
            seen[is_comment] += 1
    assert min(seen.values()) > 50


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for child in children for text in _strings(child)]
