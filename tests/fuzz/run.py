"""So many mutated inputs of a seed, tried one after the other; what breaks the claim is made small and told."""

import traceback
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from tests.fuzz.claim import claim
from tests.fuzz.mutation import Mutator
from tests.fuzz.seeds import seeds
from tests.fuzz.shrinking import smallest
from tests.fuzz.targets import TARGETS


class Broken(NamedTuple):
    """An input that breaks the claim, in its smallest form, and what it comes to."""

    seed: int
    number: int
    data: bytes
    why: str


def tried(seed: int, inputs: int, most: int = 3) -> list[Broken]:
    """The briefings that break the claim, of so many. Gives up after the first few."""
    # What takes longer is looked at by lot; once something is broken, it is looked at whatever the lot.
    return _tried(seed, inputs, most, seeds(), lambda data, number: claim(data, Random(f"{seed} {number}")), claim)


def tried_of(name: str, seed: int, inputs: int, most: int = 3) -> list[Broken]:
    """The inputs that break one of TARGETS, of so many."""
    target = TARGETS[name]
    return _tried(seed, inputs, most, target.seeds(), lambda data, _: target.run(data), target.run)


def _tried(
    seed: int,
    inputs: int,
    most: int,
    begin: list[str],
    try_: Callable[[bytes, int], object],
    again: Callable[[bytes], object],
) -> list[Broken]:
    mutator = Mutator(begin, Random(seed))
    found: list[Broken] = []
    for number in range(inputs):
        data = mutator.text()
        why = broken_by(lambda data: try_(data, number), data)  # noqa: B023 - called at once
        if why:
            place = why.splitlines()[-1]
            small = smallest(data, lambda data, place=place: place in broken_by(again, data))
            found.append(Broken(seed, number, small, why))
            if len(found) >= most:
                break
    return found


def broken_by(try_: Callable[[bytes], object], data: bytes) -> str:
    """What an input comes to: empty where nothing is wrong, else what was raised, and in the last line where."""
    try:
        try_(data)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        place = " < ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in reversed(frames[-5:]))
        return f"{str(error)[:300]}\n{place}\n{type(error).__name__} in {frames[-1].name}"
    return ""


def told(broken: list[Broken]) -> str:
    """What a failed run says."""
    return "\n\n".join(
        f"seed {one.seed}, input {one.number}, small: keep it in tests/source/regressions/\n{one.data!r}\n{one.why}"
        for one in broken
    )
