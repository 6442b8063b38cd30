"""`briefing add`: fields as options or pairs, what cannot stand is refused, and where the entry stands is said."""

from pathlib import Path

import pytest

from briefing_tui.cli import add as module
from briefing_tui.source.load import load
from tests.cli.conftest import Call

TEXT = """\
title: T  # c
as_of: 2026-03-04
situation: {bottom_line: B.}
actors:
  town: {name: Town, type: population}   # the town
"""


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "words",
    [
        ["--name", "The Ford", "--type", "state"],
        ["name=The Ford", "type=state"],
        ["--name=The Ford", "type=state"],
        ["name=The", "Ford", "--type", "state"],
    ],
)
def test_fields_are_options_or_pairs(call: Call, flood: Path, words: list[str]) -> None:
    ran = call("add", "actor", "flood.yaml", *words)
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "flood.yaml:6: actor ford\n", "")
    assert flood.read_text("utf-8") == TEXT + "  ford: {name: The Ford, type: state}\n"


def test_several_values_are_a_list_and_a_dot_leads_into_a_field(call: Call, flood: Path) -> None:
    words = ["--from", "town", "--to", "public", "town", "--text", "level=7.2 m: high", "--quote.text", "High!"]
    ran = call("add", "communication", "flood.yaml", "--id", "call", *words, "reported-by=town")
    assert ran.exit_code == 0, ran.stderr
    briefing = load(flood).briefing
    assert briefing is not None
    [made] = briefing.communications
    assert (made.id, made.text) == ("call", "level=7.2 m: high")
    assert [ref.ref for ref in made.to] == ["public", "town"]
    assert [ref.ref for ref in made.reported_by] == ["town"]
    assert made.quote is not None
    assert made.quote.text == "High!"


def test_what_is_left_open_is_said(call: Call, flood: Path) -> None:
    ran = call("add", "events", "flood.yaml")
    assert ran.stdout == "flood.yaml:7: event event-1\n"
    assert ran.stderr == "Still to be written: title, when\n"
    assert "<what happened, in one line>" in flood.read_text("utf-8")


def test_a_name_that_leads_nowhere_is_said_and_written(call: Call, flood: Path) -> None:
    ran = call("add", "event", "flood.yaml", "title=The crest", "when=2026-03-05", "participants.affected=twon")
    assert ran.exit_code == 0
    assert "No entry is called “twon”. Did you mean `town`" in ran.stderr
    assert "affected: twon" in flood.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["event", "title=C", "when=soon"], "'soon' is not a time"),
        (["event", "titel=C"], "Did you mean `title`?"),
        (["event", "status=certain", "title=C"], "certain"),
        (["evnt"], "did you mean event?"),
        (["event", "The crest"], "belongs to no field"),
        (["event", "--title"], "--title is given without a value"),
        (["event", "--id", "The Crest"], "how about `the-crest`?"),
        (["event", "--id", "town"], "id of another entry"),
    ],
)
def test_what_cannot_stand_is_said_and_nothing_is_written(call: Call, flood: Path, words: list[str], why: str) -> None:
    ran = call("add", words[0], "flood.yaml", *words[1:])
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert why in ran.stderr
    assert flood.read_text("utf-8") == TEXT


def test_what_would_change_is_shown_and_not_done(call: Call, flood: Path) -> None:
    ran = call("add", "actor", "flood.yaml", "name=Ford", "--diff")
    assert "\n+  ford: {name: Ford}\n" in ran.stdout
    assert flood.read_text("utf-8") == TEXT


def test_the_editor_is_opened_at_what_is_to_be_written(
    call: Call, flood: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[Path, int]] = []
    monkeypatch.setattr(module, "editor_problem", lambda: None)
    monkeypatch.setattr(module, "edited_at", lambda path, line: opened.append((path, line)))
    assert call("add", "event", "flood.yaml", "--edit").exit_code == 0
    assert opened == [(Path("flood.yaml"), 8)]
    assert "# participants: {initiator: id" in flood.read_text("utf-8")


def test_without_a_terminal_no_editor_is_opened(call: Call, flood: Path) -> None:
    ran = call("add", "event", "flood.yaml", "--edit")
    assert ran.exit_code == 0
    assert "no editor is opened, since" in ran.stderr


def test_a_file_that_changed_in_the_meantime_is_left(call: Call, flood: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing_tui.authoring.addition import add_edits

    def slowly(*given: object, **more: object) -> object:
        flood.write_text(TEXT + "# mine\n", encoding="utf-8")
        return add_edits(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "add_edits", slowly)
    ran = call("add", "actor", "flood.yaml", "name=Ford")
    assert ran.exit_code == 2
    assert "has changed in the meantime" in ran.stderr
    assert flood.read_text("utf-8") == TEXT + "# mine\n"


def test_help_shows_how(call: Call) -> None:
    text = call("add", "--help").stdout
    assert "briefing add event flood.yaml" in text
    assert "judgement" in text
