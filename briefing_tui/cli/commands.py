"""The commands there are, and the calls that need none of their machinery: paths alone. Imports nothing."""

import os
from collections.abc import Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """A command: its name, where it is (`module:attribute`), and what it does in a line."""

    name: str
    at: str
    help: str


COMMANDS = (
    Row("new", "briefing_tui.cli.new:new", "Begin a briefing, and open it in your editor."),
    Row("add", "briefing_tui.cli.add:add", "Add an entry to a briefing."),
    Row("rename", "briefing_tui.cli.rename:rename", "Give an entry another id, wherever it is named."),
    Row("present", "briefing_tui.cli.present:present", "Present a briefing, step by step."),
    Row("speak", "briefing_tui.cli.speak:speak", "Show the speaker's view of a presentation: notes, next, clock."),
    Row("follow", "briefing_tui.cli.follow:follow", "Follow what somebody else presents."),
    Row("check", "briefing_tui.cli.check:check", "Say what is wrong in briefings, and where; and mend it."),
    Row("explain", "briefing_tui.cli.explain:explain", "Say what a finding means, and how to mend it."),
    Row("export", "briefing_tui.cli.export:export", "Write a briefing as text, Markdown and other formats."),
    Row("rehearse", "briefing_tui.cli.rehearse:rehearse", "Present to yourself by the clock, and time each step."),
    Row("minutes", "briefing_tui.cli.minutes:minutes", "Write down what was jotted in a meeting, or mend it."),
    Row("room", "briefing_tui.cli.room:room", "Say what of a running order does not suit the room."),
    Row("shot", "briefing_tui.cli.shot:shot", "Take a picture of the screen, as SVG or as text."),
    Row("here", "briefing_tui.cli.here:here", "Tell a reader beside the editor which line is being edited."),
    Row("setup", "briefing_tui.cli.setup:setup", "Print what your editor needs to help with briefings."),
    Row("lsp", "briefing_tui.cli.lsp:lsp", "Run the language server, which your editor starts."),
    Row("schema", "briefing_tui.cli.schema:schema", "Print the JSON Schema of a briefing, or write it for editors."),
    Row("config", "briefing_tui.cli.config:config", "Show what is configured, and what is wrong with it."),
    Row("themes", "briefing_tui.cli.themes:themes", "Show the themes, what is wrong with one, or write your own."),
    Row("completion", "briefing_tui.cli.completion:completion", "Print what your shell needs to complete names."),
    Row("man", "briefing_tui.cli.man:man", "Show the manual page, or write it."),
)

#: What a path does; it has no name of its own.
OPEN = "briefing_tui.cli.path:path"

#: Where the shell asks how a word goes on.
COMPLETING = "_BRIEFING_COMPLETE"


def path_alone(words: Sequence[str]) -> str | None:
    """The path that is all there is on a command line; None where something else is, or perhaps is meant."""
    if len(words) != 1 or COMPLETING in os.environ:
        return None
    word = words[0]
    if not word or (word.startswith("-") and word != "-") or any(word == row.name for row in COMMANDS):
        return None
    return None if is_perhaps_misspelt(word) else word


def paths_to_check(words: Sequence[str]) -> list[str] | None:
    """The paths that are all there is after `check` on a command line; None where something else is."""
    if words[:1] != ["check"] or COMPLETING in os.environ:
        return None
    paths = list(words[1:])
    return None if any(not path or (path.startswith("-") and path != "-") for path in paths) else paths


def is_perhaps_misspelt(word: str) -> bool:
    """Whether a word may be meant as the name of a command: one of letters alone that is the path of nothing."""
    return word.isalpha() and not os.path.exists(word)
