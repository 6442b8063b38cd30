"""Sources and how far each may be trusted. Reliability is the source's, credibility the citing item's."""

from typing import Annotated, ClassVar, Literal

from briefing_tui.model.entry import Entry
from briefing_tui.model.record import model
from briefing_tui.model.reference import Refs, To
from briefing_tui.model.scalar import Url, WhenField
from briefing_tui.model.text import Line, Prose

SourceType = Literal["official", "media", "ngo", "igo", "social", "imagery", "document", "interview"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]

SOURCE_TYPES: dict[SourceType, str] = {
    "official": "A government, an authority or the armed forces speak for themselves.",
    "media": "A newspaper, broadcaster, agency or site that reports.",
    "ngo": "A non-governmental organisation.",
    "igo": "An organisation of states.",
    "social": "A post on a social network or in a channel.",
    "imagery": "A photograph, a film, a satellite or radar image.",
    "document": "A plan, a contract, a study, a record, a log.",
    "interview": "Somebody was asked.",
}


@model
class Source(Entry):
    """A document, broadcast, image or person that something is known from."""

    KIND: ClassVar[str] = "source"
    SHORT_FORM: ClassVar[str] = "title"
    title: Line
    """The source's title."""
    publisher: Line | None = None
    """Who published it."""
    date: WhenField | None = None
    """When it was published."""
    url: Url | None = None
    """Where it can be read: http, https or mailto."""
    retrieved: WhenField | None = None
    """When it was last read there."""
    archive: Url | None = None
    """An archived copy."""
    lang: Line | None = None
    """Its language, as a BCP 47 tag."""
    type: SourceType | None = None
    """What sort of source it is."""
    reliability: Reliability | None = None
    """Admiralty code, A (completely reliable) to F (cannot be judged)."""
    descriptor: Prose | None = None
    """Access, bias and currency, in a sentence."""
    origin: Annotated[Refs, To("source", "communication")] = ()
    """The source or communication it repeats."""
    actor: Annotated[Refs, To("actor")] = ()
    """The actor that speaks through it."""
