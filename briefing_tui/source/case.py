"""Which slip it is: recognises, at the place where a text ceased to be YAML, what its author did.

What to say of it stands elsewhere.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from briefing_tui.model.briefing import Briefing, Step
from briefing_tui.model.communication import Quote
from briefing_tui.model.entry import Change
from briefing_tui.model.event import Place
from briefing_tui.model.kinds import KINDS
from briefing_tui.model.outlook import Outlook
from briefing_tui.model.reference import Ref
from briefing_tui.model.shape import fields_of
from briefing_tui.model.situation import Situation
from briefing_tui.source import lines, slips
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Extent
from briefing_tui.source.refusals import NO_KEY
from briefing_tui.source.written import (
    block_extent,
    column,
    first_in_line,
    key_in_line,
    line_at,
    line_end,
    line_start,
    lines_extent,
    open_bracket,
    opening_bracket,
    owner_column,
    value_extent,
)
from briefing_tui.source.yaml_tree import UnparsedError

_NO_SPACE = re.compile(r"[A-Za-z_][\w-]*:(?!//)[^\s:]")
_BLOCK_HEADER = re.compile(r"[>|][+-]?[1-9]?[+-]?[ \t]+(?=[^\s#])")
_LOST = re.compile(r"[ \t]#")

#: The parser's words, for what no function here recognises: the beginning of its message, and ours.
_PLAIN = (
    ("found unexpected end", "The text ends in the middle of something"),
    ("did not find expected <document start>", "Nothing may follow here: what stands above is complete"),
    ("found incompatible YAML", "A line that begins with % is a directive to YAML, and briefings need none"),
    ("found unknown directive", "A line that begins with % is a directive to YAML, and briefings need none"),
    ("could not find expected directive", "A line that begins with % is a directive to YAML, and briefings need none"),
    ("found duplicate", "A line that begins with % is a directive to YAML, and briefings need none"),
    ("mapping values are not allowed", "A colon cannot stand here"),
    ("mapping keys are not allowed", "A question mark cannot stand here"),
    ("found a tab", "A tab cannot stand here"),
    ("did not find expected ','", "A comma or the closing bracket is missing before this"),
)


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip, and what to write over so that the rest can be read: a value, or (`struck`) lines or single signs."""

    found: Diagnostic
    over: Extent
    struck: bool = False


