"""Ids, typed references and the inline link syntax. Knows what a reference looks like, not what it resolves to."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, NamedTuple

from briefing_tui.model.record import Record, model
from briefing_tui.model.scalar import Credibility, Scalar, WhenField
from briefing_tui.model.text import Line, one_line

ID_PATTERN = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")

#: Names of sections, panes and structural keys: an entry that bore one could not be told from them.
RESERVED = frozenset(
    """
    situation actors events communications outlook sources asks bottom-line highlights background sections figures
    gaps statements judgements scenarios indicators assumptions implications summary public unknown bottom_line text
    ref title name
    """.split()  # noqa: SIM905 - names, not quotation marks
)


def id_problem(text: str) -> str | None:
    """Why a text cannot be an entry's id, or None when it can."""
    if not ID_PATTERN.fullmatch(text):
        return "an id is lower-case letters, digits and hyphens, and begins with a letter or digit"
    if text in RESERVED:
        return f"“{text}” is a name of the format itself"
    return None


def slug(text: str) -> str:
    """The nearest legal id to a text; empty when nothing of it can stand in one."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:100]


def reference(text: object) -> str:
    """An id as it stands in a reference: its own, or `other-briefing#id`. Raises ValueError in plain words."""
    if not isinstance(text, str):
        raise ValueError("wants an id here, not a list or a mapping")
    if ID_PATTERN.fullmatch(text):
        return text
    text = text.strip()
    file, _, name = text.rpartition("#")
    if not text:
        raise ValueError("names nothing")
    if not ID_PATTERN.fullmatch(name) or (file and not ID_PATTERN.fullmatch(file)):
        raise ValueError(f"“{one_line(text[:60])}” is not an id: an id is lower-case letters, digits and hyphens")
    return text


Id = Annotated[str, Scalar("id", reference)]


class To:
    """Marks a field as naming entries of the kinds given; none means any."""

    __slots__ = ("kinds",)

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds


Bearing = Literal["supports", "contradicts", "context"]

BEARINGS: dict[Bearing, str] = {
    "supports": "It speaks for the judgement; the default.",
    "contradicts": "It speaks against the judgement.",
    "context": "It helps to understand the judgement and speaks neither way.",
}


@model
class Cite(Record):
    """A reference to a source from within a reference: who vouches for the qualified part."""

    SHORT_FORM: ClassVar[str] = "ref"
    ref: Id
    """The source's id."""
    at: Line | None = None
    """The place in the source: a page, a paragraph, a time code."""
    credibility: Credibility | None = None
    """Credibility of this item as that source gives it, 1 to 6."""
    note: Line | None = None
    """What qualifies it."""


@model
class Ref(Record):
    """A reference to an entry with what qualifies it."""

    SHORT_FORM: ClassVar[str] = "ref"
    ref: Id
    """The id of the entry meant; `other-briefing#id` reaches into another file."""
    by: Annotated[tuple[Cite, ...], To("actor", "source", "communication")] = ()
    """Who says so: an actor, a source or a communication."""
    sources: Annotated[tuple[Cite, ...], To("source")] = ()
    """Sources for what the reference states."""
    note: Line | None = None
    """A few words that qualify the reference."""
    since: WhenField | None = None
    """From when it held."""
    until: WhenField | None = None
    """Until when it held."""
    bearing: Bearing | None = None
    """How it bears on a judgement: supports, contradicts or context."""
    at: Line | None = None
    """The place in the source: a page, a paragraph, a time code."""
    credibility: Credibility | None = None
    """Credibility of the item as that source gives it, 1 to 6."""


Refs = tuple[Ref, ...]

_INLINE = re.compile(
    r"\[\[([^\[\]|\n]{1,220})(?:\|([^\[\]]{1,400}))?\]\]|\[\^([a-z0-9#-]{1,220})(?::([^\[\]\n]{1,200}))?\]"
)


class Inline(NamedTuple):
    """One link or citation in prose. `start` and `end` are character offsets into that prose."""

    start: int
    end: int
    target: str
    words: str | None = None
    cites: bool = False
    at: str | None = None


def inline_links(prose: str) -> Iterator[Inline]:
    """The `[[id]]`, `[[id|words]]`, `[^source]` and `[^source: place]` of a text, in order."""
    if "[" not in prose:
        return
    for m in _INLINE.finditer(prose):
        linked, words, cited, at = m.groups()
        if linked is not None:
            words = " ".join(words.split()) if words else None
            yield Inline(m.start(), m.end(), linked.strip(), words or None)
        else:
            yield Inline(m.start(), m.end(), cited, None, True, at.strip() if at else None)
