"""A scroll bar that keeps how it has looked, and is painted again only when it looks different."""

from math import ceil

from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widget import Widget

from briefing_tui.tui.guarded import Guarded
from briefing_tui.tui.widgets.finish import finish_of

#: Its ends are drawn in so many parts of a cell.
_PARTS = 8
#: So many pictures of it are kept.
_MOST = 60


class Rail(Guarded, ScrollBar, inherit_bindings=False):
    """A vertical scroll bar. Where there is nothing to scroll it cannot be seen."""

    position: Reactive[float] = Reactive(0, repaint=False)

    def __init__(self, *, thickness: int = 1) -> None:
        super().__init__(vertical=True, name="vertical", thickness=thickness)
        self._pictures: dict[tuple[object, ...], list[Strip]] = {}
        self._shown: tuple[int, int] | None = None

    def watch_position(self) -> None:
        if self._extent() != self._shown:
            self.refresh()

    def forget(self) -> None:
        """Keeps nothing of what was painted: its owner has other colours."""
        self._pictures.clear()

    def notify_style_update(self) -> None:
        self.forget()
        super().notify_style_update()

    def render(self) -> RenderableType:
        if self._extent()[1] or not isinstance(self.parent, Widget):
            return super().render()
        ground = self.parent.background_colors[1].rich_color
        return self.renderer(vertical=True, style=Style.from_color(bgcolor=ground))

    def render_lines(self, crop: Region) -> list[Strip]:
        try:
            return self._kept_lines(crop)
        except Exception as error:
            self.failed(error, painting=True)
            return [Strip.blank(crop.width)] * crop.height

    def _kept_lines(self, crop: Region) -> list[Strip]:
        self._shown = self._extent()
        picture = (self._shown, self.size, self.mouse_over, bool(self.grabbed))
        lines = self._pictures.get(picture)
        if lines is None:
            if len(self._pictures) >= _MOST:
                self._pictures.clear()
            lines = self._pictures[picture] = self._painted()
        return lines[crop.y : crop.bottom]

    def _painted(self) -> list[Strip]:
        """All of it. Most of its cells are the same one."""
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        colours = bar.style
        assert isinstance(colours, Style)
        assert colours.bgcolor is not None
        cells = bar.render_bar(
            size=self.size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=bar.thickness,
            back_color=colours.bgcolor,
            bar_color=colours.color or colours.bgcolor,
        ).segments
        finish, base = finish_of(self), self.visual_style.rich_style
        finished: dict[int, Strip] = {}
        for cell in cells:
            if id(cell) not in finished:
                styled = Segment(cell.text, base + cell.style if cell.style is not None else base)
                finished[id(cell)] = finish((styled,), self.thickness)
        return [finished[id(cell)] for cell in cells]

    def _extent(self) -> tuple[int, int]:
        """Where the bar begins and how long it is, as exactly as it is drawn; no length where nothing is to scroll."""
        height, window, whole = self.size.height, self.window_size, self.window_virtual_size
        if not 0 < window < whole or not height:
            return 0, 0
        length = max(1.0, window / (whole / height))
        return int((height - length) * (self.position / (whole - window)) * _PARTS), ceil(length * _PARTS)
