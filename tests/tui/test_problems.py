"""The list of what is wrong: all the engine finds, worst first, explained beside it; counted once it was asked for."""

from datetime import date
from pathlib import Path

import pytest

from briefing_tui.blocks.block import Heading, Prose, text_of
from briefing_tui.checks import engine
from briefing_tui.checks.names import KNOWN
from briefing_tui.links.problems import findings_of
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Extent, Lines
from briefing_tui.source.load import Loaded, load_text
from briefing_tui.source.tree import Tree
from briefing_tui.tui.problems import MOST, Judged, judged_file, manual_blocks, problem_blocks
from briefing_tui.tui.widgets.bars import Header
from tests.tui.reading import SMALL, Reading, reading
from tests.tui.test_live import until

FLAWED = SMALL.replace("tlp: GREEN\n", "").replace("[^bulletin]", "[^buletin]")
TODAY = date(2026, 3, 4)


def lines_of(loaded: Loaded, judged: Judged) -> list[str]:
    return [text_of(block.spans) for block in problem_blocks(loaded, judged) if not isinstance(block, tuple) or block]


def header(r: Reading) -> str:
    found = r.app.screen.query_one(Header)
    return text_of(found.as_of[0])


# the documents ---------------------------------------------------------


def test_worst_first_under_headings_and_by_place_within() -> None:
    text = "a: 1\nb: 2\nc: 3\nd: 4\n"
    found = tuple(
        finding(code, Extent(at, at + 1), f"At {at}")
        for code, at in (("S903", 0), ("L401", 5), ("S901", 10), ("M302", 15))
    )
    loaded = Loaded("x", text, None, [], Tree(text))
    shown = lines_of(loaded, Judged(found))
    assert [line for line in shown if line in ("Errors", "Warnings", "Remarks") or "line" in line] == [
        "Errors",
        "✗ line 2  At 5  L401 broken-reference",
        "✗ line 4  At 15  M302 unknown-key",
        "Warnings",
        "! line 3  At 10  S901 ignored-without-reason",
        "Remarks",
        "· line 1  At 0  S903 ignored-nothing",
    ]


@pytest.mark.parametrize(
    ("before", "marked", "after", "shown"),
    [
        ("  when: ", "soon", "}", "when: ▸soon◂}"),
        ("洪水\t", "e\u0301", " 😀", "洪水    ▸e\u0301◂ 😀"),
        ("a" * 200, "soon", "b" * 200, "…" + "a" * 31 + "▸soon◂" + "b" * 31 + "…"),
        ("", "soon" * 100, "", "▸" + "soon" * 33 + "…◂"),
        ("key: ", "one\n  two", "", "key: ▸one◂"),
        ("\x1b[31m", "soon", "\u202e", "␛[31m▸soon◂\ufffd"),
    ],
)
def test_the_place_is_between_two_marks_on_its_line(before: str, marked: str, after: str, shown: str) -> None:
    text = before + marked + after
    found = finding("M305", Extent(len(before), len(before) + len(marked)), "No time")
    blocks = problem_blocks(Loaded("x", text, None, [], Tree(text)), Judged((found,)))
    (code,) = [block for block in blocks if isinstance(block, Prose) and block.style == "code"]
    assert text_of(code.spans) == shown


def test_a_file_with_very_many_lists_the_worst(tmp_path: Path) -> None:
    text = "x\n" * 500
    found = tuple(finding("S903" if n < 400 else "L401", Extent(n, n), f"No. {n}") for n in range(500))
    shown = lines_of(Loaded("x", text, None, [], Tree(text)), Judged(found))
    assert sum("broken-reference" in line for line in shown) == 100
    assert sum("ignored-nothing" in line for line in shown) == MOST - 100
    assert any("300 more" in line for line in shown)


def test_what_can_be_mended_is_said_of_a_file() -> None:
    loaded = load_text(SMALL.replace("phase: expected", "phase: expectd"), "x")
    assert "--fix" not in " ".join(lines_of(loaded, judged_file(loaded, TODAY)))
    loaded.path = Path("x.yaml")
    assert "`briefing check --fix` mends 1 of them" in " ".join(lines_of(loaded, judged_file(loaded, TODAY)))


