"""So many mutated inputs of a seed, tried one after the other; what breaks the claim is made small and told."""

import traceback
from random import Random
from typing import NamedTuple

from tests.fuzz.claim import claim
from tests.fuzz.mutation import Mutator
from tests.fuzz.seeds import seeds
from tests.fuzz.shrinking import smallest


class Broken(NamedTuple):
    """An input that breaks the claim, in its smallest form, and what it comes to."""

    seed: int
    number: int
    data: bytes
    why: str


def tried(seed: int, inputs: int, most: int = 3) -> list[Broken]:
    """The inputs that break the claim, of so many. Gives up after the first few."""
    chance = Random(seed)
    mutator = Mutator(seeds(), chance)
    found: list[Broken] = []
    for number in range(inputs):
        data = mutator.text()
        # Its own: an input is looked at as closely when it is tried alone.
        why = broken_by(data, Random(f"{seed} {number}"))
        if why:
            place = why.splitlines()[-1]
            small = smallest(data, lambda data, place=place: place in broken_by(data))
            found.append(Broken(seed, number, small, why))
            if len(found) >= most:
                break
    return found


def broken_by(data: bytes, chance: Random | None = None) -> str:
    """What an input comes to: empty where the claim holds, else where it was broken and by what."""
    try:
        claim(data, chance)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        place = " < ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in reversed(frames[-5:]))
        return f"{str(error)[:300]}\n{place}\n{type(error).__name__} in {frames[-1].name}"
    return ""


def told(broken: list[Broken]) -> str:
    """What a failed run says."""
    return "\n\n".join(
        f"seed {one.seed}, input {one.number}, made small: keep it in tests/source/regressions/\n{one.data!r}\n{one.why}"
        for one in broken
    )
