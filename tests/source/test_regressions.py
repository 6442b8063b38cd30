"""Inputs that once broke something, each in its smallest form: they never do again."""

from pathlib import Path

import pytest

from tests.fuzz.claim import claim
from tests.fuzz.seeds import regressions


@pytest.mark.parametrize("path", regressions(), ids=lambda path: path.stem)
def test_what_once_broke_something(path: Path) -> None:
    claim(path.read_bytes())
