"""Go to anything: a line of typing over the entries of the briefing (those in view first) and every command."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult

from briefing_tui.blocks.block import Block, Item, Items, Note, Span
from briefing_tui.model.text import one_line
from briefing_tui.tui.dressed import DressedApp
from briefing_tui.tui.guarded import Column
from briefing_tui.tui.line_edit import LineEdit
from briefing_tui.tui.looks import Look
from briefing_tui.tui.rows import Piece, Row, cut_spans
from briefing_tui.tui.screens.overlay import Overlay
from briefing_tui.tui.themes import theme_file, theme_names
from briefing_tui.tui.widgets.bars import Bar
from briefing_tui.tui.widgets.surface import Surface

#: How many results are shown; typing on is quicker than scrolling further.
MOST = 60


@dataclass(frozen=True, slots=True)
class Goal:
    """Something one can go to: its words, what sort of thing it is, other names, and its key.

    A `way` is not what is sought itself but a place where it may be: it comes after things whose words fit as well.
    """

    words: str
    sort: str
    target: str
    also: str = ""
    key: str = ""
    way: bool = False


def best(goals: Sequence[Goal], words: str, most: int = MOST) -> list[Goal]:
    """The goals that match, best first: at the beginning, at that of a word, anywhere, then letters in order."""
    sought = words.casefold().strip()
    if not sought:
        return list(goals[:most])
    ranked: list[tuple[int, bool, int, Goal]] = []
    for n, goal in enumerate(goals):
        rank = _rank(goal.words.casefold(), sought)
        if rank is None and goal.also:
            other = _rank(goal.also.casefold(), sought)
            rank = None if other is None else other + 1
        if rank is not None:
            ranked.append((rank + goal.way, goal.way, n, goal))
    ranked.sort(key=lambda found: found[:3])
    return [goal for *_, goal in ranked[:most]]


def _rank(text: str, sought: str) -> int | None:
    if text.startswith(sought):
        return 0
    if f" {sought}" in text:
        return 2
    if sought in text:
        return 4
    parts = sought.split()
    if len(parts) > 1 and all(part in text for part in parts):
        return 6
    letters = iter(text[:120])
    return 8 if len(sought) > 2 and all(char in letters for char in sought if char != " ") else None


def theme_goals(app: DressedApp) -> list[Goal]:
    """The themes there are, by title: which is worn, and why one cannot be."""
    goals = []
    for name in theme_names():
        file = theme_file(name)
        title = file.theme.title if file.theme is not None else one_line(name)
        if name == app.look.name:
            sort = "theme, worn"
        elif app.no_color:
            sort = "theme, but NO_COLOR is set"
        else:
            sort = "theme" if file.theme is not None else "theme, not sound"
        goals.append(Goal(f"Theme: {title}", sort, f"theme:{name}", name))
    return goals


class QueryLine(Bar):
    """What is being typed."""

    def __init__(self, look: Look, edit: LineEdit, sign: str, *, id: str | None = None) -> None:
        super().__init__(look, id=id)
        self.edit, self.sign = edit, sign
        self.note = ""

    def rows(self, width: int) -> Sequence[Row]:
        row = list(cut_spans(typed_spans(self.edit, self.sign), 1, width - 2))
        note = cell_len(self.note)
        if note and note + 24 < width:
            row.append(Piece(width - note - 1, self.note, "count"))
        return (Row(-1, tuple(row)),)


def typed_spans(edit: LineEdit, sign: str) -> tuple[Span, ...]:
    """A line being typed, with the place in it shown."""
    before, here, after = edit.text[: edit.at], edit.text[edit.at : edit.at + 1] or " ", edit.text[edit.at + 1 :]
    return (Span(f"{sign} ", "key"), Span(before), Span(here, "hint"), Span(after))


class GotoScreen(Overlay[str], inherit_bindings=False):
    """Returns the target that was chosen, or None."""

    def __init__(self, goals: Sequence[Goal], look: Look) -> None:
        super().__init__()
        self._goals = goals
        self._edit = LineEdit()
        self._look = look

    def compose(self) -> ComposeResult:
        self._query = QueryLine(self._look, self._edit, ":", id="query")
        self._results = Surface(self._look, id="results")
        with Column(id="card"):
            yield self._query
            yield self._results

    def on_mount(self) -> None:
        self._results.focus()
        self._show()

    def _show(self) -> None:
        found = best(self._goals, self._edit.text)
        rows = [
            Item((Span(goal.words),), f"{n}", tail=(Span(f"{goal.sort}  {goal.key}".rstrip(), "dim"),), key=f"{n}")
            for n, goal in enumerate(found)
        ]
        self._found = found
        blocks: tuple[Block, ...] = (
            (Items(rows, key="goals"),) if rows else (Note((Span("Nothing is called that. Esc closes."),)),)
        )
        query = self._query
        query.note = f"{len(found)}{'+' if len(found) == MOST else ''} · ⏎ go · Esc"
        query.refresh()
        self._results.show_blocks(blocks)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        surface = self._results
        moves: dict[str, Callable[[], None]] = {
            "down": lambda: surface.move(1),
            "ctrl+n": lambda: surface.move(1),
            "up": lambda: surface.move(-1),
            "ctrl+p": lambda: surface.move(-1),
            "pagedown": lambda: surface.page(1),
            "pageup": lambda: surface.page(-1),
        }
        if event.key in ("escape", "ctrl+c"):
            self.close(None)
        elif event.key == "enter":
            self._choose()
        elif event.key in moves:
            moves[event.key]()
        elif self._edit.press(event.key, event.character):
            self._show()

    def on_paste(self, event: events.Paste) -> None:
        self._edit.paste(event.text)
        self._show()

    def on_surface_chosen(self, event: Surface.Chosen) -> None:
        self._choose()

    def _choose(self) -> None:
        stop = self._results.stop
        self.close(self._found[int(stop.key)].target if stop and self._found else None)
