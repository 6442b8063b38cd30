"""The running order of an open briefing, and the document of each step. Knows no Textual."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from briefing_tui.blocks.block import Block, Heading, Span, Spans
from briefing_tui.blocks.step import Scene, built_up, point_count, step_scene
from briefing_tui.meeting.order import Stage, stage_number, stages_of
from briefing_tui.model.view import place_shown
from briefing_tui.tui.bigheading import heading_drawing
from briefing_tui.tui.cards import Card
from briefing_tui.tui.drawing import Drawing
from briefing_tui.tui.history import Lens
from briefing_tui.tui.session import Session
from briefing_tui.tui.views import Shown, View, view_blocks, view_of

#: Views that can be drawn of a part of their pane alone.
_IN_PART = {"bars", "evidence"}
#: So many documents are kept.
_KEPT = 100


class _Shot(NamedTuple):
    key: str
    shown: int
    lens: Lens
    large: int


class Scenes:
    """The steps of one version of a briefing. Headings are of `large` letters, so many lines; 0 for none."""

    def __init__(self, session: Session, *, large: int = 1) -> None:
        self._session, self.large = session, large
        self._documents: dict[_Shot, Shown] = {}
        self._texts: dict[str, Scene] = {}

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """The steps in their order."""
        return stages_of(self._session.scope)

    def number_of(self, key: str, number: int) -> int:
        """The step of a key; where it is gone, what stands where it stood."""
        return stage_number(self.stages, key, number)

    def view(self, stage: Stage) -> View | None:
        """The view a step asks for; None where it is text."""
        if not stage.view or self._session.good is None:
            return None
        entry = self._session.scope.entry(stage.show)
        found = view_of(place_shown(stage.show, entry.KIND if entry is not None else ""), stage.view)
        return found if found is not None and found.at and found.id == stage.view else None

    def cards(self) -> tuple[Card, ...]:
        """Every step in few words: what it is called, the view it is seen in, the minutes it should take."""
        return tuple(map(self._card, self.stages))

    def _card(self, stage: Stage) -> Card:
        scope, view = self._session.scope, self.view(stage)
        entry = scope.entry(stage.show)
        # What is called “Judgement 1” is better known by what it says.
        nameless = entry is not None and stage.title == scope.designation(entry)
        title = scope.label(stage.show) if nameless else stage.title
        words = [view.title] if view is not None and view.title != title else []
        if stage.minutes is not None:
            words.append(f"{stage.minutes:g} min")
        return Card(title, " · ".join(words))

    def points(self, stage: Stage) -> int:
        """How many points a step is built up by; 1 where all of it is there at once."""
        return point_count(self._text(stage).blocks) if stage.build and self.view(stage) is None else 1

    def document(self, stage: Stage, shown: int, lens: Lens) -> Shown:
        """A step, of which so many points have been built up."""
        shot = _Shot(stage.key, min(shown, self.points(stage)), lens, self.large)
        document = self._documents.get(shot)
        if document is None:
            if len(self._documents) >= _KEPT:
                self._documents.clear()
            document = self._documents[shot] = self._made(stage, shot.shown, lens)
        return document

    def _made(self, stage: Stage, shown: int, lens: Lens) -> Shown:
        view = self.view(stage)
        if view is None:
            scene = self._text(stage)
            blocks: Sequence[Block | Drawing] = built_up(scene.blocks, shown) if stage.build else scene.blocks
            return (self._heading(scene.title, scene.note, stage), *blocks)
        known = stage.show in self._session.briefing.entries
        entry = stage.show if known or (place_shown(stage.show) != stage.show and view.id in _IN_PART) else ""
        return (self._heading(stage.title, (), stage), *view_blocks(view, self._session.scope, lens, entry))

    def _heading(self, title: str, note: Spans, stage: Stage) -> Block | Drawing:
        key = f"step:{stage.key}"
        return heading_drawing(title, note, key, self.large) if self.large else Heading((Span(title),), 1, note, key)

    def _text(self, stage: Stage) -> Scene:
        scene = self._texts.get(stage.show)
        if scene is None:
            scene = self._texts[stage.show] = step_scene(self._session.scope, stage.show)
        return scene
