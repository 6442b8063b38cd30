"""What a message says in a view: its words, who told whom and how, what its recipients say, where parties lead."""

from functools import lru_cache

from briefing_tui.blocks.block import Span, Spans
from briefing_tui.blocks.group import ANY, messages_target
from briefing_tui.blocks.marks import ANSWERS, CHANNELS, Mark
from briefing_tui.blocks.scope import Scope
from briefing_tui.model.communication import ALL, Communication

#: Whom a message goes to that names no recipient, or whom it comes from that names no sender.
NOBODY = Mark("∅", "nobody named", "dim")

#: What the answers of recipients are called where no field says whose they are.
_ANSWER_WORDS = {
    "yes": "recipient confirms",
    "no": "recipient denies",
    "unknown": "not confirmed",
}


def communication_of(scope: Scope, id: str) -> Communication:
    """The communication of an id. Raises KeyError for what is none."""
    entry = scope.entry(id)
    if not isinstance(entry, Communication):
        raise KeyError(id)
    return entry


def said(scope: Scope, id: str) -> str:
    """What was told, on one line."""
    communication = communication_of(scope, id)
    return communication.short or scope.plain(communication.text)


def message_words(scope: Scope, id: str) -> str:
    """Who told whom, and by which channel."""
    communication = communication_of(scope, id)
    channel = channel_mark(communication)
    return who_words(scope, id) + (f", {channel.word}" if channel else "")


def who_words(scope: Scope, id: str) -> str:
    """Who told whom."""
    return scope.parties(communication_of(scope, id)) or NOBODY.word


def channel_mark(communication: Communication) -> Mark | None:
    """The mark of the channel, where it is known."""
    return CHANNELS.get(communication.channel or "")


def answer_mark(communication: Communication, recipient: str) -> Mark | None:
    """What a recipient says of a communication, for itself or with all others."""
    answers = communication.confirmed_by_recipient or {}
    answer = answers.get(recipient) or answers.get(ALL)
    return ANSWERS[answer] if answer else None


def party_name(scope: Scope, id: str) -> str:
    """What a party is called above its column: its label, without the article."""
    name = full_name(scope, id)
    return name.removeprefix("the ").removeprefix("The ").strip() or name


def full_name(scope: Scope, id: str) -> str:
    """The label of a party, or of nobody ("")."""
    return scope.link(id).text if id else NOBODY.word


def party_target(scope: Scope, id: str) -> str:
    """Where the name of a party leads: to the actor; the public, which is none, to all that it was told."""
    return (scope.link(id).target if id else "") or messages_target(ANY, id)


@lru_cache(maxsize=4)
def legend(scope: Scope) -> Spans:
    """The glyphs that occur, each with its words."""
    communications = scope.briefing.communications
    channels = {communication.channel for communication in communications}
    answers = {answer for each in communications for answer in (each.confirmed_by_recipient or {}).values()}
    marks = [mark for name, mark in CHANNELS.items() if name in channels]
    marks += [mark._replace(word=_ANSWER_WORDS[name]) for name, mark in ANSWERS.items() if name in answers]
    if any(not each.to or not each.from_ for each in communications):
        marks.append(NOBODY)
    words = [f"{mark.glyph} {mark.word}".replace(" ", "\u00a0") for mark in marks]
    return (Span("   ".join(words), "dim"),) if words else ()
