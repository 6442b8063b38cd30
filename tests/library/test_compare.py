"""Two versions of a briefing, compared: entry by entry, whatever moved; and what digests alone can tell."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.library.compare import Comparison, comparison
from briefing_tui.library.lastread import MOST_FILES, LastRead, changed_since, read_of
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.kinds import KINDS
from briefing_tui.model.shape import fields_of
from briefing_tui.source.load import load, load_text
from tests.tui.reading import FLAGSHIP, SMALL


def small(*changes: tuple[str, str]) -> Briefing:
    text = SMALL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    briefing = load_text(text, "small").briefing
    assert briefing is not None
    return briefing


def told(found: Comparison) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(change.name, change.how, tuple(one.field for one in change.fields)) for change in found.changes]


def test_a_changed_field_is_named_with_both_values() -> None:
    found = comparison(small(), small(("likelihood: likely", "likelihood: very likely")))
    assert told(found) == [("holds", "changed", ("likelihood",))]
    assert (found.changes[0].fields[0].was, found.changes[0].fields[0].now) == ("likely", "very likely")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("within 20 cm", "within 2 cm", ("bottom-line", "changed", ("bottom_line",))),
        ("tlp: GREEN", "tlp: AMBER", ("header", "changed", ("tlp",))),
        ("phase: expected", "phase: ongoing", ("crest", "changed", ("phase",))),
        ("participants: {affected: town}", "participants: {affected: [town, river-authority]}",
         ("crest", "changed", ("participants",))),
        ("has begun to move", "has ceased to move", ("situation.highlights.1", "changed", ("text",))),
        ("  town: {", "  hydro: Hydro\n  town: {", ("hydro", "added", ())),
        ("  bulletin: {", "  bulletin: {oops: 1, ", ("bulletin", "left-out", ())),
    ],
)  # fmt: skip
def test_what_changed_is_told(old: str, new: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    assert told(comparison(small(), small((old, new)))) == [expected]


def test_what_is_gone_is_told_with_what_it_was() -> None:
    before = small(("  town: {", "  hydro: Hydro\n  town: {"))
    (change,) = comparison(before, small()).changes
    assert (change.name, change.how, change.was and change.was.heading) == ("hydro", "removed", "Hydro")


def test_what_is_mended_is_changed_and_not_new() -> None:
    assert told(comparison(small(("  bulletin: {", "  bulletin: {oops: 1, ")), small())) == [
        ("bulletin", "changed", ())
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("aliases: [RA, The Authority]", "aliases: [The Authority, RA]"),
        ("aliases: [RA]", "aliases: RA"),
        ("aliases: [RA]", "aliases:   ['RA' ]"),
    ],
)
def test_order_and_layout_are_no_change(old: str, new: str) -> None:
    assert comparison(small(("aliases: [RA]", old)), small(("aliases: [RA]", new))) == Comparison()


def test_moved_entries_and_statements_without_an_id_are_no_change() -> None:
    lines = SMALL.splitlines(keepends=True)
    first, second = (n for n, line in enumerate(lines) if line.startswith("    - "))
    actor, other = (n for n, line in enumerate(lines) if line.startswith(("  river-authority: {", "  town: {")))
    for a, b in ((first, second), (actor, other)):
        lines[a], lines[b] = lines[b], lines[a]
    moved = load_text("".join(lines), "small").briefing
    assert moved is not None
    assert comparison(small(), moved) == Comparison()


def test_a_statement_put_before_others_is_one_new_statement() -> None:
    new = small(("    - The [[town]]", "    - Quite another thing.\n    - The [[town]]"))
    assert told(comparison(small(), new)) == [("situation.highlights.1", "added", ())]
    assert [(c.name, c.how) for c in changed_since(read_of(small(), ()), new).changes] == [
        ("situation.highlights.1", "added")
    ]


def test_another_kind_under_the_same_id_is_a_change() -> None:
    old = small(("  bulletin: {title: Bulletin 3, publisher: River Authority, reliability: B, actor: river-authority}", "  other: {title: B}"))  # noqa: E501  # fmt: skip
    new = small(("  town: {", "  other: Hydro\n  town: {"), ("  bulletin: {", "  bulletin: {"))
    assert ("other", "changed") in [(c.name, c.how) for c in comparison(old, new).changes]


def test_no_kind_of_entry_has_a_field_that_is_not_compared() -> None:
    # What decides is the shape of each model: nobody keeps a list.
    assert all(fields_of(kind.model) for kind in KINDS)


@given(st.lists(st.sampled_from(["crest", "town", "holds", "bulletin", "within 20 cm", "Seen first"]), unique=True))
def test_digests_tell_the_same_names_as_a_whole_comparison(words: list[str]) -> None:
    text = SMALL
    for word in words:
        text = {
            "crest": text.replace("phase: expected", "phase: ongoing"),
            "town": text.replace("name: Town of", "name: The town of"),
            "holds": text.replace("likelihood: likely", "likelihood: very likely"),
            "bulletin": text.replace("reliability: B", "reliability: C"),
        }.get(word, text.replace(word, "something else"))
    new = load_text(text, "small").briefing
    assert new is not None
    whole = [(change.name, change.how) for change in comparison(small(), new).changes]
    assert [(change.name, change.how) for change in changed_since(read_of(small(), ()), new).changes] == whole


def test_the_two_numbers_of_a_series_differ_in_what_their_editors_changed() -> None:
    one, two = (load(FLAGSHIP.with_name(f"harrow-bend-{n}.yaml")).briefing for n in (1, 2))
    assert one is not None
    assert two is not None
    found = comparison(one, two)
    assert {"header", "bottom-line"} <= found.names().keys()
    assert comparison(one, one) == comparison(two, two) == Comparison()
    back = comparison(two, one)
    assert sum(c.how == "added" for c in found.changes) == sum(c.how == "removed" for c in back.changes)


def test_what_was_read_is_kept_as_ids_and_hashes_only(tmp_path: Path) -> None:
    kept, path = LastRead(tmp_path / "read"), tmp_path / "small.yaml"
    kept.keep(path, small(), (1, 2))
    (file,) = (tmp_path / "read").iterdir()
    text = file.read_text()
    assert not any(word in text for word in ("Harrow", "River", "gauges", "likely", "small"))
    assert file.stat().st_mode & 0o777 == 0o600
    read = LastRead(tmp_path / "read").of(path)
    assert read is not None
    assert changed_since(read, small()) == Comparison()
    assert [c.name for c in changed_since(read, small(("within 20", "within 3"))).changes] == ["bottom-line"]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", "[" * 100_000, '{"salt": 3}', '{"salt": "00", "entries": {}}', "\x00", '{"entries": [1]}',
     json.dumps({"salt": "0" * 16, "stamp": {}, "entries": {"../x": "y", "a": 3}, "parts": 7})],
)  # fmt: skip
def test_whatever_stands_in_the_file_is_tolerated(text: str, tmp_path: Path) -> None:
    kept, path = LastRead(tmp_path / "read"), tmp_path / "small.yaml"
    kept.keep(path, small(), ())
    (file,) = (tmp_path / "read").iterdir()
    file.write_text(text)
    read = kept.of(path)
    assert read is None or read.entries == {}
    kept.keep(path, small(), ())
    again = kept.of(path)
    assert again is not None
    assert again.entries


def test_the_longest_unread_is_forgotten(tmp_path: Path) -> None:
    kept = LastRead(tmp_path / "read")
    for n in range(MOST_FILES + 3):
        kept.keep(tmp_path / f"{n}.yaml", small(), ())
    assert len(list((tmp_path / "read").iterdir())) == MOST_FILES
    assert kept.of(tmp_path / f"{MOST_FILES + 2}.yaml") is not None


def test_where_nothing_can_be_written_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "read").write_text("a file")
    kept = LastRead(tmp_path / "read")
    kept.keep(tmp_path / "a.yaml", small(), ())
    assert kept.of(tmp_path / "a.yaml") is None
