"""Files that a command writes for the user: whole or not at all, and never over the briefing they come from."""

import os
import stat
from pathlib import Path

from briefing_tui.cli.report import Failure
from briefing_tui.folders import replace_file
from briefing_tui.model.text import one_line


def write_output(output: Path, content: bytes, briefing: Path | None) -> None:
    """Writes a file, in place of an old one at one go. Raises Failure, also where it is the briefing itself."""
    name = one_line(str(output))
    try:
        # What a link leads to is written, not the link.
        real = Path(os.path.realpath(output))
        status = _status(real)
        if status is None or stat.S_ISREG(status.st_mode):
            if status is not None and briefing is not None and os.path.samestat(status, os.stat(briefing)):
                raise Failure(f"{name} is the briefing itself: name another file")
            replace_file(real, content, mode=0o666, lasting=True)
        else:
            # A pipe or a device is written into; a folder says itself that it is none.
            real.write_bytes(content)
    except OSError as error:
        raise Failure(f"{name} cannot be written: {error.strerror or 'unknown reason'}") from None


def _status(path: Path) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None
