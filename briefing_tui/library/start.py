"""What a reader is opened with. The command line fills it in, the screen takes it; neither knows the other's ways."""

from pathlib import Path
from typing import Literal, NamedTuple

Role = Literal["present", "speak", "follow"]


class Talk(NamedTuple):
    """A running order that is gone through: in which role, how long it is to take and from which step (0: nobody said).

    `via` is a broker's address, `room` what the talk is called there, `credentials` a file of the broker's.
    """

    role: Role = "present"
    minutes: float = 0.0
    step: int = 0
    rehearsal: bool = False
    via: str = ""
    room: str = ""
    credentials: Path | None = None


class Start(NamedTuple):
    """A file to open (at an entry), or standard input's bytes, or a library: a folder's, or the usual one."""

    path: Path | None = None
    entry: str = ""
    folder: Path | None = None
    stdin: bytes | None = None
    #: Whether the reader goes where the file is being edited.
    follow_editor: bool = False
    talk: Talk | None = None
