"""What stands beside a step in the speaker's view: notes, what is next, who is mentioned, jots. Knows no Textual."""

from collections.abc import Sequence

from briefing_tui.blocks.block import Block, Heading, Item, Items, Span, Spans
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.speaker import mentioned_blocks, notes_blocks
from briefing_tui.meeting.jot import Jot
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.scenes import Scenes
from briefing_tui.tui.session import Session

#: So many jots are shown, the last ones first.
JOTS = 6
#: So many items of a step are looked through for what it mentions.
_LOOKED_AT = 60


def speaker_blocks(
    session: Session, scenes: Scenes, at: int, points: int, named: Sequence[str], jots: Sequence[Jot]
) -> tuple[Block, ...]:
    """All that helps to speak about a step (from 0) of which so many points are built up."""
    scope = Scope(session.briefing, session.links, notes=True)
    stage = scenes.stages[at]
    subject = [stage.show] if stage.show in session.briefing.entries else []
    return (
        *notes_blocks(scope, stage.notes, list(dict.fromkeys([*subject, *named]))),
        *_next_blocks(scenes, at, points),
        *mentioned_blocks(scope, [id for id in named if id != stage.show]),
        *_jot_blocks([jot for jot in jots if not jot.struck]),
    )


def named_in(layout: Layout) -> list[str]:
    """What a step names, in its order; targets that are no entries are among them."""
    found: dict[str, None] = {}
    for number in range(min(layout.count, _LOOKED_AT)):
        stop = layout.stop(number)
        # What a text says is what it names; a line of a list, what it stands for.
        for target in stop.links if stop.links and not stop.drawn else (stop.target, *stop.links):
            found[target] = None
    return list(found)


def _next_blocks(scenes: Scenes, at: int, points: int) -> tuple[Block, ...]:
    left = scenes.points(scenes.stages[at]) - points
    rows = [Item((Span(f"{left} more here, one by one", "dim"),), key="speaker:next.points")] if left > 0 else []
    if at + 1 < len(scenes.stages):
        after = scenes.stages[at + 1]
        minutes: Spans = (Span(f"{after.minutes:g} min", "time"),) if after.minutes else ()
        view: Spans = (Span(f"  as {after.view}", "dim"),) if after.view else ()
        rows.append(Item((Span(after.title, "strong"), *view), tail=minutes, key="speaker:next.step"))
    else:
        rows.append(Item((Span("The end", "dim"),), key="speaker:next.end"))
    return Heading((Span("Next"),), 2, key="speaker:next"), Items(rows, key="speaker:next.list")


def _jot_blocks(jots: Sequence[Jot]) -> tuple[Block, ...]:
    rows = [
        Item((Span(jot.text),), lead=(Span(jot.kind, "label"),), key=f"speaker:jots.{jot.id}", target=jot.item)
        for jot in reversed(jots[-JOTS:])
    ]
    if not rows:
        return ()
    count = (Span(f"{len(jots)}", "count"),)
    return Heading((Span("Jots"),), 2, count, "speaker:jots"), Items(rows, 8, "speaker:jots.list")
