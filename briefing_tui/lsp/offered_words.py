"""Words that may stand at a place: of a closed vocabulary with their meaning, times, and ids of rules in a comment."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from briefing_tui.checks.names import ALWAYS, KNOWN
from briefing_tui.lsp.offer import Offer
from briefing_tui.lsp.place import Place
from briefing_tui.model import scales
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.shape import Shape, Value
from briefing_tui.model.vocabulary import vocabulary
from briefing_tui.source.diagnostic import Extent

#: Codes rather than words: they are found by their meaning as well.
_CODE = 2

_IGNORING = re.compile(r"check:[ \t]*ignore\[(?:[^\]]*[ ,])?([\w-]*)\Z")


def offered_words(place: Place, shape: Shape, briefing: Briefing | None) -> Iterator[Offer]:
    """The words of the shape of a value for what is typed at a place, in the order of their scale."""
    if isinstance(shape, Value) and shape.scalar.name == "time":
        yield from _times(place)
        return
    typed = place.before.casefold()
    row = _row(briefing) if isinstance(shape, Value) and shape.scalar.name == "likelihood" else ""
    for order, (word, meaning) in enumerate(vocabulary(shape)):
        if word in place.others:
            continue
        found_by = f"{word} {meaning}" if len(word) <= _CODE else word
        if typed not in found_by.casefold():
            continue
        term = scales.likelihood(word) if row else None
        rank = (not word.casefold().startswith(typed), term is not None and term.row != row, order)
        detail = meaning.rstrip(".") if len(word) <= _CODE else ""
        yield Offer(word, word, place.token, "word", detail, meaning, found_by, rank)


def _times(place: Place) -> Iterator[Offer]:
    now = datetime.now(UTC)
    rows = (
        ("unknown", "It is not known when; that is an answer"),
        (f"{now:%Y-%m-%d}", "Today"),
        (f"{now:%Y-%m-%dT%H:%MZ}", "Now, in UTC"),
    )
    for order, (word, meaning) in enumerate(rows):
        if word.startswith(place.before):
            yield Offer(word, word, place.token, "word", meaning, "", word, (order,))


def _row(briefing: Briefing | None) -> str:
    """The row of ICD 203's scale that a briefing has begun to speak in: it keeps to one."""
    if briefing is None:
        return ""
    words = [entry.likelihood for entry in briefing.outlook.judgements]
    words += [entry.likelihood for entry in briefing.outlook.scenarios]
    terms = (scales.likelihood(word) for word in words if word)
    return next((term.row for term in terms if term is not None), "")


def offered_rules(place: Place, offset: int) -> Iterator[Offer]:
    """The rules a comment may ignore, inside its brackets."""
    found = _IGNORING.search(place.before)
    if found is None:
        return
    over = Extent(offset - len(found[1]), offset)
    for code, known in KNOWN.items():
        if not code.startswith((*ALWAYS, "S")) and found[1] in known.name:
            rank = (not known.name.startswith(found[1]),)
            yield Offer(known.name, known.name, over, "word", code, known.summary, known.name, rank)
