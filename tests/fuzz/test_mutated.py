"""A hundred thousand texts to which something happened: each is answered, and whatever is shown of it is shown."""

import os

import pytest

from tests.fuzz.run import told, tried, tried_of
from tests.fuzz.shrinking import smallest
from tests.fuzz.targets import TARGETS
from tests.torture import CHANCE, FACTOR, Tally

#: Inputs in an ordinary run; `.ci/run` asks for all of them.
INPUTS = int(os.environ.get("BRIEFING_INPUTS") or (20_000 if FACTOR == 1 else 50_000 * FACTOR))
#: Inputs for each of the other readers.
OTHERS = 1_000
#: Each is a run of its own, with a seed of its own: what runs tests side by side shares them out.
SHARDS = max(20, INPUTS // 50_000)


@pytest.mark.torture("any file")
@pytest.mark.parametrize("shard", range(SHARDS))
def test_mutated_inputs(shard: int, tally: Tally) -> None:
    inputs = INPUTS // SHARDS
    broken = tried(CHANCE * 1_000 + shard, inputs)
    tally("mutated inputs", inputs, len(broken))
    assert not broken, told(broken)


@pytest.mark.torture("any file")
@pytest.mark.parametrize("name", sorted(TARGETS.keys() - {"load"}))
def test_mutated_inputs_of_all_else_that_is_read(name: str, tally: Tally) -> None:
    inputs = OTHERS * FACTOR
    broken = tried_of(name, CHANCE, inputs)
    tally(f"mutated inputs: {name}", inputs, len(broken))
    assert not broken, told(broken)


def test_the_same_seed_gives_the_same_inputs() -> None:
    from random import Random

    from tests.fuzz.mutation import LONGEST, Mutator
    from tests.fuzz.seeds import seeds

    def some(seed: int) -> list[bytes]:
        mutator = Mutator(seeds(), Random(seed))
        return [mutator.text() for _ in range(300)]

    assert some(3) == some(3) != some(4)
    assert len(set(some(3))) > 290
    assert max(map(len, some(3))) < 8 * LONGEST


def test_what_fails_is_made_small() -> None:
    data = b"a" * 400 + b"<" + b"b" * 300 + b">" + b"c" * 50
    assert smallest(data, lambda data: 0 <= data.find(b"<") < data.find(b">")) == b"<>"
    assert smallest(data, lambda data: False) == data
