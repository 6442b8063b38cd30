"""What block functions are given: a briefing, its links, whether speaker's notes are shown, and lookups.

Says how an id reads (its label, its link, its number as a source). Makes no blocks.
"""

import re
from functools import cached_property

from briefing_tui.blocks.block import Span
from briefing_tui.blocks.inline import pieces_of
from briefing_tui.blocks.paragraph import paragraphs_of
from briefing_tui.links.index import Links, Reference
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.communication import Communication
from briefing_tui.model.entry import Entry, Statement
from briefing_tui.model.kinds import KINDS, PANES

#: What the parts of the document are called.
PART_NAMES = {
    **{name: name.capitalize() for name in (*PANES, *(kind.plural for kind in KINDS))},
    "bottom-line": "Bottom line",
    "highlights": "Highlights",
    "background": "Background",
    "summary": "Summary",
    "implications": "Implications",
    "header": "About this briefing",
}

#: Whom a communication may go to besides actors.
_PUBLIC = "the public"

#: Parts that hold prose or references of their own, so that there is something to tell about them.
PARTS = ("bottom-line", "highlights", "background", "outlook", "header")

#: The words of a link to something that has no name, in characters.
LONGEST_LABEL = 72

#: A place in a source that is not torn apart by a line break, in characters.
_SHORT_PLACE = 24

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SPACES = re.compile(r"\s+")


