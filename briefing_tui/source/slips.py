"""What bites authors in plain values, explained, one function a slip: links, colons, quotation marks, other signs."""

import re

from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, shown
from briefing_tui.source.written import column, first_in_line, flow_extent, in_quotes, line_end, value_extent
from briefing_tui.thrift import expression

IN_QUOTES = "Put the value in quotes"
IN_BLOCK = "or write `>-` after the colon and the text on the next line, indented"

LINK = expression(r"\[\[[^\[\]\r\n]*\]\]|\[\^[^\[\]\r\n]*\]")

_LOST_IN_FLOW = expression(
    r"""(?::[ \t]+|[\[,][ \t]*)(?P<value>[^\s'"\[\]{},#:](?:[^\[\]{},#:\r\n]|:(?=\S)){0,1000}[ \t])(?P<lost>#\S)"""
)

_DOUBLE = expression(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_SINGLE = expression(r"'(?:[^']|'')*+'")

#: A fix that writes more than this again is no help.
_LONGEST_FIX = 5000

_SIGNS = {
    "@": "@ is kept for later use in YAML",
    "`": "a backtick is kept for later use in YAML",
    "%": "% begins a directive in YAML",
    "*": "* begins an alias in YAML",
    "&": "& begins an anchor in YAML",
    "!": "! begins a tag in YAML",
    ">": "> begins a block in YAML, whose text stands on the lines below",
    "|": "| begins a block in YAML, whose text stands on the lines below",
    "-": "a hyphen and a space begin a list item in YAML",
    "?": "? begins a key in YAML",
    ":": "a colon ends a key in YAML",
    ",": "a comma parts values in YAML",
    "{": "{ begins a mapping in YAML",
    "[": "[ begins a list in YAML",
    "}": "} ends a mapping in YAML",
    "]": "] ends a list in YAML",
}


def unquoted_link(text: str, start: int, flow: int | None = None) -> Diagnostic:
    """A plain value that begins with [[id]] or [^source]."""
    extent = value_extent(text, start, flow)
    opens = "[[id]]" if text.startswith("[[", start) else "[^source]"
    return finding(
        "Y212",
        extent,
        f"A value that begins with {opens} is a list to YAML, not text",
        f"{IN_QUOTES}, {IN_BLOCK}",
        edits=_quoting(text, extent),
    )


def colon_in_text(text: str, start: int, colon: int, flow: int | None = None) -> Diagnostic:
    """Plain text that a colon and a space turned into a mapping."""
    extent = value_extent(text, start, flow)
    before = " ".join(text[start:colon].split())
    last = "…" + before[-40:].partition(" ")[2] if len(before) > 40 and " " in before[-40:] else before
    return finding(
        "Y213",
        extent,
        f"The colon after “{shown(last)}” makes a key of the text before it",
        f"{IN_QUOTES}, {IN_BLOCK}",
        edits=_quoting(text, extent),
    )


def lost_to_comment(text: str, start: int, hash: int, flow: int | None = None) -> Diagnostic:
    """Text after a space and #, which is not read."""
    end = flow_extent(text, hash, flow).end if flow is not None else _written_end(text, hash)
    edits = _quoting(text, Extent(start, end)) if start < hash else _quoting(text, Extent(hash, end))
    return finding(
        "Y214",
        Extent(hash, end),
        f"“{shown(text[hash:end])}” is not read: a space and # begin a comment",
        f"{IN_QUOTES}; or put a space after the #, if a comment is meant",
        edits=edits,
    )


def lost_in_flow(text: str, flow: Extent) -> Diagnostic | None:
    """Text inside {...} or [...] that is lost to a comment, and the closing bracket with it."""
    lost = _LOST_IN_FLOW.search(text, flow.start, flow.end)
    return lost_to_comment(text, lost.start("value"), lost.start("lost"), flow.start) if lost else None


def cut_by_comment(text: str, start: int, hash: int) -> Diagnostic:
    """Text over several lines that a comment ends before its last line."""
    if text[hash + 1 : hash + 2].strip():
        extent = value_extent(text, start, None)
        return lost_to_comment(text, start, hash)._replace(edits=_quoting(text, extent))
    return finding(
        "Y214",
        Extent(hash, _written_end(text, hash)),
        "This comment ends the text: the line after it is not read as part of it",
        "Move the comment to a line of its own above the text, or write the text in a block after `>-`",
    )


def text_after_header(text: str, start: int, words: int) -> Diagnostic:
    """Text on the line of the > or | that begins a block."""
    below = first_in_line(text, line_end(text, words) + 1)
    edit = Edit(
        Extent(start, words),
        text[start:words].rstrip() + "\n" + " " * column(text, below),
        "Begin the text on the next line",
    )
    extent = Extent(words, _written_end(text, words))
    return finding(
        "Y217",
        extent,
        f"Text after {text[start:words].strip()} begins on the next line",
        "Move it there, indented like the rest",
        edits=(edit,),
    )


def opening_quote(text: str, start: int, flow: int | None = None) -> Diagnostic:
    """A value that begins with a quotation mark and does not end where the quotation does."""
    extent = value_extent(text, start, flow)
    written, mark = text[start : extent.end], text[start]
    closes = _closing_quote(written)
    if closes < 0:
        message = f"The quotation that begins with {mark} here does not end"
        if mark == "'" and written[1:2].isalpha():
            return finding(
                "Y216", extent, message, f"{IN_QUOTES} of the other sort, {IN_BLOCK}", edits=_quoting(text, extent)
            )
        closed = Edit(Extent(extent.end, extent.end), mark, f"Close the quotation with {mark}", safe=False)
        return finding(
            "Y216",
            extent,
            message,
            f"Close it with {mark}, or put the whole value in quotes of the other sort",
            edits=(closed,),
        )
    inner = written[1:-1]
    if written[-1] == mark and (written.count(mark) % 2 or written[closes - 1].isspace()):
        fixed = inner.replace("'", "''") if mark == "'" else inner.replace('"', '\\"')
        edits = (Edit(extent, f"{mark}{fixed}{mark}", "Write the inner quotation marks so that YAML keeps them"),)
        double = "double it" if mark == "'" else 'write it \\"'
        return finding(
            "Y216",
            Extent(start + closes, start + closes + 1),
            f"This {mark} ends the quotation, and text follows it",
            f"If it belongs to the text, {double}",
            edits=edits,
        )
    return finding(
        "Y216",
        extent,
        f"The quotation ends after {shown(written[: closes + 1])}, and text follows it",
        f"{IN_QUOTES} of the other sort, {IN_BLOCK}",
        edits=_quoting(text, extent),
    )


def reserved_start(text: str, start: int, flow: int | None = None) -> Diagnostic:
    """A plain value that begins with a sign that YAML keeps for itself."""
    extent = value_extent(text, start, flow)
    sign = text[start]
    why = _SIGNS.get(sign, f"{shown(sign)} cannot stand there in YAML")
    return finding(
        "Y217",
        extent,
        f"Text cannot begin with {shown(sign)} here: {why}",
        f"{IN_QUOTES}, {IN_BLOCK}",
        edits=_quoting(text, extent),
    )


def bullet(text: str, start: int) -> Diagnostic:
    """A list item that begins with * as it would in a letter."""
    extent = Extent(start, start + 1)
    return finding(
        "Y217",
        extent,
        "* does not begin a list item in YAML",
        "Begin list items with a hyphen and a space",
        edits=(Edit(extent, "-", "Write a hyphen"),),
    )


def bracket_in_braces(text: str, start: int, at: int, flow: int) -> Diagnostic:
    """Text inside {...} that holds a sign which ends or begins something there."""
    extent = flow_extent(text, start, flow)
    return finding(
        "Y218",
        extent,
        f"Inside {{...}} and [...] text cannot hold a {text[at]} unless it is in quotes",
        f"{IN_QUOTES}, or write the keys on lines of their own",
        edits=_quoting(text, extent),
    )


def escape(text: str, start: int, at: int) -> Diagnostic:
    """A backslash in double quotes that begins no escape."""
    written = text[start : start + _closing_quote(text[start : start + 2000]) + 1]
    edits: tuple[Edit, ...] = ()
    if len(written) > 1 and "\\" in written and "\n" not in written:
        edits = (
            Edit(
                Extent(start, start + len(written)),
                in_quotes(written[1:-1]),
                "Use single quotes, where a backslash is a backslash",
            ),
        )
    return finding(
        "Y201",
        Extent(at, min(at + 2, len(text))),
        f"In double quotes a backslash begins an escape, and {shown(text[at : at + 2])} is none",
        "Use single quotes, or double the backslash",
        edits=edits,
    )


def _quoting(text: str, extent: Extent) -> tuple[Edit, ...]:
    if extent.end - extent.start > _LONGEST_FIX:
        return ()
    return (Edit(extent, in_quotes(text[extent.start : extent.end]), IN_QUOTES),)


def _closing_quote(written: str) -> int:
    """Which character of a quoted value closes it; -1 where none does."""
    closed = (_DOUBLE if written[0] == '"' else _SINGLE).match(written)
    return closed.end() - 1 if closed else -1


def _written_end(text: str, at: int) -> int:
    """Where the line of an offset ends, spaces not counted."""
    return at + len(text[at : line_end(text, at)].rstrip())
