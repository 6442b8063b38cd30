"""A talk of thirty steps in a real terminal, with all that happens in one: it ends where it should, and returns do.

Why this file is long: a talk is one story in three terminals, and each part of it needs the others' helpers.
"""

import re
import shutil
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.e2e.screenmodes import Modes, modes_after
from tests.e2e.terminal import Terminal

SHIPPED = ROOT / "briefings"
ENTER, BACKSPACE, ESCAPE, PGDN, PGUP, F5 = "\r", "\x7f", "\x1b", "\x1b[6~", "\x1b[5~", "\x1b[15~"

#: Thirty steps of everything a step can be: parts, panes, entries of every kind, views, some built up.
STEPS = (
    "bottom-line", "{show: highlights, build: yes}", "background", "levee", "{show: events, view: lanes}",
    "{show: release-dispute, build: yes}", "figures", "river-authority", "{show: town, view: graph}", "gaps",
    "crest", "{show: communications, view: ladder}", "events", "evening-warning", "sluice", "statements",
    "{show: events, view: timeline}", "{show: communications, view: matrix}", "ford-over-seven-two", "below-top",
    "{show: below-top, view: evidence}", "{show: scenarios, view: bars}", "overtops", "{show: indicators, view: board}",
    "more-rain", "sources", "{show: sources, view: grid}", "outlook", "{show: actors, build: yes}", "asks",
)  # fmt: skip


def ordered(steps: tuple[str, ...], banner: str = "") -> str:
    """The shipped briefing with another running order, and another banner."""
    text = (SHIPPED / "harrow-bend-2.yaml").read_text(encoding="utf-8")
    order = "running_order:\n" + "".join(f"  - {step}\n" for step in steps)
    text = re.sub(r"running_order:\n(?:[ #\n].*\n|\n)+?(?=situation:)", lambda _: f"{order}\n", text)
    return re.sub(r"(?<=\n)banner:.*\n", lambda _: f"banner: {banner}\n", text, count=1) if banner else text


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talk.yaml"
    path.write_text(ordered(STEPS), encoding="utf-8")
    shutil.copy(SHIPPED / "harrow-bend-1.yaml", tmp_path)
    return path


class Room(Terminal):
    """A terminal with a talk in it."""

    def body(self) -> list[str]:
        """What is shown of the step: without the header and the status line, in which the banner stands."""
        return self.lines()[2:-1]

    def still(self) -> list[str]:
        """What is shown of the step, once nothing more comes."""
        size = -1
        while len(self.data) != size:
            size = len(self.data)
            self.read(0.1)
        return self.body()

    def act(self, keys: str) -> list[str]:
        """Presses keys that change what is shown of the talk; what is shown then. A message that goes is no change."""
        before = self.body(), re.findall(r" \d+ of \d+", self.text)
        self.press(keys)
        for _ in range(1000):
            if (self.body(), re.findall(r" \d+ of \d+", self.text)) != before:
                return self.still()
            self.read(0.02)
        raise AssertionError(f"{keys!r} did nothing:\n{self.text}")

    def wait_body(self, body: list[str]) -> None:
        """Waits until just that is shown of a step."""
        for _ in range(1000):
            if self.body() == body:
                return
            self.read(0.02)
        raise AssertionError("\n".join([*body, "was not seen again, but", *self.body()]))

    def wait_step(self, number: int, total: int = len(STEPS)) -> None:
        self.wait(f" {number} of {total}")

    def go_on(self, number: int) -> None:
        """Presses on until a step is shown."""
        for _ in range(60):
            if f" {number} of {len(STEPS)}" in self.text:
                return
            self.act(PGDN)
        raise AssertionError(f"step {number} never came:\n{self.text}")


@contextmanager
def talk(role: str, path: Path, home: Path, *more: str, size: tuple[int, int] = (100, 30)) -> Iterator[Room]:
    # A socket's path is short, and a test's own folder is not.
    runtime = Path(tempfile.gettempdir(), f"talk-{zlib.crc32(str(home).encode()):x}")
    runtime.mkdir(mode=0o700, exist_ok=True)
    with ExitStack() as after, Room([role, str(path), *more], size, home, XDG_RUNTIME_DIR=str(runtime)) as room:
        after.callback(shutil.rmtree, runtime, ignore_errors=True)
        yield room


def give_up(room: Room) -> None:
    """Ends the talk, and asserts that the terminal is as it was before."""
    room.press("q")
    room.wait("End the presentation?")
    room.press(PGDN)
    room.wait_not("End the presentation?")
    room.press("q")
    room.wait("End the presentation?")
    room.press("y")
    assert room.ended() == 0
    room.read(0.2)
    assert modes_after(room.data)[0] == Modes()


# what is looked up ----------------------------------------------------------------


def by_hint(room: Room) -> None:
    room.press("f")
    room.wait("Follow:")
    room.press("1")


def by_name(room: Room) -> None:
    room.press(":")
    room.wait("go · Esc")
    room.press(f"Stony Ford{ENTER}")


def by_find(room: Room) -> None:
    room.press("/")
    room.wait("Esc")
    room.press(f"sandbag{ENTER}")
    room.wait_not("⏎ keep")
    room.press(ESCAPE)


def from_there(room: Room) -> None:
    by_name(room)
    room.wait("↩ 1 from")
    by_hint(room)
    room.wait("↩ 2 from")


#: At which step what is looked up.
LOOK_UPS = {
    1: by_hint, 4: from_there, 6: by_name, 8: by_hint, 11: by_find, 12: by_name, 15: from_there, 20: by_find,
    24: by_name, 29: by_find,
}  # fmt: skip


