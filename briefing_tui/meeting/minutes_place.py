"""Where the minutes of a briefing stand: beside it, or where nothing can be written there, in the state folder."""

import hashlib
import os
import re
import stat
from pathlib import Path

from briefing_tui.folders import made, state_folder
from briefing_tui.library.walk import ENDINGS, MINUTES, is_minutes_name
from briefing_tui.meeting.minutes_file import KINDS, MAX_BYTES
from briefing_tui.model.text import one_line

#: A name in the state folder, in bytes; and what of a title goes into it, in characters.
_LONGEST, _WORDS = 120, 40


def is_minutes(path: Path) -> bool:
    """Whether a path is named as minutes are."""
    return is_minutes_name(path.name)


def beside(briefing: Path) -> Path:
    """Where the minutes of a briefing stand, if they can: beside the file itself, whatever link leads there."""
    real = Path(os.path.realpath(briefing))
    return real.with_name(f"{_stem(real.name)}.minutes.yaml")


def aside(briefing: Path | None, name: str) -> Path:
    """Where they stand otherwise. Without a file, the name says which briefing it is."""
    known = os.fsencode(os.path.realpath(briefing)) if briefing is not None else one_line(name).encode()
    digest = hashlib.sha256(known).hexdigest()[:12]
    stem = _stem(briefing.name) if briefing is not None else re.sub(r"\W+", "-", one_line(name).lower())[:_WORDS]
    short = os.fsencode(stem)[:_LONGEST].decode("utf-8", "ignore")
    return state_folder() / "minutes" / f"{digest}-{short}.minutes.yaml"


def made_aside(path: Path) -> None:
    """Makes the folder in the state folder, for this user alone. Raises OSError."""
    made(path.parent.parent)
    made(path.parent)


def briefing_beside(minutes: Path) -> Path | None:
    """The briefing whose minutes these are, where it stands beside them."""
    lower = minutes.name.lower()
    ending = next((ending for ending in MINUTES if lower.endswith(ending)), "")
    found = (minutes.with_name(minutes.name[: len(minutes.name) - len(ending)] + end) for end in ENDINGS)
    return next((path for path in found if path.is_file()), None) if ending else None


def objection(path: Path) -> str:
    """Why nothing can be written at a path, in words to follow its name; empty where it seems that it can."""
    try:
        status = os.stat(path)
    except FileNotFoundError:
        if path.is_symlink():
            return "is a link to nothing"
        return "" if os.access(path.parent, os.W_OK | os.X_OK) else "is in a folder that is read-only"
    except (OSError, ValueError) as error:
        return f"cannot be opened: {getattr(error, 'strerror', None) or 'unknown reason'}"
    if not stat.S_ISREG(status.st_mode):
        return f"is {next((name for test, name in KINDS if test(status.st_mode)), 'no file')}"
    if status.st_size > MAX_BYTES:
        return "holds over 5 MB"
    return "" if os.access(path, os.R_OK | os.W_OK) else "is read-only"


def mode_beside(briefing: Path) -> int:
    """Whoever may read the briefing may read its minutes."""
    try:
        return stat.S_IMODE(os.stat(briefing).st_mode) & 0o666 | 0o600
    except OSError:
        return 0o600


def shown(path: Path) -> str:
    """A path in a message: on one line, the home folder as ~."""
    home = os.path.expanduser("~")
    text = str(path)
    return one_line("~" + text[len(home) :] if len(home) > 1 and text.startswith(f"{home}/") else text)


def _stem(name: str) -> str:
    ending = next((ending for ending in ENDINGS if name.lower().endswith(ending)), "")
    return name[: len(name) - len(ending)] or name
