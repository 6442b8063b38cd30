"""What does not suit a room: each finding by a briefing that has it and one that nearly has; and by the real screen."""

from pathlib import Path
from typing import Any

import pytest

from briefing_tui.config.configuration import config_file
from briefing_tui.source.load import load, load_text
from briefing_tui.themes.file import read_theme
from briefing_tui.themes.shelf import shipped_themes
from briefing_tui.themes.theme import Theme
from briefing_tui.tui.legibility import passages
from briefing_tui.tui.room import Check, Finding, Room
from briefing_tui.tui.session import Session
from tests.architecture.tree import SHIPPED
from tests.tui.talking import STEPS, TALK, ordered, presenting, written

SIZES = [(30, 8), (40, 14), (60, 20), (79, 29), (80, 24), (80, 30), (120, 36), (200, 50)]


def theme(name: str = "projector") -> Theme:
    found = read_theme(shipped_themes()[name]).theme
    assert found is not None
    return found


def checked(text: str, size: tuple[int, int] = (80, 24), worn: str = "projector", **more: Any) -> Check:
    return Check(Session(load_text(text, "flood")), Room(*size, theme(worn), **more))


def found(
    text: str, sort: str, size: tuple[int, int] = (80, 24), worn: str = "projector", **more: Any
) -> list[Finding]:
    return [finding for finding in checked(text, size, worn, **more).findings() if finding.sort == sort]


def briefing(order: str, situation: str = "", rest: str = "") -> str:
    head = "title: T\nas_of: 2026-03-04\ntlp: GREEN\n"
    return f"{head}{order}situation:\n  bottom_line: The water rises.\n{situation}{rest}"


def paragraphs(number: int) -> str:
    text = "\n\n".join(["        Some words."] * number)
    return f"  sections:\n    levee:\n      title: The levee\n      text: |\n{text}\n"


LEVEE = "running_order: [{show: levee, notes: Words.}]\n"

# overflow ----------------------------------------------------------------


def test_a_step_that_does_not_fit_says_by_how_much_and_one_that_just_fits_says_nothing() -> None:
    # 21 rows: the heading's 5, a blank one, and a paragraph with the blank row under it for each two.
    assert found(briefing(LEVEE, paragraphs(8)), "overflow") == []
    (over,) = found(briefing(LEVEE, paragraphs(9)), "overflow")
    assert (over.step, over.words) == (1, "2 lines too many: 2 screens")
    (over,) = found(briefing(LEVEE, paragraphs(40)), "overflow")
    assert over.facts == {"lines": 64, "screens": 5}
    # A row less.
    (over,) = found(briefing(LEVEE, paragraphs(8)), "overflow", (80, 23))
    assert over.words == "1 line too many: 2 screens"


def test_a_step_that_overflows_as_it_builds_says_from_which_point_on() -> None:
    def built(number: int) -> str:
        items = "".join(f"    - Point {n}.\n" for n in range(number))
        return briefing("running_order: [{show: highlights, build: yes, notes: Words.}]\n", f"  highlights:\n{items}")

    assert found(built(15), "overflow") == []
    (over,) = found(built(18), "overflow")
    assert over.words == "3 lines too many: 2 screens, and it overflows from point 16 of 18 on as it builds"
    (over,) = found(built(18).replace("build: yes, ", ""), "overflow")
    assert over.words == "3 lines too many: 2 screens"


@pytest.mark.parametrize("size", SIZES)
async def test_the_real_screen_takes_as_many_keys_as_is_said(tmp_path: Path, size: tuple[int, int]) -> None:
    path = written(tmp_path)
    findings = list(Check(Session(load(path)), Room(*size, theme())).findings())
    over = {finding.step: finding.facts for finding in findings if finding.sort == "overflow"}
    async with presenting(path, size) as talk:
        for number, step in enumerate(STEPS, 1):
            talk.talk.go_to_step(number - 1, end=True)
            await talk.settle()
            assert talk.talk.main.above == over.get(number, {}).get("lines", 0)
            talk.talk.points = talk.talk.scenes.points(talk.talk.stage)
            talk.talk.main.end(last=False)
            screens = 1
            while talk.talk.main.below:
                await talk.press("space")
                screens += 1
            assert talk.step == step
            assert screens == over.get(number, {}).get("screens", 1)


