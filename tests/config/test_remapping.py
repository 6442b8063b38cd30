"""Keys given to commands: what two would have, what hides a chord, and what must stay within reach."""

import pytest

from tests.config.commands import read, told


def test_a_key_of_a_command_that_keeps_it_is_not_given_away() -> None:
    found = read("keys:\n  find: f\n")
    assert told(found) == ["2 C701 `f` cannot be given to `find`: it is the key of `hints`"]
    assert found.findings[0].help == "Give `find` another key, or `hints`; `hints: none` takes its keys away"
    assert found.keys == {}


@pytest.mark.parametrize("written", ["slash", "/", "'/'", "[x, /]"])
def test_a_key_is_the_same_however_it_is_written(written: str) -> None:
    found = read(f"keys:\n  hints: {written}\n")
    assert told(found) == ["2 C701 `/` cannot be given to `hints`: it is the key of `find`"]


@pytest.mark.parametrize(
    "order", [("find: f", "hints: x"), ("hints: x", "find: f"), ("hints: none", "filter: [], find: f")]
)
def test_a_key_that_its_command_gives_up_is_free(order: tuple[str, str]) -> None:
    text = ", ".join(order)
    found = read(f"keys: {{{text}, filter: F}}" if "filter" not in text else f"keys: {{{text}}}")
    assert told(found) == []
    assert found.keys["find"] == ("f",)


def test_commands_may_change_places() -> None:
    found = read("keys: {find: ':', goto: [/, ctrl+p]}")
    assert told(found) == []
    assert found.keys == {"find": (":",), "goto": ("/", "ctrl+p")}


def test_of_two_commands_with_one_new_key_the_first_has_it() -> None:
    found = read("keys:\n  goto: x\n  find: x\n")
    assert told(found) == ["3 C701 `x` cannot be given to `find`: it is the key of `goto`"]
    assert [found.lines.position(other.extent.start).line for other in found.findings[0].related] == [2]
    assert found.keys == {"goto": ("x",)}


def test_a_command_that_falls_back_to_its_key_has_it_again() -> None:
    found = read("keys:\n  find: f\n  filter: F\n  hints: q\n")
    assert told(found) == [
        "2 C701 `f` cannot be given to `find`: it is the key of `hints`",
        "4 C701 `q` cannot be given to `hints`: it is the key of `quit`",
    ]
    assert found.findings[1].help == "Give `hints` another key, or `quit`"
    assert found.keys == {"filter": ("F",)}


def test_screens_of_their_own_share_keys() -> None:
    assert told(read("keys: {hints: x, filter: x}")) == []
    assert told(read("keys: {top: N}")) == []
    assert told(read("keys: {find: N}")) == ["1 C701 `N` cannot be given to `find`: it is the key of `next`"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("find: g", "`g` cannot be given to `find`: it begins `g g`, the key of `top`"),
        ("find: j j", "`j j` cannot be given to `find`: `j` alone is the key of `down`"),
        ("find: [z, z z z]", "`z` cannot be given to `find`: it begins `z z z`, the key of `find`"),
    ],
)
def test_a_chord_is_not_hidden_by_its_beginning(text: str, said: str) -> None:
    found = read(f"keys: {{{text}}}")
    assert told(found) == [f"1 C701 {said}"]
    assert found.keys == {}


def test_a_chord_may_be_given_up_or_begin_as_another_does() -> None:
    found = read("keys: {top: home, find: g, goto: [z z, z a]}")
    assert told(found) == []
    assert read("keys: {find: g f}").keys == {"find": ("g f",)}


@pytest.mark.parametrize("nothing", ["none", "[]", "[none]"])
def test_the_way_out_and_the_keys_stay_within_reach(nothing: str) -> None:
    found = read(f"keys:\n  quit: {nothing}\n  keys: {nothing}\n  find: {nothing}\n")
    assert told(found) == ["2 C702 `quit` must have a key", "3 C702 `keys` must have a key"]
    assert found.keys == {"find": ()}
    assert told(read("keys: {quit: ctrl+x, keys: f1}")) == []


def test_none_stands_alone() -> None:
    found = read("keys: {find: [none, x]}")
    assert told(found) == ["1 M304 “none” cannot stand among keys"]


@pytest.mark.parametrize(("typed", "help"), [("fnd", "Did you mean `find`?"), ("Quit", "Did you mean `quit`?")])
def test_a_misspelt_command_is_recognised(typed: str, help: str) -> None:
    found = read(f"keys: {{{typed}: x}}")
    assert told(found) == [f"1 M303 “{typed}” is none of the commands"]
    assert found.findings[0].help == help
    assert [edit.text for edit in found.findings[0].edits] == [typed.casefold().replace("fnd", "find")]


def test_what_is_no_command_at_all_is_shown_the_commands() -> None:
    found = read("keys: {wxyz: x}")
    assert found.findings[0].help.startswith("Known: find, hints, goto,")


def test_the_keys_a_command_has_anyway_are_no_change() -> None:
    # In two modes it has different keys: written down together, each mode keeps its own.
    assert read("keys: {next: [n, N], find: /, top: [g g, home]}").keys == {}
