"""A small part of the soak in every run, a larger one in the long run; and what the soak itself stands on."""

from pathlib import Path

import pytest

from tests.architecture.tree import SHIPPED
from tests.soak import soaking
from tests.soak.happenings import Happening, happenings
from tests.soak.shrinking import shortest
from tests.soak.soaking import Soak, Soaked, library
from tests.torture import CHANCE, FACTOR, Tally

#: How many things happen over each, in an ordinary run.
MANY = 80
PLACES = [("reader", path) for path in SHIPPED] + [("present", SHIPPED[0]), ("library", SHIPPED[0])]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file lies; any command may be chosen from the palette, and the editor ends at once."""
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("BRIEFING_PATH", str(library(tmp_path, SHIPPED)))
    found = tmp_path / "files"
    found.mkdir()
    return found


@pytest.mark.torture("soak")
@pytest.mark.parametrize(("place", "path"), PLACES, ids=lambda it: it if isinstance(it, str) else it.stem)
def test_whatever_happens(place: str, path: Path, folder: Path, tally: Tally) -> None:
    found = Soak(place, path, folder).of(happenings(CHANCE, MANY * FACTOR))
    tally(f"keys, mouse, pastes and sizes: {place}", found.after, bool(found.finding))
    assert not found.finding, f"after {found.after} with seed {CHANCE}: {found.finding}"
    assert found.after == MANY * FACTOR


def test_the_same_seed_is_the_same_soak() -> None:
    assert happenings(5, 300) == happenings(5, 300)[:300] == happenings(5, 400)[:300]
    assert happenings(5, 300) != happenings(6, 300)
    assert {one.what for one in happenings(5, 3000)} == {"key", "mouse", "size", "paste", "wait", "leave"}


def test_what_does_not_hold_is_found_and_made_short(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soaking, "broken", lambda app: iter(["a small one"] if app.size.width == 30 else []))
    keys = [Happening("key", "down")] * 15
    sequence = [*keys, Happening("size", "", 30, 6), *keys, Happening("size", "", 80, 24), *keys]
    soak = Soak("reader", SHIPPED[0], folder)
    found = soak.of(sequence)
    assert found == Soaked("a small one", 16, (), 1)
    assert shortest(sequence[: found.after], lambda some: bool(soak.of(some).finding)) == [sequence[15]]


def test_shortening_keeps_what_is_needed() -> None:
    assert shortest(list(range(100)), lambda some: {17, 80} <= set(some)) == [17, 80]


def test_a_long_one_is_tried_from_near_its_end() -> None:
    tried: list[int] = []

    def fails(some: list[int]) -> bool:
        tried.append(len(some))
        return {99_000, 99_999} <= set(some)

    assert shortest(list(range(100_000)), fails) == [99_000, 99_999]
    assert max(tried) == 1_200
