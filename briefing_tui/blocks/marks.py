"""Glyphs and words for what an entry stands for: who vouches for it, how likely it is, how far it is to be believed.

Every mark says in words what its glyph says; every glyph fills one cell, none is an emoji. Confidence is no mark.
"""

from typing import NamedTuple

from briefing_tui.blocks.block import Span, Spans
from briefing_tui.model.scalar import Band
from briefing_tui.model.scales import LIKELIHOODS, confidence, credibility, likelihood, reliability


class Mark(NamedTuple):
    """A glyph, the word that goes with it and the role of both."""

    glyph: str
    word: str
    role: str

    @property
    def span(self) -> Span:
        return Span(f"{self.glyph} {self.word}", self.role)


#: How a statement stands.
STANDINGS = {
    "fact": Mark("◆", "fact", "fact"),
    "reported": Mark("○", "reported", "reported"),
    "claim": Mark("●", "claimed", "claim"),
    "analysis": Mark("◇", "analysis", "analysis"),
}

#: How well an event is established.
EVENT_STATUSES = {
    "claimed": Mark("●", "claimed", "claim"),
    "reported": Mark("○", "reported", "reported"),
    "corroborated": Mark("◈", "corroborated", "confirmed"),
    "confirmed": Mark("◆", "confirmed", "confirmed"),
    "disputed": Mark("≠", "disputed", "disputed"),
    "denied": Mark("×", "denied", "denied"),
    "retracted": Mark("⊘", "retracted", "denied"),
}

#: Whether an indicator has been seen.
INDICATOR_STATUSES = {
    "not-seen": Mark("□", "not seen", "not-seen"),
    "emerging": Mark("◧", "emerging", "emerging"),
    "seen": Mark("■", "seen", "seen"),
    "unknown": Mark("?", "unknown", "not-seen"),
}

#: How something bears on a judgement.
BEARINGS = {
    "supports": Mark("+", "supports", "confirmed"),
    "contradicts": Mark("−", "contradicts", "disputed"),
    "context": Mark("·", "context", "dim"),
}

#: What a recipient says of a communication.
ANSWERS = {
    "yes": Mark("◆", "confirmed", "confirmed"),
    "no": Mark("×", "denied", "denied"),
    "unknown": Mark("?", "unknown", "dim"),
}

#: By which channel something was told. One that is not known has no mark.
CHANNELS = {
    "statement": Mark("§", "statement", "dim"),
    "press": Mark("¶", "press", "dim"),
    "briefing": Mark("≡", "briefing", "dim"),
    "call": Mark("☏", "call", "dim"),
    "meeting": Mark("◎", "meeting", "dim"),
    "letter": Mark("⊠", "letter", "dim"),
    "hotline": Mark("↯", "hotline", "dim"),
    "social": Mark("@", "social", "dim"),
}

#: What a participant's role looks like, in the order in which one of several is shown.
ROLE_GLYPHS = {
    "initiator": "►",
    "target": "◎",
    "affected": "○",
    "ally": "+",
    "mediator": "⇄",
    "host": "⌂",
    "observer": "◉",
    "other": "•",
}

GAP = Mark("?", "not known", "gap")

#: The width of the column that holds a mark of standing, and of bearing, in cells.
STANDING_WIDTH = max(len(mark.span.text) for mark in (*STANDINGS.values(), GAP))
BEARING_WIDTH = max(len(mark.span.text) for mark in BEARINGS.values())


def likelihood_spans(word: str) -> Spans:
    """Such as `▲ likely 55–80 %`. Never together with a confidence (ICD 203)."""
    term = likelihood(word)
    if term is None:
        return (Span(word),)
    glyph = "▼" if term.rank < 4 else "▲" if term.rank > 4 else "≈"
    return (Span(f"{glyph} {term.word} {percent(term.low, term.high)}", f"likelihood-{term.rank}"),)


def probability_spans(band: Band) -> Spans:
    """Such as `60–70 %`."""
    return (Span(percent(band.low, band.high), f"likelihood-{_rank((band.low + band.high) / 2)}"),)


def percent(low: float, high: float) -> str:
    """A range of per cent, which no line break tears apart."""
    return f"{low:g}\u00a0%" if low == high else f"{low:g}–{high:g}\u00a0%"


def _rank(value: float) -> int:
    return next((term.rank for term in LIKELIHOODS if value <= term.high), 7)


def confidence_spans(word: str) -> Spans:
    """The level and what it says of the grounds."""
    level = confidence(word)
    return (Span(word, "confidence"), *((Span(f": {level.definition}", "dim"),) if level else ()))


def rating(letter: str | None, number: int | None) -> str:
    """The Admiralty code of an item from a source, such as `B2`; a dash for the half that is not given."""
    if letter is None and number is None:
        return ""
    return f"{letter or '–'}{number or '–'}"


def rating_words(letter: str | None, number: int | None) -> str:
    """What a rating says, in words."""
    source = reliability(letter) if letter else None
    item = credibility(number) if number else None
    return ", ".join([half.label for half in (source, item) if half])
