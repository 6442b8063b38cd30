"""The id of a new entry: the one that is asked for, or one made of the words it is known by."""

import re
import unicodedata
from collections.abc import Collection
from itertools import count

from briefing_tui.model.reference import id_problem, slug

#: Of a long name, as many words and characters make an id.
_WORDS, _LONGEST = 4, 40

_SILENT = frozenset({"a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "is", "are", "was", "were"})
_MARKUP = re.compile(r"\[\[[^\[\]|]*\||\[\[|\]\]|\[\^[^\]]*\]")
_SILENT_MARKS = re.compile(r"['’](?=s\b)|[\u0300-\u036f]")


def ascii_slug(words: str) -> str:
    """The nearest legal id to some words, letters with marks as those without; empty where nothing can stand in one."""
    return slug(_SILENT_MARKS.sub("", unicodedata.normalize("NFKD", words)))


def id_of_words(words: str) -> str:
    """An id made of the first words that say something; empty where none of them can stand in one."""
    parts = ascii_slug(_MARKUP.sub(" ", words)).split("-")
    said = [part for part in parts if part and part not in _SILENT][:_WORDS]
    while len(said) > 1 and len("-".join(said)) > _LONGEST:
        said.pop()
    return "-".join(said)[:_LONGEST].strip("-")


def free_id(words: str, otherwise: str, taken: Collection[str]) -> str:
    """An id that none of those taken is: made of some words, or of another word and a number."""
    made = id_of_words(words)
    if not made or id_problem(made) is not None:
        made = f"{otherwise}-1"
    if made not in taken:
        return made
    stem = re.sub(r"-\d+$", "", made)
    return next(id for n in count(2) if (id := f"{stem}-{n}") not in taken)


def why_not(id: str) -> str:
    """Why a text cannot be an id, with the nearest that can; empty where it can."""
    why = id_problem(id)
    if why is None:
        return ""
    better = ascii_slug(id)
    hint = f"; how about `{better}`?" if better and id_problem(better) is None else ""
    return f"{id} cannot be an id: {why}{hint}"
