"""Lines as they go to the terminal: through every filter, once, and kept by whoever painted them.

Textual makes a strip, with all that it keeps for each, of what comes out of every filter, and asks for each line anew
what stands behind it.
"""

from collections.abc import Callable, Iterable, Sequence

from rich.segment import Segment
from textual.filter import LineFilter
from textual.strip import Strip
from textual.widget import Widget

#: Makes a line of so many cells of some segments.
Finish = Callable[[Iterable[Segment], int], Strip]


def finish_of(widget: Widget) -> Finish:
    """What finishes the lines of a widget, as long as it is not restyled."""
    filters: Sequence[LineFilter] = widget.get_line_filters()
    background = widget.background_colors[1]

    def finish(segments: Iterable[Segment], width: int) -> Strip:
        line = list(segments)
        for filter in filters:
            line = filter.apply(line, background)
        return Strip(line, width)

    return finish
