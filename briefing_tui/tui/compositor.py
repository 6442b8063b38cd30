"""What Textual puts the screen together with, asking of each widget only the rows that are painted anew."""

from collections.abc import Iterable

from rich.console import Console
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class ThriftyUpdate(ChopsUpdate):
    """What is painted anew, for the terminal. Each piece is a whole one, or the beginning of one."""

    def render_segments(self, console: Console) -> str:
        written: list[str] = []
        for y, start, end in self.spans:
            for stop, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                if strip is None or x > end or stop <= start:
                    continue
                if not (start <= x < end and stop <= end):
                    strip = strip.crop(0, min(stop, end) - x)
                written.append(f"\x1b[{y + 1};{x + 1}H{strip.render(console)}")
        return "".join(written)


class ThriftyCompositor(Compositor):
    """Asks no widget that is wholly behind others, and of those in front only for what has changed."""

    #: What is painted anew, while it is.
    _anew: tuple[Region, ...] = ()

    def render_partial_update(self) -> ChopsUpdate | None:
        self._anew = tuple(self._dirty_regions)
        try:
            update = super().render_partial_update()
        finally:
            self._anew = ()
        return update and ThriftyUpdate(update.chops, update.spans, update.chop_ends)

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        anew = self._anew or (crop or self.size.region,)
        in_front: list[Region] = []
        # The foremost first.
        for widget, (region, clip) in self.visible_widgets.items():
            seen = _beside(region.intersection(clip), in_front)
            wanted = [part for part in map(seen.intersection, anew) if part and not _is_covered(part, in_front)]
            in_front.append(seen)
            if wanted:
                first, last = min(part.y for part in wanted), max(part.bottom for part in wanted)
                rows = Region(seen.x, first, seen.width, last - first)
                yield region, rows, widget.render_lines(rows.translate((-region.x, -region.y)))


def _beside(region: Region, others: list[Region]) -> Region:
    """A region without what others cover of its right: the bar that scrolls it."""
    x, y, width, height = region
    for other in others:
        if x < other.x < x + width <= other.right and other.y <= y and other.bottom >= y + height:
            width = other.x - x
    return Region(x, y, width, height)


def _is_covered(region: Region, by: list[Region]) -> bool:
    """Whether other regions leave nothing of one to be seen."""
    covered: list[Region] = []
    for other in by:
        part = region.intersection(other)
        if part and not any(part.overlaps(before) for before in covered):
            covered.append(part)
    return sum(part.area for part in covered) == region.area
