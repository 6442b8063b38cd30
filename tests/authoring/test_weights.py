"""Minutes are written into the running order however it is laid out, and nothing else in the file is touched."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.authoring.weights import CannotWeighError, weight_edits, written_order
from briefing_tui.source.edit import edited
from briefing_tui.source.load import Loaded, load, load_text
from tests.architecture.tree import SHIPPED

HEAD = "title: T\nas_of: 2026-03-04\n"
BODY = "situation: {bottom_line: The water rises.}\n"


def loaded(order: str) -> Loaded:
    return load_text(HEAD + order + BODY, "doc")


def weighed(found: Loaded, minutes: dict[int, float]) -> str:
    return edited(found.text, weight_edits(found, minutes))


@pytest.mark.parametrize(
    ("order", "after"),
    [
        # A bare name gets braces; a comment behind it stays there.
        ("- asks   # both\n", "- {show: asks, minutes: 1.5}   # both\n"),
        ("- 'asks'\n", "- {show: 'asks', minutes: 1.5}\n"),
        ("-\n  asks\n", "-\n  {show: asks, minutes: 1.5}\n"),
        ("- >-\n  asks\n", "- {show: asks, minutes: 1.5}\n"),
        ("- other#crest\n", "- {show: other#crest, minutes: 1.5}\n"),
        ("- The water, high\n", "- {show: 'The water, high', minutes: 1.5}\n"),
        # Braces: after what is shown and how, before notes.
        ("- {show: asks}\n", "- {show: asks, minutes: 1.5}\n"),
        ("- {show: asks, notes: 'Say, \"go\".'}\n", "- {show: asks, minutes: 1.5, notes: 'Say, \"go\".'}\n"),
        ("- {show: events, build: yes, view: lanes }\n", "- {show: events, build: yes, view: lanes, minutes: 1.5 }\n"),
        ("- {view: lanes, show: events}\n", "- {view: lanes, show: events, minutes: 1.5}\n"),
        ("- {show: asks, minutes: 3}\n", "- {show: asks, minutes: 1.5}\n"),
        ("- {minutes: '3', show: asks}\n", "- {minutes: 1.5, show: asks}\n"),
        ("- {show: asks, minutes: }\n", "- {show: asks, minutes: 1.5 }\n"),
        ("- {show: asks, 'minutes' : }\n", "- {show: asks, 'minutes' : 1.5 }\n"),
        (
            "- {show: asks, # what\n   build: yes} # c\n",
            "- {show: asks, minutes: 1.5, # what\n   build: yes} # c\n",
        ),
        # Lines.
        ("- show: asks\n", "- show: asks\n  minutes: 1.5\n"),
        (
            "- show: events  # c\n  view: lanes\n  # d\n  notes: >-\n    Follow the water.\n",
            "- show: events  # c\n  view: lanes\n  minutes: 1.5\n  # d\n  notes: >-\n    Follow the water.\n",
        ),
        ("- show: asks\n  minutes: 3  # too long\n", "- show: asks\n  minutes: 1.5  # too long\n"),
        ("- show: asks\n  minutes:   # how long?\n", "- show: asks\n  minutes: 1.5   # how long?\n"),
        ("- minutes: 3\n  show: asks\n", "- minutes: 1.5\n  show: asks\n"),
        ("-\n  show: asks\n", "-\n  show: asks\n  minutes: 1.5\n"),
        ("-   show: asks\n    build: yes\n", "-   show: asks\n    minutes: 1.5\n    build: yes\n"),
    ],
)
def test_a_step_gets_its_minutes(order: str, after: str) -> None:
    before = loaded(f"running_order:\n- gaps\n{order}- events\n")
    assert weighed(before, {1: 1.5}) == f"{HEAD}running_order:\n- gaps\n{after}- events\n{BODY}"


@pytest.mark.parametrize(
    ("order", "after"),
    [
        ("running_order: [gaps, asks] # c", "running_order: [{show: gaps, minutes: 2}, asks] # c"),
        ("running_order: [show: gaps, asks]", "running_order: [{show: gaps, minutes: 2}, asks]"),
        ("running_order: [\n  gaps, # c\n  asks]", "running_order: [\n  {show: gaps, minutes: 2}, # c\n  asks]"),
        ("running_order: gaps", "running_order: {show: gaps, minutes: 2}"),
        ("running_order: {show: gaps}", "running_order: {show: gaps, minutes: 2}"),
        ("running_order:\n  show: gaps\n  build: no", "running_order:\n  show: gaps\n  minutes: 2\n  build: no"),
    ],
)
def test_an_order_may_stand_on_one_line(order: str, after: str) -> None:
    assert weighed(loaded(f"{order}\n"), {0: 2.0}) == f"{HEAD}{after}\n{BODY}"


def test_ends_of_lines_stay() -> None:
    text = f"{HEAD}running_order:\n- show: asks\n- gaps\n{BODY}".replace("\n", "\r\n")
    after = weighed(load_text(text, "doc"), {0: 1.0, 1: 0.5})
    assert after.replace("\r\n", "") == after.replace("\r", "").replace("\n", "")
    assert "- show: asks\r\n  minutes: 1\r\n- {show: gaps, minutes: 0.5}\r\n" in after


def test_what_is_so_already_is_left_alone() -> None:
    assert weight_edits(loaded("running_order: [{show: asks, minutes: 2.0}, gaps]\n"), {0: 2}) == []
    assert weight_edits(loaded("running_order: [asks]\n"), {}) == []


@pytest.mark.parametrize("order", ["", "running_order: []\n", "running_order:\n"])
def test_without_an_order_there_is_nothing_to_write_into(order: str) -> None:
    with pytest.raises(CannotWeighError, match="it has no running order"):
        weight_edits(loaded(order), {})


def test_an_order_with_an_error_is_mended_first() -> None:
    with pytest.raises(CannotWeighError, match="something is wrong with its running order"):
        weight_edits(loaded("running_order: [{show: asks, minutes: never}]\n"), {0: 1})


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_step_of_what_ships_can_be_given_minutes(path: Any) -> None:
    found = load(path)
    assert found.briefing is not None
    minutes = {n: n + 7.5 for n in range(len(found.briefing.running_order))}
    after = weighed(found, minutes)
    assert [step.minutes for step in load_text(after, path.stem).briefing.running_order] == list(minutes.values())  # type: ignore[union-attr]
    changed = len(set(after.splitlines()) - set(found.text.splitlines()))
    assert changed <= len(minutes)


def test_an_order_to_paste_is_one() -> None:
    text = written_order([("bottom-line", "", 1.0), ("events", "lanes", 2.5), ("asks", "", None), ("a, b", "", 1)])
    assert text.splitlines()[1:4] == [
        "  - {show: bottom-line, minutes: 1}",
        "  - {show: events, view: lanes, minutes: 2.5}",
        "  - asks",
    ]
    found = loaded(text).briefing
    assert found is not None
    assert [(step.show, step.view, step.minutes) for step in found.running_order] == [
        ("bottom-line", None, 1),
        ("events", "lanes", 2.5),
        ("asks", None, None),
        ("a, b", None, 1),
    ]


# Whatever its layout --------------------------------------------------------------


class Layout:
    """A running order while it is being written, with comments wherever one can stand."""

    def __init__(self, draw: Callable[..., Any]) -> None:
        self.draw = draw
        self.comments = 0

    def pick(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def comment(self, before: str = "  ") -> str:
        if self.pick(True, False, False):
            self.comments += 1
            return f"{before}# c{self.comments}"
        return ""

    def pairs(self) -> list[tuple[str, str]]:
        show = self.pick("asks", "'gaps'", '"events"', "crest", "other#crest")
        pairs = [("show", show)]
        pairs += self.pick([], [("view", "lanes")])
        pairs += self.pick([], [("minutes", "3")], [("minutes", "'0.5'")], [("minutes", "")])
        pairs += self.pick([], [("build", "yes")])
        pairs += self.pick([], [("notes", "Say it twice.")], [("notes", "'It''s, {so}: # far'")])
        return list(self.draw(st.permutations(pairs)))

    def in_braces(self) -> str:
        space = self.pick("", " ")
        return "{" + space + ", ".join(f"{key}: {value}" for key, value in self.pairs()) + space + "}"

    def over_lines(self, column: int) -> str:
        gap = "\n" + " " * column
        return "{" + gap + f",{gap}".join(f"{key}: {value}" for key, value in self.pairs()) + self.comment() + gap + "}"

    def in_lines(self, column: int) -> str:
        lines = []
        for key, value in self.pairs():
            if key == "notes" and self.pick(True, False):
                value = f">-\n{' ' * (column + 2)}{value}\n{' ' * (column + 2)}and more"
                lines.append(f"{key}: {value}")
            else:
                lines.append(f"{key}: {value}{self.comment()}")
        return ("\n" + " " * column).join(lines)

    def step(self, column: int) -> str:
        kind = self.pick("bare", "braces", "over lines", "lines", "below")
        if kind == "bare":
            return "- " + self.pick("asks", "'gaps'", "crest") + self.comment()
        if kind == "braces":
            return "- " + self.in_braces() + self.comment()
        if kind == "over lines":
            return "- " + self.over_lines(column + 4)
        if kind == "below":
            return "-" + self.comment() + "\n" + " " * (column + 2) + self.in_lines(column + 2)
        return "- " + self.in_lines(column + 2)


@st.composite
def orders(draw: Callable[..., Any]) -> tuple[str, int]:
    """The text of a briefing with a running order, and how many comments it has."""
    layout = Layout(draw)
    count, column = draw(st.integers(1, 5)), draw(st.sampled_from([0, 2, 4]))
    if draw(st.sampled_from([True, False, False])):
        items = [layout.pick("asks", "gaps", layout.in_braces()) for _ in range(count)]
        lines = [f"running_order: [{', '.join(items)}]" + layout.comment()]
    else:
        lines = ["running_order:" + layout.comment()]
        for _ in range(count):
            if above := layout.comment(" " * column):
                lines.append(above)
            lines.append(" " * column + layout.step(column))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    text = "\n".join(draw(st.permutations([HEAD.rstrip(), "\n".join(lines), BODY.rstrip()])))
    return (text + draw(st.sampled_from(["", "\n"]))).replace("\n", end), layout.comments


@given(document=orders(), minutes=st.lists(st.none() | st.integers(1, 40).map(lambda n: n / 2), min_size=5, max_size=5))
def test_only_minutes_change_and_no_comment_is_lost(document: tuple[str, int], minutes: list[float | None]) -> None:
    text, comments = document
    before = load_text(text, "doc")
    assert before.briefing is not None
    order = before.briefing.running_order
    wanted = {n: weight for n, weight in enumerate(minutes[: len(order)]) if weight is not None}
    after = load_text(weighed(before, wanted), "doc")
    steps = tuple(replace(step, minutes=wanted.get(n, step.minutes)) for n, step in enumerate(order))
    assert after.briefing == replace(before.briefing, running_order=steps)
    assert after.diagnostics == []
    assert [after.text.count(f"# c{n}") for n in range(1, comments + 1)] == [
        text.count(f"# c{n}") for n in range(1, comments + 1)
    ]
    assert weight_edits(after, wanted) == []
