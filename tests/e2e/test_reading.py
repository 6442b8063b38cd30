"""The flagship read in a real terminal: from a sentence to the actor, to an event, and back to the very line."""

import signal
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal

BRIEFINGS = Path(__file__).resolve().parents[2] / "briefings"
FLAGSHIP = str(BRIEFINGS / "karabakh-2023-09-19.yaml")

UP, DOWN, ENTER, BACKSPACE, ESCAPE, TAB = "\x1b[A", "\x1b[B", "\r", "\x7f", "\x1b", "\t"


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 14)])
def test_from_a_sentence_to_the_actor_to_an_event_and_back(size: tuple[int, int], tmp_path: Path) -> None:
    with Terminal([FLAGSHIP], size, tmp_path) as terminal:
        terminal.wait("One undated article")
        terminal.settle()
        before = terminal.lines()
        terminal.press("f")
        terminal.wait("Follow:")
        terminal.press("1")
        terminal.wait("government body")
        terminal.press(":")
        terminal.wait("statement")
        terminal.press("military operation begins")
        terminal.wait("event")
        terminal.press(ENTER)
        terminal.wait("as announced")
        terminal.press(BACKSPACE)
        terminal.wait("government body")
        terminal.press(BACKSPACE)
        terminal.wait("One undated article")
        terminal.settle()
        # Following put the cursor on the link, which the context pane shows; the main pane stands as it stood.
        assert [line[:60] for line in terminal.lines()[1:-1]] == [line[:60] for line in before[1:-1]]
        terminal.press("q")
        assert terminal.ended() == 0


def test_the_library_opens_the_flagship_and_q_comes_back(tmp_path: Path) -> None:
    with Terminal([str(BRIEFINGS)], (100, 30), tmp_path) as terminal:
        terminal.wait("Karabakh")
        terminal.press(ENTER)
        terminal.wait("One undated article")
        terminal.press("q")
        terminal.wait("Briefings")
        terminal.press("q")
        assert terminal.ended() == 0


def test_a_save_is_on_the_screen_and_a_slip_is_named(tmp_path: Path) -> None:
    path = tmp_path / "live.yaml"
    text = "title: Live\nas_of: 2026\nsituation:\n  bottom_line: The first sentence.\n"
    path.write_text(text, encoding="utf-8")
    with Terminal([str(path)], (100, 30), tmp_path) as terminal:
        terminal.wait("The first sentence.")
        path.write_text(text.replace("first", "second"), encoding="utf-8")
        terminal.wait("The second sentence.")
        path.write_text(text.replace("The first", "[[x]] first"), encoding="utf-8")
        terminal.wait("line 4")
        assert "The second sentence." in terminal.text
        path.write_text(text.replace("first", "third"), encoding="utf-8")
        terminal.wait("The third sentence.")
        terminal.wait_not("line 4")


def test_standard_input_is_read_and_keys_still_come_from_the_terminal(tmp_path: Path) -> None:
    with Terminal(["-"], (80, 24), tmp_path, stdin=Path(FLAGSHIP)) as terminal:
        terminal.wait("One undated article")
        terminal.press("3")
        terminal.wait("operation begins")
        terminal.press("r")
        terminal.wait("standard input")
        terminal.press("q")
        assert terminal.ended() == 0
    assert b"\x1b[?1049l" in terminal.data


def test_a_signal_gives_the_terminal_back_and_the_place_is_kept(tmp_path: Path) -> None:
    with Terminal([FLAGSHIP], (80, 24), tmp_path) as terminal:
        terminal.wait("One undated article")
        terminal.press("3")
        terminal.wait("operation begins")
        terminal.child.kill(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
    assert b"\x1b[?1049l" in terminal.data
    with Terminal([FLAGSHIP], (80, 24), tmp_path) as terminal:
        terminal.wait("operation begins")


def test_an_editor_that_there_is_not_and_one_that_leaves_at_once(tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    path.write_text("title: Flood\nas_of: 2026\nsituation:\n  bottom_line: The first sentence.\n", encoding="utf-8")
    with Terminal([str(path)], (100, 30), tmp_path, EDITOR="no-such-editor") as terminal:
        terminal.wait("The first sentence.")
        terminal.press("e")
        terminal.wait("cannot be started")
        terminal.press("q")
        assert terminal.ended() == 0
    window = tmp_path / "window"
    window.write_text('#!/bin/sh\n(sleep 2; sed -i "s/first/second/" "$1") >/dev/null 2>&1 &\n')
    window.chmod(0o755)
    with Terminal([str(path)], (100, 30), tmp_path, EDITOR=str(window)) as terminal:
        terminal.wait("The first sentence.")
        terminal.press("e")
        terminal.wait("The second sentence.")
        terminal.wait("1 entry changed; c lists them")
        terminal.press("q")
        assert terminal.ended() == 0
