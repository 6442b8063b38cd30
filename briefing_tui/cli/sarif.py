"""What a check found, as SARIF 2.1.0 (OASIS): one log with one run, for programs that show findings.

Columns are in UTF-16 code units, which is what SARIF takes for granted. Written in ASCII.
"""

import json
import os
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from briefing_tui import __version__
from briefing_tui.checks.manuals import manual, paragraphs
from briefing_tui.cli.findings import Checked
from briefing_tui.cli.formats import Failed, Put
from briefing_tui.model.text import one_line
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, Lines, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

Object = dict[str, Any]


def sarif_text(file: Checked) -> str:
    """The results of a file, a line each, with a comma between two; what is ignored in the file among them."""
    results = [_result(file, found) for found in file.findings]
    for found, reason in file.suppressed:
        hidden = {"kind": "inSource", "justification": one_line(reason)}
        results.append({**_result(file, found), "suppressions": [hidden]})
    return ",\n".join(json.dumps(result) for result in results)


class Sarif:
    """Puts the results of all files into one log."""

    def __init__(self, put: Put) -> None:
        self._put = put
        self._pieces: list[str] = []
        self._codes: set[str] = set()

    def add(self, piece: str, codes: Iterable[str]) -> None:
        if piece:
            self._pieces.append(piece)
        self._codes.update(codes)

    def close(self, failed: Iterable[Failed]) -> None:
        """Writes the log."""
        run = json.dumps(_run(sorted(self._codes), list(failed)))
        results = ",\n".join(self._pieces)
        log = json.dumps({"$schema": SCHEMA, "version": "2.1.0"})
        # By hand around the results, which are text already.
        self._put(f'{log[:-1]}, "runs": [{run[:-1]}, "results": [\n{results}\n]}}]}}\n')


def _run(codes: list[str], failed: list[Failed]) -> Object:
    driver = {"name": "briefing", "semanticVersion": __version__, "rules": [_rule(code) for code in codes]}
    invocation: Object = {"executionSuccessful": not failed}
    if failed:
        invocation["toolExecutionNotifications"] = [
            {
                "level": "error",
                "message": {"text": one_line(why)},
                "locations": [{"physicalLocation": {"artifactLocation": _artifact(name)}}],
            }
            for name, why in failed
        ]
    return {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [invocation],
    }


def _rule(code: str) -> Object:
    found = manual(code)
    known = found.known
    plain = marked = "\n\n".join(paragraphs(found.text))
    for title, example in found.examples:
        plain += f"\n\n{title}:\n\n{example}"
        marked += f"\n\n{title}:\n\n```yaml\n{example}\n```"
    return {
        "id": code,
        "name": known.name,
        "shortDescription": {"text": known.summary},
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
        "help": {"text": plain, "markdown": marked},
    }


def _result(file: Checked, found: Diagnostic) -> Object:
    text = found.message + (f"\n{found.help}" if found.help else "")
    result: Object = {
        "ruleId": found.code,
        "level": _LEVELS[found.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _place(file, found.extent)}],
    }
    if found.related:
        result["relatedLocations"] = [
            {"id": n, "message": {"text": other.message}, "physicalLocation": _place(file, other.extent)}
            for n, other in enumerate(found.related, 1)
        ]
    if found.edits:
        result["fixes"] = [_fix(file, edit) for edit in found.edits]
    return result


def _fix(file: Checked, edit: Edit) -> Object:
    change = {
        "artifactLocation": _artifact(file.name),
        "replacements": [{"deletedRegion": _region(file.lines, edit.extent), "insertedContent": {"text": edit.text}}],
    }
    return {"description": {"text": edit.title}, "artifactChanges": [change]}


def _place(file: Checked, extent: Extent) -> Object:
    return {"artifactLocation": _artifact(file.name), "region": _region(file.lines, extent)}


def _region(lines: Lines, extent: Extent) -> Object:
    (line, column), (end_line, end_column) = _position(lines, extent.start), _position(lines, extent.end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _position(lines: Lines, offset: int) -> tuple[int, int]:
    line, column = lines.position(offset)
    before = lines.text[lines.starts[line - 1] : lines.starts[line - 1] + column - 1]
    return line, column + sum(char > "\uffff" for char in before)


def _artifact(name: str) -> Object:
    """A path as a URI: absolute ones as such, others relative to where the check was run."""
    path = quote(os.fsencode(name))
    return {"uri": f"file://{path}" if os.path.isabs(name) else path}
