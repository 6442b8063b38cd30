"""The user's editor: how it is started, without a shell, and how it is told a line. Knows no screen."""

import os
import shlex


def editor_command(line: int, path: str) -> list[str]:
    """The command that opens a file at a line (from 1), by $VISUAL, $EDITOR or vi.

    Raises ValueError where they cannot be understood.
    """
    words = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    if not words:
        raise ValueError("$EDITOR is empty")
    return [*words, *_at_line(words[0], line, path)]


def _at_line(editor: str, line: int, path: str) -> list[str]:
    """How an editor is told the line."""
    name = os.path.basename(editor)
    if name in ("code", "codium", "cursor"):
        return ["--goto", "--wait", f"{path}:{line}"]
    if name in ("hx", "helix", "subl", "zed", "micro"):
        return [f"{path}:{line}"]
    if name in ("vi", "vim", "nvim", "nano", "emacs", "emacsclient", "kak", "joe", "ne", "mg", "view"):
        return [f"+{line}", path]
    return [path]
