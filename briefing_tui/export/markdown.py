"""A briefing as CommonMark. What an author wrote is text here: nothing of it becomes markup, a link or HTML.

Links go to headings by the names GitHub gives them; an entry without a heading is found under the one before it.
"""

import re
import unicodedata
from collections.abc import Iterator

from briefing_tui.blocks.block import (
    Bars,
    Block,
    Blocks,
    Fields,
    Heading,
    Items,
    Note,
    Prose,
    Span,
    Spans,
    Table,
    text_of,
)
from briefing_tui.blocks.document import briefing_blocks
from briefing_tui.blocks.header import handling_spans, left_out_words
from briefing_tui.blocks.scope import PART_NAMES, Scope
from briefing_tui.export.citation import citation
from briefing_tui.model.text import clean, safe_url

_ACTIVE = re.compile(r"[\\`*_\[\]<>&|~$^#{}]|(?<=https):|(?<=http):|@|(?<=www)\.", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d{1,9})([.)])")
#: Deeper lists are no longer shown as deeper.
_INDENT = "    "


def markdown_of_briefing(scope: Scope) -> str:
    """The whole briefing, its handling at the top and at the bottom."""
    blocks = briefing_blocks(scope)
    writer = _Writer(_anchors(blocks))
    handling = f"**{escaped(text_of(handling_spans(scope.briefing)))}**"
    left_out = left_out_words(scope.briefing)
    parts = [handling, *([escaped(left_out)] if left_out else []), *writer.parts(blocks), handling]
    return clean("\n\n".join(parts)) + "\n"


def escaped(text: str) -> str:
    """Text in which no character is Markdown any more, wherever but at the beginning of a line it stands."""
    return _ACTIVE.sub(r"\\\g<0>", text.replace("\n", " ").replace("\t", " "))


def _begun(line: str) -> str:
    """An escaped text that may stand at the beginning of a line: it begins no list, rule or heading."""
    line = line.strip()
    if numbered := _NUMBERED.match(line):
        return f"{numbered[1]}\\{line[numbered.end(1) :]}"
    return f"\\{line}" if line[:1] in ("+", "-", "=", ":") else line


def _anchors(blocks: Blocks) -> dict[str, str]:
    """Where each target is to be found: the anchor of its heading, or of the last one before it."""
    anchors: dict[str, str] = {}
    counts: dict[str, int] = {}
    here = ""
    for block in blocks:
        if isinstance(block, Heading):
            slug = _slug("".join([_shown(span) for span in block.spans]))
            seen = counts.get(slug, 0)
            counts[slug] = seen + 1
            here = f"{slug}-{seen}" if seen else slug
            if block.target:
                anchors[block.target] = here
            if block.key in PART_NAMES:
                anchors.setdefault(block.key, here)
            elif block.key == "about":
                anchors["header"] = here
        elif isinstance(block, Prose) and block.target:
            anchors.setdefault(block.target, here)
        elif isinstance(block, Items):
            for item in block.rows:
                # An item keyed by its own entry tells it; any other only points at it.
                if item.key.endswith(f".{item.target}") or "." in item.target:
                    anchors.setdefault(item.target, here)
    return anchors


def _slug(heading: str) -> str:
    """The anchor of a heading as GitHub makes it: lower case, letters, digits, `_`, `-`, and hyphens for spaces."""
    kept = [char for char in heading.lower() if char in "- " or unicodedata.category(char)[0] in "LM" or _is_word(char)]
    return "".join(kept).replace(" ", "-")


def _is_word(char: str) -> bool:
    return unicodedata.category(char) in ("Nd", "Pc")


def _shown(span: Span) -> str:
    """The text a span leaves on the page."""
    if span.role != "source":
        return span.text
    number, place = citation(span)
    return f"[{number}, {place}]" if place else f"[{number}]{' ' if span.text.endswith(' ') else ''}"