@pytest.mark.parametrize("size", [(40, 14), (80, 24), (120, 36)])
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
async def test_what_is_measured_is_what_the_real_screen_lays_out(path: Path, size: tuple[int, int]) -> None:
    check = Check(Session(load(path)), Room(*size, theme()))
    async with presenting(path, size) as talk:
        assert [stage.key for stage in check.stages] == [stage.key for stage in talk.talk.stages]
        for number, stage in enumerate(check.stages):
            talk.talk.go_to_step(number, end=True)
            await talk.settle()
            main = talk.talk.main
            place = check.place(stage)
            assert (place.width, place.height) == (main.scrollable_content_region.width, main.view_height)
            assert check.height(stage, check.scenes.points(stage)) == main.layout_.height
            document = check.scenes.document(stage, check.scenes.points(stage), talk.talk.location.lens)
            wide = max(row.span for row in passages(document, place.width, place.measure))
            assert main.layout_.scroll(10_000) == (wide > place.width)
            assert main.layout_.x == wide - place.width


@pytest.mark.parametrize(("measure", "density"), [(40, "comfortable"), (80, "compact")])
async def test_what_is_configured_counts_as_it_does_on_the_screen(tmp_path: Path, measure: int, density: str) -> None:
    config = config_file()
    config.parent.mkdir(parents=True)
    config.write_text(f"measure: {measure}\ndensity: {density}\n", "utf-8")
    path = written(tmp_path)
    check = Check(Session(load(path)), Room(80, 24, theme(), 0, measure, density == "compact"))
    heights = []
    async with presenting(path) as talk:
        for number, stage in enumerate(check.stages):
            talk.talk.go_to_step(number, end=True)
            await talk.settle()
            heights.append(talk.talk.main.layout_.height)
            assert check.height(stage, check.scenes.points(stage)) == heights[-1]
    usual = Check(Session(load(path)), Room(80, 24, theme()))
    assert heights != [usual.height(stage, usual.scenes.points(stage)) for stage in usual.stages]


# wider, cut ----------------------------------------------------------------


def matrix(parties: int) -> str:
    actors = "".join(f"  actor-{n}: {{name: Authority Number {n}, type: government-body}}\n" for n in range(parties))
    sent = "".join(f"  message-{n}: {{from: actor-0, to: actor-{n}, text: Words.}}\n" for n in range(1, parties))
    order = "running_order: [{show: communications, view: matrix, notes: Words.}]\n"
    return briefing(order, "", f"actors:\n{actors}communications:\n{sent}")


def test_a_view_wider_than_the_screen_says_by_how_much() -> None:
    assert found(matrix(4), "wide") == []
    (wide,) = found(matrix(20), "wide")
    assert wide.facts["columns"] > 20
    assert wide.words == f"{wide.facts['columns']} columns wider than the screen"
    assert found(matrix(20), "wide", (200, 50)) == []


def test_what_only_stands_outside_of_the_view_is_not_cut() -> None:
    check = checked(matrix(20))
    whole = checked(matrix(20), (80 + next(f.facts["columns"] for f in check.findings() if f.sort == "wide"), 24))
    quoted = [[f.words for f in room.findings() if f.sort == "cut"] for room in (check, whole)]
    assert quoted[0] == quoted[1]


ROW = "running_order: [{show: events, notes: Words.}]\n"


def test_a_line_that_is_cut_is_quoted_and_one_that_just_fits_is_not() -> None:
    def event(title: str) -> str:
        return briefing(ROW, "", f"events: {{crest: {{title: {title}, when: 2026-03-05}}}}\n")

    assert found(event("word " * 5), "cut") == []
    (cut,) = found(event("word " * 60), "cut")
    assert cut.words.startswith("1 line is cut: “word word")
    assert cut.facts["first"].endswith("…")


def test_an_ellipsis_of_the_authors_own_is_no_cut() -> None:
    for own in ("The river rises…", "“We… regret”", "And then […] nothing"):
        assert found(briefing("running_order: [bottom-line]\n").replace("The water rises.", own), "cut") == []
    text = briefing(ROW, "", f"events: {{crest: {{title: '{'word ' * 60}…', when: 2026-03-05}}}}\n")
    assert len(found(text, "cut")) == 1


# notes, contrast, headings ----------------------------------------------------------------


def test_steps_without_notes_are_named_and_those_with_are_not() -> None:
    assert [finding.step for finding in found(TALK, "notes")] == [2, 4, 5, 6, 7]
    assert found(briefing(LEVEE, paragraphs(1)), "notes") == []


