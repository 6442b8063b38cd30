"""What tests of the configuration share: some commands and themes to hold it against."""

from briefing_tui.config.configuration import Configuration, Known, configuration_of

COMMANDS = {
    "find": {"reader": ("slash",), "library": ("slash",)},
    "hints": {"reader": ("f",)},
    "goto": {"reader": ("colon", "ctrl+p"), "library": ("colon", "ctrl+p")},
    "down": {"reader": ("j", "down"), "library": ("j", "down")},
    "top": {"reader": ("g g", "home")},
    "filter": {"library": ("f",)},
    "next": {"reader": ("n",), "library": ("N",)},
    "keys": {"reader": ("question_mark",), "library": ("question_mark",)},
    "quit": {"reader": ("q", "ctrl+q"), "library": ("q", "ctrl+q")},
}
KNOWN = Known(lambda: ["dark", "light", "projector"], COMMANDS)


def read(text: str) -> Configuration:
    """What a text says where those commands and themes are known."""
    return configuration_of(text, None, KNOWN)


def told(found: Configuration) -> list[str]:
    """The findings, a line each: line, code and message."""
    return [f"{found.lines.position(one.extent.start).line} {one.code} {one.message}" for one in found.findings]
