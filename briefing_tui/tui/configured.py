"""The user's configuration, judged by the themes and the commands there are, and what else has a say in it."""

from briefing_tui.config.configuration import Configuration, Known, configuration
from briefing_tui.state import State
from briefing_tui.themes.shelf import all_themes
from briefing_tui.tui.commands import COMMANDS, TALKS, Command


def known() -> Known:
    """What settings may name."""
    return Known(all_themes, {command.id: _judged(command) for command in COMMANDS})


def _judged(command: Command) -> dict[str, tuple[str, ...]]:
    """The keys by mode that a configuration is held against: those of a talk where a command has no others."""
    reading = {str(mode): keys for mode, keys in command.keys.items() if mode not in TALKS}
    return reading or {str(mode): keys for mode, keys in command.keys.items()}


def configured() -> Configuration:
    """What the configuration of whoever runs the program says."""
    return configuration(known())


def theme_to_wear(configuration: Configuration, state: State) -> str:
    """The theme that was chosen in the reader over what is configured, while there is one of that name; else that."""
    state.configured_theme = configuration.theme
    chosen = state.theme
    return chosen if chosen and chosen in all_themes() else configuration.settings.theme
