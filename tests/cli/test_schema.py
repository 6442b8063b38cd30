"""`briefing schema`: prints the schema, writes it for an editor, and never over anything else."""

import json
import os
from pathlib import Path

import pytest

from briefing_tui.schema.file import shipped_schema
from tests.cli.conftest import Call

SCHEMA = shipped_schema().read_bytes()
LINE = "# yaml-language-server: $schema=briefing.schema.json\n"


def test_it_prints_the_schema(call: Call) -> None:
    result = call("schema")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes == SCHEMA
    assert json.loads(result.stdout)["title"] == "briefing"


def test_it_says_where_the_shipped_one_is(call: Call) -> None:
    assert call("schema", "--path").stdout == f"{shipped_schema()}\n"


def test_it_is_written_where_one_is(call: Call, tmp_path: Path) -> None:
    result = call("schema", "--write")
    assert (result.exit_code, result.stdout) == (0, "briefing.schema.json\n")
    assert result.stderr.endswith(LINE)
    assert (tmp_path / "briefing.schema.json").read_bytes() == SCHEMA


def test_it_is_written_beside_the_briefings(call: Call, tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    assert call("schema", "--write").stdout == "briefings/briefing.schema.json\n"
    assert [path.name for path in tmp_path.iterdir()] == ["briefings"]


def test_it_is_written_into_a_folder_or_as_a_file(call: Call, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    assert call("schema", "--write", "reports").stdout == "reports/briefing.schema.json\n"
    result = call("schema", "--write", "reports/own.json")
    assert result.stdout == "reports/own.json\n"
    assert result.stderr.endswith("$schema=own.json\n")
    assert {path.read_bytes() for path in (tmp_path / "reports").iterdir()} == {SCHEMA}


def test_a_name_with_a_space_is_named_by_an_address(call: Call, tmp_path: Path) -> None:
    assert call("schema", "--write", "our schema.json").stderr.endswith("/our%20schema.json\n")


def test_an_earlier_one_is_replaced(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "briefing.schema.json"
    path.write_text('{"$id": "https://briefing-tui.invalid/briefing-1.schema.json", "old": true}')
    assert call("schema", "--write").exit_code == 0
    assert path.read_bytes() == SCHEMA


@pytest.mark.parametrize("content", ["", "{}", "title: A crest\n", '{"$id": "https://example.org/x"}'])
def test_nothing_else_is_written_over(content: str, call: Call, tmp_path: Path) -> None:
    path = tmp_path / "briefing.schema.json"
    path.write_text(content)
    result = call("schema", "--write")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is there already and is no schema of a briefing" in result.stderr
    assert path.read_text() == content


def test_a_pipe_is_not_waited_for(call: Call, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert call("schema", "--write", "pipe").exit_code == 2


def test_a_folder_that_is_not_there_is_a_message(call: Call) -> None:
    result = call("schema", "--write", "nowhere/x.json")
    assert result.exit_code == 2
    assert "nowhere/x.json cannot be written: No such file or directory" in result.stderr


def test_one_question_at_a_time(call: Call) -> None:
    assert call("schema", "--write", "x.json", "--path").exit_code == 2


def test_a_folder_with_a_schema_is_a_library_all_the_same(call: Call, sound: Path) -> None:
    call("schema", "--write")
    result = call(".")
    assert result.exit_code == 0
    assert "schema" not in result.stdout
