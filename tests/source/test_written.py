"""Where lines begin and end, whatever ends them."""

import pytest

from briefing_tui.source.written import line_end, line_start


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_offset_of_a_line_leads_to_its_two_ends(end: str) -> None:
    text = end.join(["one", "", "three", ""])
    at = 0
    for line in ("one", "", "three"):
        for offset in range(at, at + len(line) + len(end)):
            assert line_start(text, offset) == at
        for offset in range(at, at + len(line) + 1):
            assert line_end(text, offset) == at + len(line)
        at += len(line) + len(end)
    assert line_start(text, len(text)) == at
