"""COMMANDS: everything that can be done, once. Palette, key help, status line and README's table are made from it."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from briefing_tui.config.key import canonical, key_name

Mode = Literal["reader", "library", "present", "speak", "follow"]

#: Where a running order is gone through: before an audience, beside it, and by those who follow.
TALKS: tuple[Mode, ...] = ("present", "speak", "follow")


class Command(NamedTuple):
    """One thing that can be done. `keys` are Textual's names; a chord has a space. `say` is how the key is called."""

    id: str
    title: str
    group: str
    #: The keys in each mode; a mode that is absent is inert.
    keys: dict[Mode, tuple[str, ...]]
    #: As shown in the status line, shortest form; empty when it is not shown there.
    brief: str = ""
    #: The key as shown.
    say: str = ""


def _everywhere(*keys: str) -> dict[Mode, tuple[str, ...]]:
    return {"reader": keys, "library": keys, **_talks(*keys)}


def _both(*keys: str) -> dict[Mode, tuple[str, ...]]:
    return {"reader": keys, "library": keys}


def _talks(*keys: str) -> dict[Mode, tuple[str, ...]]:
    return dict.fromkeys(TALKS, keys)


def _text(*keys: str) -> dict[Mode, tuple[str, ...]]:
    """Wherever a briefing is open."""
    return {"reader": keys, **_talks(*keys)}


def _reader(*keys: str) -> dict[Mode, tuple[str, ...]]:
    return {"reader": keys}


COMMANDS = (
    Command("follow", "Open what the cursor is on", "Read", _everywhere("enter"), "open", "⏎"),
    Command("hints", "Follow a link by its number or name", "Read", _text("f"), "links", "f"),
    Command("back", "Back to where you were", "Read", _text("backspace", "H"), "back", "⌫"),
    Command("forward", "Forward again", "Read", _text("L"), "", "L"),
    Command("next-link", "Next link; while finding, next hit", "Read", _text("n", "]"), "", "n"),
    Command("previous-link", "Previous link; while finding, previous hit", "Read", _text("N", "["), "", "N"),
    Command("find", "Find in the briefing; in the library, filter", "Look up", _everywhere("slash"), "find", "/"),
    Command("goto", "Go to any entry, view or command", "Look up", _everywhere("colon", "ctrl+p"), "go to", ":"),
    Command("mark", "Mark this place with a letter", "Look up", _reader("m"), "", "m"),
    Command("to-mark", "Go to a mark; twice, back where you were", "Look up", _reader("apostrophe"), "", "'"),
    Command("view", "Next view of this pane or entry", "View", _reader("v"), "view", "v"),
    Command("view-before", "The view before", "View", _reader("V"), "", "V"),
    Command(
        "left",
        "To the mark on the left; in text, the link before",
        "View",
        {"reader": ("h", "left"), **_talks("h")},
        "",
        "h",
    ),
    Command(
        "right",
        "To the mark on the right; in text, the next link",
        "View",
        {"reader": ("l", "right"), **_talks("l")},
        "",
        "l",
    ),
    Command("changes", "What has changed; Tab there: since when", "View", _reader("c"), "changes", "c"),
    Command("finer", "Finer time scale", "View", _reader("plus", "equals_sign"), "finer", "+"),
    Command("coarser", "Coarser time scale", "View", _reader("minus"), "", "-"),
    Command("clock", "Go by when it occurred, or by when it was reported", "View", _reader("w"), "clock", "w"),
    Command("earlier", "Time cursor: what was known a step earlier", "View", _reader("less_than_sign"), "then", "<"),
    Command("later", "Time cursor: a step later", "View", _reader("greater_than_sign"), "", ">"),
    Command(
        "next",
        "On: the rest of this step, then the next one",
        "Present",
        _talks("space", "pagedown", "right"),
        "on",
        "Spc",
    ),
    Command("previous", "Back: the end of the step before", "Present", _talks("pageup", "left"), "", "PgUp"),
    Command("step", "To a step: its number, then Enter", "Present", _talks(*"0123456789"), "", "1"),
    Command("first", "To the first step", "Present", _talks("g g", "home"), "", "g g"),
    Command("last", "To the last step", "Present", _talks("G", "end"), "", "G"),
    Command("overview", "All steps, to go to one", "Present", _talks("o"), "steps", "o"),
    Command("return", "Back to the running order, exactly where you left it", "Present", _talks("p"), "returns", "p"),
    Command("present", "Present the running order", "Present", _reader("p"), "present", "p"),
    Command(
        "blank",
        "Blank the screen, but for the handling; again to go on",
        "Present",
        {"present": ("b", "full_stop"), "speak": ("b", "full_stop")},
        "blank",
        "b",
    ),
    Command("freeze", "Hold the audience's screen while you look around", "Present", {"speak": ("F",)}, "hold", "F"),
    Command("publish", "Show the audience what you have found", "Present", {"speak": ("P",)}, "show", "P"),
    Command("rejoin", "Back to what is being presented", "Present", {"follow": ("F",)}, "rejoin", "F"),
    Command("clock-shown", "Show or hide the clock", "Present", {"reader": ("t",), "speak": ("t",)}, "clock", "t"),
    Command("down", "Down", "Move", _everywhere("j", "down"), "", "j"),
    Command("up", "Up", "Move", _everywhere("k", "up"), "", "k"),
    Command("half-down", "Half a page down", "Move", _everywhere("d"), "", "d"),
    Command("half-up", "Half a page up", "Move", _everywhere("u"), "", "u"),
    Command("page-down", "A page down", "Move", _both("pagedown", "space"), "", "PgDn"),
    Command("page-up", "A page up", "Move", _both("pageup"), "", "PgUp"),
    Command("top", "To the beginning", "Move", _both("g g", "home"), "", "g g"),
    Command("bottom", "To the end", "Move", _both("G", "end"), "", "G"),
    Command("pane-1", "Situation", "Panes", _reader("1"), "", "1"),
    Command("pane-2", "Actors", "Panes", _reader("2"), "", "2"),
    Command("pane-3", "Events", "Panes", _reader("3"), "", "3"),
    Command("pane-4", "Communications", "Panes", _reader("4"), "", "4"),
    Command("pane-5", "Outlook", "Panes", _reader("5"), "", "5"),
    Command("pane-6", "Sources", "Panes", _reader("6"), "", "6"),
    Command("context", "To the context pane and back", "Panes", _text("tab", "shift+tab"), "context", "Tab"),
    Command("zoom", "Zoom the pane in or out", "Panes", _text("z"), "", "z"),
    Command("jot", "Take down an action, decision, question or note", "Do", _text("a"), "jot", "a"),
    Command("minutes", "What has been taken down", "Do", {**_text("M"), "present": ()}, "minutes", "M"),
    Command("copy", "Copy the selection, else a link to here", "Do", _reader("y"), "", "y"),
    Command("edit", "Edit the file at this line", "Do", _reader("e"), "", "e"),
    Command("problems", "What is wrong with this file", "Do", _reader("!"), "", "!"),
    Command("reload", "Read the file again", "Do", _both("r"), "", "r"),
    Command("theme", "Change the theme", "Do", _both("T"), "", "T"),
    Command("library", "To the library", "Do", _reader("o"), "", "o"),
    Command("keys", "Show the keys", "Do", _everywhere("question_mark", "f1"), "keys", "?"),
    Command("quit", "Leave: to where it was opened from, else quit", "Do", _everywhere("q", "ctrl+q"), "", "q"),
    Command("interrupt", "Copy the selection, else ask whether to quit", "Do", _everywhere("ctrl+c"), "", "Ctrl+C"),
)

