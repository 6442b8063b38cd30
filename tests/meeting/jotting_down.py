"""Takes down in children that are killed while they do: run by test_minutes_killed.py, one process for many kills."""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from briefing_tui.meeting.jot import Jot
from briefing_tui.meeting.minutes import Minutes

#: Kills in one folder: the file must not grow over what is read of it.
IN_A_FOLDER = 20
#: Longest life of a child, in seconds.
LONGEST = 0.03
#: The system seldom cuts a write in two: so many of the children do.
TORN = 0.5
#: Longer than a page of memory, so that a write may be cut in two; with letters of two, three and four bytes.
TEXTS = ("short", "ß" * 700, "水" * 900, "🌊" * 400, "long " * 350)


def main(folder: Path, kills: int, seed: int) -> None:
    """Prints what each child has confirmed: folder, number and text of every jot."""
    chance = random.Random(seed)
    confirmed: list[tuple[str, int, str]] = []
    for done in range(0, kills, 2):
        here = folder / f"{done // IN_A_FOLDER}"
        here.mkdir(exist_ok=True)
        path = here / "flood.yaml"
        path.touch()
        # Two at once, as the presenter and the speaker's view.
        children = [_child(path, chance.random()) for _ in range(2)]
        for pid, reader in children:
            time.sleep(chance.random() * LONGEST)
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            with os.fdopen(reader, encoding="utf-8") as stream:
                # A line that was cut off was confirmed to nobody.
                lines = stream.read().split("\n")[:-1]
            confirmed += [(here.name, int(id), text) for id, _, text in (line.partition(" ") for line in lines)]
    json.dump(confirmed, sys.stdout)


def _child(path: Path, seed: float) -> tuple[int, int]:
    reader, writer = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writer)
        return pid, reader
    chance = random.Random(seed)
    if chance.random() < TORN:
        _tear_a_write(chance)
    minutes = Minutes(path, author="ana")
    while True:
        text = f"{os.getpid()} {chance.random()} {chance.choice(TEXTS)}"
        jot = minutes.append(Jot("action", text, item="crest", clock=1.0))
        os.write(writer, f"{jot.id} {jot.text}\n".encode())


def _tear_a_write(chance: random.Random) -> None:
    """One of the next lines is cut off anywhere, and the child is gone: as when the disk's power is."""
    write, left = os.write, chance.randrange(4)

    def cut(handle: int, data: bytes) -> int:
        nonlocal left
        if b"- {" in data[:4]:
            if not left:
                write(handle, data[: chance.randrange(1, len(data))])
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1
        return write(handle, data)

    os.write = cut  # type: ignore[assignment]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
