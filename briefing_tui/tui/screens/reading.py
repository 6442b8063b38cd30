"""The way through a briefing: what is open, following, coming back, and the context pane. The keys are reader.py's."""

from textual import events
from textual.app import ComposeResult

from briefing_tui.blocks.block import Span, Spans
from briefing_tui.model.kinds import PANES
from briefing_tui.tui.arrangement import arrangement
from briefing_tui.tui.finding import Found
from briefing_tui.tui.furniture import banner_spans, handling_spans, header_marks, header_tabs, header_time
from briefing_tui.tui.guarded import Box
from briefing_tui.tui.history import History, Location, Place
from briefing_tui.tui.screens.keyed import KeyedScreen, Scrolling
from briefing_tui.tui.session import PROBLEMS, Session, finding_line
from briefing_tui.tui.views import Shown, views_of
from briefing_tui.tui.widgets.bars import Header, StatusLine
from briefing_tui.tui.widgets.surface import Surface

_HINTS = ("hints", "follow", "back", "find", "goto", "context", "keys")

#: How long after the cursor the context pane follows, in seconds: a frame.
PEEK_SECONDS = 0.02


class ReadingScreen(Scrolling, KeyedScreen, inherit_bindings=False):
    """Shows one briefing. What looks things up and what minds the file build on it."""

    MODE = "reader"
    #: What stands over the text, and how wide that is at most, in cells.
    HEADER, WIDEST = Header, 200

    def __init__(self, session: Session, location: Location | None = None) -> None:
        super().__init__()
        self.session = session
        self.location = location or Location()
        if session.good is None:
            self.location = Location(pane=PROBLEMS)
        self.history = History()
        self._peeked: tuple[str, str] | None = None
        self._peek_due = False
        self.found = Found("")

    def compose(self) -> ComposeResult:
        look = self.program.look
        self.header, self.status = self.HEADER(look), StatusLine(look)
        settings = self.program.configuration.settings
        measure, close = min(settings.measure, self.WIDEST), settings.density == "compact"
        self.main = Surface(look, id="main", measure=measure, quiet=not settings.focus_rule, close=close)
        self.context = Surface(look, id="context", measure=measure, rows_lit=False, quiet=True, close=close)
        yield self.header
        with Box(id="body"):
            yield self.main
            yield self.context
        yield self.status

    def on_mount(self) -> None:
        self.attempt(self._arrange, self.size.width, self.size.height)
        self.attempt(self._dress)
        self._open(self.location)

    # what others add to --------------------------------------------------------------------

    def end_hints(self) -> None:
        """Leaves hint mode."""

    def restore_find(self, words: str) -> None:
        """Takes up a find as it was, or ends it."""

    def escape(self) -> None:
        """Esc: closes what is open."""

    def edit_at(self, line: int) -> None:
        """Opens the editor at a line."""

    def show_then(self) -> None:
        """Shows what was known at the time cursor, where there is one."""

    def header_time(self) -> tuple[Spans, Spans]:
        """The time at the right of the header, in full and in few words."""
        return header_time(self.session, self.hint("problems"))

    def followed(self, target: str) -> Location:
        """Where following a link to an entry leads."""
        here = self.location
        return Location(self.session.pane_of(target), target, zoom=here.zoom, find=self.found.words, lens=here.lens)

    # arrangement --------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        self.end_hints()
        self._arrange(event.size.width, event.size.height)

    def _arrange(self, width: int, height: int) -> None:
        for name, on in arrangement(width, height).items():
            self.set_class(on, name)
        self.header.height_ = 2 if self.has_class("tiny") else 3 if self.has_class("compact") else 4
        self._show_focus()

    @property
    def single(self) -> bool:
        """Whether only one pane is to be seen at a time."""
        return self.has_class("single") or self.location.zoom

    def _show_focus(self) -> None:
        self.set_class(self.location.zoom, "zoom")
        self.set_class(self.location.focus == "context", "on-context")
        self.moving().focus()

    def moving(self) -> Surface:
        return self.context if self.location.focus == "context" else self.main

    # furniture --------------------------------------------------------------------

    def _dress(self) -> None:
        """Fills the header and the fixed parts of the status line."""
        header, status = self.header, self.status
        header.marks, header.as_of = header_marks(self.session), self.header_time()
        header.title_ = self.session.briefing.title if self.session.good else (self.session.latest.name)
        header.tabs = header_tabs(self.session)
        briefing = self.session.briefing if self.session.good else None
        status.handling = handling_spans(briefing)
        header.banner = status.banner = banner_spans(briefing) if briefing else ()
        trouble = self.session.trouble
        if trouble is not None and self.session.good is not None:
            place = f"line {trouble.line}: " if trouble.line else ""
            status.alarm = (
                Span(f"✗ {place}{trouble.words}", "error"),
                Span(f"  {self.hint('problems', '{} shows it; ')}this is the last good version", "key-word"),
            )
        else:
            status.alarm = ()
        header.refresh()
        status.refresh()

    def _crumb(self) -> tuple[str, ...]:
        location = self.location
        if self.session.good is None:
            return ("Problems",)
        view = self.session.view(location.pane, location.entry, location.view)
        drawn = (view.title,) if view is not None and view.at else ()
        if not location.entry:
            return (location.pane.capitalize(), *drawn, *self._mark_words())
        name = self.session.label(location.entry)
        if drawn:
            return (name, *drawn, *self._mark_words())
        before = self.history.trail(1)
        last = before[-1] if before else location
        origin = self.session.label(last.entry) if last.entry else last.pane.capitalize()
        return (origin, name) if origin != name else (location.pane.capitalize(), name)

    def _mark_words(self) -> tuple[str, ...]:
        """What the mark of a drawing is called that the cursor is on."""
        words = self.main.mark_words()
        return (words,) if words else ()

    def _hint_keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of the status line: what to press here first, the next view by its name."""
        view = self.session.view(self.location.pane, self.location.entry, self.location.view)
        hints = self.hints_of(_HINTS)
        if view is not None and self.session.good is not None and self.location.pane != PROBLEMS:
            views = views_of(view.place)
            after = views[(views.index(view) + 1) % len(views)]
            turn = [(key, after.title.lower())] if (key := self.hint("view")) else []
            hints[1:1] = [*turn, *self.hints_of(view.keys)]
        return tuple(hints)

    # opening --------------------------------------------------------------------

    def here(self) -> Location:
        """The location with the cursors as they are now."""
        return self.location._replace(main=self.main.place(), context=self.context.place(), find=self.found.words)

    def _open(self, location: Location) -> None:
        self.location = location
        shown = self.made(lambda: self._document(location), lambda: self._title(location), self._way_on(location))
        self.main.show_blocks(shown, location.main)
        self.header.here = location.pane
        self.header.refresh()
        self.status.crumb = self._crumb()
        self.status.keys = self._hint_keys()
        self.status.refresh()
        self._peeked = None
        self._show_focus()
        # The painting does not wait for what stands beside it.
        self.main.call_after_refresh(self._peek, location.context)
        self.restore_find(location.find)
        self.show_then()

    def _document(self, location: Location) -> Shown:
        good = self.session.good is not None
        return self.session.document(*location.document, location.lens) if good else self.session.document(PROBLEMS)

    def _title(self, location: Location) -> str:
        """What a notice is headed by that stands in the place of a document."""
        return self.session.label(location.entry) if location.entry else location.pane.capitalize()

    def _way_on(self, location: Location) -> str:
        """Where to go from a document that cannot be shown."""
        return self.hint("back", "{} goes back.")

    def visit(self, location: Location) -> None:
        """Opens a location, and remembers the one that is left."""
        self.history.leave(self.here())
        self._open(location)

    def open_target(self, target: str) -> None:
        """Follows a link: to an entry, a pane, a line of the source, another briefing or an address."""
        if not target:
            self.say(f"Nothing to open here{self.hint('next-link', '; {} goes to the next link')}", "note")
        elif target.startswith(("http://", "https://", "mailto:")):
            self.app.copy_to_clipboard(target)
            self.say(f"Copied {target}")
        elif target.startswith("line:"):
            self.edit_at(finding_line(target))
        elif target in PANES and self.session.good is not None:
            self.open_pane(target)
        elif "#" in target:
            self.program.open_other(self.session, target)
        elif self.session.good is None or not self.session.knows(target):
            self.say(f"Nothing here is called “{target}”", "error")
        elif target == self.location.entry:
            self.say("You are reading it", "note")
        else:
            self.visit(self.followed(target))

    def open_pane(self, pane: str) -> None:
        """Opens a pane at its list."""
        if self.session.good is None:
            return
        here = self.location
        if (here.pane, here.entry) == (pane, "") and here.focus == "main":
            return
        # A find goes through the panes as text.
        view = "" if self.found.words else self.program.state.view(pane)
        self.visit(Location(pane, view=view, zoom=here.zoom, find=self.found.words, lens=here.lens))

    @property
    def settled(self) -> bool:
        beside = not self._peek_due and (self.session.good is None or self._peeked is not None)
        return beside and not self.main.layout_.partial and not self.context.layout_.partial

    # the context pane --------------------------------------------------------------------

    def on_surface_moved(self, event: Surface.Moved) -> None:
        if event.surface is self.main and self.main.drawn:
            self.status.crumb = self._crumb()
            self.status.refresh()
        if event.surface is self.main and not self._peek_due:
            # After the cursor is painted, and once for many keys: moving is never slower for what is beside it.
            self._peek_due = True
            self.set_timer(PEEK_SECONDS, self._peek)
        cell = event.surface.cursor_cell() if event.surface is self.moving() else None
        if cell is not None:
            self.app.cursor_position = cell

    def _peek(self, place: Place | None = None) -> None:
        """Shows the dossier of what the cursor is on."""
        self._peek_due = False
        if not self.context.is_attached:
            return
        target = self.peek_target()
        if self._peeked == (target, self.location.entry):
            return
        if not target and self._peeked is not None and self._peeked[1] == self.location.entry:
            # A line that names nothing, between lines that do: what stands beside it stays.
            return
        target = target or self._next_named()
        self._peeked = (target, self.location.entry)
        on = self.hint("next-link", " {} goes to the next link.")
        shown = self.made(lambda: self.session.beside(target, on), lambda: self.session.label(target))
        self.context.show_blocks(shown, place)
        if self.location.lens.now is not None:
            self.show_then()

    def peek_target(self) -> str:
        """What the context pane shows: the link the cursor is on, else what its item stands for, else a link in it."""
        stop = self.main.stop
        if stop is None:
            return ""
        if 0 <= self.main.link < len(stop.links):
            return self._beside(stop.links[self.main.link])
        return next(filter(None, map(self._beside, (stop.target, *stop.links))), "")

    def _beside(self, target: str) -> str:
        """A target, unless it is what the main pane shows already: a dossier, not a drawing of what is around it."""
        return "" if target == self.location.entry and not self.main.drawn else target

    def _next_named(self) -> str:
        """What the first item below the cursor that names something names: beside the opening lines of a dossier."""
        layout, first = self.main.layout_, self.main.cursor
        for number in range(max(0, first), min(first + 40, layout.count)):
            stop = layout.stop(number)
            if found := next(filter(None, map(self._beside, (stop.target, *stop.links))), ""):
                return found
        return ""
