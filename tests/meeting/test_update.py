import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from briefing_tui.meeting.update import (
    DEEPEST,
    LARGEST,
    LONGEST,
    LONGEST_NAME,
    NOBODY,
    Update,
    decoded,
    digest_of,
    encode,
    first_term,
    name_from,
    next_term,
    parse,
    tellable,
    written,
)
from tests.meeting.rooms import DIGEST, garbage

plain = some.text(alphabet=some.characters(codec="utf-8", categories=["L", "N"]), max_size=20)
positions = some.dictionaries(
    plain,
    some.recursive(some.none() | some.booleans() | some.integers(-LARGEST, LARGEST) | plain, some.lists, max_leaves=10),
)
counts = some.integers(0, LARGEST)
updates = some.builds(Update, counts, counts, plain.filter(bool), some.just(DIGEST), positions)


@given(updates)
def test_what_is_written_is_read_again(update: Update) -> None:
    found = parse(encode(written(update)))
    assert found is not None
    assert (found.order, found.digest) == (update.order, update.digest)
    assert found.position == {key: decoded(encode({"it": value}))["it"] for key, value in update.position.items()}  # type: ignore[index]


@given(some.binary(max_size=400))
def test_any_bytes_are_an_update_or_none(content: bytes) -> None:
    assert parse(content) is None


@pytest.mark.parametrize("content", garbage(), ids=lambda content: repr(content[:30]))
def test_garbage_is_no_update(content: bytes) -> None:
    assert parse(content) is None


@given(updates, some.randoms())
def test_an_update_with_bytes_changed_harms_nobody(update: Update, random: object) -> None:
    content = bytearray(encode(written(update)))
    for _ in range(3):
        content[random.randrange(len(content))] = random.randrange(256)  # type: ignore[attr-defined]
    found = parse(bytes(content))
    assert found is None or isinstance(found.position, dict)


def test_whatever_may_be_shown_is_clean() -> None:
    rude = {"key": "a\x1b[31mb", "\x9b": ["\u202edcba", {"x": "\x07"}]}
    found = parse(json.dumps(written(Update(1, 2, "An\x1b]0;x\x07na\n  B", DIGEST, rude))).encode())
    assert found is not None
    text = json.dumps([found.driver, found.position], ensure_ascii=False)
    assert not {char for char in text if ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char == "\u202e"}
    assert "\n" not in found.driver


def test_names_are_short_and_never_empty() -> None:
    assert name_from("Anna") == "Anna"
    assert name_from("  \u200b ") == name_from("") == name_from(None) == NOBODY
    assert len(name_from("x" * 100_000)) == LONGEST_NAME


def test_what_is_too_large_or_too_deep_is_refused_on_both_sides() -> None:
    large = Update(1, 1, "a", DIGEST, {"key": "x" * LONGEST})
    assert not tellable(large)
    with pytest.raises(ValueError, match="cannot be told"):
        encode(written(large))
    assert parse(json.dumps(written(large)).encode()) is None
    nested: dict[str, object] = {}
    for _ in range(DEEPEST):
        nested = {"x": nested}
    assert parse(encode(written(Update(1, 1, "a", DIGEST, nested)))) is None
    assert parse(encode(written(Update(1, 1, "a", DIGEST, {"x": list(range(5_000))})))) is None
    with pytest.raises(ValueError, match="cannot be told"):
        encode({"it": object()})
    assert not tellable(Update(1, 1, "a", DIGEST, {"x": float("nan")}))


@given(some.integers(0, LARGEST))
def test_taking_over_raises_the_term(term: int) -> None:
    assert next_term(term) > term or next_term(term) == LARGEST


def test_two_who_take_over_at_once_have_different_terms() -> None:
    term = first_term()
    assert len({next_term(term) for _ in range(50)}) > 45
    assert first_term() < LARGEST / 2


@given(some.lists(updates, min_size=1, max_size=12), some.randoms())
def test_in_whatever_order_they_come_the_newest_wins(told: list[Update], random: object) -> None:
    def newest(arriving: list[Update]) -> tuple[int, int]:
        known = arriving[0]
        for update in arriving[1:]:
            known = update if update.order > known.order else known
        return known.order

    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert newest(told) == newest(shuffled)


def test_a_digest_is_the_files_bytes() -> None:
    assert digest_of(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
