"""Prose with its links resolved: as blocks where it may be read at length, as spans where there is one line for it."""

from collections.abc import Iterator

from briefing_tui.blocks.block import Blocks, Prose, ProseStyle, Span, Spans
from briefing_tui.blocks.inline import Piece, pieces_of
from briefing_tui.blocks.paragraph import paragraphs_of
from briefing_tui.blocks.scope import Scope


def prose_blocks(scope: Scope, text: str | None, key: str, style: ProseStyle = "paragraph", target: str = "") -> Blocks:
    """A prose as blocks, one a paragraph, item, quotation or piece of code. `style` is that of its plain paragraphs.

    Keys are `key`, `key.2`, `key.3`... in order.
    """
    found: list[Prose] = []
    for paragraph in paragraphs_of(text or ""):
        if paragraph.style == "code":
            spans: Spans = (Span(paragraph.text, "code"),)
        else:
            spans = _spans(scope, paragraph.text)
        shown = style if paragraph.style == "paragraph" and not paragraph.depth else paragraph.style
        number = f".{len(found) + 1}" if found else ""
        found.append(Prose(spans, shown, paragraph.marker, paragraph.depth, f"{key}{number}", target))
    return tuple(found)


def prose_spans(scope: Scope, text: str | None) -> Spans:
    """A prose as one run of text: its paragraphs one after the other."""
    if not text:
        return ()
    paragraphs = paragraphs_of(text)
    if len(paragraphs) == 1 and paragraphs[0].style == "paragraph":
        return _spans(scope, paragraphs[0].text)
    found: list[Span] = []
    for paragraph in paragraphs:
        if found:
            found.append(Span(" "))
        if paragraph.style in ("bullet", "number"):
            found.append(Span(f"{paragraph.marker or '•'} ", "bullet"))
        if paragraph.style == "code":
            found.append(Span(" ".join(paragraph.text.split()), "code"))
        else:
            found.extend(_spans(scope, paragraph.text))
    return tuple(found)


def _spans(scope: Scope, text: str) -> Spans:
    found: list[Span] = []
    last: Piece | None = None
    for piece in pieces_of(text):
        if piece.kind == "source":
            if last is not None and last.kind == "source":
                # Two numbers side by side would read as one.
                found.append(Span(" "))
            found.append(scope.mark(piece.target, piece.at))
        elif piece.kind == "entry":
            found.append(scope.link(piece.target, piece.words or None))
        elif piece.kind == "address":
            found.append(Span(piece.words, "address", piece.target))
        elif piece.kind == "code":
            found.append(Span(piece.words, "code"))
        else:
            found.extend(_contested(scope, piece.words, piece.weight))
        last = piece
    return tuple(found)


def _contested(scope: Scope, text: str, role: str) -> Iterator[Span]:
    """Plain text, its contested terms marked as somebody's own words."""
    pattern = scope.contested
    at = 0
    if pattern is not None:
        for term in pattern.finditer(text):
            if at < term.start():
                yield Span(text[at : term.start()], role)
            yield Span(term[0], "contested")
            at = term.end()
    if at < len(text):
        yield Span(text[at:], role)
