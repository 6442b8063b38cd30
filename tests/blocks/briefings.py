"""Small briefings for tests, as the scope that block functions are given."""

from briefing_tui.blocks.scope import Scope
from briefing_tui.links.index import Links
from briefing_tui.source.load import load_text

HEAD = "title: A river rises\nas_of: 2026-03-04T06:00Z\n"


def scope_of(rest: str, *, notes: bool = False, head: str = HEAD) -> Scope:
    """The scope of a briefing with this text after its title; a bottom line is added where it lacks."""
    text = head + rest
    if "situation:" not in text:
        text += "\nsituation: {bottom_line: The river rises.}\n"
    found = load_text(text, "river")
    assert found.briefing is not None, found.diagnostics
    return Scope(found.briefing, Links(found.briefing), notes)
