"""Who takes the minutes: the name that is configured, else the one the user is logged in by."""

import getpass

from briefing_tui.config.settings import Settings
from briefing_tui.model.text import one_line

#: What stands for that name in the configuration.
LOGIN = "login"

_LONGEST = 80


def author_name(settings: Settings) -> str:
    """The name, empty where there is none. Never raises."""
    if settings.author != LOGIN:
        return settings.author[:_LONGEST]
    try:
        return one_line(getpass.getuser())[:_LONGEST]
    except Exception:
        # No variable says it, and this user is in no list of users, as in some containers.
        return ""