class Scope:
    """A briefing as block functions see it. Keeps what it has looked up; a briefing never changes."""

    def __init__(self, briefing: Briefing, links: Links, notes: bool = False) -> None:
        self.briefing = briefing
        self.links = links
        self.notes = notes
        self._labels: dict[str, str] = {}

    def entry(self, id: str) -> Entry | None:
        """The entry that bears an id, made-up ids included."""
        return self.briefing.entries.get(id)

    def kind(self, id: str) -> str:
        """The name of its kind; `part` for a part of the document, nothing for what is not known."""
        entry = self.entry(id)
        if entry is not None:
            return entry.KIND
        return "part" if id in PART_NAMES else ""

    def label(self, id: str) -> str:
        """The words a link to an id shows: plain, and short where an entry has no name but only a text."""
        label = self._labels.get(id)
        if label is None:
            label = self._labels[id] = self._label(id)
        return label

    def title(self, id: str) -> str:
        """The full name of an entry, or its whole text as plain words; a part's name."""
        entry = self.entry(id)
        if entry is None:
            return self.label(id)
        if has_name(entry):
            return entry.heading
        parties = f"{self.parties(entry)}: " if isinstance(entry, Communication) else ""
        return parties + self.plain(entry.heading)

    def place(self, id: str) -> str:
        """Where something stands, in a few words: its label, or the designation of what only has a text."""
        entry = self.entry(id)
        if entry is None or entry.short or has_name(entry):
            return self.label(id)
        return self.parties(entry) if isinstance(entry, Communication) else self.designation(entry)

    def parties(self, communication: Communication, *, seen_from: str = "") -> str:
        """Who told whom: `River Authority → Town of Harrow Bend, the public`.

        Seen from one of them, only the other side: `→ Town of Harrow Bend, the public`, or `← River Authority`.
        """
        both = (communication.from_, communication.to)
        sides = (", ".join([self.link(ref.ref).text for ref in refs]) for refs in both)
        senders, recipients = sides
        if seen_from and seen_from in [ref.ref for ref in communication.from_]:
            return f"→ {recipients}" if recipients else "→"
        if seen_from and seen_from in [ref.ref for ref in communication.to]:
            return f"← {senders}"
        return " → ".join([side for side in (senders, recipients) if side])

    def designation(self, entry: Entry) -> str:
        """What something without a name is called: its kind, and which of that kind it is, from 1."""
        return f"{entry.KIND.capitalize()} {self._numbers.get(entry.id, 0)}"

    def link(self, id: str, words: str | None = None, *, linked: bool = True) -> Span:
        """A link to an id. What is not known is marked so that it shows; what another file holds keeps its target.

        With `linked` false it looks like plain text: for a line that is a link as a whole.
        """
        if id == "public":
            return Span(words or _PUBLIC, "dim")
        if id in self.briefing.omitted and id not in self.briefing.entries:
            return Span(f"{words or id} (left out)", "broken", id)
        if "#" in id:
            file, _, name = id.rpartition("#")
            return Span(words or f"{name} (in {file})", "link", id)
        if not self.kind(id):
            return Span(f"{words or id} ✗", "broken", id)
        return Span(words or self.label(id), "link" if linked else "", id)

    def mark(self, source: str, at: str | None = None) -> Span:
        """The small mark of a source: its number in the briefing, and the place in it."""
        number = self.ordinals.get(source)
        # A short place stays on one line with its number.
        place = f" {at}" if at and len(at) > _SHORT_PLACE else f"\u00a0{at.replace(' ', chr(0xA0))}" if at else ""
        if number is None:
            if self.kind(source):
                return Span(self.label(source) + place, "source", source)
            return Span(self.link(source).text + place, "broken" if "#" not in source else "source", source)
        return Span(str(number).translate(_SUPERSCRIPT) + place, "source", source)

    def plain(self, text: str) -> str:
        """The words of a prose on one line, without citations and emphasis."""
        words: list[str] = []
        for paragraph in paragraphs_of(text):
            for piece in pieces_of(paragraph.text):
                if piece.kind != "source":
                    words.append(piece.words or self._name(piece.target))
                elif words:
                    words[-1] = words[-1].rstrip()
            words.append(" ")
        return _SPACES.sub(" ", "".join(words)).strip()

    def incoming(self, id: str) -> tuple[Reference, ...]:
        """What names an id, without what only a speaker's note says unless notes are shown."""
        found = self.links.incoming(id)
        return found if self.notes else tuple([reference for reference in found if not reference.in_notes])

    def outgoing(self, id: str) -> tuple[Reference, ...]:
        """What an entry or part names, without what only a speaker's note says unless notes are shown."""
        found = self.links.outgoing(id)
        return found if self.notes else tuple([reference for reference in found if not reference.in_notes])

    @cached_property
    def ordinals(self) -> dict[str, int]:
        """The number of each source, from 1, in the order of the document."""
        return {source.id: n for n, source in enumerate(self.briefing.sources, 1)}

    @cached_property
    def holders(self) -> dict[str, str]:
        """For a statement that is written inside something, what that is: an entry's id or a part's name."""
        briefing = self.briefing
        groups = [
            ("highlights", briefing.situation.highlights),
            ("implications", briefing.outlook.implications),
            *((section.id, section.statements) for section in briefing.situation.sections),
            *((actor.id, actor.stated_aims) for actor in briefing.actors),
            *((judgement.id, judgement.assumptions) for judgement in briefing.outlook.judgements),
        ]
        return {item.id: holder for holder, items in groups for item in items if isinstance(item, Statement)}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        numbers: dict[str, int] = {}
        for id, entry in self.briefing.entries.items():
            numbers[id] = counts[entry.KIND] = counts.get(entry.KIND, 0) + 1
        return numbers

    @cached_property
    def contested(self) -> re.Pattern[str] | None:
        """Finds a contested term that stands in quotation marks."""
        terms = sorted(self.briefing.contested_terms or (), key=len, reverse=True)
        if not terms:
            return None
        words = "|".join([re.escape(term).replace(r"\ ", r"\s+") for term in terms])
        return re.compile(rf"[\"“„«‘'](?:{words})[\"”“»’']", re.IGNORECASE)

    def _label(self, id: str) -> str:
        entry = self.entry(id)
        if entry is None:
            return PART_NAMES.get(id, id)
        if entry.short or has_name(entry):
            return entry.label
        return shortened(self.plain(entry.heading), LONGEST_LABEL)

    def _name(self, id: str) -> str:
        """The label of what has a name. Not of a text: two texts may name each other."""
        entry = self.entry(id)
        return entry.label if entry is not None and (entry.short or has_name(entry)) else PART_NAMES.get(id, id)


def has_name(entry: Entry) -> bool:
    """Whether an entry is called something, and is not only a text."""
    return any(getattr(entry, name, None) for name in ("name", "title", "label_"))


def shortened(text: str, length: int) -> str:
    """A text of at most so many characters; what does not fit gives way to `…` at the end of a word."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > length // 2 else head).rstrip(" ,;:.") + "…"
