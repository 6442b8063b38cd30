"""The library: briefings, newest first, broken ones in place with what is wrong first. Enter opens, / filters."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from textual import events
from textual.app import ComposeResult

from briefing_tui.blocks.block import Block, Heading, Item, Items, Note, Prose, Span, Spans
from briefing_tui.blocks.entry import handling_span
from briefing_tui.library.catalog import Catalog
from briefing_tui.library.row import Row
from briefing_tui.tui.arrangement import arrangement
from briefing_tui.tui.history import Place
from briefing_tui.tui.line_edit import LineEdit
from briefing_tui.tui.screens.goto import typed_spans
from briefing_tui.tui.screens.keyed import KeyedScreen, Scrolling
from briefing_tui.tui.widgets.bars import Header, StatusLine
from briefing_tui.tui.widgets.surface import Surface

#: Rows are no wider, in cells.
WIDTH = 110

#: The briefing a newcomer is offered first: the one the program was made for.
FLAGSHIP = "karabakh-2023-09-19"

_KEYS = ("follow", "find", "theme", "quit", "keys")

#: How many files are read between two paintings while the library fills.
_AT_ONCE = 20


@dataclass
class Shelf:
    """The rows of a library and which of them are shown."""

    rows: list[Row] = field(default_factory=list)
    words: str = ""

    def shown(self) -> list[Row]:
        """The rows that hold every word of the filter."""
        words = self.words.casefold().split()
        if not words:
            return self.rows
        return [row for row in self.rows if all(word in _searchable(row) for word in words)]


def _searchable(row: Row) -> str:
    as_of = row.as_of.display() if row.as_of else ""
    return " ".join(
        [row.title, row.id, as_of, row.tlp or "", row.banner, *row.status, "broken" if row.problem else ""]
    ).casefold()


def library_blocks(
    rows: list[Row], total: int, where: tuple[Path, ...], words: str, reading: bool
) -> tuple[Block, ...]:
    """The list of briefings."""
    count = f"{len(rows)} of {total}" if words else f"{total}"
    blocks: list[Block] = [Heading((Span("Briefings"),), 1, (Span(f"{count}{' …' if reading else ''}"),))]
    if rows:
        blocks.append(Items([_item(row) for row in rows], lead=13, key="library", one_line=False))
    elif words:
        blocks.append(Note((Span(f"No briefing here holds “{words}”. Esc shows all."),)))
    elif not reading:
        places = ", ".join(path.name or str(path) for path in where)
        blocks.append(
            Note((Span(f"No briefings in {places or 'this folder'} yet. A briefing is a YAML file; three keys do:"),))
        )
        text = "title: What happened\nas_of: 2026-03-04\nsituation:\n  bottom_line: The one sentence that matters.\n"
        blocks.append(Prose((Span(text, "code"),), "code", key="example"))
    return tuple(blocks)


def _item(row: Row) -> Item:
    lead: Spans = (Span(row.as_of.display("short") if row.as_of else "undated", "time"),)
    marks: list[Span] = []
    if row.tlp:
        marks.append(handling_span(row.tlp))
    marks += [span for word in row.status for span in (Span("  "), Span(word.upper(), "warning"))]
    if row.banner and not row.status:
        marks.append(Span(f"  {row.banner}", "dim"))
    if row.opens:
        counts = row.counts
        numbers = (
            (counts.actors, "actor"),
            (counts.events, "event"),
            (counts.communications, "communication"),
            (counts.sources, "source"),
        )
        said = ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in numbers if n)
        marks.append(Span(f"{'  ' if marks else ''}{said}", "dim"))
    if row.problem is not None:
        place = f"line {row.line}: " if row.line else ""
        left = f" (and {row.errors - 1} more)" if row.errors > 1 else ""
        if marks:
            marks.append(Span("\n"))
        marks.append(Span(f"✗ {'' if row.opens else 'does not open: '}{place}{row.problem.message}{left}", "error"))
    return Item((Span(row.title, "strong"),), f"file:{row.path}", lead, more=tuple(marks), key=str(row.path))


class LibraryScreen(Scrolling, KeyedScreen, inherit_bindings=False):
    """Lists briefings and opens them."""

    MODE = "library"

    def __init__(self, where: tuple[Path, ...]) -> None:
        super().__init__()
        self._catalog = Catalog(where)
        self._where = where
        self._shelf = Shelf()
        self._typing: LineEdit | None = None
        self._reading: Iterator[Row] | None = None
        self._shown = False

    def compose(self) -> ComposeResult:
        look = self.program.look
        self._header, self._status = Header(look), StatusLine(look)
        close = self.program.configuration.settings.density == "compact"
        self._main = Surface(look, id="main", measure=WIDTH, close=close)
        yield self._header
        yield self._main
        yield self._status

    def on_mount(self) -> None:
        header = self._header
        header.title_ = "briefing"
        header.as_of = ((Span(_folder_name(self._where), "dim"),), ())
        header.height_ = 2
        self.add_class("tiny")
        self._status.keys = tuple(self.hints_of(_KEYS))
        self.moving().focus()
        self._read()

    def on_resize(self, event: events.Resize) -> None:
        for name, on in arrangement(event.size.width, event.size.height).items():
            if name in ("single",):
                self.set_class(on, name)

    def on_screen_resume(self) -> None:
        if self._reading is None:
            self._read()

    def moving(self) -> Surface:
        return self._main

    @property
    def settled(self) -> bool:
        return self._reading is None

    # reading --------------------------------------------------------------------

    def _read(self) -> None:
        """Reads what is new or changed, some files between two paintings."""
        self._reading = self._catalog.read()
        self._read_on()

    def _read_on(self) -> None:
        if self._reading is None:
            return
        for _ in range(_AT_ONCE):
            if next(self._reading, None) is None:
                self._reading = None
                break
        self._shelf.rows = self._catalog.rows()
        self._show()
        if self._reading is not None:
            self.call_after_refresh(self._read_on)

    def _show(self) -> None:
        shown = self._shelf.shown()
        main = self.moving()
        left, words = self._reading is not None, self._shelf.words
        blocks = self.made(
            lambda: library_blocks(shown, len(self._shelf.rows), self._where, words, left), lambda: "Briefings"
        )
        main.show_blocks(blocks, Place(self._first(shown)) if not self._shown else main.place())
        self._shown = self._shown or bool(shown)
        status = self._status
        if self._typing is not None:
            status.prompt = (
                *typed_spans(self._typing, "/"),
                Span(f"  {len(shown)} of {len(self._shelf.rows)}   ⏎ keep  Esc", "key-word"),
            )
        else:
            status.prompt = ()
        held = f"{len(shown)} of {len(self._shelf.rows)} hold “{self._shelf.words}”"
        status.crumb = (held if self._shelf.words else "Library",)
        status.refresh()

    def _first(self, rows: list[Row]) -> str:
        """Where the cursor begins: on the briefing last read, for a newcomer on the flagship, else on the newest."""
        keys = {str(row.path.absolute()): str(row.path) for row in rows}
        for path in self.program.state.recent:
            if str(path) in keys:
                return keys[str(path)]
        return next((str(row.path) for row in rows if row.id == FLAGSHIP), "")

    # keys --------------------------------------------------------------------

    def typed(self, key: str, character: str | None) -> bool:
        if self._typing is not None:
            if key == "escape":
                self._typing, self._shelf.words = None, ""
            elif key == "enter":
                self._typing = None
            elif key in ("down", "up"):
                self.moving().move(1 if key == "down" else -1)
                return True
            elif self._typing.press(key, character):
                self._shelf.words = self._typing.text
            self._show()
            return True
        if key == "escape":
            self._shelf.words = ""
            self._show()
            return True
        return False

    def give_up(self) -> None:
        self._typing = None
        super().give_up()

    def on_paste(self, event: events.Paste) -> None:
        if self._typing is not None:
            self._typing.paste(event.text)
            self._shelf.words = self._typing.text
            self._show()

    def do_find(self) -> None:
        self._typing = LineEdit(self._shelf.words, len(self._shelf.words))
        self._show()

    def do_follow(self) -> None:
        self._open(self.moving().target)

    def on_surface_chosen(self, event: Surface.Chosen) -> None:
        self._open(event.target)

    def _open(self, target: str) -> None:
        if target.startswith("file:"):
            self.program.open_path(Path(target.removeprefix("file:")))

    def do_reload(self) -> None:
        self._read()
        self.say("Read again", "note")

    def do_goto(self) -> None:
        from briefing_tui.tui.screens.goto import Goal, GotoScreen, theme_goals

        goals = [
            Goal(row.title, "briefing", f"file:{row.path}", f"{row.id} {' '.join(row.status)}")
            for row in self._shelf.rows
        ]
        goals += theme_goals(self.program)
        self.app.push_screen(GotoScreen(goals, self.program.look), self._went)

    def _went(self, target: str | None) -> None:
        if target and target.startswith("theme:"):
            self.program.wear(target.removeprefix("theme:"))
        elif target:
            self._open(target)

    def do_quit(self) -> None:
        self.app.exit(0)


def _folder_name(where: tuple[Path, ...]) -> str:
    names = [path.name or str(path) for path in where]
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
