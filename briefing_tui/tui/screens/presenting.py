"""Before an audience: one thing at a time, and nothing that is pressed by accident can hurt."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from textual import events

from briefing_tui.blocks.block import Span, Spans
from briefing_tui.library.start import Talk
from briefing_tui.meeting.author import author_name
from briefing_tui.meeting.clock import clock
from briefing_tui.meeting.position import Position
from briefing_tui.tui.screens.elsewhere import ElsewhereScreen
from briefing_tui.tui.screens.timed import TimedScreen
from briefing_tui.tui.session import Session
from briefing_tui.tui.widgets.bars import Choice
from briefing_tui.tui.widgets.stagebar import StageBar

if TYPE_CHECKING:
    from briefing_tui.meeting.link import Link


class PresentScreen(TimedScreen, inherit_bindings=False):
    """What the room sees."""

    MODE = "present"

    def __init__(self, session: Session, talk: Talk | None = None) -> None:
        super().__init__(session, talk or Talk())
        #: Whether the speaker's view holds the screen.
        self.held = False
        #: What is asked, and who may be let drive.
        self._question = ""
        self._asker = ""

    # the others --------------------------------------------------------------------

    def joined(self) -> "Link | None":
        path = self.session.path
        if path is None:
            return None
        from briefing_tui.meeting.address import broker_at
        from briefing_tui.meeting.sharing import present

        talk, settings = self.talk, self.program.configuration.settings
        broker = broker_at(talk.via, talk.room or path.stem, talk.credentials) if talk.via else None
        name = author_name(settings) or "somebody"
        return present(path, self, name=name, title=self.session.briefing.title, broker=broker, offer=self._offer)

    def _offer(self) -> bytes | None:
        """The file, for who follows without it. What is for the eyes of those in the room alone stays there."""
        from briefing_tui.meeting.handing import may_be_sent

        good = self.session.good
        return self.content if good is not None and may_be_sent(self.session.briefing, self.content) else None

    def own_position(self) -> Position:
        position = self.position()
        started = self.stopwatch.started.timestamp()
        return position._replace(
            blank=self.blanked,
            held=self.held,
            started=started,
            minutes=self.talk.minutes,
            in_step=self.stopwatch.in_step,
        )

    @property
    def leads(self) -> bool:
        """Whether what is shown here is what everybody sees."""
        return self.link is None or self.link.drives or self.link.driver is None

    def moved_by_hand(self) -> None:
        # Whoever holds the screen from elsewhere does so for whoever sits here: their own hand comes first.
        self.held = False
        if not self.leads:
            self._ask("taken")

    def opened_elsewhere(self, session: Session, target: str) -> bool:
        opened = super().opened_elsewhere(session, target)
        if self.app.screen is not self:
            self.stopwatch.aside()
        return opened

    def on_screen_resume(self) -> None:
        if not self.aside:
            self.stopwatch.back()

    def hear(self, position: Position) -> None:
        over = self.app.screen
        if position.press and self.leads:
            # What is open over the step is what the room reads.
            screen = over if isinstance(over, ElsewhereScreen) else self
            if screen is self:
                self.close_over()
            (screen.do_next if position.press == "next" else screen.do_previous)()
            self._publish()
            return
        self.held = position.held
        if position.blank != self.blanked:
            self.blank(position.blank)
        if self.held:
            # Held is what the room sees, wherever in it the speaker is.
            self._show_progress()
        else:
            self.close_over()
            super().hear(position)

    def asked(self, name: str) -> None:
        self._asker = name
        self._ask("asked")

    def taken(self, name: str) -> None:
        self.say(f"{name} presents now", "note")

    # blanking --------------------------------------------------------------------

    def do_blank(self) -> None:
        self.blank(not self.blanked)
        self.changed()

    def blank(self, blank: bool) -> None:
        if blank != self.blanked:
            (self.stopwatch.blank if blank else self.stopwatch.unblank)()
        self.unsay()
        super().blank(blank)

    def typed(self, key: str, character: str | None) -> bool:
        if self.blanked:
            if key == "escape" or self.means(key, character, "blank"):
                self.do_blank()
            return True
        # Who is typing answers nobody: what is asked waits.
        if self._question and not super().busy and self._answer(key, character):
            return True
        return super().typed(key, character)

    def on_paste(self, event: events.Paste) -> None:
        if self.blanked:
            event.prevent_default()

    # questions --------------------------------------------------------------------

    @cached_property
    def _questions(self) -> dict[str, dict[str, tuple[str, Callable[[], None]]]]:
        """What may be asked, and what each key answers: none that a clicker sends."""
        return {
            "end": {"y": ("ends it", self.end_talk)},
            "asked": {"y": ("lets them", self._let)},
            "taken": {"a": ("asks to", self._ask_to), "t": ("takes over", self._take)},
        }

    @property
    def busy(self) -> bool:
        return bool(self._question) or super().busy

    def _ask(self, question: str) -> None:
        self._question = question
        self._show_found()

    def _answer(self, key: str, character: str | None) -> bool:
        """Whether a key was meant for what is asked. A question of others' never stands in the way of the talk."""
        question = self._question
        self._ask("")
        answer = self._questions[question].get((character or "").lower())
        if answer is not None:
            answer[1]()
        return answer is not None or key == "escape" or question == "end"

    def _show_found(self) -> None:
        if not self._question or super().busy:
            self.status.choices = None
            super()._show_found()
            return
        driver = (self.link.driver if self.link is not None else None) or "Somebody else"
        words = {
            "end": "End the presentation?",
            "asked": f"{self._asker} asks to present",
            "taken": f"{driver} presents this",
        }
        self.status.prompt = (Span(words[self._question], "key"),)
        answers = self._questions[self._question]
        self.status.choices = [Choice(key, (said,)) for key, (said, _) in answers.items()]
        self.status.refresh()

    def end_hints(self) -> None:
        super().end_hints()
        if self._question:
            self._show_found()

    def do_quit(self) -> None:
        self._ask("end")

    def asks_to_leave(self) -> None:
        self._ask("end")

    def end_talk(self) -> None:
        """Leaves, to where the presentation was begun from."""
        self.stopwatch.end()
        self.attempt(self.keep_times)
        self.program.leave(self)

    def _let(self) -> None:
        if self.link is not None:
            self.link.yield_to(self._asker)

    def _ask_to(self) -> None:
        if self.link is not None:
            self.link.ask()
            self.say(f"{self.link.driver} has been asked", "note")

    def _take(self) -> None:
        if self.link is not None:
            self.link.take()
            self._own_hand = True
            self.changed()

    # furniture --------------------------------------------------------------------

    def _show_progress(self) -> None:
        header = self.header
        if isinstance(header, StageBar):
            aside: Spans = (Span("❄  ", "dim"),) if self.held else ()
            if self.talk.rehearsal:
                aside = (*aside, Span(f"{clock(self.stopwatch.elapsed)}   ", "time"))
            header.aside = aside
        super()._show_progress()

    def _dress(self) -> None:
        super()._dress()
        # What is wrong with the file is nothing for an audience.
        self.status.alarm = ()
        self.status.refresh()
