"""The difference of two texts as a unified diff that `patch -p0` takes. Knows no file."""

import difflib

from briefing_tui.model.text import one_line

#: Why the text of a file that `obeyed` finds something in goes to no output, not even byte for byte into a pipe: who
#: looks at what comes out of one looks at a terminal.
OBEYED_WORDS = "it holds control characters, which no output may bring to a terminal: remove them first"

_NO_END = "\n\\ No newline at end of file\n"


def patch(name: str, before: str, after: str, mark: str = "") -> str:
    """What changes a text called `name` into another, both after the same byte order mark if there is one."""
    called = one_line(name)
    lines = difflib.unified_diff(_lines(mark + before), _lines(mark + after), called, called)
    return "".join(line if line.endswith("\n") else line + _NO_END for line in lines)


def _lines(text: str) -> list[str]:
    """Lines as `patch` takes them: they end at LF and at nothing else."""
    return [line + "\n" for line in text.split("\n")[:-1]] + [last for last in [text.rpartition("\n")[2]] if last]
