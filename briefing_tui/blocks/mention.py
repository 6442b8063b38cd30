"""Where prose speaks of an entry: the sentence around each link, and around each name that nobody linked."""

from briefing_tui.blocks.block import Item, Span
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet
from briefing_tui.links.mentions import Unlinked, mentions_of, unlinked_of
from briefing_tui.links.sentence import Sentences


def mention_parts(sheet: Sheet, id: str) -> None:
    """Two lists: the sentences that link to an entry, and apart from them those that only name it."""
    scope = sheet.scope
    mentions = [mention for mention in mentions_of(scope.links, id, notes=scope.notes) if mention.source != id]
    rows = [
        _quoted(scope, mention.source, mention.sentence, mention.start, mention.end, sheet.named(f"mentions.{n}"))
        for n, mention in enumerate(mentions, 1)
    ]
    sheet.items("Mentioned in", "mentions", rows, one_line=False)
    unlinked = [one for one in unlinked_of(scope.briefing, scope.links, id, notes=scope.notes) if one.source != id]
    rows = [_unlinked(scope, id, one, sheet.named(f"unlinked.{n}")) for n, one in enumerate(unlinked, 1)]
    sheet.items("Named without a link", "unlinked", rows, one_line=False)


def _unlinked(scope: Scope, id: str, unlinked: Unlinked, key: str) -> Item:
    passage = unlinked.passage
    around = Sentences(passage.text).around(unlinked.start, unlinked.end, unlinked.words, scope.links.label)
    item = _quoted(scope, unlinked.source, around.text, around.start, around.end, key)
    others = [other for other in unlinked.candidates if other != id]
    if not others:
        return item
    spans = [*item.spans, Span(" or is it ", "dim")]
    for n, other in enumerate(others):
        spans += [Span(", ", "dim")] if n else []
        spans.append(scope.link(other))
    return Item((*spans, Span("?", "dim")), item.target, key=key)


def _quoted(scope: Scope, source: str, sentence: str, start: int, end: int, key: str) -> Item:
    """Where it stands, and the sentence with the words that speak of the entry set apart."""
    where = Span(scope.place(source), "link", source)
    before, words, after = sentence[:start], sentence[start:end], sentence[end:]
    spans = (where, Span(": ", "dim"), Span(before), Span(words, "link"), Span(after))
    return Item(tuple([span for span in spans if span.text]), source, key=key)
