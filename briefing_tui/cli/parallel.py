"""Many files checked at once, in processes where that pays; what becomes of them comes in the order of the files."""

import os
from collections.abc import Iterator, Sequence

from briefing_tui.cli.checking import Job, Outcome, Task, outcome
from briefing_tui.cli.report import Failure

#: Bytes of briefings from which on processes pay: starting them takes as long as checking so much.
ENOUGH = 300_000
#: More processes than this wait for one another's disk.
MOST = 8


def outcomes(tasks: Sequence[Task], job: Job, processes: int | None = None) -> Iterator[Outcome]:
    """What becomes of each file, in order. `processes` is how many to use, else as many as pay."""
    number = _processes(tasks) if processes is None else processes
    if number < 2:
        for task in tasks:
            yield outcome(task, job)
        return
    yield from _at_once(tasks, job, number)


def _processes(tasks: Sequence[Task]) -> int:
    most = min(
        MOST, len(tasks), len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    if most < 2:
        return 1
    size = 0
    for task in tasks:
        try:
            size += os.stat(task.path).st_size if task.path is not None else 0
        except (OSError, ValueError):
            continue
        if size >= ENOUGH:
            return most
    return 1


def _at_once(tasks: Sequence[Task], job: Job, number: int) -> Iterator[Outcome]:
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
    from functools import partial
    from multiprocessing import get_all_start_methods, get_context

    # What is loaded already need not be loaded again; on systems where that is not safe, there is no choice.
    context = get_context("fork" if "fork" in get_all_start_methods() and os.uname().sysname == "Linux" else "spawn")
    size = max(1, min(16, len(tasks) // (number * 4)))
    pool = ProcessPoolExecutor(number, context, _start)
    try:
        yield from pool.map(partial(_outcome, job), tasks, chunksize=size)
    except BrokenProcessPool:
        raise Failure("the check broke off: one of its processes was ended from outside") from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _start() -> None:
    """In a process of the pool: Ctrl+C ends it without a word, and so does the end of the one that started it."""
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        # Killed from outside, it cannot say so itself; without it, nobody would ever send another file, or an end.
        wait([parent.sentinel])
        os._exit(1)


def _outcome(job: Job, task: Task) -> Outcome:
    return outcome(task, job)
