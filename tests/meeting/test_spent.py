"""What is written of a meeting's time adds up, and what an author wrote is text in it."""

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.meeting.order import Stage
from briefing_tui.meeting.spent import Spent, Times, times_csv, times_data, times_markdown, times_of
from briefing_tui.meeting.timing import Run, Timed
from briefing_tui.model.text import one_line

STAGES = (
    Stage("bottom-line", "bottom-line", "", "Bottom line", 1.0),
    Stage("events:lanes", "events", "lanes", "Events", 3.0),
    Stage("asks", "asks", "", "Asked of this meeting"),
)
RUN = Run(
    "2026-03-04T14:02:00.000+01:00",
    15.0,
    False,
    (Timed("asks", 30, 0), Timed("bottom-line", 65.5, 130), Timed("gone", 20, 0.5)),
    12.0,
)


def test_steps_stand_in_their_order_and_what_is_gone_from_it_comes_last() -> None:
    assert times_of(RUN, STAGES).steps == (
        Spent("bottom-line", "Bottom line", 150.0, 65.5, 130),
        Spent("asks", "Asked of this meeting", 300.0, 30, 0),
        Spent("gone", "gone", None, 20, 0.5),
    )


def test_as_markdown() -> None:
    assert times_markdown(times_of(RUN, STAGES), str.upper).splitlines() == [
        "Began 2026-03-04 14:02, took 4:18 of 15:00 planned, 2:10 for questions and 0:12 with a blank screen.",
        "",
        "| step | planned | took | questions |",
        "| --- | ---: | ---: | ---: |",
        "| BOTTOM LINE | 2:30 | 1:05 | 2:10 |",
        "| ASKED OF THIS MEETING | 5:00 | 0:30 |  |",
        "| GONE |  | 0:20 |  |",
        "| **together** | 7:30 | 1:55 | 2:10 |",
    ]


def test_without_a_plan_nothing_is_said_of_one() -> None:
    run = RUN._replace(minutes=None, steps=RUN.steps[:1], blank=0)
    times = times_of(run, [stage._replace(minutes=None) for stage in STAGES])
    text = times_markdown(times, str)
    assert "Began 2026-03-04 14:02, took 0:30.\n" in text
    assert "| Asked of this meeting |  | 0:30 |  |" in text
    assert "planned" not in json.dumps(times_data(times))


def test_as_data() -> None:
    found = json.loads(json.dumps(times_data(times_of(RUN, STAGES))))
    assert (found["started"], found["minutes"], found["seconds"], found["blank"]) == (RUN.started, 15, 258, 12)
    assert found["steps"][0] == {
        "step": "bottom-line",
        "title": "Bottom line",
        "planned": 150,
        "seconds": 65.5,
        "questions": 130,
    }


@given(titles=st.lists(st.text(), max_size=6))
def test_as_csv_every_title_is_one_cell_and_no_formula(titles: list[str]) -> None:
    rows = tuple([Spent("asks", title, None, 1, 2) for title in titles])
    read = list(csv.reader(io.StringIO(times_csv(Times(RUN, rows)), newline="")))
    assert read[0] == ["step", "title", "planned", "seconds", "questions"]
    assert [(row[0], row[2:]) for row in read[1:]] == [("asks", ["", "1.0", "2.0"])] * len(titles)
    for title, row in zip(titles, read[1:], strict=True):
        assert row[1].removeprefix("'") == one_line(title).removeprefix("'")
        assert not row[1].lstrip().startswith(("=", "+", "-", "@"))
