"""A file that is taken for a briefing and is something else that this program has written."""

from briefing_tui.library.walk import is_minutes_name
from briefing_tui.model.text import one_line
from briefing_tui.source.load import Loaded


def minutes_words(loaded: Loaded) -> str:
    """What to say of a file that holds the minutes of a briefing, and is none itself; empty of any other."""
    if loaded.briefing is not None or loaded.path is None or not loaded.text or not is_minutes_name(loaded.path.name):
        return ""
    return f"this holds the minutes of a meeting: `briefing minutes {one_line(loaded.name)}` shows them"
