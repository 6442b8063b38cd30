"""Where things are: the files that ship with the program, and this user's own folders, made only for who writes there.

Also how a file is replaced at one go, so that nobody ever reads half of one.
"""

import os
import stat
import time
import warnings
from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent


def shipped_folder(name: Literal["briefings", "themes"]) -> Path:
    """The folder of files that come with the program: inside an installed package, or at the top of a checkout."""
    inside = _PACKAGE / "_shipped" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def config_folder() -> Path:
    """Where the user's settings and themes are (XDG_CONFIG_HOME). It need not exist."""
    return _own("config")


def state_folder() -> Path:
    """Where it is kept how the user left things (XDG_STATE_HOME). It need not exist."""
    return _own("state")


def cache_folder() -> Path:
    """Where what can be made again is kept (XDG_CACHE_HOME). It need not exist."""
    return _own("cache")


def runtime_folder() -> Path:
    """Where sockets of running programs stand (XDG_RUNTIME_DIR). It need not exist."""
    return _own("runtime")


def made(folder: Path) -> Path:
    """The folder, made for this user alone (mode 700) where it was missing.

    Raises OSError where it cannot be made, and PermissionError where it is another's or everybody may write into it:
    a fallback below a folder that all may write to can have been put there by somebody else.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = os.stat(folder)
    if not stat.S_ISDIR(found.st_mode):
        raise NotADirectoryError(f"{folder} is not a folder")
    if found.st_uid != os.geteuid() or found.st_mode & stat.S_IWOTH:
        raise PermissionError(f"{folder} is not this user's own")
    return folder


def replace_file(path: Path, data: bytes, *, mode: int = 0o600, lasting: bool = False) -> None:
    """Puts a file with this content in place at one go: whoever reads it has the old one or the new one, whole.

    An old one's mode is kept; `mode` is a new one's. `lasting` waits for the disk. Raises OSError; then the old file
    stands as it was and nothing else is left behind.
    """
    part = path.with_name(f".{os.getpid()}-{time.time_ns():x}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    try:
        with os.fdopen(handle, "wb") as stream:
            if path.exists():
                os.fchmod(handle, stat.S_IMODE(os.stat(path).st_mode))
            stream.write(data)
            stream.flush()
            if lasting:
                os.fsync(handle)
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _own(kind: Literal["config", "state", "cache", "runtime"]) -> Path:
    from platformdirs import PlatformDirs

    folders = PlatformDirs("briefing", appauthor=False)
    with warnings.catch_warnings():
        # Where there is no XDG_RUNTIME_DIR it takes a folder among the temporary ones, and says so to whoever reads.
        warnings.simplefilter("ignore")
        return Path(getattr(folders, f"user_{kind}_dir"))
