"""A briefing, or one entry of it, as plain text on standard output, and what to say of a file that holds none."""

from briefing_tui.blocks.dossier import dossier_blocks
from briefing_tui.blocks.header import handling_spans
from briefing_tui.blocks.panes import pane_blocks
from briefing_tui.blocks.scope import PARTS, Scope
from briefing_tui.cli.mistaken import minutes_words
from briefing_tui.cli.report import COULD_NOT_RUN, ERRORS, SOUND, Failure, put, say
from briefing_tui.export.lines import wrapped
from briefing_tui.export.text import WIDTH, plain, text_lines, text_of_briefing
from briefing_tui.library.start import Start
from briefing_tui.links.index import Links
from briefing_tui.model.kinds import PANES
from briefing_tui.model.text import one_line
from briefing_tui.source.load import Loaded, load, load_bytes

#: Errors that are said of a file that cannot be read as a briefing; `briefing check` says all.
_SAID = 3


def printed(start: Start) -> int:
    """Writes what a start names as plain text."""
    scope = scope_of(loaded_from(start))
    put(_entry_text(scope, start.entry, start) if start.entry else text_of_briefing(scope))
    return SOUND


def loaded_from(start: Start) -> Loaded:
    """The file or the bytes a start names, read. Raises Failure where there is no briefing in it."""
    loaded = load(start.path) if start.path else load_bytes(start.stdin or b"", "stdin", "standard input")
    if loaded.briefing is None:
        raise Failure(*_why(loaded))
    if number := len(loaded.briefing.omitted):
        left_out = "1 entry is left out" if number == 1 else f"{number:,} entries are left out"
        say(f"briefing: {one_line(loaded.name)} has errors: {left_out}.{_check_words(loaded)}")
    return loaded


def scope_of(loaded: Loaded, *, notes: bool = False) -> Scope:
    """What blocks are made from; `notes` with the speaker's notes."""
    assert loaded.briefing is not None
    return Scope(loaded.briefing, Links(loaded.briefing), notes)


def _entry_text(scope: Scope, entry: str, start: Start) -> str:
    briefing = scope.briefing
    if entry in PANES:
        blocks = pane_blocks(scope, entry)
    elif entry in briefing.entries or entry in PARTS:
        blocks = dossier_blocks(scope, entry)
    else:
        raise Failure(no_entry(scope, entry, start))
    handling = wrapped(plain(handling_spans(briefing)), WIDTH)
    title = wrapped(briefing.title, WIDTH)
    return "\n".join([*handling, "", *title, "", *text_lines(tuple(blocks)), "", *handling]) + "\n"


def no_entry(scope: Scope, entry: str, start: Start) -> str:
    """What is said where a briefing holds no entry of an id, with the one that was probably meant."""
    from briefing_tui.source.nearest import nearest

    known = [id for id, found in scope.briefing.entries.items() if found.keyed]
    name = one_line(str(start.path)) if start.path else "standard input"
    meant = next(iter(nearest(entry, [*known, *PANES, *PARTS], 1)), "")
    return f"{name} holds no entry called {one_line(entry)}" + (f"; did you mean `{meant}`?" if meant else "")


def _why(loaded: Loaded) -> tuple[str, int]:
    name = one_line(loaded.name)
    errors = loaded.diagnostics
    if words := minutes_words(loaded):
        return f"{name}: {words}", COULD_NOT_RUN
    if errors and errors[0].code in ("F101", "F102", "F103"):
        return f"{name}: {errors[0].message}. {errors[0].help}", COULD_NOT_RUN
    lines = [f"{name} cannot be read as a briefing:"]
    for found in errors[:_SAID]:
        lines.append(f"  line {loaded.lines.position(found.extent.start).line}: {one_line(found.message)}")
    if len(errors) > _SAID:
        lines.append(f"  and {len(errors) - _SAID:,} more.")
    return "\n".join(lines) + _check_words(loaded, "\n"), ERRORS


def _check_words(loaded: Loaded, before: str = " ") -> str:
    return f"{before}`briefing check {one_line(loaded.name)}` shows the places." if loaded.path else ""
