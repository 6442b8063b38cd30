"""The user's configuration, judged by the themes and the commands there are."""

from briefing_tui.config.configuration import Configuration, Known, configuration
from briefing_tui.tui.commands import COMMANDS
from briefing_tui.tui.themes import theme_names


def known() -> Known:
    """What settings may name."""
    commands = {command.id: {str(mode): keys for mode, keys in command.keys.items()} for command in COMMANDS}
    return Known(theme_names, commands)


def configured() -> Configuration:
    """What the configuration of whoever runs the program says."""
    return configuration(known())
