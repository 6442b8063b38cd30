"""A briefing as plain text on standard output, and what to say of a file that holds none."""

from briefing_tui.cli.report import COULD_NOT_RUN, ERRORS, Failure
from briefing_tui.library.start import Start
from briefing_tui.model.text import one_line
from briefing_tui.source.load import Loaded, load, load_bytes

#: Errors that are said of a file that cannot be read as a briefing; `briefing check` says all.
_SAID = 3


def loaded_briefing(start: Start) -> Loaded:
    """What a start names, read. Raises Failure where there is no briefing in it."""
    loaded = load(start.path) if start.path else load_bytes(start.stdin or b"", "stdin", "standard input")
    if loaded.briefing is None:
        raise Failure(*_why(loaded))
    return loaded


def _why(loaded: Loaded) -> tuple[str, int]:
    name = one_line(loaded.name)
    errors = loaded.diagnostics
    if errors and errors[0].code in ("F101", "F102", "F103"):
        return f"{name}: {errors[0].message}. {errors[0].help}", COULD_NOT_RUN
    lines = [f"{name} cannot be read as a briefing:"]
    for found in errors[:_SAID]:
        lines.append(f"  line {loaded.lines.position(found.extent.start).line}: {one_line(found.message)}")
    if loaded.path is not None:
        more = f", {len(errors) - _SAID} more" if len(errors) > _SAID else ""
        lines.append(f"`briefing check {name}` shows the places{more}.")
    return "\n".join(lines), ERRORS
