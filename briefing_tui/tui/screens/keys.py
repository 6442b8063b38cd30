"""The key help: made from COMMANDS, over whatever is open."""

from textual import events
from textual.app import ComposeResult

from briefing_tui.blocks.block import Block, FieldRow, Fields, Heading, Note, Span
from briefing_tui.config.key import key_name
from briefing_tui.tui.commands import AS_SHIPPED, COMMANDS, Keymap, Mode, Remapped, keys_of
from briefing_tui.tui.screens.keyed import Scrolling
from briefing_tui.tui.screens.overlay import Overlay
from briefing_tui.tui.widgets.surface import Surface


def keys_blocks(mode: Mode, remapped: Remapped = AS_SHIPPED) -> tuple[Block, ...]:
    """Every key of a mode with what it does, by group."""
    blocks: list[Block] = [Heading((Span("Keys"),), 1, (Span("Esc closes"),))]
    groups: dict[str, list[FieldRow]] = {}
    for command in COMMANDS:
        if mode in command.keys:
            keys = "  ".join(map(key_name, keys_of(command, mode, remapped)))
            groups.setdefault(command.group, []).append(FieldRow(keys or "no key", (Span(command.title),)))
    for group, rows in groups.items():
        blocks += [Heading((Span(group),), 2), Fields(tuple(rows), key=f"keys.{group}")]
    blocks.append(
        Note((Span("The mouse works everywhere: click a link, click a pane, drag to select, wheel to scroll."),))
    )
    return tuple(blocks)


#: The columns of the README's table: a mode, and what it is called there.
_COLUMNS: tuple[tuple[Mode, str], ...] = (
    ("reader", "reading"), ("library", "library"), ("present", "presenting"), ("speak", "speaking"),
    ("follow", "following"),
)  # fmt: skip


def keys_table() -> str:
    """The keys in each mode as a Markdown table, for the README."""
    lines = [f"| | {' | '.join(title for _, title in _COLUMNS)} |", f"| --- |{' --- |' * len(_COLUMNS)}"]
    for command in COMMANDS:
        cells = [_named(command.keys.get(mode, ())) for mode, _ in _COLUMNS]
        lines.append(f"| {command.title} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _named(keys: tuple[str, ...]) -> str:
    names = "0 to 9" if len(keys) == 10 else ""
    return f"`{names}`" if names else " ".join(f"`{key_name(key)}`" for key in keys)


class KeysScreen(Scrolling, Overlay[None], inherit_bindings=False):
    """Shows the keys of the screen below."""

    def __init__(self, mode: Mode, remapped: Remapped = AS_SHIPPED) -> None:
        super().__init__()
        self._mode, self._remapped = mode, remapped
        self._keymap = Keymap(mode, remapped)

    def compose(self) -> ComposeResult:
        self._card = Surface(self.app.look, id="card", rows_lit=False)  # type: ignore[attr-defined]
        yield self._card

    def on_mount(self) -> None:
        self.moving().show_blocks(keys_blocks(self._mode, self._remapped))
        self.moving().focus()

    def moving(self) -> Surface:
        return self._card

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        command = self._keymap.press(event.key, event.character)
        if event.key == "escape" or command in ("keys", "quit", "interrupt", "follow", "back"):
            self.close()
        elif command and hasattr(self, f"do_{command.replace('-', '_')}"):
            getattr(self, f"do_{command.replace('-', '_')}")()
