"""Every reference of a briefing, both ways: typed references and links in prose.

Found by the models' shapes (finders.py), so no list of fields is kept here. Knows nothing of the source text.
"""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from briefing_tui.links.prose import cut_end, links_in, shown
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.entry import Entry
from briefing_tui.model.reference import RESERVED, Cite, Inline, Ref
from briefing_tui.thrift import uncollected

Path = tuple[str | int, ...]

T = TypeVar("T")

#: The longest label of an entry that has no name, in characters.
LONGEST_LABEL = 72


@dataclass(frozen=True, slots=True)
class Passage:
    """One prose field. `path` leads to it from `holder`: an entry, a reference, or the briefing for its parts."""

    source: str
    field: str
    text: str
    path: Path
    holder: Any = dataclasses.field(repr=False, compare=False)

    @property
    def in_notes(self) -> bool:
        """Whether it is a speaker's note, which only the speaker sees."""
        return self.field.endswith("notes")

    @property
    def identity(self) -> int:
        """What tells it from another that says the same, as long as the links are kept."""
        return id(self)


class Reference(NamedTuple):
    """One thing that names another. `source` is the entry or part it stands in, `target` the id as written.

    A tuple, since there are tens of thousands of them: a frozen dataclass takes thrice as long to make. `path` leads to
    the id, or to the prose it stands in, from `holder` (see Passage); with `in_key` the id is the last step itself.
    `kinds` are the kinds of entry that may stand here, none for any.
    """

    source: str
    target: str
    field: str
    path: Path
    ref: Ref | Cite | None = None
    inline: Inline | None = None
    kinds: tuple[str, ...] = ()
    passage: Passage | None = None
    holder: Any = None
    in_key: bool = False

    # Entries cannot be hashed.
    def __hash__(self) -> int:
        return hash((self.source, self.target, self.field, self.path))

    @property
    def in_notes(self) -> bool:
        """Whether it stands in a speaker's note, which only the speaker sees."""
        return self.passage is not None and self.passage.in_notes


class Found:
    """Where finders put what they find in one entry or part."""

    __slots__ = ("holder", "passages", "references", "source")

    def __init__(self, source: str, holder: Any, references: list[Reference], passages: list[Passage]) -> None:
        self.source = source
        self.holder = holder
        self.references = references
        self.passages = passages

    def prose(self, text: str, field: str, path: Path) -> None:
        passage = Passage(self.source, field, text, path, self.holder)
        self.passages.append(passage)
        if "[" in text:
            for link in links_in(text):
                kinds = ("source",) if link.cites else ()
                self.references.append(
                    Reference(self.source, link.target, field, path, None, link, kinds, passage, self.holder)
                )

    def typed(
        self,
        target: str,
        field: str,
        path: Path,
        kinds: tuple[str, ...],
        ref: Ref | Cite | None = None,
        in_key: bool = False,
    ) -> None:
        self.references.append(Reference(self.source, target, field, path, ref, None, kinds, None, self.holder, in_key))


class Links:
    """The references of a briefing, found when first asked for, in one pass.

    Sources are ids of entries, made-up ids included, and the names of parts: `header`, `bottom-line`, `highlights`,
    `background` and `outlook`. Targets may be anything an author wrote: an unknown id, `other#id`, `public`.
    """

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self._made: dict[Any, Any] = {}
        self._labels: dict[str, str] = {}

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference, in the order of the parts and entries they stand in."""
        return self._read[0]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every prose field, in the same order."""
        return self._read[1]

    def outgoing(self, id: str) -> tuple[Reference, ...]:
        """What an entry or part names, in the order of its fields."""
        return tuple(self._outgoing.get(id, ()))

    def incoming(self, id: str) -> tuple[Reference, ...]:
        """What names an id."""
        return tuple(self._incoming.get(id, ()))

    def prose(self, id: str) -> tuple[tuple[str, str], ...]:
        """The prose fields of an entry or part: dotted field and text. Speaker's notes are among them, as `notes`."""
        return tuple([(passage.field, passage.text) for passage in self._prose.get(id, ())])

    def label(self, id: str) -> str:
        """The words a link to an id shows: plain, and short where an entry has no name but only a text.

        A part's name for a part; the id itself where there is no such entry.
        """
        label = self._labels.get(id)
        if label is None:
            label = self._labels[id] = self._label(id)
        return label

    def _label(self, id: str) -> str:
        entry = self.briefing.entries.get(id)
        if entry is None:
            return id.replace("-", " ").capitalize() if id in RESERVED else id
        if _has_name(entry):
            return entry.label
        return cut_end(shown(entry.heading, self._name).strip(), LONGEST_LABEL)

    def _name(self, id: str) -> str:
        """The label of what has a name. Not of a text: two texts may name each other."""
        entry = self.briefing.entries.get(id)
        return id if entry is None or not _has_name(entry) else entry.label

    def once(self, make: Callable[..., T], *given: str | bool) -> T:
        """What a function makes of these links (and what else it is given), made once and kept as long as they are."""
        key = (make, *given)
        if key not in self._made:
            self._made[key] = make(self, *given)
        made: T = self._made[key]
        return made

    @cached_property
    def _read(self) -> tuple[tuple[Reference, ...], tuple[Passage, ...]]:
        from briefing_tui.links.finders import find_all

        references: list[Reference] = []
        passages: list[Passage] = []
        with uncollected():
            find_all(self.briefing, references, passages)
        return tuple(references), tuple(passages)

    @cached_property
    def _outgoing(self) -> Mapping[str, list[Reference]]:
        return _grouped(self.references, lambda reference: reference.source)

    @cached_property
    def _incoming(self) -> Mapping[str, list[Reference]]:
        return _grouped(self.references, lambda reference: reference.target)

    @cached_property
    def _prose(self) -> Mapping[str, list[Passage]]:
        return _grouped(self.passages, lambda passage: passage.source)


def _has_name(entry: Entry) -> bool:
    return bool(entry.short) or any(getattr(entry, name, None) for name in ("name", "title", "label_"))


def _grouped(things: tuple[T, ...], key: Callable[[T], str]) -> Mapping[str, list[T]]:
    found: dict[str, list[T]] = {}
    for thing in things:
        found.setdefault(key(thing), []).append(thing)
    return found
