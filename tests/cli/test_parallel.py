"""Many files: in processes or not, the same comes of it in the same order, and an end is an end."""

import os
import signal
from datetime import date
from pathlib import Path

import pytest

from briefing_tui.cli import parallel
from briefing_tui.cli.checking import Job, Outcome, Task
from briefing_tui.cli.parallel import outcomes
from briefing_tui.cli.report import Failure
from tests.cli.conftest import Call

JOB = Job("concise", date(2026, 3, 4))


@pytest.fixture
def tasks(tmp_path: Path) -> list[Task]:
    found = []
    for n in range(40):
        path = tmp_path / f"{n:02}.yaml"
        path.write_text(f"title: A\nas_of: 2026\nsituation: {{bottom_line: 'On [[a{n}]].'}}\n" + "#\n" * (n % 7) * 3000)
        found.append(Task(path))
    return [*found, Task(tmp_path / "nowhere.yaml"), Task(None, given=b"title: A\n")]


def test_the_order_is_that_of_the_files_however_many_processes(tasks: list[Task]) -> None:
    alone = list(outcomes(tasks, JOB, 1))
    assert [done.name for done in alone] == [task.name for task in tasks]
    assert all(f"[[a{n}]]"[2:-2] in done.piece for n, done in enumerate(alone[:40]))
    for number in (2, 3):
        assert list(outcomes(tasks, JOB, number)) == alone


def test_mending_in_processes(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.yaml" for n in range(4)]
    for path in paths:
        path.write_text("title: A\nas_of: 2026\nstatus: exercize\nsituation: {bottom_line: A}\n")
    done = list(outcomes([Task(path) for path in paths], JOB._replace(mend="safe"), 2))
    assert [one.mended for one in done] == [1, 1, 1, 1]
    assert all("status: exercise\n" in path.read_text() for path in paths)


def test_processes_are_started_only_where_it_pays(
    tasks: list[Task], monkeypatch: pytest.MonkeyPatch, call: Call
) -> None:
    used: list[int] = []

    def at_once(tasks: list[Task], job: Job, number: int) -> list[Outcome]:
        used.append(number)
        return []

    monkeypatch.setattr(parallel, "_at_once", at_once)
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0, 1, 2}, raising=False)
    assert len(list(outcomes(tasks[:3], JOB))) == 3
    assert used == []
    monkeypatch.setattr(parallel, "ENOUGH", 1000)
    list(outcomes(tasks, JOB))
    assert used == [3]
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0}, raising=False)
    assert len(list(outcomes(tasks[:5], JOB))) == 5
    assert used == [3]


def test_a_process_that_is_ended_from_outside_is_said(tasks: list[Task], monkeypatch: pytest.MonkeyPatch) -> None:
    def dies(task: Task, job: Job) -> Outcome:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    # A forked process has it too.
    monkeypatch.setattr(parallel, "outcome", dies)
    with pytest.raises(Failure, match="ended from outside"):
        list(outcomes(tasks, JOB, 2))
