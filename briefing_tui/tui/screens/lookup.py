"""Looking things up while reading: link hints, find, and going to anything by name.

Why this file is long: what is typed goes to one of the three, and each ends the others.
"""

from typing import TYPE_CHECKING

from textual import events

from briefing_tui.blocks.block import Span
from briefing_tui.model.kinds import KINDS
from briefing_tui.tui.commands import COMMANDS
from briefing_tui.tui.finding import FindIndex, Found, Hit
from briefing_tui.tui.history import Location, Place
from briefing_tui.tui.screens.reading import ReadingScreen
from briefing_tui.tui.session import Session, pattern_of

if TYPE_CHECKING:
    from briefing_tui.tui.hints import Hints
    from briefing_tui.tui.line_edit import LineEdit
    from briefing_tui.tui.screens.goto import Goal


#: So many stops are made ready to be found before anything else has its turn, and for so many seconds.
_AT_ONCE, _PAUSE = 400, 0.002


class LookupScreen(ReadingScreen, inherit_bindings=False):
    """Hints, find, go to."""

    def __init__(self, session: Session, location: Location | None = None) -> None:
        super().__init__(session, location)
        self._hints: Hints | None = None
        self._typing: LineEdit | None = None
        self._before_find: Location | None = None
        self._index: FindIndex | None = None
        self._searches_soon = False

    @property
    def busy(self) -> bool:
        """Whether something is being typed or picked, so that nothing may move underneath."""
        return self._hints is not None or self._typing is not None or bool(self.keymap.pending)

    @property
    def settled(self) -> bool:
        return super().settled and not self._searches_soon

    def typed(self, key: str, character: str | None) -> bool:
        if self._hints is not None:
            self._hints.press(key, character)
            self._show_hints()
            return True
        if self._typing is not None:
            self._type(key, character)
            return True
        if key == "escape":
            if self.keymap.pending:
                self.keymap.reset()
            else:
                self.escape()
            return True
        return False

    def on_paste(self, event: events.Paste) -> None:
        if self._typing is not None:
            self._typing.paste(event.text)
            self._search()

    def give_up(self) -> None:
        super().give_up()
        self._typing = self._before_find = None
        self._hints = None
        self.main.labels = self.context.labels = {}
        self.main.repaint()
        self.context.repaint()
        self.status.prompt, self.status.choices = (), None
        self.status.refresh()

    # hints --------------------------------------------------------------------

    def do_hints(self) -> None:
        from briefing_tui.tui.hints import Hint, Hints

        surfaces = [self.moving()] if self.single or self.session.good is None else [self.main, self.context]
        hints = [
            Hint(surface.id or "", link.x, link.y, link.target, link.words, link.stop, link.link)
            for surface in surfaces
            for link in surface.shown_links()
        ]
        if not hints:
            self.say("No links in view", "note")
            return
        self._hints = Hints(hints)
        self._show_hints()

    def _show_hints(self) -> None:
        hints = self._hints
        if hints is None:
            return
        if hints.over:
            chosen = hints.chosen
            self.end_hints()
            if chosen is not None:
                surface = self.context if chosen.surface == "context" else self.main
                if surface is self.main:
                    surface.choose(chosen.stop, chosen.link)
                self.open_target(chosen.target)
            return
        placed: dict[str, dict[int, list[tuple[int, str]]]] = {"main": {}, "context": {}}
        for label, hint in hints.labels():
            # The label stands on the space before the words, so that the name stays readable.
            placed[hint.surface].setdefault(hint.y, []).append((max(0, hint.x - len(label)), label))
        self.main.label(placed["main"])
        self.context.label(placed["context"])
        typed = hints.letters + hints.digits
        count = f"{len(hints.left)} links" if len(hints.left) != 1 else "1 link"
        self.status.prompt = (
            Span("Follow: ", "key"), Span(typed), Span("▏", "cursor-bar"),
            Span(f" {count}   digits pick  letters narrow  ⏎ first  Esc", "key-word"),
        )  # fmt: skip
        self.status.refresh()

    def end_hints(self) -> None:
        """Leaves hint mode."""
        if self._hints is not None:
            self._hints = None
            self.main.label({})
            self.context.label({})
            self.status.prompt = ()
            self.status.refresh()

    # find --------------------------------------------------------------------

    def do_find(self) -> None:
        if self.session.good is None:
            return
        from briefing_tui.tui.line_edit import LineEdit

        self._before_find = self.here()
        self._typing = LineEdit()
        if self._index is not None and self._index.ready:
            self._search()
        else:
            self.found = Found("")
            self._mark()
            self._search_soon()

    def _type(self, key: str, character: str | None) -> None:
        assert self._typing is not None
        if key in ("enter", "down", "ctrl+n", "up", "ctrl+p") and self._searches_soon:
            # What was typed has not been looked for yet.
            self._search(None)
        if key == "escape":
            self._typing = None
            before, self._before_find = self._before_find, None
            if before is not None:
                self._open(before)
            self.restore_find("")
        elif key == "enter":
            self._typing = None
            before = self._before_find
            # Words that were taken back have led somewhere as well.
            if before is not None and before.document != self.location.document:
                self.history.leave(before)
            self._show_found()
        elif key in ("down", "ctrl+n", "up", "ctrl+p"):
            self.step(1 if key in ("down", "ctrl+n") else -1)
        elif self._typing.press(key, character):
            self._search()

    def _search(self, at_once: int | None = _AT_ONCE) -> None:
        """Finds what has been typed so far, and goes to the first hit from where one began.

        In a long briefing not at once: it takes a moment to know where which words stand, and keys do not wait for it.
        """
        assert self._typing is not None
        if self._index is None:
            self._index = FindIndex(self.session)
        if not self._index.go_on(at_once):
            self._search_soon()
            return
        self.found = self._index.find(self._typing.text)
        self._mark()
        before = self._before_find
        if before is not None and self.found.hits:
            here = Hit(before.pane, before.main.key)
            hit = here if self._index.number_of(self.found, here) else self._index.next_after(self.found, here, 1)
            if hit is not None:
                self._go_to_hit(hit, record=False)
        self._show_found()

    def _search_soon(self) -> None:
        """Shows what is typed, and looks for it after."""
        self._show_found()
        if not self._searches_soon:
            self._searches_soon = True
            self.set_timer(_PAUSE, self._search_on)

    def _search_on(self) -> None:
        self._searches_soon = False
        if self._typing is not None:
            self._search()

    def _mark(self) -> None:
        pattern = pattern_of(self.found.words)
        self.main.find(pattern)
        self.context.find(pattern)

    def restore_find(self, words: str) -> None:
        """Takes up a find as it was, or ends it."""
        if words != self.found.words:
            if words and self._index is None:
                self._index = FindIndex(self.session)
            self.found = self._index.find(words) if words and self._index else Found("")
            self._mark()
        self._show_found()

    def _show_found(self) -> None:
        found = self.found
        if self._typing is None and not found.words:
            self.status.prompt = ()
        else:
            here = Hit(self.location.pane, self.main.place().key)
            number = self._index.number_of(found, here) if self._index and not self.location.entry else None
            count = (
                f"{number} of {len(found.hits)}"
                if number
                else f"{len(found.hits)} found"
                if found.hits
                else "not found"
            )
            words: list[Span]
            if self._typing is not None:
                from briefing_tui.tui.screens.goto import typed_spans

                words = list(typed_spans(self._typing, "/"))
            else:
                words = [Span("/ ", "key"), Span(found.words)]
            role = "count" if found.hits or not found.words else "error"
            keys = "   ⏎ keep  ↓↑ step  Esc" if self._typing is not None else self._stepping()
            self.status.prompt = (*words, Span(f"  {count if found.words else ''}", role), Span(keys, "key-word"))
        self.status.refresh()

    def _stepping(self) -> str:
        return f" {self.hint('next-link', '  {} next')}{self.hint('previous-link', '  {} before')}  Esc ends"

    def step(self, step: int) -> None:
        """The next link; while a find is on, the next hit, across panes in document order."""
        if not self.found.words:
            if not self.moving().next_link(step):
                self.say("No more links" if step > 0 else "No links before this", "note")
            return
        if self._index is None:
            self._index = FindIndex(self.session)
        hit = self._index.next_after(self.found, Hit(self.location.pane, self.main.place().key), step)
        if hit is None:
            self.say(f"“{self.found.words}” is not found", "note")
        else:
            self._go_to_hit(hit, record=False)

    def _go_to_hit(self, hit: Hit, *, record: bool) -> None:
        words = self.found.words
        if self.location.document != (hit.pane, "", ""):
            here = self.location
            target = Location(hit.pane, main=Place(hit.key, 2), zoom=here.zoom, find=words, lens=here.lens)
            if record:
                self.visit(target)
            else:
                self._open(target)
        elif not self.main.go_to_key(hit.key):
            return
        self._mark()
        self._show_found()

    # go to --------------------------------------------------------------------

    def do_goto(self) -> None:
        from briefing_tui.tui.screens.goto import GotoScreen

        self.app.push_screen(GotoScreen(self._goals(), self.program.look), self._went)

    def _went(self, target: str | None) -> None:
        if not target:
            return
        if target.startswith("command:"):
            self.run_command(target.removeprefix("command:"))
        elif target.startswith("theme:"):
            self.program.wear(target.removeprefix("theme:"))
        elif not self.went_to_place(target):
            self.open_target(target)

    def went_to_place(self, target: str) -> bool:
        """Goes to one of `place_goals`; whether it is one."""
        return False

    def place_goals(self) -> "list[Goal]":
        """What one can go to besides entries, commands and themes."""
        return []

    def _goals(self) -> "list[Goal]":
        from briefing_tui.tui.screens.goto import Goal, theme_goals

        goals: list[Goal] = []
        if self.session.good is not None:
            shown = {link.target for surface in (self.main, self.context) for link in surface.shown_links()}
            entries = [entry for entry in self.session.briefing.entries.values() if entry.keyed]
            names = {kind.name: kind.name for kind in KINDS}
            for entry in sorted(entries, key=lambda entry: entry.id not in shown):
                also = " ".join([entry.id, entry.short or "", *getattr(entry, "aliases", ())])
                goals.append(
                    Goal(self.session.scope.title(entry.id), names.get(entry.KIND, entry.KIND), entry.id, also)
                )
        goals += self.place_goals()
        goals += [
            Goal(command.title, "command", f"command:{command.id}", command.id, self.hint(command.id))
            for command in COMMANDS
            if self.can(command.id) and command.id not in ("down", "up", "goto")
        ]
        return goals + theme_goals(self.program)
