"""What a command takes that may be several processes: all it has started counts, as Linux tells it in /proc."""

import os
import time
from pathlib import Path

_PROC = Path("/proc")


def tree_of(pid: int) -> list[int]:
    """A process and all below it, it first; itself alone where the system does not tell."""
    found = [pid]
    for process in found:
        try:
            tasks = list((_PROC / str(process) / "task").iterdir())
        except OSError:
            continue
        for task in tasks:
            try:
                found += [int(child) for child in (task / "children").read_text("ascii").split()]
            except OSError:
                continue
    return found


def worked(pid: int) -> float:
    """For how many seconds a process, and all below it, have been on a processor; 0 where the system does not tell."""
    return sum(_worked(process) for process in tree_of(pid))


def resident(pid: int) -> float | None:
    """What a process and all below it have in memory now, in MB (10^6 bytes); None where the system does not tell.

    What a process was forked with is counted once: the largest as a whole, of the others what is theirs alone.
    """
    return _together(pid, "VmRSS:")


def peak(pid: int) -> float | None:
    """The same at the moment the largest had most."""
    return _together(pid, "VmHWM:")


def peak_of(pid: int | str) -> float | None:
    """The most memory one process has had so far, in MB; None where the system does not tell.

    Not getrusage: a child inherits the peak of the process it was forked from.
    """
    return _line(pid, "status", "VmHWM:")


def _worked(pid: int) -> float:
    seconds = 0.0
    try:
        # The clock of a process as clock_getcpuclockid(3) numbers it: all its threads, also those that have ended.
        seconds = time.clock_gettime((~pid << 3) | 2)
    except OSError:
        return 0.0
    try:
        # Of what it has started and waited for, in ticks, which are coarse.
        after_name = (_PROC / str(pid) / "stat").read_text("ascii", "replace").rpartition(")")[2].split()
        seconds += (int(after_name[13]) + int(after_name[14])) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError):
        pass
    return seconds


def _together(pid: int, field: str) -> float | None:
    tree = tree_of(pid)
    taken = {process: amount for process in tree if (amount := _line(process, "status", field)) is not None}
    if not taken:
        return None
    largest = max(taken, key=lambda process: taken[process])
    return taken[largest] + sum(_private(process) for process in taken if process != largest)


def _private(pid: int) -> float:
    kinds = ("Private_Clean:", "Private_Dirty:", "Swap:")
    return sum(_line(pid, "smaps_rollup", kind) or 0.0 for kind in kinds)


def _line(pid: int | str, file: str, field: str) -> float | None:
    try:
        lines = (_PROC / str(pid) / file).read_text("ascii", "replace").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith(field)), None)
