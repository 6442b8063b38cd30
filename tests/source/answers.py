"""What every answer of the loader must be like, whatever it was given."""

import re
from collections.abc import Iterator
from typing import Any

from briefing_tui.model.briefing import Briefing
from briefing_tui.source.diagnostic import Extent
from briefing_tui.source.load import Loaded, load_text

#: What commands a terminal or reorders its line. A newline is layout, and prose may hold tabs, drawn as spaces.
COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
LONGEST_MESSAGE = 600


def answered(text: str) -> Loaded:
    """The answer to a text: a briefing, or findings that say where and what to do; and all that is in it is clean."""
    loaded = load_text(text, "hostile")
    assert loaded.briefing is not None or loaded.diagnostics
    assert not (loaded.tree.broken and loaded.briefing is not None)
    for found in loaded.diagnostics:
        assert found.help
        for extent in (
            found.extent,
            *(other.extent for other in found.related),
            *(edit.extent for edit in found.edits),
        ):
            check_extent(loaded, extent)
        for words in (found.message, found.help, *(other.message for other in found.related)):
            assert not COMMANDS.search(words.replace("\t", "\0")), repr(words)
            assert len(words) <= LONGEST_MESSAGE, len(words)
    for briefing in (loaded.briefing, loaded.recovered):
        if briefing is not None:
            check_strings(briefing)
    return loaded


def check_extent(loaded: Loaded, extent: Extent) -> None:
    assert 0 <= extent.start <= extent.end <= len(loaded.text), extent
    place = loaded.lines.position(extent.start)
    assert 1 <= place.line <= len(loaded.lines)
    assert place.column >= 1


def check_strings(briefing: Briefing) -> None:
    for text in strings_in(briefing):
        assert not COMMANDS.search(text), repr(text)


def strings_in(value: Any) -> Iterator[str]:
    """Every string that a model value holds, keys and ids included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from strings_in(key)
            yield from strings_in(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from strings_in(inner)
    elif hasattr(value, "__dict__"):
        yield from strings_in(vars(value))
