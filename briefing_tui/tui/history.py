"""Where one has been: locations that restore pane, entry, cursor and link; back and forward. Knows no Textual."""

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

from briefing_tui.model.kinds import PANES


class Place(NamedTuple):
    """Where the cursor of a surface is, in terms that survive another width and another version of the file.

    `key` names the stop, `above` is how many rows of the view are above it (negative when it begins higher up), `link`
    is the link in it, -1 for none, and `target` what that link leads to: in a view the links of a row change with the
    scale. `x` is how many cells a drawing is scrolled to the right.
    """

    key: str = ""
    above: int = 0
    link: int = -1
    target: str = ""
    x: int = 0


Clock = Literal["occurred", "reported"]


class Lens(NamedTuple):
    """How a view is set: by which clock it orders, how fine its time scale is, and up to when things are known.

    `scale` is one of SCALES; `now` is the time cursor in seconds as When counts them, None while it is off.
    """

    clock: Clock = "occurred"
    scale: str = ""
    now: int | None = None


#: Time scales from the coarsest to the finest; the first one fits all there is into the width.
SCALES = ("", "year", "month", "day", "hour")


class Location(NamedTuple):
    """What is open: a pane, or an entry's dossier (`entry`), and where in it one is."""

    pane: str = "situation"
    entry: str = ""
    view: str = ""
    main: Place = Place()
    context: Place = Place()
    focus: str = "main"
    zoom: bool = False
    find: str = ""
    lens: Lens = Lens()

    @property
    def document(self) -> tuple[str, str, str]:
        """What is shown, regardless of where in it one is."""
        return (self.pane, self.entry, self.view)


class History:
    """Back and forward over locations. What is open now is never in it: it is handed in when it is left."""

    def __init__(self, limit: int = 500) -> None:
        self._back: list[Location] = []
        self._forward: list[Location] = []
        self._limit = limit
        #: Where one was before the last step, by whatever way.
        self.before: Location | None = None

    def leave(self, location: Location) -> None:
        """Records a location that is left for a new one; what was ahead is forgotten."""
        self._back = [*self._back[-(self._limit - 1) :], location]
        self._forward.clear()
        self.before = location

    def back(self, leaving: Location) -> Location | None:
        """The location before, or None."""
        return self._step(self._back, self._forward, leaving)

    def forward(self, leaving: Location) -> Location | None:
        """The location one came back from, or None."""
        return self._step(self._forward, self._back, leaving)

    def _step(self, source: list[Location], other: list[Location], leaving: Location) -> Location | None:
        if not source:
            return None
        other.append(leaving)
        self.before = leaving
        return source.pop()

    @property
    def depth(self) -> int:
        """How many steps back there are."""
        return len(self._back)

    def begin(self, way: Sequence[Location] = ()) -> None:
        """Begins anew: behind what is open is this way, oldest first, and nothing is ahead."""
        self._back = list(way)[-self._limit :]
        self._forward.clear()
        self.before = None

    def way(self) -> tuple[Location, ...]:
        """All that is behind, oldest first."""
        return tuple(self._back)

    def trail(self, most: int = 4) -> list[Location]:
        """The last locations on the way here, oldest first."""
        return self._back[-most:]

    def prune(self, alive: Callable[[str], bool]) -> None:
        """After a reload: locations whose entry is gone fall back to their pane."""

        def standing(location: Location) -> Location:
            gone = location.entry and not alive(location.entry)
            return location._replace(entry="", view="", main=Place()) if gone else location

        for places in (self._back, self._forward):
            places[:] = map(standing, places)
        self.before = standing(self.before) if self.before is not None else None


def location_data(location: Location) -> dict[str, Any]:
    """A location as the state file keeps it: what is open and where in it one is, not up to when things are known."""
    kept: dict[str, Any] = {
        "pane": location.pane,
        "entry": location.entry,
        "view": location.view,
        **_place_data(location.main),
        "clock": location.lens.clock,
        "scale": location.lens.scale,
    }
    if location.focus == "context":
        kept["beside"] = _place_data(location.context)
    return kept


def _place_data(place: Place) -> dict[str, Any]:
    return place._asdict()


def location_from(data: dict[str, Any]) -> Location:
    """A location from the state file; what is not understood is left at its default."""
    pane, entry, view = (_word(data, name) for name in ("pane", "entry", "view"))
    clock, scale = _word(data, "clock"), _word(data, "scale")
    lens = Lens("reported" if clock == "reported" else "occurred", scale if scale in SCALES else "")
    location = Location(pane if pane in PANES else PANES[0], entry, view, _place_from(data), lens=lens)
    beside = data.get("beside")
    return location._replace(focus="context", context=_place_from(beside)) if isinstance(beside, dict) else location


def _place_from(data: dict[str, Any]) -> Place:
    def number(name: str, default: int) -> int:
        value = data.get(name)
        return value if isinstance(value, int) and abs(value) < 10_000_000 else default

    return Place(
        _word(data, "key"), number("above", 0), number("link", -1), _word(data, "target"), max(0, number("x", 0))
    )


def _word(data: dict[str, Any], name: str) -> str:
    value = data.get(name)
    return value if isinstance(value, str) else ""
