"""SARIF 2.1.0: of the shape the standard gives, with places counted as it counts them."""

import json
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.checks.names import KNOWN
from briefing_tui.checks.suppression import Suppressed
from briefing_tui.cli.findings import Checked
from briefing_tui.cli.formats import Failed
from briefing_tui.cli.sarif import Sarif, sarif_text
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, Lines, Related
from tests.cli.conftest import Call
from tests.cli.sarif_shape import faults

TEXT = "title: 😀 soon\r\nas_of: soon\r\n"
FIRST, LAST = TEXT.index("soon"), TEXT.rindex("soon")
FOUND = finding(
    "M305",
    Extent(FIRST, FIRST + 4),
    "'soon' is no time",
    "Write a date",
    related=(Related(Extent(LAST, LAST + 4), "and here"),),
    edits=(Edit(Extent(LAST, LAST + 4), "2026", "Write 2026"),),
)


def log(*findings: Diagnostic, name: str = "flood.yaml", suppressed: tuple[Suppressed, ...] = (), **more: Any) -> Any:
    parts: list[str] = []
    out = Sarif(parts.append)
    out.add(sarif_text(Checked(name, Lines(TEXT), findings, suppressed)), {found.code for found in findings})
    out.close(more.get("failed", ()))
    text = "".join(parts)
    assert text.isascii()
    found = json.loads(text)
    assert faults(found) == []
    return found


def only(found: Any) -> Any:
    (run,) = found["runs"]
    (result,) = run["results"]
    return result


def test_nothing_found_is_a_log_too() -> None:
    (run,) = log()["runs"]
    assert run["results"] == run["tool"]["driver"]["rules"] == []


def test_a_result_with_its_place_help_related_place_and_fix() -> None:
    result = only(log(FOUND))
    assert result["message"]["text"] == "'soon' is no time\nWrite a date"
    assert (result["ruleId"], result["level"]) == ("M305", "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "flood.yaml"}
    # The emoji is two units of UTF-16.
    assert place["region"] == {"startLine": 1, "startColumn": 11, "endLine": 1, "endColumn": 15}
    (related,) = result["relatedLocations"]
    assert related["message"]["text"] == "and here"
    (fix,) = result["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    assert replacement == {
        "deletedRegion": {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 12},
        "insertedContent": {"text": "2026"},
    }


def test_what_is_ignored_is_there_with_the_reason() -> None:
    result = only(log(suppressed=(Suppressed(FOUND, "it is a forecast"),)))
    assert result["suppressions"] == [{"kind": "inSource", "justification": "it is a forecast"}]


def test_the_rules_that_were_broken_explain_themselves() -> None:
    driver = log(FOUND, FOUND._replace(code="L401"))["runs"][0]["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == ["L401", "M305"]
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"] == KNOWN[rule["id"]].summary
        assert "```yaml" in rule["help"]["markdown"]
        assert "EDTF" in rule["help"]["text"] or rule["id"] == "L401"


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a b/flood.yaml", "a%20b/flood.yaml"),
        ("洪水.yaml", "%E6%B4%AA%E6%B0%B4.yaml"),
        ("c:d?e#f.yaml", "c%3Ad%3Fe%23f.yaml"),
        ("/srv/flood.yaml", "file:///srv/flood.yaml"),
        ("\udcff.yaml", "%FF.yaml"),
    ],
)
def test_paths_are_uris(name: str, uri: str) -> None:
    place = only(log(FOUND, name=name))["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri


def test_what_could_not_be_read_is_told() -> None:
    (run,) = log(failed=(Failed("nowhere.yaml", "There is no such file"),))["runs"]
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "There is no such file"


def test_the_command_writes_one_log_for_all_files(call: Call, flawed: Path, sound: Path) -> None:
    ended = call("check", "flawed.yaml", "flood.yaml", "nowhere.yaml", "--output-format", "sarif")
    found = json.loads(ended.stdout)
    assert faults(found) == []
    assert {result["ruleId"] for result in found["runs"][0]["results"]} >= {"L401", "M305"}


def test_the_shapes_tell_what_is_wrong() -> None:
    assert faults({"version": "2.1.0", "runs": [{"tool": {"driver": {}}, "columns": 1}]}) == [
        "log.runs[0] has columns",
        "log.runs[0].tool.driver lacks name",
    ]
    assert faults({"version": "2.0.0", "runs": {}}) == ["log.version is '2.0.0'", "log.runs is no list"]
