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
    return [*words, *_at_line(words, line, path)]


def _at_line(words: list[str], line: int, path: str) -> list[str]:
    """How an editor is told the line."""
    name = os.path.basename(words[0])
    if name in ("code", "codium", "cursor"):
        wanted = (("--goto", "-g"), ("--wait", "-w"))
        return [*(long for long, short in wanted if not {long, short} & set(words)), f"{path}:{line}"]
    if name in ("hx", "helix", "subl", "zed", "micro"):
        return [f"{path}:{line}"]
    if name in ("vi", "vim", "nvim", "gvim", "nano", "emacs", "emacsclient", "kak", "joe", "ne", "mg", "view"):
        return [f"+{line}", path]
    return [path]