class _Writer:
    """Writes blocks down, links to the anchors it was given."""

    def __init__(self, anchors: dict[str, str]) -> None:
        self._anchors = anchors
        self._depth = -1
        self._last_item = ""

    def parts(self, blocks: Blocks) -> Iterator[str]:
        """Each block as a piece of Markdown, to be joined by blank lines."""
        for block in blocks:
            text = "\n".join(self._lines(block))
            if not isinstance(block, Items | Prose | Fields):
                self._depth = -1
            if text:
                yield text

    def words(self, spans: Spans) -> str:
        """Spans as one line of Markdown."""
        found: list[str] = []
        for n, span in enumerate(spans):
            before = spans[n - 1].text[-1:] if n else ""
            after = spans[n + 1].text[:1] if n + 1 < len(spans) else ""
            found.append(self._span(span, before, after))
        return "".join(found)

    def _span(self, span: Span, before: str, after: str) -> str:
        text = span.text
        if span.role == "source":
            number, place = citation(span)
            mark = self._linked(escaped(number), span.target)
            return f"\\[{mark}{', ' + escaped(place) if place else ''}\\]{' ' if text.endswith(' ') else ''}"
        if span.role == "address":
            url = safe_url(span.target)
            return f"[{escaped(text)}](<{_escaped_url(url)}>)" if url else escaped(text)
        if span.role == "code":
            return _code(text)
        if span.target:
            return self._linked(escaped(text), span.target)
        if span.role in ("strong", "emphasis"):
            return _weighed(text, "**" if span.role == "strong" else "*", before, after)
        return escaped(text)

    def _linked(self, words: str, target: str) -> str:
        anchor = self._anchors.get(target)
        return f"[{words}](#{anchor})" if anchor and words.strip() else words

    def _lines(self, block: Block) -> Iterator[str]:
        if isinstance(block, Heading):
            yield f"{'#' * min(6, block.level)} {self.words(block.spans).strip()}"
            note = self.words(tuple([span for span in block.note if span.role != "count"])).strip(" ")
            if note:
                yield ""
                yield f"({note})"
        elif isinstance(block, Prose):
            yield from self._prose(block)
        elif isinstance(block, Fields):
            yield from self._fields(block)
        elif isinstance(block, Items):
            yield from self._items(block)
        elif isinstance(block, Bars):
            for bar in block.rows:
                yield f"- {_begun(self.words(bar.label))}: {self.words(bar.words)}"
        elif isinstance(block, Table):
            for row in block.rows:
                yield f"- {_begun('; '.join([self.words(cell) for cell in row if cell]))}"
        elif isinstance(block, Note):
            yield f"({self.words(block.spans)})"

    def _prose(self, block: Prose) -> Iterator[str]:
        depth = min(block.depth, self._depth + 1)
        if block.style in ("bullet", "number"):
            self._depth = depth
            yield f"{_INDENT * depth}{block.marker or '-'} {_begun(self.words(block.spans))}"
            return
        if not depth:
            self._depth = -1
        if block.style == "code":
            text = "".join([span.text for span in block.spans])
            fence = "`" * max(3, *[len(run) + 1 for run in re.findall(r"`+", text)], 3)
            yield from (f"{_INDENT * depth}{line}" for line in (fence, *text.split("\n"), fence))
        else:
            sign = "> " if block.style == "quote" else ""
            yield f"{_INDENT * depth}{sign}{_begun(self.words(block.spans))}"

    def _fields(self, block: Fields) -> Iterator[str]:
        # What completes an item stands under it; the other marker keeps it from running into the list above.
        indent = _INDENT * (self._depth + 1) if block.key == f"{self._last_item}.rows" else ""
        for row in block.rows:
            yield f"{indent}* {escaped(row.label)}: {self.words(row.spans)}"

    def _items(self, block: Items) -> Iterator[str]:
        for item in block.rows:
            self._depth = min(item.depth, self._depth + 1)
            lead = f"{self.words(item.lead)}: " if item.lead else ""
            tail = f" ({self.words(item.tail)})" if item.tail else ""
            more = f" {self.words(item.more)}" if item.more else ""
            yield f"{_INDENT * self._depth}- {_begun(lead + self.words(item.spans) + more + tail)}"
            self._last_item = item.key


def _weighed(text: str, mark: str, before: str, after: str) -> str:
    """Emphasis where it will be read as emphasis: a mark between a letter and a sign would be shown as it stands."""
    inner = text.strip()
    if not inner:
        return text
    opens = inner[0].isalnum() or not (before.isalnum() and inner == text.lstrip())
    closes = inner[-1].isalnum() or not (after.isalnum() and inner == text.rstrip())
    if not (opens and closes):
        return escaped(text)
    start = text.index(inner)
    return f"{text[:start]}{mark}{escaped(inner)}{mark}{text[start + len(inner) :]}"


def _code(text: str) -> str:
    text = text.replace("\n", " ")
    ticks = "`" * (max([len(run) for run in re.findall(r"`+", text)], default=0) + 1)
    pad = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") else ""
    return f"{ticks}{pad}{text}{pad}{ticks}" if text else ""


def _escaped_url(url: str) -> str:
    return url.replace("&", "\\&")
