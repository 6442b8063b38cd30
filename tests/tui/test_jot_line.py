"""The line a jot is typed in, in whatever room there is: it fits, and the place one types at is in view."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from briefing_tui.blocks.block import text_of
from briefing_tui.meeting.jot import Jot
from briefing_tui.meeting.minutes import Minutes
from briefing_tui.source.load import load_text
from briefing_tui.tui.jot_line import jot_spans, window
from briefing_tui.tui.jotting import Jotting
from briefing_tui.tui.line_edit import LineEdit
from tests.tui.reading import SMALL


def lines() -> Iterator[str]:
    yield from ("", "a", "a ", "a call the mayor @r", "q where is @[Town of Harrow Bend] by 6 Mar 2027 and so on " * 3)
    yield from ("水" * 40, "🌊 @t", "x" * 500)


@pytest.mark.parametrize("room", [4, 8, 12, 20, 27, 36, 44, 67, 107])
def test_the_prompt_fits_and_shows_where_one_types(room: int, tmp_path: Path) -> None:
    minutes = Minutes(tmp_path / "small.yaml")
    minutes.append(Jot("question", "who has the key of the pump house by Friday?"))
    briefing = load_text(SMALL, "small").briefing
    for line in lines():
        for back in (0, 1):
            for trouble in ("", "The disk is full: small.minutes.yaml is as it was before"):
                jotting = Jotting(minutes, lambda: briefing)
                jotting.begin(Jot("note", ""))
                if back:
                    jotting.press("up", None)
                jotting.paste(line)
                jotting.trouble = trouble
                spans = jot_spans(jotting, room)
                assert any(span.role == "hint" for span in spans)
                if room >= 12:
                    assert cell_len(text_of(spans)) <= room, text_of(spans)


def test_the_place_in_the_line_is_always_in_view() -> None:
    text = "".join([chr(0x4E00 + n) for n in range(60)])
    for at in range(len(text) + 1):
        spans = window(LineEdit(text, at), 20)
        assert cell_len(text_of(spans)) <= 20
        assert spans[1].text == (text[at : at + 1] or " ")
