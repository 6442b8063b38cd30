"""Link hints: digits pick, letters narrow by name, Enter takes the first."""

from itertools import pairwise

import pytest

from briefing_tui.tui.hints import Hint, Hints, numbers

NAMES = ["River Authority", "Town of Harrow Bend", "The crest", "River gauge", *[f"Link {n}" for n in range(1, 9)]]


def hints(names: list[str] = NAMES) -> Hints:
    return Hints([Hint("main", 0, n, f"id-{n}", name, n, 0) for n, name in enumerate(names, 1)])


def press(state: Hints, keys: str) -> Hints:
    for key in keys:
        state.press("enter" if key == "\n" else key, None if key == "\n" else key)
    return state


def chosen(state: Hints) -> str | None:
    return state.chosen.target if state.chosen else None


@pytest.mark.parametrize("count", [0, 1, 9, 10, 34, 89, 90, 91, 500, 899, 901, 3000])
def test_no_number_is_the_beginning_of_another(count: int) -> None:
    made = sorted(numbers(count))
    assert len(set(made)) == count
    assert not any(after.startswith(before) for before, after in pairwise(made))


def test_the_first_links_are_one_digit_away() -> None:
    assert numbers(12)[:9] == ["1", "2", "3", "4", "5", "6", "7", "8", "90"]
    assert chosen(press(hints(), "3")) == "id-3"


def test_the_others_take_two_digits_and_show_what_is_left_after_one() -> None:
    state = press(hints(), "9")
    assert state.chosen is None
    assert [label for label, _ in state.labels()] == ["90", "91", "92", "93"]
    assert chosen(press(state, "3")) == "id-12"


def test_enter_takes_the_first_that_the_digits_leave() -> None:
    assert chosen(press(hints(), "9\n")) == "id-9"


def test_letters_narrow_by_the_beginning_of_words_and_numbers_start_over() -> None:
    state = press(hints(), "riv")
    assert [(label, hint.words) for label, hint in state.labels()] == [("1", "River Authority"), ("2", "River gauge")]
    assert chosen(press(state, "2")) == "id-4"


def test_letters_fall_back_to_the_middle_of_words() -> None:
    assert [hint.words for hint in press(hints(), "auge").left] == ["River gauge"]


def test_a_letter_that_fits_nothing_is_not_taken() -> None:
    state = press(hints(), "rz")
    assert state.letters == "r"
    assert len(state.left) == 2


def test_enter_takes_the_first() -> None:
    assert chosen(press(hints(), "\n")) == "id-1"
    assert chosen(press(hints(), "town\n")) == "id-2"


def test_a_number_past_the_last_link_is_not_taken() -> None:
    state = press(hints(NAMES[:4]), "9")
    assert not state.over
    assert state.digits == ""


def test_escape_and_backspace_on_nothing_leave() -> None:
    state = hints()
    state.press("escape", "\x1b")
    assert state.over
    assert state.chosen is None
    state = hints()
    state.press("backspace", "\x7f")
    assert state.over


def test_backspace_takes_back_a_letter_and_widens_again() -> None:
    state = press(hints(), "ri")
    state.press("backspace", "\x7f")
    state.press("backspace", "\x7f")
    assert len(state.left) == len(NAMES)
    assert not state.over