def test_without_a_running_order_that_is_said_once_and_no_notes_are_missed() -> None:
    text = ordered("")
    (order,) = found(text, "order")
    assert (order.step, "running_order" in order.words) == (0, True)
    assert found(text, "notes") == []
    assert found(TALK, "order") == []


def test_text_that_stands_out_too_little_is_named_with_its_contrast_where_a_step_has_it() -> None:
    text = briefing("running_order: [bottom-line, gaps]\n", "  gaps: [What the gauge shows.]\n")
    assert found(text, "contrast") == []
    worn = theme()._replace(colors={**theme().colors, "disputed": "#c05a20"})
    check = Check(Session(load_text(text, "flood")), Room(80, 24, worn))
    (faint,) = [finding for finding in check.findings() if finding.sort == "contrast"]
    assert (faint.step, faint.words) == (2, "contrast under 7:1: gap 4.4:1")


def test_contrast_just_under_is_never_rounded_up_and_at_seven_there_is_none() -> None:
    text = briefing("running_order: [bottom-line]\n")
    for grey, words in (("#595959", []), ("#5a5a5a", ["contrast under 7:1: lead 6.8:1"])):
        worn = theme()._replace(colors={**theme().colors, "bright": grey}, roles={**theme().roles, "title": "text"})
        check = Check(Session(load_text(text, "flood")), Room(80, 24, worn))
        assert [finding.words for finding in check.findings() if finding.sort == "contrast"] == words


def test_a_link_is_judged_by_the_colour_of_links_and_lines_by_none() -> None:
    text = briefing("running_order: [bottom-line]\n", "", "actors: {river: {name: River}}\n")
    worn = theme()._replace(colors={**theme().colors, "link": "#777777", "rule": "#eeeeee"})
    for prose, roles in (("The [[river]] rises.", {"link": 4.4}), ("The river rises.", {})):
        check = Check(Session(load_text(text.replace("The water rises.", prose), "flood")), Room(80, 24, worn))
        faint = [finding.facts["roles"] for finding in check.findings() if finding.sort == "contrast"]
        assert faint == ([roles] if roles else [])


def test_a_heading_in_small_letters_is_only_a_remark_and_none_where_all_are_small() -> None:
    text = TALK.replace("title: The levee", "title: What the levee at Harrow Bend was built for, and what it bears")
    (small,) = found(text, "heading")
    assert (small.step, small.remark) == (3, True)
    assert found(text, "heading", (80, 19)) == []
    assert found(TALK, "heading") == []


def test_a_step_that_shows_nothing_says_what_it_shows_instead() -> None:
    text = TALK.replace("- {show: gaps}", "- {show: other#gaps}")
    (nothing,) = found(text, "nothing")
    assert (nothing.step, nothing.words) == (7, "nothing to show: “This stands in another briefing.”")
    assert found(TALK, "nothing") == []


# minutes ----------------------------------------------------------------


def test_more_minutes_than_there_are() -> None:
    text = briefing("running_order: [{show: bottom-line, minutes: 1.1}, {show: levee, minutes: 2.2}]\n", paragraphs(1))
    assert found(text, "minutes", minutes=3.3) == []
    assert found(text, "minutes") == []
    (more,) = found(text, "minutes", minutes=3)
    assert (more.step, more.words) == (0, "3.3 minutes are planned: 0.3 more than the 3 there are")


def test_steps_without_minutes_count_as_what_is_usual() -> None:
    text = briefing("running_order: [{show: levee, minutes: 4}, bottom-line]\n", paragraphs(1))
    assert found(text, "minutes", minutes=8) == []
    (more,) = found(text, "minutes", minutes=7)
    assert more.words == (
        "8 minutes are planned (1 step without minutes at what is usual): 1 more than the 7 there are"
    )


def test_where_no_step_has_minutes_that_is_said_of_an_order_that_could() -> None:
    (none,) = found(briefing("running_order: [bottom-line]\n"), "minutes", minutes=5)
    assert none.words == "no step says how many minutes it is to take"
    assert found(briefing(""), "minutes", minutes=5) == []


def test_a_sound_order_has_nothing_found() -> None:
    text = briefing("running_order: [{show: bottom-line, minutes: 2, notes: Words.}]\n")
    assert list(checked(text, minutes=2).findings()) == []


def test_any_size_can_be_asked_for() -> None:
    for size in ((20, 6), (400, 200)):
        assert [finding.step for finding in found(TALK, "notes", size)] == [2, 4, 5, 6, 7]
