"""Texts with a cursor in them: ▮ says where it stands."""

from briefing_tui.lsp.document import Document
from briefing_tui.lsp.neighbours import Neighbours
from briefing_tui.lsp.offer import Offers
from briefing_tui.lsp.offers import offers_at
from briefing_tui.lsp.place import Place, place_at
from briefing_tui.lsp.reading import Reading
from briefing_tui.lsp.text import Text

CURSOR = "▮"

FLOOD = """\
title: River Authority warns of a crest
as_of: 2026-03-04
tlp: GREEN
status: exercise
situation:
  bottom_line: >-
    The [[crest]] passes on Thursday, says the [[river-authority]][^note].
actors:
  river-authority: {name: River Authority, type: government-body}
  town: Town of Harrow Bend
events:
  crest:
    title: The crest reaches the town
    when: 2026-03-05
    phase: expected
    status: reported
    sources: note
    participants: {affected: town}
sources:
  note: {title: A note, date: 2026-03-04, type: official, reliability: B, publisher: The desk, actor: river-authority}
"""


def at_cursor(written: str) -> tuple[str, int]:
    """The text, and where its cursor stands."""
    offset = written.index(CURSOR)
    return written.replace(CURSOR, ""), offset


def place_in(written: str) -> Place:
    """The place of the cursor."""
    text, offset = at_cursor(written)
    return place_at(Text(text), offset)


def offers_in(written: str) -> Offers:
    """What is offered at the cursor."""
    text, offset = at_cursor(written)
    document = Document("untitled:flood", None, "flood", text, 1)
    document.read(Reading(text, "flood", None, 1))
    around = Neighbours(list, list).around(document)
    return offers_at(text, offset, place_at(document.text, offset), document.known(), around)


def labels(written: str) -> list[str]:
    """The labels of what is offered at the cursor, best first."""
    return [offer.label for offer in offers_in(written).list]


def completed(written: str, label: str) -> str:
    """The text after an offer was taken."""
    text, _ = at_cursor(written)
    offer = next(offer for offer in offers_in(written).list if offer.label == label)
    return text[: offer.over.start] + offer.insert + text[offer.over.end :]
