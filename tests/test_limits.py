"""Any file is answered within a time and a memory: measured in processes of their own, under hard limits."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.architecture.tree import ROOT
from tests.limits import STEPS
from tests.torture import Tally
from tests.worst import WORST

#: What a file is answered in: seconds and megabytes promised, and how much wider the seconds are here than promised,
#: since machines differ. Processor time is measured, not what a clock shows.
SECONDS, MEGABYTES, WIDER = 2.0, 300, 10
#: What all that comes after may take: screens, finding, exports.
ANYTHING = 1_000

#: What each ordinary run looks at: one of each sort, the quick ones.
ALWAYS = (
    "carriage returns",
    "control characters",
    "slips",
    "sources of sources",
    "names of the same words",
    "emphasis, closed",
)


def cost(name: str, *steps: str) -> dict[str, Any]:
    """What the steps have cost; fails where one of them did not come to its end."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.limits", name, *steps], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, f"{name}: {ran.returncode} {ran.stderr[-600:]}"
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def hold(name: str, *steps: str) -> None:
    found = cost(name, *steps)
    size = found.pop("size")
    assert size <= 5_000_000 or name == "larger than any", size
    assert sum(found[step][0] for step in ("load", "check")) <= SECONDS * WIDER, found
    assert found["check"][1] <= MEGABYTES, found
    for step, (seconds, megabytes) in found.items():
        assert seconds <= SECONDS * WIDER, (step, found)
        assert megabytes <= ANYTHING, (step, found)


@pytest.mark.parametrize("name", ALWAYS)
def test_a_file_made_to_be_slow_is_answered(name: str) -> None:
    hold(name, "load", "check", "told", "first screen")


@pytest.mark.torture("any file", alone=True)
@pytest.mark.parametrize("name", WORST)
def test_the_worst_files_are_read_shown_searched_and_exported(name: str, tally: Tally) -> None:
    hold(name, *STEPS)
    tally("files of 5 MB made to be slow", 1, 0)


def test_a_file_that_is_larger_is_refused_at_once() -> None:
    found = cost("larger than any", "load")
    # Not even read: it takes no more memory than there was.
    assert found["load"][1] <= found["making"][1] + 10, found
