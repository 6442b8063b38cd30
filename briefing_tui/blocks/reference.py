"""A reference as it reads: the link, and what qualifies it (who says so, since when, from which source)."""

from collections.abc import Iterable
from dataclasses import replace

from briefing_tui.blocks.block import Span, Spans
from briefing_tui.blocks.marks import BEARINGS, rating, rating_words
from briefing_tui.blocks.scope import Scope
from briefing_tui.model.reference import Cite, Ref
from briefing_tui.model.source import Source

SEPARATOR = Span(" · ", "dim")


def joined(parts: Iterable[Spans], separator: Span = SEPARATOR) -> Spans:
    """Some runs of spans as one, the separator between those that are not empty."""
    found: list[Span] = []
    for part in parts:
        if part:
            if found:
                found.append(separator)
            found.extend(part)
    return tuple(found)


def reference_spans(scope: Scope, ref: Ref | Cite) -> Spans:
    """The link and everything that qualifies it."""
    return joined([(scope.link(ref.ref),), qualifier_spans(scope, ref)])


def qualifier_spans(scope: Scope, ref: Ref | Cite | None, *, bearing: bool = True) -> Spans:
    """What qualifies a reference, without its link; nothing for a bare one. `bearing` may be shown elsewhere."""
    if ref is None:
        return ()
    parts: list[Spans] = []
    if ref.at:
        parts.append((Span(ref.at, "place"),))
    if isinstance(ref, Ref):
        if ref.since:
            parts.append((Span(f"since {ref.since.display()}", "time"),))
        if ref.until:
            parts.append((Span(f"until {ref.until.display()}", "time"),))
        if ref.bearing and bearing:
            parts.append((BEARINGS[ref.bearing].span,))
    if ref.note:
        parts.append((Span(ref.note),))
    parts.append(_code(scope, ref))
    if isinstance(ref, Ref):
        parts.append(attribution_spans(scope, ref.by))
        parts.append(mark_spans(scope, ref.sources))
    return joined(parts)


def attribution_spans(scope: Scope, by: Iterable[Cite], words: str = "by ") -> Spans:
    """Who says so: `by` and a link for each, with the place and what else qualifies it in brackets."""
    found: list[Span] = []
    for cite in by:
        if found or words:
            found.append(Span(", " if found else words, "dim"))
        found.append(scope.link(cite.ref))
        if qualified := qualifier_spans(scope, cite):
            found += [Span(" (", "dim"), *qualified, Span(")", "dim")]
    return tuple(found)


def mark_spans(scope: Scope, refs: Iterable[Ref | Cite], credibility: int | None = None) -> Spans:
    """The marks of some sources, with place, rating and what qualifies each. `credibility` is for those without one."""
    found: list[Span] = []
    for ref in refs:
        if found:
            found.append(Span(", ", "dim"))
        found.append(scope.mark(ref.ref, ref.at))
        source = scope.entry(ref.ref)
        letter = source.reliability if isinstance(source, Source) else None
        if code := rating(letter, ref.credibility or credibility):
            found += [Span(" "), Span(code, "rating")]
        if qualified := qualifier_spans(scope, replace(ref, at=None, credibility=None)):
            found += [Span(" (", "dim"), *qualified, Span(")", "dim")]
    return tuple(found)


def source_spans(scope: Scope, ref: Ref, credibility: int | None = None) -> Spans:
    """A source an entry rests on, in full: mark and name, the rating in letters and in words, and what qualifies it."""
    source = scope.entry(ref.ref)
    letter = source.reliability if isinstance(source, Source) else None
    number = ref.credibility or credibility
    rated: list[Span] = []
    if code := rating(letter, number):
        rated = [Span(code, "rating"), Span(f" {rating_words(letter, number)}", "dim")]
    name: Spans = (scope.link(ref.ref),)
    if ref.ref in scope.ordinals:
        name = (Span(f"{scope.mark(ref.ref).text} ", "source"), *name)
    return joined([name, tuple(rated), qualifier_spans(scope, replace(ref, credibility=None))])


def _code(scope: Scope, ref: Ref | Cite) -> Spans:
    """The rating of what is cited here, in letters and in words."""
    if ref.credibility is None:
        return ()
    source = scope.entry(ref.ref)
    letter = source.reliability if isinstance(source, Source) else None
    return (Span(rating(letter, ref.credibility), "rating"), Span(f" {rating_words(letter, ref.credibility)}", "dim"))
