"""FAULTS: what happens to a file while it is being shown, and what is to be seen then. Knows no screen."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pexpect
import pytest

#: What a save changes in the text, and what of it is to be seen.
BEFORE, AFTER = "20 cm", "35 cm"


class Fault(NamedTuple):
    """`do` is given the file. `seen`: `AFTER` where it is a save; else words of the message, nothing for none."""

    do: Callable[[Path], object]
    seen: str = ""
    #: Whether it keeps one out by a mode, as it does everybody but root.
    mode: bool = False


def saved(path: Path) -> bytes:
    return path.read_bytes().replace(BEFORE.encode(), AFTER.encode())


def gone(path: Path) -> None:
    """Takes away whatever stands at a path, and gives back what was taken from its folder."""
    os.chmod(path.parent, 0o755) if path.parent.is_dir() and not path.parent.is_symlink() else None
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def mend(path: Path, text: str) -> None:
    """Makes it a sound file again, wherever it stood."""
    folder = path.parent
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    os.chmod(folder, 0o755)
    gone(path)
    path.write_text(text, encoding="utf-8")


def _in_place(change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(change(path.read_bytes()))


def _instead(make: Callable[[Path], object]) -> Callable[[Path], object]:
    def do(path: Path) -> None:
        path.unlink()
        make(path)

    return do


def _over(data: Callable[[Path], bytes]) -> Callable[[Path], object]:
    """Another file of this content is renamed over it, as editors save."""

    def do(path: Path) -> None:
        new = path.with_name(".new")
        new.write_bytes(data(path))
        os.replace(new, path)

    return do


def _socket(path: Path) -> None:
    # A path may be longer than a socket's name.
    here = os.getcwd()
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(here)


def _same_size_and_time(path: Path) -> None:
    """Other content, of the same size, with the time the old one had."""
    status = path.stat()
    with path.open("r+b") as file:
        data = saved(path)
        file.write(data)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (status.st_size, status.st_mtime_ns)


def _dated(at: int) -> Callable[[Path], None]:
    def do(path: Path) -> None:
        path.write_bytes(saved(path))
        os.utime(path, (at, at))

    return do


def _piece_by_piece(path: Path) -> None:
    data = saved(path)
    with path.open("wb", buffering=0) as file:
        for at in range(0, len(data), 200):
            file.write(data[at : at + 200])
            time.sleep(0.02)


def _emptied_and_refilled(path: Path) -> None:
    data = saved(path)
    path.write_bytes(b"")
    time.sleep(0.05)
    path.write_bytes(data)


def _anew(path: Path) -> None:
    data = saved(path)
    path.unlink()
    path.write_bytes(data)


def _away_and_back(path: Path) -> None:
    away = path.with_name("away")
    path.rename(away)
    time.sleep(0.05)
    away.write_bytes(saved(away))
    away.rename(path)


def _through_another_name(path: Path) -> None:
    other = path.with_name("other")
    os.link(path, other)
    other.write_bytes(saved(path))


def _switched_link(path: Path) -> None:
    """As configuration is put into containers: a link to a folder that is switched at one go."""
    folder = path.with_name("one")
    folder.mkdir()
    (folder / path.name).write_bytes(saved(path))
    path.with_name("current").symlink_to(folder)
    link = path.with_name("link")
    link.symlink_to(Path("current") / path.name)
    os.replace(link, path)


def _beside(path: Path) -> None:
    """What editors leave beside a file that is open in them."""
    for name in (f".{path.name}.swp", f"{path.name}~", f"#{path.name}#", "4913", f".{path.name}.un~"):
        path.with_name(name).write_bytes(os.urandom(200))
    path.with_name(f".#{path.name}").symlink_to("somebody@nowhere.1:1")


def _folder_renamed(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


def _folder_a_file(path: Path) -> None:
    shutil.rmtree(path.parent)
    path.parent.write_text("x")


def _folder_a_loop(path: Path) -> None:
    shutil.rmtree(path.parent)
    path.parent.symlink_to(path.parent.name)


def _tool(*command: str) -> Callable[[Path], None]:
    """A program that edits the file, as its user starts it."""

    def do(path: Path) -> None:
        if shutil.which(command[0]) is None:
            pytest.skip(f"no {command[0]} here")
        subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=60, stdin=subprocess.DEVNULL)

    return do


def _vim(*options: str) -> Callable[[Path], None]:
    more = [part for option in options for part in ("-c", f"set {option}")]
    return _tool("vim", "-es", "-u", "NONE", *more, "-c", f"%s/{BEFORE}/{AFTER}/", "-c", "wq")


def _nano(path: Path) -> None:
    if shutil.which("nano") is None:
        pytest.skip("no nano here")
    nano = pexpect.spawn("nano", ["--ignorercfiles", str(path)], dimensions=(30, 100), timeout=60)
    nano.expect("title")
    nano.send(f"\x17{BEFORE}\r")
    nano.expect(BEFORE)
    time.sleep(0.3)
    nano.send("\x1b[3~\x1b[3~35\x0f\r")
    nano.expect("Wrote")
    nano.send("\x18")
    nano.expect(pexpect.EOF)
    nano.close()


_ENCODING, _CONTROL = "not UTF-8", "control character"

FAULTS: dict[str, Fault] = {
    # it is not there any more, or is something else
    "vanishes": Fault(Path.unlink, "no such file"),
    "a folder": Fault(_instead(Path.mkdir), "a folder"),
    "a pipe": Fault(_instead(os.mkfifo), "a pipe"),
    "a socket": Fault(_instead(_socket), "✗"),
    "a device without end": Fault(_instead(lambda path: path.symlink_to("/dev/zero")), "a device"),
    "the null device": Fault(_instead(lambda path: path.symlink_to("/dev/null")), "a device"),
    "a terminal": Fault(_instead(lambda path: path.symlink_to("/dev/ptmx")), "✗"),
    "a link to itself": Fault(_instead(lambda path: path.symlink_to(path.name)), "symbolic links"),
    "a link to nothing": Fault(_instead(lambda path: path.symlink_to("nowhere")), "no such file"),
    "a link to a folder": Fault(_instead(lambda path: path.symlink_to(".")), "a folder"),
    "not to be read": Fault(lambda path: path.chmod(0), "may not be read", mode=True),
    "its folder vanishes": Fault(lambda path: shutil.rmtree(path.parent), "no such file"),
    "its folder is renamed": Fault(_folder_renamed, "no such file"),
    "its folder becomes a file": Fault(_folder_a_file, "no such file"),
    "its folder becomes a loop": Fault(_folder_a_loop, "symbolic links"),
    "its folder is closed": Fault(lambda path: path.parent.chmod(0), "may not be read", mode=True),
    # it holds what is no briefing
    "emptied": Fault(_in_place(lambda data: b""), "no briefing"),
    "truncated": Fault(lambda path: os.truncate(path, 150), "✗"),
    "half written": Fault(lambda path: path.write_bytes(saved(path).partition(b": River")[0]), "✗"),
    "zeros, as a disk leaves them": Fault(_in_place(lambda data: b"\0" * len(data)), _CONTROL),
    "zeros at its end": Fault(_in_place(lambda data: data[:300] + b"\0" * 300), _CONTROL),
    "UTF-16": Fault(_in_place(lambda data: data.decode().encode("utf-16")), _ENCODING),
    "Latin-1": Fault(_in_place(lambda data: data.replace(b"Runs", b"R\xfcns")), _ENCODING),
    "a program": Fault(_in_place(lambda data: b"\x7fELF\x02\x01\x01" + bytes(range(256))), _ENCODING),
    "conflict markers": Fault(_in_place(lambda data: data.replace(b"situation:", b"<<<<<<< HEAD\nsituation:")), "✗"),
    "too large": Fault(_in_place(lambda data: data + b"# " + b"x" * 5_000_000), "5 MB"),
    "ten gigabytes of nothing": Fault(lambda path: os.truncate(path, 10_000_000_000), "5 MB"),
    "a bomb": Fault(_in_place(lambda data: data + b"x-a: " + b"[" * 100_000), "deep"),
    "two documents": Fault(_in_place(lambda data: data + b"---\n" + data)),
    # it is saved, one way or another
    "in place": Fault(_in_place(lambda data: data.replace(BEFORE.encode(), AFTER.encode())), AFTER),
    "renamed over": Fault(_over(saved), AFTER),
    "piece by piece": Fault(_piece_by_piece, AFTER),
    "emptied and refilled": Fault(_emptied_and_refilled, AFTER),
    "away and back": Fault(_away_and_back, AFTER),
    "taken away and made anew": Fault(_anew, AFTER),
    "through another name": Fault(_through_another_name, AFTER),
    "through a link that is switched": Fault(_switched_link, AFTER),
    "other content, same size and time": Fault(_same_size_and_time, AFTER),
    "from long ago": Fault(_dated(1_000_000), AFTER),
    "from before 1970": Fault(_dated(-1_000_000), AFTER),
    "from the future": Fault(_dated(4_000_000_000), AFTER),
    "with a byte order mark": Fault(lambda path: path.write_bytes(b"\xef\xbb\xbf" + saved(path)), AFTER),
    "with CR LF": Fault(lambda path: path.write_bytes(saved(path).replace(b"\n", b"\r\n")), AFTER),
    "by sed": Fault(_tool("sed", "-i", f"s/{BEFORE}/{AFTER}/"), AFTER),
    "by vim": Fault(_vim("writebackup", "backupcopy=no"), AFTER),
    "by vim, in place": Fault(_vim("writebackup", "backupcopy=yes"), AFTER),
    "by vim, without a backup": Fault(_vim("nowritebackup", "nobackup"), AFTER),
    "by nano": Fault(_nano, AFTER),
    # nothing happens to it
    "an editor's files beside it": Fault(_beside),
    "touched": Fault(lambda path: os.utime(path)),
    "another mode": Fault(lambda path: path.chmod(0o600)),
}  # fmt: skip