def test_what_is_ignored_is_counted() -> None:
    text = FLAWED.replace("  highlights:", "  # check: ignore[L401] it comes with the next number\n  highlights:")
    loaded = load_text(text, "x")
    assert lines_of(loaded, judged_file(loaded, TODAY))[-1] == "1 more is ignored in the file, with a reason."


@pytest.mark.parametrize("code", KNOWN)
def test_everything_that_can_be_found_is_explained(code: str) -> None:
    blocks = manual_blocks(code)
    assert isinstance(blocks[0], Heading)
    assert code in text_of(blocks[0].note)
    assert len(blocks) > 2


def test_a_fault_in_a_rule_costs_the_rules_and_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*arguments: object) -> None:
        raise KeyError("secret")

    monkeypatch.setattr(engine, "verdict", fails)
    loaded = load_text(FLAWED, "x")
    judged = judged_file(loaded, TODAY)
    assert judged.findings == tuple(findings_of(loaded))
    assert judged.fault.startswith("KeyError")
    shown = " ".join(lines_of(loaded, judged))
    assert "could not be applied" in shown
    assert "secret" not in shown


# on the screen ---------------------------------------------------------


@pytest.fixture
def flawed(tmp_path: Path) -> Path:
    path = tmp_path / "flawed.yaml"
    path.write_text(FLAWED, encoding="utf-8")
    return path


async def test_the_rules_are_asked_when_somebody_does_and_counted_from_then_on(flawed: Path) -> None:
    async with reading(flawed) as r:
        assert "error" not in header(r)
        await r.press("exclamation_mark")
        assert "broken-reference" in r.view()
        assert "Did you mean bulletin" in r.view()
        counts = judged_file(r.screen.session.latest, date.today()).counts
        assert f"✗ {counts['error']} error" in header(r)
        assert f"{counts['warning']} warning" in header(r)
        assert "(!)" in header(r)
        await r.press("backspace")
        assert "expects the crest" in r.view()
        assert "✗" in header(r)


async def test_beside_a_finding_stands_its_manual(flawed: Path) -> None:
    async with reading(flawed) as r:
        await r.press("exclamation_mark")
        assert "Broken reference" in r.view("context")
        assert "Found in" in r.view("context")
        while "handling-absent" not in r.cursor:
            await r.press("j")
        assert "Handling absent" in r.view("context")


async def test_enter_opens_the_editor_at_the_line(flawed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(flawed) as r:
        opened: list[int] = []
        monkeypatch.setattr(r.screen, "edit_at", opened.append)
        await r.press("exclamation_mark", "enter")
        assert opened == [Lines(FLAWED).position(FLAWED.index("buletin")).line]


async def test_a_save_is_counted_anew(flawed: Path) -> None:
    async with reading(flawed) as r:
        await r.press("exclamation_mark")
        before = header(r)
        flawed.write_text(FLAWED.replace("[^buletin]", "[^bulletin]"), encoding="utf-8")
        for _ in range(100):
            if header(r) != before:
                break
            await r.pilot.pause(0.05)
        assert "✗" not in header(r)
        assert "warning" in header(r)
        assert "broken-reference" not in r.view()


async def test_who_has_asked_goes_on_seeing_how_much_it_is(flawed: Path) -> None:
    async with reading(flawed) as r:
        await r.press("exclamation_mark", "backspace")
        flawed.write_text(FLAWED.replace("within 20 cm", "within 30 cm"), encoding="utf-8")
        await until(r, "within 30 cm")
        await r.pilot.pause(0.1)
        assert "✗ 1 error" in header(r)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 14)])
async def test_at_every_size_and_of_a_file_that_does_not_open(size: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("title: Broken\nas_of: 2026\nsituation:\n  bottom_line: [[town]] is flooded\n", encoding="utf-8")
    async with reading(path, size=size) as r:
        assert "✗ line 4" in r.view()
        await r.press("tab")
        assert "Unquoted link" in r.view("context")
        await r.press("tab", "G", "g", "g", "n", "f", "escape", "slash", "escape", "z", "z")
        assert "✗ line 4" in r.view()
