"""How the user left things is remembered, and nothing else: whatever the file holds, whatever the disk does."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.state import MARKS, PLACES, RECENT, State, Unkept, plain_place

BRIEFING = Path("flood.yaml")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "state.json"


def test_what_was_left_is_there_the_next_time(file: Path) -> None:
    state = State(file)
    state.keep_theme("projector")
    state.keep_place(BRIEFING, {"pane": "events", "entry": "crest", "offset": 12})
    state.keep_recent(BRIEFING)
    again = State(file)
    assert again.theme == "projector"
    assert again.place(BRIEFING) == {"pane": "events", "entry": "crest", "offset": 12}
    assert again.recent == [BRIEFING.absolute()]


def test_a_theme_chosen_holds_until_the_configuration_names_another(file: Path) -> None:
    state = State(file)
    state.configured_theme = "light"
    state.keep_theme("projector")
    assert state.theme == "projector"
    again = State(file)
    assert again.theme == ""
    again.configured_theme = "light"
    assert again.theme == "projector"


def test_by_itself_it_stands_in_the_users_state_folder(own_home: Path) -> None:
    State().keep_theme("dark")
    kept = own_home / "state" / "briefing" / "state.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert State().theme == "dark"


def test_looking_leaves_nothing_behind(file: Path) -> None:
    state = State(file)
    assert (state.theme, state.recent, state.place(BRIEFING)) == ("", [], {})
    assert not file.parent.exists()


def test_two_readers_do_not_undo_each_other(file: Path) -> None:
    one, other = State(file), State(file)
    assert (one.theme, other.theme) == ("", "")
    one.keep_place(BRIEFING, {"entry": "crest"})
    other.keep_theme("light")
    assert State(file).place(BRIEFING) == {"entry": "crest"}


def test_the_longest_unread_is_forgotten(file: Path) -> None:
    state = State(file)
    for number in range(PLACES + 1):
        state.keep_place(Path(f"{number}.yaml"), {"entry": "a"})
        state.keep_recent(Path(f"{number}.yaml"))
        # Read again and again: it is not the one to go.
        state.keep_place(BRIEFING, {"entry": "b"})
    again = State(file)
    assert again.place(Path("0.yaml")) == again.place(Path("1.yaml")) == {}
    assert again.place(Path("2.yaml")) == {"entry": "a"}
    assert again.place(BRIEFING) == {"entry": "b"}
    assert len(again.recent) == RECENT


def test_a_file_opened_again_is_named_once_and_first(file: Path) -> None:
    state = State(file)
    for name in ("a.yaml", "b.yaml", "a.yaml"):
        state.keep_recent(Path(name))
    assert [path.name for path in state.recent] == ["a.yaml", "b.yaml"]


def test_text_never_gets_in(file: Path) -> None:
    secret = "The convoy leaves at dawn"
    State(file).keep_place(
        BRIEFING, {"entry": "crest", "find": secret, secret: 1, "back": [{"find": secret, "line": 3}]}
    )
    assert "convoy" not in file.read_text()
    assert State(file).place(BRIEFING) == {"entry": "crest", "back": [{"line": 3}]}


def test_an_address_is_text_and_never_gets_in(file: Path) -> None:
    State(file).keep_place(BRIEFING, {"key": "rated:*:2", "target": "https://bulletin.example.org/levee"})
    assert State(file).place(BRIEFING) == {"key": "rated:*:2"}


def test_marks_are_kept_by_letters_of_any_script(file: Path) -> None:
    for letter in "aéя7":
        State(file).keep_mark(BRIEFING, letter, {"pane": "events", "above": 3})
    State(file).keep_mark(BRIEFING, "a", {"pane": "actors"})
    State(file).keep_mark(Path("other.yaml"), "b", {"pane": "actors"})
    kept = {letter: {"pane": "events", "above": 3} for letter in "éя7"}
    assert State(file).marks(BRIEFING) == {**kept, "a": {"pane": "actors"}}
    assert State(file).marks(Path("nowhere.yaml")) == {}


def test_a_mark_that_no_key_has_made_is_none(file: Path) -> None:
    State(file).keep_mark(BRIEFING, "a", {"pane": "events"})
    content = file.read_text("ascii")
    for number in ("1b", "99", "d800", "202e"):
        file.write_text(content.replace('"61"', f'"{number}"'), encoding="ascii")
        assert State(file).marks(BRIEFING) == {}


def test_marks_do_not_grow_without_end(file: Path) -> None:
    state = State(file)
    for number in range(MARKS + 10):
        state.keep_mark(BRIEFING, chr(0x4E00 + number), {"pane": "events"})
    assert list(state.marks(BRIEFING)) == [chr(0x4E00 + number) for number in range(10, MARKS + 10)]


def test_marks_of_many_briefings_never_cost_the_file(file: Path) -> None:
    state = State(file)
    state.keep_theme("light")
    place = dict.fromkeys(("entry", "key", "target"), "x" * 256)
    for number in range(20):
        for letter in "abcdefghijklmnopqrstuvwxyz":
            state.keep_mark(Path(f"{number}.yaml"), letter, place)
    again = State(file)
    assert again.theme == "light"
    assert len(again.marks(Path("19.yaml"))) == 26
    assert again.marks(Path("0.yaml")) == {}
    assert file.stat().st_size < 500_000


def test_what_is_unkept_stays_in_this_process(own_home: Path) -> None:
    State().keep_theme("light")
    state = Unkept()
    assert state.theme == ""
    state.keep_theme("projector")
    state.keep_mark(BRIEFING, "a", {"pane": "events"})
    assert (state.theme, state.marks(BRIEFING)) == ("projector", {"a": {"pane": "events"}})
    assert (State().theme, State().marks(BRIEFING)) == ("light", {})


def test_a_place_is_not_deeper_than_a_place_can_be() -> None:
    assert plain_place({"a": {"b": {"c": {"d": 1}}}}) == {"a": {"b": {}}}


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20) | st.integers(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=20,
)


@given(content=ANYTHING | st.fixed_dictionaries(dict.fromkeys(("theme", "recent", "places", "marks"), ANYTHING)))
def test_whatever_the_file_holds_is_tolerated(content: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("state") / "state.json"
    file.write_text(json.dumps(content))
    state = State(file)
    assert isinstance(state.theme, str)
    assert isinstance(state.recent, list)
    assert isinstance(state.place(BRIEFING), dict)
    assert all(len(letter) == 1 for letter in state.marks(BRIEFING))
    state.keep_recent(BRIEFING)
    state.keep_place(BRIEFING, {"line": 3})
    state.keep_mark(BRIEFING, "a", {"line": 3})
    assert State(file).place(BRIEFING) == {"line": 3}
    assert State(file).marks(BRIEFING)["a"] == {"line": 3}
    assert State(file).recent[0] == BRIEFING.absolute()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe{}", b"[" * 100_000, b"\0" * 10, b'{"theme": ' + b"9" * 5000 + b"}"]
)
def test_a_broken_file_is_an_empty_one(content: bytes, file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert (State(file).theme, State(file).recent) == ("", [])


def test_where_nothing_can_be_written_it_is_known_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    state = State(tmp_path / "file" / "state.json")
    state.keep_theme("dark")
    assert state.theme == "dark"


def test_names_that_are_no_text_are_kept(file: Path) -> None:
    odd = Path(os.fsdecode(b"/briefings/\xff\x1b.yaml"))
    State(file).keep_recent(odd)
    assert State(file).recent == [odd]
