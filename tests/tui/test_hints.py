"""Link hints: digits pick, letters narrow by name, Enter takes the first."""

from briefing_tui.tui.hints import Hint, Hints

NAMES = ["River Authority", "Town of Harrow Bend", "The crest", "River gauge", *[f"Link {n}" for n in range(1, 9)]]


def hints(names: list[str] = NAMES) -> Hints:
    return Hints([Hint("main", 0, n, f"id-{n}", name, n, 0) for n, name in enumerate(names, 1)])


def press(state: Hints, keys: str) -> Hints:
    for key in keys:
        state.press("enter" if key == "\n" else key, None if key == "\n" else key)
    return state


def chosen(state: Hints) -> str | None:
    return state.chosen.target if state.chosen else None


def test_a_digit_that_can_only_mean_one_link_picks_it() -> None:
    assert chosen(press(hints(), "3")) == "id-3"


def test_a_digit_that_may_begin_a_longer_number_waits_for_the_next() -> None:
    state = press(hints(), "1")
    assert state.chosen is None
    assert [label for label, _ in state.labels()] == ["1", "10", "11", "12"]
    assert chosen(press(state, "2")) == "id-12"


def test_enter_settles_a_number_that_could_go_on() -> None:
    assert chosen(press(hints(), "1\n")) == "id-1"


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
