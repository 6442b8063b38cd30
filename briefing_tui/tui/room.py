"""Whether a running order suits a room, before the meeting: what overflows there, is cut, is hard to read, is missing.

Every step is laid out as the presentation would, at the room's size, without any screen.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, NamedTuple

from briefing_tui.blocks.block import Note, text_of
from briefing_tui.blocks.scope import shortened
from briefing_tui.meeting.clock import planned
from briefing_tui.meeting.order import Stage
from briefing_tui.themes.theme import Theme
from briefing_tui.tui.arrangement import StageRoom, stage_room
from briefing_tui.tui.bigheading import large_lines
from briefing_tui.tui.history import Lens
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.legibility import Passage, cut_passages, faint_roles, own_ellipses, passages
from briefing_tui.tui.rows import MEASURE
from briefing_tui.tui.scenes import Scenes
from briefing_tui.tui.session import Session
from briefing_tui.tui.views import Shown

#: What text before an audience keeps to (WCAG 2's level AAA): it is read from afar, and lamps fade.
CONTRAST = 7.0
#: So many characters of what is quoted are.
_QUOTED = 60


class Room(NamedTuple):
    """A screen in columns and rows, in a theme; the minutes there are, 0 where nobody said; what is configured."""

    width: int
    height: int
    theme: Theme
    minutes: float = 0.0
    measure: int = MEASURE
    close: bool = False


class Finding(NamedTuple):
    """What does not suit the room: at a step from 1, or 0 for all of it; of which sort, in words, and as `facts`.

    A remark is worth knowing and nothing wrong.
    """

    step: int
    sort: str
    words: str
    facts: dict[str, Any]
    remark: bool = False


class Check:
    """The running order of a briefing in a room."""

    def __init__(self, session: Session, room: Room) -> None:
        self._session, self._room = session, room
        self.scenes = Scenes(session, large=self._place(drawn=False).large)
        loaded = session.good
        self._own = own_ellipses(loaded.tree.root) if loaded is not None else frozenset()

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The steps."""
        return self.scenes.stages

    @property
    def is_written(self) -> bool:
        """Whether the order is the briefing's own, and not only that of the document."""
        return any(stage.at >= 0 for stage in self.stages)

    @property
    def minutes(self) -> float | None:
        """What is planned, steps without minutes at what is usual; None where no step says anything."""
        plan = planned(self.stages)
        return None if plan is None else plan.total / 60

    def findings(self) -> Iterator[Finding]:
        """What is to be said, of the whole first, then step by step."""
        yield from self._order()
        yield from self._time()
        for number, stage in enumerate(self.stages, 1):
            for sort, words, facts in self._step(stage):
                yield Finding(number, sort, words, facts, sort == "heading")

    def place(self, stage: Stage) -> StageRoom:
        """What a step has of the screen."""
        return self._place(drawn=self.scenes.view(stage) is not None)

    def height(self, stage: Stage, points: int) -> int:
        """How many rows a step takes of which so many points have been built up."""
        place, document = self.place(stage), self.scenes.document(stage, points, Lens())
        return Layout(document, place.width, place.measure, close=self._room.close).height

    def _place(self, *, drawn: bool) -> StageRoom:
        room = self._room
        return stage_room(room.width, room.height, room.measure, drawn=drawn)

    # the whole --------------------------------------------------------------------

    def _order(self) -> Iterator[Finding]:
        if not self.is_written:
            words = "there is no running_order: everything is presented, in the order of the document"
            yield Finding(0, "order", words, {})

    def _time(self) -> Iterator[Finding]:
        there, wanted = self._room.minutes, self.minutes
        if not there:
            return
        facts = {"planned": wanted, "minutes": there}
        if wanted is None:
            if self.is_written:
                yield Finding(0, "minutes", "no step says how many minutes it is to take", facts)
        # What is planned is a sum of fractions.
        elif wanted > there + 1e-6:
            unsaid = sum(not stage.minutes for stage in self.stages)
            guessed = f" ({counted(unsaid, 'step')} without minutes at what is usual)" if unsaid else ""
            more = f"{wanted - there:.4g} more than the {there:.4g} there are"
            yield Finding(0, "minutes", f"{wanted:.4g} minutes are planned{guessed}: {more}", facts)

    # a step --------------------------------------------------------------------

    def _step(self, stage: Stage) -> Iterator[tuple[str, str, dict[str, Any]]]:
        place = self.place(stage)
        document = self.scenes.document(stage, self.scenes.points(stage), Lens())
        yield from self._nothing(stage, document)
        yield from self._overflow(stage, place)
        shown = list(passages(document, place.width, place.measure, close=self._room.close))
        wide = max(passage.span for passage in shown) - place.width
        if wide > 0:
            yield "wide", f"{counted(wide, 'column')} wider than the screen", {"columns": wide}
        yield from self._cut(shown)
        if self.is_written and not stage.notes:
            yield "notes", "no notes", {}
        yield from self._faint(shown)
        if place.large and large_lines(stage.title, place.width, place.large) is None:
            yield "heading", "its heading does not fit in large letters", {}

    def _nothing(self, stage: Stage, document: Shown) -> Iterator[tuple[str, str, dict[str, Any]]]:
        for block in document[1:2]:
            if isinstance(block, Note) and block.key == f"step:{stage.show}":
                yield "nothing", f"nothing to show: “{text_of(block.spans)}”", {}

    def _overflow(self, stage: Stage, place: StageRoom) -> Iterator[tuple[str, str, dict[str, Any]]]:
        points = self.scenes.points(stage)
        lines = self.height(stage, points) - place.height
        if lines <= 0:
            return
        # A screen repeats the last line of the one before.
        screens = 1 + -(-lines // max(1, place.height - 1))
        words = f"{counted(lines, 'line')} too many: {screens} screens"
        facts: dict[str, Any] = {"lines": lines, "screens": screens}
        if points > 1:
            numbers = range(1, points + 1)
            first = 1 + bisect_left(numbers, True, key=lambda n: self.height(stage, n) > place.height)
            words += f", and it overflows from point {first} of {points} on as it builds"
            facts |= {"point": first, "points": points}
        yield "overflow", words, facts

    def _cut(self, shown: list[Passage]) -> Iterator[tuple[str, str, dict[str, Any]]]:
        cut = cut_passages(shown, self._own)
        if cut:
            verb = "is" if len(cut) == 1 else "are"
            quoted = shortened(cut[0], _QUOTED)
            yield "cut", f"{counted(len(cut), 'line')} {verb} cut: “{quoted}”", {"lines": len(cut), "first": cut[0]}

    def _faint(self, shown: list[Passage]) -> Iterator[tuple[str, str, dict[str, Any]]]:
        faint = faint_roles(shown, self._room.theme, CONTRAST)
        if faint:
            said = ", ".join(f"{role} {ratio:.1f}:1" for role, ratio in faint.items())
            yield "contrast", f"contrast under {CONTRAST:g}:1: {said}", {"roles": faint}


def counted(number: int, word: str) -> str:
    """`1 line`, `1,200 lines`."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
