"""Looking instead of reading: which view of a pane is open, its clock and scale, and the time cursor."""

from typing import TYPE_CHECKING

from briefing_tui.blocks.block import Span, Spans
from briefing_tui.blocks.group import group_ids, is_group
from briefing_tui.model.kinds import PANES
from briefing_tui.tui.history import SCALES, Clock, Lens, Location, Place
from briefing_tui.tui.screens.lookup import LookupScreen
from briefing_tui.tui.session import LISTS
from briefing_tui.tui.views import View, view_of, views_of

if TYPE_CHECKING:
    from briefing_tui.tui.screens.goto import Goal

#: What the palette's targets begin with that are views: `view:PANE:ID`, without a pane of what is open.
_VIEW = "view:"


class ViewingScreen(LookupScreen, inherit_bindings=False):
    """Views, and what was known when."""

    # views --------------------------------------------------------------------

    def view_here(self) -> View | None:
        """The view that is open; None where there is only the text."""
        return self.session.view(self.location.pane, self.location.entry, self.location.view)

    def do_view(self) -> None:
        self._turn(1)

    def do_view_before(self) -> None:
        self._turn(-1)

    def _turn(self, step: int) -> None:
        views = views_of(self.session.place_of(self.location.pane, self.location.entry))
        here = self.view_here()
        if not views or here is None or self.session.good is None or self.location.pane in LISTS:
            self.say("There is one way to look at this", "note")
            return
        self.look_through(views[(views.index(here) + step) % len(views)])

    def look_through(self, view: View) -> None:
        """Opens a view of what is open, the cursor on what it was on; remembers the choice for the pane.

        Where the cursor has not been moved, the view opens at its beginning: what it has at the top is seen first.
        """
        stop = self.main.stop
        moved = self.main.cursor != self.main.layout_.start or self.main.link > 0
        target = self.main.target or (stop.key if stop else "") if moved else ""
        self._open(self.location._replace(view=view.id, main=Place()))
        if not self.main.go_to_target(target) and is_group(target):
            # What was one mark there is several here: the first of them.
            self.main.go_to_target(next(iter(group_ids(self.session.scope, target)), ""))
        if not self.location.entry:
            self.program.state.keep_view(self.location.pane, view.id)

    def place_goals(self) -> "list[Goal]":
        """The views of what is open, and those of the other panes."""
        from briefing_tui.tui.screens.goto import Goal

        if self.session.good is None:
            return []
        here, location = self.view_here(), self.location
        goals = [
            Goal(f"View: {view.title}", "view, open" if view is here else "view", f"{_VIEW}:{view.id}", way=True)
            for view in (views_of(here.place) if here is not None else ())
        ]
        for pane in PANES:
            if pane != location.pane or location.entry:
                goals += [
                    Goal(
                        f"View: {pane.capitalize()}, {view.title.lower()}", "view", f"{_VIEW}{pane}:{view.id}", way=True
                    )
                    for view in views_of(pane)
                ]
        return goals

    def went_to_place(self, target: str) -> bool:
        if not target.startswith(_VIEW):
            return super().went_to_place(target)
        here = self.location
        place, _, id = target.removeprefix(_VIEW).partition(":")
        view = view_of(place or self.session.place_of(here.pane, here.entry), id)
        if view is None:
            return False
        if view is self.view_here() and not place:
            self.say("This view is open", "note")
        elif not place:
            self.look_through(view)
        else:
            # A find goes through the panes as text.
            self.visit(Location(place, view=view.id, zoom=here.zoom, lens=here.lens))
            self.program.state.keep_view(place, view.id)
        return True

    # going aside --------------------------------------------------------------------

    def do_left(self) -> None:
        self._aside(-1)

    def do_right(self) -> None:
        self._aside(1)

    def _aside(self, step: int) -> None:
        if not self.moving().sideways(step):
            self.say("Nothing further on this side", "note")

    # clock and scale --------------------------------------------------------------------

    def do_finer(self) -> None:
        self._scale(1)

    def do_coarser(self) -> None:
        self._scale(-1)

    def _scale(self, step: int) -> None:
        view = self.view_here()
        if view is None or "finer" not in view.keys:
            self.say(f"This has no time scale{self.hint('view', '; {} goes to the next view')}", "note")
            return
        lens = self.location.lens
        scale = SCALES.index(lens.scale) + step
        if not 0 <= scale < len(SCALES):
            self.say("This is the finest scale" if step > 0 else "All of it is in view", "note")
            return
        kept, shown = self._anchor
        anchor = kept if kept and shown == self.main.target else self.main.target
        self._set_lens(lens._replace(scale=SCALES[scale]), anchor)
        self._anchor = anchor, self.main.target
        self.say(f"Scale: {SCALES[scale] or 'all of it'}", "note")

    def do_clock(self) -> None:
        view = self.view_here()
        if view is None or "clock" not in view.keys:
            self.say(f"This goes by no clock{self.hint('view', '; {} goes to the next view')}", "note")
            return
        lens = self.location.lens
        clock: Clock = "reported" if lens.clock == "occurred" else "occurred"
        self._set_lens(lens._replace(clock=clock))
        words = "when it was reported, where that is said" if clock == "reported" else "when it occurred"
        self.say(f"By {words}", "note")

    #: What the cursor was on when the scale was first changed, and what it is on since: several may share a mark.
    _anchor = ("", "")

    def _set_lens(self, lens: Lens, anchor: str = "") -> None:
        """Looks through another lens at the same place, or at what the cursor was on before (`anchor`)."""
        here = self.here()
        if anchor:
            here = here._replace(main=here.main._replace(target=anchor))
        drawn = (view := self.view_here()) is not None and bool(view.at)
        if drawn:
            self._open(here._replace(lens=lens))
        else:
            self.location = self.location._replace(lens=lens)
            self.show_then()

    # the time cursor --------------------------------------------------------------------

    def do_earlier(self) -> None:
        if self.session.good is None:
            return
        moment = self.session.knowledge.before(self.location.lens.now)
        if moment is None:
            known = self.session.knowledge.moments
            self.say("Before this nothing is known" if known else "Nothing here has a time", "note")
            return
        self._set_now(moment)

    def do_later(self) -> None:
        now = self.location.lens.now
        if self.session.good is None:
            return
        if now is None:
            self.say(f"All of it is known{self.hint('earlier', '; {} goes back in time')}", "note")
            return
        self._set_now(self.session.knowledge.after(now))

    def _set_now(self, now: int | None) -> None:
        self._set_lens(self.location.lens._replace(now=now))
        self.main.go_to_now()
        if now is None:
            self.say("The time cursor is off: all of it is known", "note")

    def show_then(self) -> None:
        now = self.location.lens.now
        good = self.session.good is not None
        later = self.session.knowledge.later(now) if now is not None and good else None
        for surface, about in ((self.main, self.location.entry), (self.context, (self._peeked or ("",))[0])):
            surface.show_later(later, about)
        self.header.as_of = self.header_time()
        self.header.refresh()

    def header_time(self) -> tuple[Spans, Spans]:
        now = self.location.lens.now
        if now is None or self.session.good is None:
            return super().header_time()
        known, all_ = self.session.knowledge.counted(now)
        words = Span(f"known by {self.session.knowledge.display(now)}", "now")
        return (words, Span(f"  {known:,} of {all_:,}", "count")), (Span(f"{known:,} of {all_:,} known", "now"),)

    def end_then(self) -> bool:
        """Takes the time cursor away; whether there was one."""
        if self.location.lens.now is None:
            return False
        self._set_now(None)
        return True

    def open_target(self, target: str) -> None:
        """In a drawing of what is around an entry, the entry itself leads to its dossier."""
        view = self.view_here()
        if target and target == self.location.entry and view is not None and view.at:
            self.history.leave(self.here())
            self.look_through(views_of(view.place)[0])
        else:
            super().open_target(target)

    # what others open --------------------------------------------------------------------

    def followed(self, target: str) -> Location:
        """In an actor's graph or a judgement's evidence, what is followed opens in the same view."""
        location = super().followed(target)
        view = self.view_here()
        kind = self.session.place_of(location.pane, location.entry)
        if view is not None and any(view.id == other.id for other in views_of(kind)):
            location = location._replace(view=view.id)
        return location
