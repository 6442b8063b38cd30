"""Offsets as the protocol counts them, in the units that were negotiated. The only place that converts either way."""

from typing import Any

from lsprotocol.types import Position
from pygls.workspace import PositionCodec

from briefing_tui.lsp.text import Text
from briefing_tui.source.diagnostic import Edit, Extent


class Positions:
    """Converts between characters of a text, and lines with the client's units in them."""

    def __init__(self, codec: PositionCodec) -> None:
        self._codec = codec

    def offset(self, text: Text, position: Position) -> int:
        """The offset of a position; one past the end of its line or of the text is that end."""
        if position.line >= len(text.starts):
            return len(text)
        extent = text.line_extent(position.line)
        line = text.content[extent.start : extent.end]
        units = position.character
        if position.line == 0 and text.mark:
            units = max(0, units - self._codec.client_num_units(text.mark))
        if line.isascii():
            return extent.start + min(units, len(line))
        if units >= self._codec.client_num_units(line):
            return extent.end
        found = self._codec.position_from_client_units([line], Position(0, units))
        return extent.start + int(found.character)

    def extent(self, text: Text, start: Position, end: Position) -> Extent:
        """The extent between two positions."""
        first, last = self.offset(text, start), self.offset(text, end)
        return Extent(min(first, last), max(first, last))

    def position(self, text: Text, offset: int) -> dict[str, int]:
        """The position of an offset."""
        offset = max(0, min(offset, len(text)))
        line = text.line_of(offset)
        start = text.starts[line]
        before = text.content[start:offset]
        units = len(before) if before.isascii() else self._codec.client_num_units(before)
        if line == 0 and text.mark:
            units += self._codec.client_num_units(text.mark)
        return {"line": line, "character": units}

    def range(self, text: Text, extent: Extent) -> dict[str, Any]:
        """The range of an extent."""
        return {"start": self.position(text, extent.start), "end": self.position(text, extent.end)}

    def edit(self, text: Text, edit: Edit) -> dict[str, Any]:
        """A text edit."""
        return {"range": self.range(text, edit.extent), "newText": edit.text}
