"""Marks: `m` and a letter marks a place, `'` and the letter goes there, `''` goes back from the last jump."""

from typing import TYPE_CHECKING, Literal

from briefing_tui.blocks.block import Span
from briefing_tui.blocks.scope import shortened
from briefing_tui.config.key import canonical
from briefing_tui.tui.history import Location, Place
from briefing_tui.tui.marks import Marks, is_gone, mark_letter, place_words
from briefing_tui.tui.screens.viewing import ViewingScreen
from briefing_tui.tui.session import LISTS, PROBLEMS, Session
from briefing_tui.tui.widgets.bars import Choice

if TYPE_CHECKING:
    from briefing_tui.tui.screens.goto import Goal

#: What the palette's targets begin with that are marks: `mark:LETTER`.
_MARK = "mark:"

#: The fewest words for where a mark leads, in characters.
_SHORT = 16

#: What is waited for: the letter of a mark to set, or of one to go to, or an answer where a mark leads to nothing.
Awaited = Literal["", "mark", "to-mark", "gone"]


class MarkingScreen(ViewingScreen, inherit_bindings=False):
    """Marks, and the way back from the last jump."""

    def __init__(self, session: Session, location: Location | None = None) -> None:
        super().__init__(session, location)
        self._awaited: Awaited = ""
        #: Where a mark would lead, were its entry still there.
        self._lost = Location()

    @property
    def marks(self) -> Marks:
        """The marks of this briefing."""
        if self._marks is None:
            self._marks = Marks(self.program.state, self.session.path)
        return self._marks

    _marks: Marks | None = None

    @property
    def busy(self) -> bool:
        return bool(self._awaited) or super().busy

    def typed(self, key: str, character: str | None) -> bool:
        if not self._awaited:
            return super().typed(key, character)
        awaited = self._awaited
        self._await("")
        if key == "escape":
            return True
        if awaited == "gone":
            if key == "enter":
                self._jump(self._lost._replace(entry="", view=self.program.state.view(self._lost.pane), main=Place()))
        elif awaited == "to-mark" and self._is_again(key, character):
            self._return()
        elif not (letter := mark_letter(key, character)):
            self.say("A mark is a letter or a digit", "note")
        elif awaited == "mark":
            self._set(letter)
        else:
            self.go_to_mark(letter)
        return True

    def give_up(self) -> None:
        self._awaited = ""
        super().give_up()

    def _is_again(self, key: str, character: str | None) -> bool:
        """Whether a key is the one that goes to marks, or the apostrophe, whatever the configuration says."""
        if "'" in (canonical(key), character):
            return True
        return not mark_letter(key, character) and self.means(key, character, "to-mark", "reader")

    # what is awaited --------------------------------------------------------------------

    def do_mark(self) -> None:
        if self._is_markable():
            self._await("mark")

    def do_to_mark(self) -> None:
        self._await("to-mark")

    def _await(self, awaited: Awaited) -> None:
        self._awaited = awaited
        self._show_found()

    def _show_found(self) -> None:
        """The prompt of a find, unless a letter is awaited: that one is nearer."""
        if not self._awaited:
            self.status.choices = None
            super()._show_found()
            return
        if self._awaited == "gone":
            gone, pane = self._lost.entry, self._lost.pane.capitalize()
            self.status.prompt = (Span(f"“{gone}” is gone from this briefing", "error"),)
            self.status.choices = (Choice("⏎", (f"goes to its pane, {pane}", pane)),)
        else:
            sets = self._awaited == "mark"
            choices = [] if sets else self._way_back()
            choices += [self._choice(letter, location) for letter, location in self.marks.all().items()]
            words = " letter or digit" if sets else "" if choices else f" no marks yet{self._how_to_mark()}"
            self.status.prompt = (Span("Mark as:" if sets else "Go to:", "key"), Span(words, "key-word"))
            self.status.choices = choices
        self.status.refresh()

    def _choice(self, key: str, location: Location) -> Choice:
        words = place_words(self.session, location)
        return Choice(key, (" › ".join(words), words[-1], shortened(words[-1], _SHORT)))

    def _words(self, location: Location) -> str:
        return " › ".join(place_words(self.session, location))

    def _way_back(self) -> list[Choice]:
        before = self.history.before
        return [] if before is None else [self._choice("'", before)]

    def _how_to_mark(self) -> str:
        return self.hint("mark", ", {} and a letter sets one")

    def visit(self, location: Location) -> None:
        # Who clicks on a link while a letter is awaited does not want to type it any more.
        self._awaited = ""
        super().visit(location)

    # marks --------------------------------------------------------------------

    def _is_markable(self) -> bool:
        if self.session.good is None or self.location.pane in LISTS:
            self.say(f"{LISTS.get(self.location.pane, LISTS[PROBLEMS])} is no place to mark", "note")
            return False
        return True

    def _set(self, letter: str) -> None:
        if self._is_markable():
            here = self.here()
            self.marks.set(letter, here)
            self.say(f"Mark {letter}: {self._words(here)}")

    def go_to_mark(self, letter: str) -> None:
        """Goes to a mark; says so where there is none of that letter, or where it leads is gone."""
        location = self.marks.get(letter)
        if location is None:
            self.say(f"There is no mark {letter}{self._how_to_mark()}", "note")
        elif self.session.good is None:
            self.say("This file does not open: its marks wait until it does", "note")
        elif is_gone(self.session, location):
            self._lost = location
            self._await("gone")
        else:
            self._jump(location)
            sought = location.main.key
            if sought and self.main.place().key != sought:
                self._open(self.location._replace(main=Place()))
                self.say(f"What mark {letter} was on is gone from here", "note")

    def _return(self) -> None:
        before = self.history.before
        if before is None:
            self.say("You have not gone anywhere yet", "note")
        else:
            self._jump(before)

    def _jump(self, location: Location) -> None:
        """Goes somewhere, so that Backspace comes back; the time cursor and the zoom stay as they are."""
        here = self.location
        self.visit(location._replace(zoom=here.zoom, lens=location.lens._replace(now=here.lens.now)))

    # the palette --------------------------------------------------------------------

    def place_goals(self) -> "list[Goal]":
        from briefing_tui.tui.screens.goto import Goal

        marks = self.marks.all() if self.session.good is not None else {}
        return [
            *super().place_goals(),
            *(
                Goal(f"Mark {letter}: {self._words(location)}", "mark", f"{_MARK}{letter}", way=True)
                for letter, location in marks.items()
            ),
        ]

    def went_to_place(self, target: str) -> bool:
        if not target.startswith(_MARK):
            return super().went_to_place(target)
        self.go_to_mark(target.removeprefix(_MARK))
        return True
