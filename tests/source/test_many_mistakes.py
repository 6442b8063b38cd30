"""A file with twenty mistakes gives twenty findings: each where it is, none a consequence of another."""

from pathlib import Path

from briefing_tui.source.load import Loaded, load

TWENTY = Path(__file__).with_name("twenty_mistakes.yaml")

FOUND = [
    (3, 8, "M305"),
    (4, 6, "M304"),
    (5, 9, "Y217"),
    (10, 7, "Y212"),
    (11, 7, "Y213"),
    (13, 13, "M303"),
    (14, 15, "Y216"),
    (17, 38, "Y214"),
    (19, 28, "Y218"),
    (22, 1, "Y215"),
    (25, 8, "Y219"),
    (26, 3, "M306"),
    (29, 43, "M303"),
    (30, 3, "M307"),
    (31, 10, "Y205"),
    (33, 3, "M301"),
    (36, 3, "M308"),
    (40, 19, "M304"),
    (45, 5, "Y208"),
    (46, 10, "M304"),
]


def places(loaded: Loaded) -> list[tuple[int, int, str]]:
    return [(*loaded.lines.position(found.extent.start), found.code) for found in loaded.diagnostics]


def test_twenty_mistakes_are_twenty_findings() -> None:
    assert places(load(TWENTY)) == FOUND


def test_every_finding_says_what_to_do() -> None:
    assert all(found.help for found in load(TWENTY).diagnostics)


def test_mending_the_file_one_finding_at_a_time_never_makes_it_worse(tmp_path: Path) -> None:
    text = TWENTY.read_text("utf-8")
    copy = tmp_path / "twenty.yaml"
    left = 20
    for _ in range(40):
        copy.write_text(text, "utf-8")
        loaded = load(copy)
        assert len(loaded.diagnostics) <= left
        left = len(loaded.diagnostics)
        edits = [edit for found in loaded.diagnostics for edit in found.edits if edit.safe or found.code == "Y215"]
        if not edits:
            break
        text = text[: edits[0].extent.start] + edits[0].text + text[edits[0].extent.end :]
    # What only the author can know is left.
    assert [found.code for found in load(copy).diagnostics] == [
        "M305",
        "M304",
        "M306",
        "Y205",
        "M301",
        "M308",
        "M304",
        "Y208",
        "M304",
    ]
