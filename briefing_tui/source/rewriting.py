"""A file's text put in place of what was read from it: its mode, byte order mark and ends of lines stay as they are."""

import codecs
import os
from pathlib import Path

from briefing_tui.folders import replace_file


class ChangedError(Exception):
    """The file does not hold any more what was read from it."""


def original(where: Path | bytes) -> tuple[str, str]:
    """The byte order mark of a file or of some bytes, or nothing, and the text. Raises OSError, UnicodeDecodeError."""
    content = where.read_bytes() if isinstance(where, Path) else where
    mark = "\ufeff" if content.startswith(codecs.BOM_UTF8) else ""
    return mark, content.decode("utf-8").removeprefix(mark)


def rewrite(path: Path, before: str, after: str) -> None:
    """Replaces a file at one go, where it still holds what was read from it; a link is followed to what it names.

    Raises ChangedError where it does not, and OSError (PermissionError where it is read-only). Then it is as it was.
    """
    real = path.resolve()
    try:
        mark, text = original(real)
    except UnicodeDecodeError:
        raise ChangedError from None
    if text != before:
        raise ChangedError
    if not os.access(real, os.W_OK):
        raise PermissionError("it is read-only")
    replace_file(real, (mark + after).encode("utf-8"))
