"""The user's configuration, judged by the themes and the commands there are, and what else has a say in it."""

from briefing_tui.config.configuration import Configuration, Known, configuration
from briefing_tui.state import State
from briefing_tui.themes.shelf import all_themes
from briefing_tui.tui.commands import COMMANDS


def known() -> Known:
    """What settings may name."""
    commands = {command.id: {str(mode): keys for mode, keys in command.keys.items()} for command in COMMANDS}
    return Known(all_themes, commands)


def configured() -> Configuration:
    """What the configuration of whoever runs the program says."""
    return configuration(known())


def theme_to_wear(configuration: Configuration, state: State) -> str:
    """The theme that was chosen in the reader over what is configured, while there is one of that name; else that."""
    state.configured_theme = configuration.theme
    chosen = state.theme
    return chosen if chosen and chosen in all_themes() else configuration.settings.theme
