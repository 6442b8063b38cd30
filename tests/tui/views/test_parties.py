"""The parties: in an order in which arrows are short, the same every time."""

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.time import When
from briefing_tui.tui.views.parties import Message, arranged, length, nearness

PARTIES = tuple("abcdefgh")
MESSAGES = st.lists(
    st.builds(
        lambda by, to: Message("c", tuple(by), tuple(to), When.UNKNOWN),
        st.lists(st.sampled_from(PARTIES), max_size=2, unique=True),
        st.lists(st.sampled_from(PARTIES), max_size=3, unique=True),
    ),
    max_size=20,
)


def said(*pairs: str) -> list[Message]:
    return [Message(f"c{n}", (pair[0],), tuple(pair[1:]), When.UNKNOWN) for n, pair in enumerate(pairs)]


@given(MESSAGES)
def test_every_party_once_and_no_arrow_longer_than_by_first_appearance(messages: list[Message]) -> None:
    order = arranged(messages)
    near = nearness(messages)
    assert sorted(order) == sorted(near)
    assert length(order, near) <= length(tuple(near), near)
    assert order == arranged(messages)


def test_a_chain_stands_in_line_in_whatever_order_it_is_told() -> None:
    assert arranged(said("ab", "cd", "de", "bc")) == tuple("abcde")


def test_more_arrows_go_to_the_right() -> None:
    assert arranged(said("ba", "ba", "ab")) == ("b", "a")


def test_who_is_told_by_many_stands_among_them() -> None:
    assert arranged(said("am", "bm", "cm", "dm")).index("m") == 2


def test_too_many_stand_as_they_appear() -> None:
    parties = [f"p{n}" for n in range(40)]
    messages = [Message("c", (parties[n],), (parties[-n - 1],), When.UNKNOWN) for n in range(20)]
    assert arranged(messages) == tuple(nearness(messages))
