"""What a check found, written for people: in full with the place it means, or concise, a line a finding."""

from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.model.text import one_line
from briefing_tui.source.diagnostic import Diagnostic, Lines
from briefing_tui.source.excerpt import excerpt, place_number

if TYPE_CHECKING:
    # Settings and themes have findings too, and no rules.
    from briefing_tui.checks.suppression import Suppressed


class Checked(NamedTuple):
    """A file that was read, by the name it was called, and what is wrong with it in order of place."""

    name: str
    lines: Lines
    findings: tuple[Diagnostic, ...]
    suppressed: "tuple[Suppressed, ...]" = ()


def full_text(file: Checked) -> str:
    """Every finding with the place it means, marked, and what to do about it."""
    return "".join(_full(file, found) + "\n" for found in file.findings)


def concise_text(file: Checked) -> str:
    """One line a finding: `path:line:column: severity[code] message`."""
    return "".join(
        f"{_place(file, found)}: {found.severity}[{found.code}] {one_line(found.message)}\n" for found in file.findings
    )


def _full(file: Checked, found: Diagnostic) -> str:
    lines = [f"{found.severity}[{found.code}] {found.name}: {one_line(found.message)}"]
    gutter = _gutter(file.lines, found)
    lines.append(f"{'':{gutter}}--> {_place(file, found)}")
    if file.lines.text:
        lines += excerpt(file.lines, found.extent, gutter=gutter)
        for other in found.related:
            at = file.lines.position(other.extent.start)
            lines.append(f"{'':{gutter}}::: {one_line(file.name)}:{at.line}:{at.column}")
            label = one_line(other.message)
            lines += excerpt(file.lines, other.extent, mark="-", label=label, around=False, gutter=gutter)
        lines.append(f"{'':{gutter}} |")
    if found.help:
        lines.append(f"help: {one_line(found.help)}")
    return "\n".join(lines) + "\n"


def _gutter(lines: Lines, found: Diagnostic) -> int:
    """The width of the line numbers of a finding, the same for all its places."""
    extents = [found.extent, *(other.extent for other in found.related)]
    return len(str(max(place_number(lines, extent) for extent in extents)))


def _place(file: Checked, found: Diagnostic) -> str:
    at = file.lines.position(found.extent.start)
    return f"{one_line(file.name)}:{at.line}:{at.column}"
