"""What cites which source, and how it is rated there: reliability of the source, credibility of what cites it."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefing_tui.blocks.scope import Scope
from briefing_tui.model.source import Source


class Citation(NamedTuple):
    """An entry or part that cites a source; `letter` and `number` are its Admiralty code as far as it is given."""

    entry: str
    source: str
    letter: str | None
    number: int | None


@lru_cache(maxsize=4)
def citations(scope: Scope) -> tuple[Citation, ...]:
    """Every citation in the order of the sources; an entry that cites a source twice with one rating stands once.

    What only mentions a source in its prose, without citing it, is none.
    """
    return tuple([found for source in scope.briefing.sources for found in _of(scope, source)])


def _of(scope: Scope, source: Source) -> Iterator[Citation]:
    numbers: dict[str, dict[int | None, None]] = {}
    for reference in scope.incoming(source.id):
        if reference.source == source.id or (reference.inline is not None and not reference.inline.cites):
            continue
        entry = scope.entry(reference.source)
        number = getattr(reference.ref, "credibility", None) or (entry.credibility if entry is not None else None)
        numbers.setdefault(reference.source, {})[number] = None
    for entry_id, given in numbers.items():
        # What rates a source in one place cites it bare in others: the rating is meant there as well.
        rated: list[int | None] = [each for each in given if each is not None]
        for number in rated or [None]:
            yield Citation(entry_id, source.id, source.reliability, number)
