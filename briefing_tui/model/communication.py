"""Communications: who told whom what, how it is known, and whether the recipient confirms it."""

from typing import Annotated, ClassVar, Literal, NamedTuple

from briefing_tui.model.entry import Cites, Entry
from briefing_tui.model.record import Record, model
from briefing_tui.model.reference import Refs, To, reference
from briefing_tui.model.scalar import Scalar, WhenField
from briefing_tui.model.text import Line, Prose

Channel = Literal["statement", "press", "briefing", "call", "meeting", "letter", "hotline", "social", "unknown"]
Answer = Literal["yes", "no", "unknown"]

CHANNELS: dict[Channel, str] = {
    "statement": "A published statement.",
    "press": "To the press, or through it: a release, a conference, an interview.",
    "briefing": "A briefing given to those invited.",
    "call": "A call between two or more.",
    "meeting": "In the same room, or by video.",
    "letter": "A letter, a note or a mail.",
    "hotline": "A line kept open between the parties for the purpose.",
    "social": "A post on a social network or in a channel.",
    "unknown": "It is not known how it was told.",
}

ANSWERS: dict[Answer, str] = {
    "yes": "The recipient confirms it.",
    "no": "The recipient denies it.",
    "unknown": "The recipient has said nothing, or nobody has asked.",
}

#: The key under which an answer for all recipients alike is kept.
ALL = "*"


def _recipient(value: object) -> str:
    return ALL if value == ALL else reference(value)


Recipient = Annotated[str, Scalar("id", _recipient)]


@model
class Quote(Record):
    """The words themselves, verbatim, and the language they are in."""

    SHORT_FORM: ClassVar[str] = "text"
    text: Prose
    """The words, verbatim."""
    lang: Line | None = None
    """Their language, as a BCP 47 tag."""


class OneForAll(NamedTuple):
    """Marks a mapping for which a single scalar may stand; it is kept under ALL."""


@model
class Communication(Entry):
    """Something one party told another."""

    KIND: ClassVar[str] = "communication"
    from_: Annotated[Refs, To("actor")]
    """Who told it."""
    text: Prose
    """What was told, in our words."""
    to: Annotated[Refs, To("actor", "public")] = ()
    """Whom it was told: actors, or `public`."""
    when: WhenField | None = None
    """When it was told."""
    channel: Channel | None = None
    """By which channel."""
    about: Annotated[Refs, To("event")] = ()
    """The events it is about."""
    quote: Quote | None = None
    """The words themselves, verbatim only."""
    reported_by: Annotated[Cites, To("actor", "source", "communication")] = ()
    """How we know of it: an actor, a source or another communication."""
    confirmed_by_recipient: Annotated[dict[Recipient, Answer], OneForAll(), To("actor")] | None = None
    """Whether the recipient confirms it; one answer, or one for each recipient."""
