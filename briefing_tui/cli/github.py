"""What a check found, as workflow commands of GitHub Actions: annotations at the lines of a pull request."""

from briefing_tui.cli.findings import Checked
from briefing_tui.model.text import one_line
from briefing_tui.source.diagnostic import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github_text(file: Checked) -> str:
    """One command a finding. Columns are given where the place is on one line: only then are they understood."""
    return "".join(_command(file, found) for found in file.findings)


def _command(file: Checked, found: Diagnostic) -> str:
    start, end = file.lines.position(found.extent.start), file.lines.position(found.extent.end)
    properties = {"file": file.name, "line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:
        properties |= {"col": str(start.column), "endColumn": str(max(end.column, start.column))}
    properties["title"] = f"{found.code} {found.name}"
    listed = ",".join(f"{name}={_property(one_line(value))}" for name, value in properties.items())
    text = one_line(found.message) + (f"\n{one_line(found.help)}" if found.help else "")
    return f"::{_COMMANDS[found.severity]} {listed}::{_escaped(text)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
