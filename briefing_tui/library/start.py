"""What a reader is opened with. The command line fills it in, the screen takes it; neither knows the other's ways."""

from pathlib import Path
from typing import NamedTuple


class Start(NamedTuple):
    """A file to open (at an entry), or standard input's bytes, or a library: a folder's, or the usual one."""

    path: Path | None = None
    entry: str = ""
    folder: Path | None = None
    stdin: bytes | None = None
    #: Whether the reader goes where the file is being edited.
    follow_editor: bool = False
