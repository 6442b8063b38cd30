"""An app that wears a theme: chosen, kept, read again while it is being written; with NO_COLOR, none with colours."""

from collections.abc import Sequence

from textual.driver import Driver
from textual.filter import LineFilter, Monochrome, NoColor
from textual.theme import Theme
from textual.timer import Timer

from briefing_tui.state import State
from briefing_tui.terminal import no_colour
from briefing_tui.tui.barriers import COLOURLESS, PLAIN_TEXT
from briefing_tui.tui.faults import EnduringApp
from briefing_tui.tui.looks import Look
from briefing_tui.tui.screens.keyed import KeyedScreen
from briefing_tui.tui.themes import DEFAULT, WITHOUT_COLOUR, load_look, textual_theme, theme_names
from briefing_tui.tui.wardrobe import Wardrobe
from briefing_tui.tui.widgets.bars import Bar
from briefing_tui.tui.widgets.surface import Surface

#: How often the files of a theme of the user's own are looked at, in seconds.
THEME_SECONDS = 0.15


class DressedApp(EnduringApp, inherit_bindings=False):
    """Everything on its screens is painted in one look."""

    def __init__(self, state: State, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class)
        self.state = state
        # Textual takes an empty NO_COLOR for a set one, and answers with greys: no-color.org says otherwise of both.
        self.no_color = no_colour()
        self._theme_timer: Timer | None = None
        self._theme_number = 0

    def put_on_first(self, name: str) -> None:
        """Puts on the theme to begin with; the one that ships as the first choice where there is none of that name."""
        self.wardrobe = Wardrobe(WITHOUT_COLOUR if self.no_color else name if name in theme_names() else DEFAULT)
        theme = self._registered()
        # Nothing has been read yet with another: Textual's watchers would have all style sheets parsed once more.
        self.set_reactive(DressedApp.theme, theme.name)
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_line_filters(self) -> Sequence[LineFilter]:
        # The same filters for good: lines are cached by the filters they went through.
        filters = [filter for filter in super().get_line_filters() if not isinstance(filter, Monochrome | NoColor)]
        return [*filters, PLAIN_TEXT, COLOURLESS] if self.no_color else [*filters, PLAIN_TEXT]

    @property
    def look(self) -> Look:
        """The theme as it is worn."""
        return self.wardrobe.look

    def on_ready(self) -> None:
        """Says what is wrong with the theme that was wanted, and waits for it to be mended."""
        self._mind_files()
        if self.wardrobe.trouble:
            self.tell(self.wardrobe.trouble, "error")

    def wear(self, name: str) -> None:
        """Puts on a theme, everywhere and from now on."""
        if self.no_color:
            self.tell("NO_COLOR is set: there are no colours to choose. Start without it to have themes", "note")
            return
        try:
            self.wardrobe.choose(name)
        except ValueError as error:
            self.tell(str(error), "error")
            return
        self._put_on()
        self._mind_files()
        self.state.keep_theme(name)
        self.tell(f"Theme: {self.look.title}", "note")

    def next_theme(self) -> None:
        """Puts on the next theme that is sound."""
        names = theme_names()
        after = names.index(self.look.name) + 1 if self.look.name in names else 0
        for name in [*names[after:], *names[:after]]:
            try:
                load_look(name)
            except ValueError:
                continue
            self.wear(name)
            return

    def tell(self, words: str, role: str) -> None:
        """Shows a passing message in the status line of the topmost screen that has one."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, KeyedScreen):
                screen.say(words, role)
                return

    def look_at_theme(self) -> None:
        """Takes in a change of the theme's files once they stand still; broken ones leave the last good look."""
        if not self.wardrobe.changed():
            return
        if self.wardrobe.read_again():
            self._put_on()
            self.tell(f"Theme: {self.look.title}, read again", "note")
        else:
            self.tell(self.wardrobe.trouble, "error")

    def _mind_files(self) -> None:
        """Looks at the theme's files from now on, where they are the user's."""
        if self._theme_timer is not None:
            self._theme_timer.stop()
        watched = self.wardrobe.is_watched
        self._theme_timer = self.set_interval(THEME_SECONDS, self.look_at_theme) if watched else None

    def _registered(self) -> Theme:
        """What Textual takes from the look."""
        # Under a new name each time: Textual takes no notice of a theme that changes under its own.
        self._theme_number += 1
        theme = textual_theme(self.look, f"briefing-{self._theme_number}")
        self.register_theme(theme)
        return theme

    def _put_on(self) -> None:
        self.theme = self._registered().name
        self.unregister_theme(f"briefing-{self._theme_number - 1}")
        for screen in self.screen_stack if self.is_running else ():
            for widget in screen.query("*"):
                if isinstance(widget, Bar | Surface):
                    widget.wear(self.look)
