"""A configuration to begin with: every setting at its default, commented out, explained by the model's docstrings."""

import json
import re
from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import NamedTuple

from briefing_tui.config.key import NONE
from briefing_tui.config.settings import Settings
from briefing_tui.model.described import field_docs
from briefing_tui.model.shape import Choice, Field, Many, fields_of

_WIDTH = 78
#: What YAML takes for text without quotes, inside of [...] too.
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9+ ]*")

_HEAD = """\
# The configuration of `briefing`.
#
# Each setting stands here at its default, commented out by a # right before it:
# take that away to change it. `briefing config` says what is in force, and what
# is wrong here; what is wrong is left at its default.
"""


class Row(NamedTuple):
    """A command as the file lists it."""

    id: str
    title: str
    keys: Sequence[str]


def written(commands: Iterable[Row], themes: Iterable[str]) -> str:
    """The text of a configuration in which nothing is changed."""
    docs = field_docs(Settings)
    parts = [_HEAD]
    for field in fields_of(Settings).values():
        choices = list(themes) if field.key == "theme" else _choices(field)
        said = f"{docs.get(field.key, '')} {_one_of(choices)}".strip()
        lines = [f"# {line}" for line in wrap(said, _WIDTH, break_on_hyphens=False, break_long_words=False)]
        # The table's own key is left in: what is taken into force under it needs no second change.
        lines += ["keys:", *_key_lines(commands)] if field.key == "keys" else [f"#{field.key}: {_value(field)}"]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _choices(field: Field) -> list[str]:
    return list(field.shape.values) if isinstance(field.shape, Choice) else []


def _one_of(choices: list[str]) -> str:
    return f"One of {', '.join(choices[:-1])} and {choices[-1]}." if len(choices) > 1 else ""


def _value(field: Field) -> str:
    if isinstance(field.shape, Many):
        return "[]"
    return ("no", "yes")[field.default] if isinstance(field.default, bool) else str(field.default)


def _key_lines(commands: Iterable[Row]) -> list[str]:
    lines = [(f"  #{row.id}: {_keys(row.keys)}", row.title) for row in commands]
    column = max((len(line) for line, _ in lines), default=0) + 2
    return [f"{line:<{column}}# {title}" for line, title in lines]


def _keys(keys: Sequence[str]) -> str:
    quoted = [key if _PLAIN.fullmatch(key) else json.dumps(key, ensure_ascii=False) for key in keys]
    if len(quoted) == 1:
        return quoted[0]
    return f"[{', '.join(quoted)}]" if quoted else NONE
