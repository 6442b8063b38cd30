"""The line a jot is typed in: what it will be, who may be meant, and the earlier jots to mend. Knows no Textual.

What is typed and not kept stays as a draft, for the new jot and for each earlier one.
"""

from collections.abc import Callable
from datetime import date
from functools import cached_property

from briefing_tui.meeting.jot import Jot
from briefing_tui.meeting.jotted import Meant, Person, candidates, meant, name_begun, people_of, typed_line
from briefing_tui.meeting.minutes import Minutes, MinutesError
from briefing_tui.meeting.minutes_place import shown
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.text import one_line
from briefing_tui.tui.line_edit import LineEdit


class Jotting:
    """A prompt for jots. `briefing` gives what is open now; `today` is asked for each key."""

    def __init__(
        self, minutes: Minutes, briefing: Callable[[], Briefing | None], today: Callable[[], date] = date.today
    ) -> None:
        self.minutes = minutes
        self._briefing, self._today = briefing, today
        self.edit = LineEdit()
        #: Which line this is: 0 the new jot, else so many jots back.
        self.back = 0
        #: What went wrong with the last key.
        self.trouble = ""
        #: Where and when the prompt was opened.
        self.place = Jot("note", "")
        #: By number of the jot, 0 for the new one.
        self._drafts: dict[int, str] = {}
        self._completing: tuple[int, list[Person], int] | None = None

    def begin(self, place: Jot) -> None:
        """Opens the prompt, with the draft that was left; `place` is what the room looks at, and when."""
        self.place, self.trouble, self._completing = place, "", None
        self.forget()
        self._go(self.back if self.back and self._number in self._drafts else 0)

    def leave(self) -> None:
        """Closes it; what was typed is kept as a draft."""
        self._keep_draft()

    def forget(self) -> None:
        """Lets the minutes be read again."""
        for name in ("jots", "people"):
            self.__dict__.pop(name, None)

    # what there is --------------------------------------------------------------------

    @cached_property
    def jots(self) -> tuple[Jot, ...]:
        """What has been taken down, first to last. Read when somebody asks for it."""
        return self.minutes.read().jots

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Who can be named."""
        return people_of(self._briefing(), self.jots)

    @property
    def earlier(self) -> Jot | None:
        """The jot that is being mended; None for a new one."""
        return self.jots[-self.back] if 0 < self.back <= len(self.jots) else None

    @property
    def _number(self) -> int:
        return self.earlier.id if self.earlier is not None else 0

    @property
    def meant(self) -> Meant:
        """What the line means as it stands."""
        # Names are somebody's only where there are any: the minutes are not read for each letter of a first jot.
        people = self.people if "@" in self.edit.text else ()
        return meant(self.edit.text, self._today(), people)

    @property
    def offered(self) -> list[Person]:
        """Who may be meant by the name at the place in the line, the one that Tab takes first."""
        if self._completing is not None:
            _, people, chosen = self._completing
            return [*people[chosen + 1 :], *people[: chosen + 1]]
        begun = name_begun(self.edit.text[: self.edit.at])
        return candidates(begun[1], self.people) if begun is not None else []

    # typing --------------------------------------------------------------------

    def press(self, key: str, character: str | None) -> bool:
        """Takes a key that types, moves, completes or goes to another jot."""
        self.trouble = ""
        if key == "tab":
            self._complete()
            return True
        self._completing = None
        if key in ("up", "ctrl+p"):
            self._step(1)
        elif key in ("down", "ctrl+n"):
            self._step(-1)
        else:
            return self.edit.press(key, character)
        return True

    def paste(self, text: str) -> None:
        """Takes pasted text, on one line."""
        self.trouble, self._completing = "", None
        self.edit.paste(text)

    def _complete(self) -> None:
        if self._completing is None:
            begun = name_begun(self.edit.text[: self.edit.at])
            found = candidates(begun[1], self.people) if begun is not None else []
            if begun is None or not found:
                return
            self._completing = (begun[0], found, -1)
        start, people, chosen = self._completing
        chosen = (chosen + 1) % len(people)
        after = self.edit.text[self.edit.at :]
        words = people[chosen].typed + ("" if after[:1].isspace() else " ")
        self.edit.text, self.edit.at = self.edit.text[:start] + words + after, start + len(words)
        self._completing = (start, people, chosen)

    def _step(self, back: int) -> None:
        if not self.jots and back > 0:
            self.trouble = "Nothing has been taken down yet"
        elif 0 <= self.back + back <= len(self.jots):
            self._keep_draft()
            self._go(self.back + back)

    def _go(self, back: int) -> None:
        self.back = back
        earlier = self.earlier
        text = self._drafts.get(self._number, typed_line(earlier) if earlier is not None else "")
        self.edit = LineEdit(text, len(text))

    def _keep_draft(self) -> None:
        earlier = self.earlier
        text = self.edit.text
        if text.strip() and (earlier is None or text != typed_line(earlier)):
            self._drafts[self._number] = text
        else:
            self._drafts.pop(self._number, None)

    # keeping --------------------------------------------------------------------

    def keep(self) -> str | None:
        """Writes down what stands in the line; the words that confirm it, or None where it stays open, with why."""
        found, earlier = self.meant, self.earlier
        if not found.text:
            if earlier is None:
                self._drafts.pop(0, None)
                return ""
            self.trouble = "A jot is struck out with Ctrl+X, not emptied"
            return None
        try:
            if earlier is None:
                place = self.place
                jot = self.minutes.append(
                    found.jot._replace(item=place.item, step=place.step, clock=place.clock, by=place.by)
                )
                said = "kept"
            elif self.edit.text == typed_line(earlier):
                self._go(0)
                return ""
            else:
                jot = self.minutes.edit(earlier.id, found.text, kind=found.kind, names=found.names, due=found.due)
                said = "changed"
        except MinutesError as error:
            self.trouble = one_line(str(error))
            return None
        self._drafts.pop(self._number, None)
        self.forget()
        self._go(0)
        return f"{jot.kind.capitalize()} {jot.id} {said} in {self.file}"

    @property
    def file(self) -> str:
        """The name of the minutes; where they are not beside the briefing, all of the way there."""
        where = self.minutes.where
        return shown(where) if self.minutes.aside else one_line(where.name)

    def strike(self) -> bool:
        """Strikes the earlier jot out, or takes the stroke back; whether there is one."""
        jot = self.earlier
        return jot is not None and self._changed(
            lambda: self.minutes.restore(jot.id) if jot.struck else self.minutes.strike(jot.id)
        )

    def answer(self) -> bool:
        """Marks the earlier jot, a question, answered or open again; whether there is one."""
        jot = self.earlier
        return jot is not None and self._changed(
            lambda: self.minutes.reopen(jot.id) if jot.answered else self.minutes.answer(jot.id)
        )

    def _changed(self, change: Callable[[], Jot]) -> bool:
        number = self._number
        self.trouble = ""
        try:
            change()
        except MinutesError as error:
            self.trouble = one_line(str(error))
        self.forget()
        # Others may have taken down more meanwhile: the same jot stays in the prompt.
        self.back = next((n for n, jot in enumerate(reversed(self.jots), 1) if jot.id == number), 0)
        return True
