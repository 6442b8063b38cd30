"""What every painted line passes: the second barrier against text that commands the terminal, and NO_COLOR's."""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from briefing_tui.model.text import clean


class PlainText(LineFilter):
    """Nothing that is drawn holds a control character, wherever it came from. The model's cleaning comes first."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [
            Segment(clean(s.text).replace("\n", " ").replace("\t", " "), s.style) if not s.text.isprintable() else s
            for s in segments
        ]


class Colourless(LineFilter):
    """Nothing that is drawn has a colour, not even the terminal's own; weight, underline and reverse stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(text, style and _colourless(style), control) for text, style, control in segments]


def _colourless(style: Style) -> Style:
    if style.color is None and style.bgcolor is None:
        return style
    # What is clicked is kept with the style.
    return style.without_color + Style.from_meta(style.meta) if style.meta else style.without_color


PLAIN_TEXT = PlainText()
COLOURLESS = Colourless()