def test_thirty_steps_ten_look_ups_blanks_resizes_and_saves(path: Path, tmp_path: Path) -> None:
    with talk("present", path, tmp_path) as room:
        room.wait_step(1)
        for number in range(1, len(STEPS) + 1):
            room.go_on(number)
            if number not in LOOK_UPS:
                continue
            if number in (4, 15, 24):
                # Somewhere in it, if there is more than can be seen.
                room.still()
                if "more line" in room.text:
                    room.act(PGDN)
            left = room.still()
            LOOK_UPS[number](room)
            room.wait("↩")
            if number in (4, 12):
                blank(room)
            if number in (6, 20):
                resize(room)
            if number in (8, 15, 29):
                save(room, path, number)
            room.press("p")
            room.wait_not("↩")
            room.wait_body(left)
            room.wait_step(number)
            room.press(F5)
            room.press("r")
        room.wait("End")
        end = room.still()
        room.press(PGDN)
        room.press(" ")
        room.press(ENTER)
        assert room.still() == end
        room.wait_step(len(STEPS))
        # Another briefing is a look-up as well.
        room.press(f"3{ENTER}")
        room.wait_step(3)
        left = room.still()
        by_hint(room)
        room.wait("↩ from Background")
        room.press("p")
        room.wait_body(left)
        room.press("1")
        room.press(f"5{ENTER}")
        room.wait_step(15)
        give_up(room)
    assert "Traceback" not in room.text


def blank(room: Room) -> None:
    before = room.still()
    for on, off in (("b", "."), (".", ESCAPE)):
        room.press(on)
        room.wait_body([""] * len(before))
        assert "TLP:" in room.lines()[0]
        room.press(f"{PGDN}pq1{ENTER}")
        assert room.still() == [""] * len(before)
        room.press(off)
        room.wait_body(before)


def resize(room: Room) -> None:
    before = room.still()
    for size in ((40, 14), (160, 45), (100, 30)):
        room.resize(*size)
        room.read(0.3)
        room.still()
        assert "TLP:" in room.lines()[0]
    room.wait_body(before)


def save(room: Room, path: Path, number: int) -> None:
    """A sound version, a broken one, none, and a sound one again."""
    path.write_text(ordered(STEPS, f"Version {number} of it"), encoding="utf-8")
    room.wait(f"Version {number} of it")
    seen = room.still()
    for broken in (ordered(STEPS)[:3000] + "\n  - [", "title: [", ""):
        path.write_text(broken, encoding="utf-8")
        room.read(0.4)
        assert room.body() == seen
        assert f"Version {number} of it" in room.lines()[0]
    path.write_text(ordered(STEPS, f"Sound {number} again"), encoding="utf-8")
    room.wait(f"Sound {number} again")


# three terminals ----------------------------------------------------------------


@contextmanager
def three(path: Path, home: Path) -> Iterator[tuple[Room, Room, Room]]:
    with ExitStack() as stack:
        room = stack.enter_context(talk("present", path, home))
        room.wait_step(1)
        speaker = stack.enter_context(talk("speak", path, home, size=(120, 36)))
        follower = stack.enter_context(talk("follow", path, home))
        speaker.wait_step(1)
        speaker.wait_not("waiting for")
        follower.wait_step(1)
        follower.wait_not("Waiting")
        yield room, speaker, follower


def test_the_speaker_drives_and_whoever_follows_sees_the_same(path: Path, tmp_path: Path) -> None:
    with three(path, tmp_path) as (room, speaker, follower):
        speaker.press(" ")
        for each in (room, speaker, follower):
            each.wait_step(2)
        shown = room.still()
        follower.wait_body(shown)
        room.press(f"8{ENTER}")
        for each in (room, speaker, follower):
            each.wait_step(8)
        speaker.press("b")
        speaker.wait("BLANKED")
        room.wait_body([""] * 27)
        follower.wait_body([""] * 27)
        room.press("b")
        speaker.wait_not("BLANKED")
        follower.wait_body(room.still())
        # Someone who goes their own way, and comes back to where the talk is by then.
        follower.press(" ")
        follower.wait("1 step away")
        speaker.press(" ")
        room.wait_step(9)
        follower.press("F")
        follower.wait_not("away")
        follower.wait_step(9)
        follower.press("q")
        assert follower.ended() == 0
        give_up(room)
        speaker.press("q")
        assert speaker.ended() == 0


def test_held_the_room_stays_until_it_is_shown_or_let_go(path: Path, tmp_path: Path) -> None:
    with three(path, tmp_path) as (room, speaker, follower):
        room.press(f"8{ENTER}")
        for each in (room, speaker, follower):
            each.wait_step(8)
        held = room.still()
        speaker.press("F")
        speaker.wait("HELD")
        room.wait("❄")
        by_name(speaker)
        speaker.wait("↩ 1 from")
        speaker.still()
        assert room.still() == held
        assert follower.still() == held
        speaker.press("P")
        speaker.wait_not("HELD")
        for each in (room, follower):
            each.wait("↩ 1 from")
        room.wait_not("❄")
        speaker.press("p")
        room.wait_not("↩")
        room.wait_body(held)
        follower.wait_body(held)
        speaker.press("F")
        speaker.wait("HELD")
        speaker.press(" ")
        speaker.still()
        assert room.still() == held
        speaker.press(ESCAPE)
        speaker.wait_not("HELD")
        room.wait_not("❄")
        speaker.wait_step(8)
        room.wait_body(held)
        follower.press("q")
        assert follower.ended() == 0
        speaker.press("q")
        assert speaker.ended() == 0
        give_up(room)
