"""Which YAML is a briefing, so that nobody's other files are annotated. Knows keys and paths, reads no value."""

import re
from enum import Enum
from pathlib import Path

from briefing_tui.model.briefing import Briefing
from briefing_tui.model.shape import fields_of
from briefing_tui.schema.file import FILE_NAME, SCHEMA_ID

_KEY = re.compile(r"^[\"']?([A-Za-z_][\w-]*)[\"']?[ \t]*:(?=[ \t\r\n]|\Z)", re.MULTILINE)
_SCHEMA = re.compile(r"^#[ \t]*yaml-language-server:[ \t]*\$schema=(\S+)", re.MULTILINE)

#: As much of a text as is looked through; what a file is shows at its top.
_TOP = 200_000

_SIGNS = {"title", "as_of", "situation"}
_SECTIONS = {"situation", "actors", "events", "communications", "outlook", "asks"}

#: A folder by this name holds briefings.
_FOLDER = "briefings"


class Ours(Enum):
    """What a text is to us."""

    NO = "some other program's"
    #: It may become a briefing: help is given when it is asked for, and nothing is judged.
    BEGUN = "the beginning of one"
    YES = "a briefing"


def ours(content: str, path: Path | None) -> Ours:
    """Whether a text is a briefing. Two of title, as_of and situation make one; so does naming the schema."""
    keys = set(_KEY.findall(content, 0, _TOP))
    if len(keys & _SIGNS) > 1 or _names_schema(content):
        return Ours.YES
    known = all(key in fields_of(Briefing) or key.startswith("x-") for key in keys)
    if known and keys & _SIGNS and keys & _SECTIONS:
        return Ours.YES
    home = path is not None and _FOLDER in path.parent.parts
    if home and keys & _SIGNS:
        return Ours.YES
    if known and (keys & _SIGNS or (not keys and (home or path is None))):
        return Ours.BEGUN
    return Ours.NO


def _names_schema(content: str) -> bool:
    found = _SCHEMA.search(content, 0, 2000)
    return found is not None and (found[1].endswith(FILE_NAME) or found[1] == SCHEMA_ID)