COMMAND = {command.id: command for command in COMMANDS}

#: The keys that the configuration gives to commands, by their ids; no keys at all where it takes them away.
Remapped = Mapping[str, tuple[str, ...]]
AS_SHIPPED: Remapped = MappingProxyType({})


def keys_of(command: Command, mode: Mode, remapped: Remapped = AS_SHIPPED) -> tuple[str, ...]:
    """The keys of a command in a mode; none where it is absent from the mode, whatever the configuration says."""
    if mode not in command.keys:
        return ()
    if mode in TALKS and command.id in remapped and command.id not in _holding(mode, tuple(remapped.items())):
        return command.keys[mode]
    return remapped.get(command.id, command.keys[mode])


@cache
def _holding(mode: Mode, remapped: tuple[tuple[str, tuple[str, ...]], ...]) -> frozenset[str]:
    """The commands that have their new keys in the mode of a talk.

    Keys are given with reading in mind: what would take a key from a command of the talk keeps its own there.
    """
    wanted = dict(remapped)
    here = [command for command in COMMANDS if mode in command.keys]
    while True:
        holders: dict[str, set[str]] = {}
        for command in here:
            for key in wanted.get(command.id, command.keys[mode]):
                holders.setdefault(canonical(key), set()).add(command.id)
        # A chord stands in the way of what it begins with.
        for key in [key for key in holders if " " in key]:
            holders[key] |= holders.get(key.partition(" ")[0], set())
        shared = {id for ids in holders.values() if len(ids) > 1 for id in ids if id in wanted}
        if not shared:
            return frozenset(wanted)
        for id in shared:
            del wanted[id]


def said(command: Command, remapped: Remapped = AS_SHIPPED, mode: Mode = "reader") -> str:
    """How the key of a command is called in a mode, shortest form; empty where it has none any more."""
    own = command.keys.get(mode, ())
    keys = keys_of(command, mode, remapped) if mode in command.keys else remapped.get(command.id, own)
    if command.id not in remapped or (mode in command.keys and keys == own != remapped[command.id]):
        return command.say
    return key_name(keys[0]) if keys else ""


class Keymap:
    """From keys pressed, one after another, to commands, in one mode."""

    def __init__(self, mode: Mode, remapped: Remapped = AS_SHIPPED) -> None:
        self._commands = {
            canonical(key): command.id for command in COMMANDS for key in keys_of(command, mode, remapped)
        }
        parts = [key.split(" ") for key in self._commands]
        self._prefixes = {" ".join(keys[:n]) for keys in parts for n in range(1, len(keys))}
        self._pending = ""

    @property
    def pending(self) -> str:
        """The keys of a chord that is not complete."""
        return self._pending

    def reset(self) -> None:
        """Forgets a chord that was begun."""
        self._pending = ""

    def press(self, key: str, character: str | None) -> str | None:
        """The command that a key completes; "" while a chord is under way; None when the key means nothing here."""
        for name in (canonical(key), character or ""):
            if not name.strip():
                continue
            whole = f"{self._pending} {name}".strip()
            if whole in self._commands:
                self._pending = ""
                return self._commands[whole]
            if whole in self._prefixes:
                self._pending = whole
                return ""
        if self._pending:
            self._pending = ""
            return self.press(key, character)
        return None
