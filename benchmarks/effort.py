"""How often something is measured: in full, or just to see that it can be (`--quick`)."""

import os

_QUICK = "BENCH_QUICK"


def be_quick() -> None:
    """From now on, in this process and in those it starts, little is measured."""
    os.environ[_QUICK] = "1"


def is_quick() -> bool:
    """Whether figures are of no account."""
    return _QUICK in os.environ


def runs(count: int) -> int:
    """How often to do something that is done `count` times in full."""
    return min(2, count) if is_quick() else count
