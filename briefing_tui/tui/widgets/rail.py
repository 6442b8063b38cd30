"""A scroll bar that keeps how it has looked, and is painted again only when it looks different."""

from math import ceil

from rich.console import RenderableType
from rich.style import Style
from textual.geometry import Region
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

#: Its ends are drawn in so many parts of a cell.
_PARTS = 8
#: So many pictures of it are kept.
_MOST = 60


class Rail(ScrollBar, inherit_bindings=False):
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
        self._shown = self._extent()
        picture = (self._shown, crop, self.size, self.mouse_over, bool(self.grabbed))
        lines = self._pictures.get(picture)
        if lines is None:
            if len(self._pictures) >= _MOST:
                self._pictures.clear()
            # What Textual keeps of it is another picture.
            self._styles_cache.clear()
            self._render_content()
            lines = self._pictures[picture] = super().render_lines(crop)
        return lines

    def _extent(self) -> tuple[int, int]:
        """Where the bar begins and how long it is, as exactly as it is drawn; no length where nothing is to scroll."""
        height, window, whole = self.size.height, self.window_size, self.window_virtual_size
        if not 0 < window < whole or not height:
            return 0, 0
        length = max(1.0, window / (whole / height))
        return int((height - length) * (self.position / (whole - window)) * _PARTS), ceil(length * _PARTS)
