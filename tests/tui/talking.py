"""What tests of a talk share: briefings with a running order, an app that presents one, and what the room sees."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple, cast

from textual import events

from briefing_tui.library.start import Start, Talk
from briefing_tui.state import State
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.picture import _text
from briefing_tui.tui.rows import row_text
from briefing_tui.tui.screens.presenting import PresentScreen
from briefing_tui.tui.widgets.stagebar import StageBar
from tests.tui.reading import Reading

#: Twenty paragraphs: more than any screen here shows at once.
_LONG = "\n\n".join(
    f"        Paragraph {n} on [[town]] and the [[crest]], {'with more of it, ' * 8}as told." for n in range(20)
)

TALK = f"""\
title: River Authority warns of a crest above the levee at Harrow Bend
as_of: 2026-03-04T06:00Z
status: exercise
tlp: GREEN
running_order:
  - {{show: bottom-line, notes: Zanzibar one. Speak slowly.}}
  - {{show: highlights, build: yes, minutes: 3}}
  - {{show: levee, notes: Zanzibar two.}}
  - {{show: events, view: lanes}}
  - {{show: river-authority}}
  - {{show: scenarios, view: bars}}
  - {{show: gaps}}
situation:
  bottom_line: >-
    [[river-authority]] expects the [[crest|crest]] to pass within 20 cm of the levee's top on Thursday.
  highlights:
    - The [[town]] has begun to move people [^bulletin].
    - Nothing is known of the upper gauge.
    - The [[river-authority]] measures every hour.
  sections:
    levee:
      title: The levee
      text: |
{_LONG}
  gaps:
    - What the upper gauge shows.
actors:
  river-authority:
    name: River Authority
    aliases: [RA]
    type: government-body
    summary: Runs the gauges above [[town]].
    notes: Zanzibar three.
  town: {{name: Town of Harrow Bend, short: the town, type: population}}
events:
  crest:
    title: The flood crest reaches Harrow Bend
    when: 2026-03-05~
    phase: expected
    participants: {{affected: town}}
    text: Seen first by [[river-authority]].
  closing: {{title: The north bridge is closed, when: 2026-03-04T05:40Z, participants: {{initiator: town}}}}
communications:
  warning: {{from: river-authority, to: town, channel: press, text: Move valuables to the upper floor., about: crest}}
outlook:
  scenarios:
    holds: {{title: The levee holds, likelihood: likely, role: most-likely}}
    overtops: {{title: The levee is overtopped, likelihood: unlikely, role: most-dangerous}}
sources:
  bulletin: {{title: Bulletin 3, publisher: River Authority, reliability: B, actor: river-authority}}
"""

#: The steps of it, by their keys.
STEPS = ("bottom-line", "highlights", "levee", "events:lanes", "river-authority", "scenarios:bars", "gaps")


def ordered(steps: str, text: str = TALK) -> str:
    """The same briefing with another running order, or with none."""
    before, _, rest = text.partition("running_order:\n")
    return f"{before}{steps}situation:{rest.partition('situation:')[2]}"


#: What is typed by keys that have names.
_CHARACTERS = {"space": " ", "minus": "-", "full_stop": ".", "colon": ":", "slash": "/", "question_mark": "?"}


class Stand(NamedTuple):
    """What the room sees, and where in the talk that is."""

    step: str
    points: int
    aside: bool
    scroll: int
    cursor: int
    link: int
    shown: str


class Presenting(Reading):
    """A talk under test."""

    @property
    def talk(self) -> PresentScreen:
        """The screen of the talk, whatever lies over it."""
        return cast(PresentScreen, next(s for s in reversed(self.app.screen_stack) if isinstance(s, PresentScreen)))

    @property
    def step(self) -> str:
        """The key of the step one is at; with how many look-ups are over it."""
        talk = self.talk
        return f"{talk.stage.key} +{talk.history.depth}" if talk.aside else talk.stage.key

    @property
    def over(self) -> bool:
        """Whether the talk has been left."""
        return self.app.has_ended or not any(isinstance(screen, PresentScreen) for screen in self.app.screen_stack)

    def stand(self) -> Stand:
        """Where everything is."""
        talk, main = self.talk, self.talk.main
        return Stand(
            talk.stage.key, talk.points, talk.aside, main.scroll_offset.y, main.cursor, main.link, self._shown()
        )

    def _shown(self) -> str:
        main = self.talk.main
        top, layout = main.scroll_offset.y, main.layout_
        return "\n".join(row_text(layout.row(layout.seen_at(y, top))) for y in range(main.view_height))

    def top(self) -> str:
        """The first row of the screen, as a terminal shows it."""
        return self.seen().partition("\n")[0]

    def seen(self) -> str:
        """All that is on the screen, whatever lies over what."""
        return "\n".join(line.rstrip() for line in _text(self.app).splitlines())

    def bar(self) -> str:
        """The first row of the talk's header."""
        bar = self.talk.query_one(StageBar)
        return row_text(bar.rows(bar.size.width)[0])

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.send(key)
            await self.settle()

    def send(self, key: str) -> None:
        """Presses a key and waits for nothing."""
        self.app.post_message(events.Key(key, _CHARACTERS.get(key, key if len(key) == 1 else None)))

    async def settle(self) -> None:
        """Until all that follows has followed: quicker than the pilot, who looks at the clock for that."""
        quiet, rounds = 0, 0
        while quiet < 3:
            await asyncio.sleep(0.001)
            rounds += 1
            assert rounds < 20_000, "something never ends"
            screen = self.app.screen
            pumps = [self.app, screen, *screen.walk_children()]
            waiting = any(not pump._message_queue.empty() or pump._next_callbacks for pump in pumps)
            quiet = 0 if waiting or screen._callbacks or screen._layout_required else quiet + 1

    async def write(self, path: Path, text: str) -> None:
        """Saves the file, and has the talk look at it as often as it takes to believe it."""
        path.write_text(text, encoding="utf-8")
        for _ in range(2):
            self.talk.look_at_file()
        await self.settle()


@asynccontextmanager
async def presenting(
    path: Path, size: tuple[int, int] = (80, 24), talk: Talk | None = None, state: State | None = None
) -> AsyncIterator[Presenting]:
    """A talk on a file."""
    app = BriefingApp(Start(path=path, talk=talk or Talk()), state)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Presenting(app, pilot)
        assert app.fault is None


def written(folder: Path, text: str = TALK, name: str = "flood.yaml") -> Path:
    """A briefing on the disk."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