class Case:
    """One place where a text ceased to be YAML.

    `seen` is what the parser saw: the text, with earlier slips written over.
    """

    def __init__(self, text: str, seen: str, error: UnparsedError) -> None:
        self.text, self.seen = text, seen
        self.words, self.at, self.began = error.words, min(error.at, len(seen)), error.began
        self.reached, self.flow = error.reached, error.flow
        self.sign = self._at(self.at)
        if self.flow is None:
            # What the parser had not yet told of: it looks ahead.
            value = line_at(seen, self.at).value
            if value < self.at and self._at(value) in ("{", "[") and open_bracket(seen, value, self.at):
                self.flow = value

    def slip(self) -> Slip:
        """The slip, at worst one that only says where."""
        for recognised in (
            self._tab,
            self._link,
            self._colon,
            self._quote,
            self._sign,
            self._in_flow,
            self._between_lines,
        ):
            if (slip := recognised()) is not None:
                return slip
        return self._unknown()

    def _at(self, offset: int) -> str:
        return self.seen[offset : offset + 1]

    # What is wrong is explained from the text itself, and what to write over is measured in what the parser saw.

    def _value(self, explain: Callable[[str, int, int | None], Diagnostic], start: int) -> Slip:
        flow = self.flow if self.flow is not None and self.flow < start else None
        return Slip(explain(self.text, start, flow), value_extent(self.seen, start, flow))

    def _strike(self, found: Diagnostic, at: int) -> Slip:
        return Slip(found, lines_extent(self.seen, at), struck=True)

    def _tab(self) -> Slip | None:
        first = first_in_line(self.seen, self.at)
        blank = self.seen[line_start(self.seen, self.at) : first]
        if "\t" not in blank or not ("tab" in self.words or self.at < first):
            return None
        tab = line_start(self.seen, self.at) + blank.index("\t")
        return Slip(lines.tabs(self.text, tab), lines.tabbed_extent(self.seen, tab), struck=True)

    def _link(self) -> Slip | None:
        stopped = self.at if self.began is None or self.began < self.reached.end else self.began
        if self.reached.kind == "end":
            end = self.reached.end
            start = line_start(self.seen, end)
            for link in slips.LINK.finditer(self.seen, start, end):
                near = line_start(self.seen, stopped) == start or not line_at(self.seen, stopped).owners
                if link.end() == end and near and not self.seen[end:stopped].strip():
                    return self._value(slips.unquoted_link, link.start())
        start = line_at(self.seen, stopped).value
        unread = self.reached.end <= start < self.at
        if unread and slips.LINK.match(self.seen, start) and self.flow in (None, start):
            self.flow = None
            return self._value(slips.unquoted_link, start)
        return None

    def _colon(self) -> Slip | None:
        if not (self.words.startswith("mapping values are not") or (self.flow is not None and self.sign == ":")):
            return None
        start, end = self.reached.start, self.reached.end
        if self.reached.kind != "scalar" or self.seen[end : self.at].strip():
            return self._value(slips.reserved_start, self.at) if line_at(self.seen, self.at).value == self.at else None
        if self.reached.style in ("'", '"') or self._is_outside_flow() or self.at - start > 1000:
            return None
        if self.flow is not None or line_start(self.seen, start) == line_start(self.seen, self.at):
            return self._value(lambda text, at, flow: slips.colon_in_text(text, at, self.at, flow), start)
        return self._key_after_text(start)

    def _key_after_text(self, start: int) -> Slip:
        """A line with a colon where the line above was plain text: a key at a wrong place, or a colon in the text."""
        first, own_line = first_in_line(self.seen, self.at), line_start(self.seen, start)
        alone = first_in_line(self.seen, start) == start and column(self.seen, start) >= column(self.seen, first)
        over = Extent(own_line, line_end(self.seen, max(start, line_start(self.seen, self.at) - 1)))
        if alone and _NO_SPACE.match(self.seen, start):
            return Slip(lines.no_space_after_colon(self.text, start), over, struck=True)
        if alone:
            return Slip(lines.without_colon(self.text, start), over, struck=True)
        step = column(self.seen, first) - owner_column(self.seen, start)
        if self._at(first) == "-" or self.seen[first : self.at] in _known_keys() or abs(step) <= 1:
            return self._strike(lines.misplaced(self.text, self.at), self.at)
        return self._value(lambda text, at, flow: slips.colon_in_text(text, at, self.at, flow), start)

    def _quote(self) -> Slip | None:
        if self.began is not None and self._at(self.began) in ("'", '"'):
            if "escape" in self.words:
                return Slip(
                    slips.escape(self.text, self.began, self.at), self._value(slips.opening_quote, self.began).over
                )
            if "unexpected" in self.words:
                return self._value(slips.opening_quote, self.began)
        if self.reached.kind == "scalar" and self.reached.style in ("'", '"') and self._follows_reached():
            return self._value(slips.opening_quote, self.reached.start)
        return None

    def _sign(self) -> Slip | None:
        began = self.began if self.began is not None else self.at
        sign = self._at(began)
        if "cannot start any token" in self.words and self.sign in ("@", "`", "%", ">", "|"):
            return self._value(slips.reserved_start, self.at)
        if sign in ("*", "&", "!") and ("scanning" in self.words or "did not find" in self.words) and began != self.at:
            if self.seen.startswith("* ", began) and first_in_line(self.seen, began) == began:
                return self._strike(slips.bullet(self.text, began), began)
            return self._value(slips.reserved_start, began)
        if sign in (">", "|") and "comment or line break" in self.words:
            return self._block_header(began)
        if self.words.startswith(("block sequence entries are not", "mapping keys are not")):
            return self._value(slips.reserved_start, self.at)
        if "expected node content" in self.words and self.sign in (",", "?") and not self._is_outside_flow():
            return self._value(slips.reserved_start, self.at)
        if self.reached.kind == "alias" and self._follows_reached():
            return self._value(slips.reserved_start, self.reached.start)
        closed = self.reached.kind == "end" and self._at(self.reached.end - 1) in ("}", "]")
        if closed and self._follows_reached() and self.sign not in ("}", "]", ":"):
            return self._value(slips.reserved_start, opening_bracket(self.seen, self.reached.end))
        return None

    def _block_header(self, start: int) -> Slip:
        header = _BLOCK_HEADER.match(self.seen, start)
        after = lines_extent(self.seen, start).end
        if (
            header is None
            or after == line_end(self.seen, start)
            or not block_extent(self.seen, start).end > line_end(self.seen, start)
        ):
            return self._value(slips.reserved_start, start)
        return Slip(slips.text_after_header(self.text, start, header.end()), block_extent(self.seen, start))

    def _in_flow(self) -> Slip | None:
        if self.flow is None:
            return None
        over = Extent(self.flow, lines_extent(self.seen, self.flow).end)
        if self._is_outside_flow():
            if (lost := slips.lost_in_flow(self.text, over)) is not None:
                return Slip(lost, over)
            opened = self.began if self.began is not None and self._at(self.began) in ("{", "[") else self.flow
            return Slip(lines.never_closed(self.text, opened), over)
        if self.sign in ("[", "{") and self.reached.kind == "scalar" and self._follows_reached():
            found = slips.bracket_in_braces(self.text, self.reached.start, self.at, self.flow)
            return Slip(found, value_extent(self.seen, self.reached.start, self.flow))
        return Slip(self._plainly(), over)

    def _between_lines(self) -> Slip | None:
        stopped = self.began if "expected ':'" in self.words and self.began is not None else self.at
        first = first_in_line(self.seen, stopped)
        if self.sign in ("}", "]"):
            return Slip(lines.closes_nothing(self.text, self.at), Extent(self.at, self.at + 1), struck=True)
        if stopped != first:
            return None
        if not ("expected ':'" in self.words or "expected key" in self.words or "expected '-'" in self.words):
            return None
        plain = self.reached.kind == "scalar" and not self.reached.style
        comment = _LOST.search(self.seen, self.reached.end, line_end(self.seen, self.reached.end)) if plain else None
        if comment and not key_in_line(self.seen, stopped):
            found = slips.cut_by_comment(self.text, self.reached.start, comment.start() + 1)
            return self._strike(found, stopped)
        if self.reached.style in ("|", ">") and not key_in_line(self.seen, stopped):
            return self._strike(lines.outside_block(self.text, stopped, self.reached.start), stopped)
        if self._at(stopped) == ":":
            return self._strike(finding("Y211", Extent(stopped, stopped + 1), *NO_KEY), stopped)
        if "expected ':'" in self.words and _NO_SPACE.match(self.seen, stopped):
            return self._strike(lines.no_space_after_colon(self.text, stopped), stopped)
        if "expected ':'" in self.words:
            return self._strike(lines.without_colon(self.text, stopped), stopped)
        return self._strike(lines.misplaced(self.text, stopped), stopped)

    def _unknown(self) -> Slip:
        return self._strike(self._plainly(), self.at)

    def _plainly(self) -> Diagnostic:
        words = next(
            (ours for theirs, ours in _PLAIN if self.words.startswith(theirs)),
            "The text cannot be read as YAML from here on",
        )
        end = line_end(self.text, self.at)
        return finding(
            "Y201",
            Extent(self.at, max(end, self.at)),
            words,
            "Look here and on the line above for a missing quotation mark, bracket, colon or space",
        )

    def _follows_reached(self) -> bool:
        """Whether the parser stopped in the line in which the last thing it read ended, right after it."""
        end = self.reached.end
        return (
            end <= self.at
            and line_start(self.seen, end) == line_start(self.seen, self.at)
            and not self.seen[end : self.at].strip()
        )

    def _is_outside_flow(self) -> bool:
        """Whether an open {...} or [...] ran into lines that are not its own."""
        return self.flow is not None and self.at >= lines_extent(self.seen, self.flow).end


@cache
def _known_keys() -> frozenset[str]:
    """Every key of the format."""
    models = [Briefing, Situation, Outlook, Step, Place, Quote, Change, Ref, *(kind.model for kind in KINDS)]
    return frozenset(key for model in models for key in fields_of(model))
