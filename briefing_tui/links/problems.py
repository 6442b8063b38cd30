"""References and links that are broken, each at its place with what was probably meant: L401, L402 and L403.

Nothing is said of what another file holds, nor of entries that were left out: those have a finding of their own.
"""

from collections.abc import Iterator

from briefing_tui.links.index import Links, Passage, Reference
from briefing_tui.links.malformed import malformed_at, malformed_openings
from briefing_tui.links.meant import Guess, Meant
from briefing_tui.links.places import Places
from briefing_tui.model.entry import Entry, Statement
from briefing_tui.model.kinds import KIND, KINDS
from briefing_tui.model.reference import ID_PATTERN, RESERVED, slug
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, Related
from briefing_tui.source.load import Loaded

#: As many as are worth listing; a file with more is broken in another way.
MOST = 1000

#: Names of the document's parts, which a link and a running order may name. The rest of what is reserved are keys.
PARTS = RESERVED - {"public", "unknown", "bottom_line", "text", "ref", "title", "name"}

#: As much of a name or a word as a message quotes, in characters.
_QUOTED = 60


def findings_of(loaded: Loaded) -> list[Diagnostic]:
    """What the loader found and, where there is a briefing, what its links lack, in order of place."""
    if loaded.briefing is None:
        return loaded.diagnostics
    found = [*loaded.diagnostics, *link_problems(loaded, Links(loaded.briefing))]
    return sorted(found, key=lambda problem: (problem.extent, problem.code))


def link_problems(loaded: Loaded, links: Links) -> list[Diagnostic]:
    """What is wrong with the references of a loaded briefing, in the order of the text; at most MOST findings."""
    if loaded.briefing is None:
        return []
    found: list[Diagnostic] = []
    for diagnostic in _Judge(loaded, links).problems():
        found.append(diagnostic)
        if len(found) == MOST:
            break
    return sorted(found, key=lambda diagnostic: (diagnostic.extent, diagnostic.code))


class _Judge:
    """Judges the references of one text."""

    def __init__(self, loaded: Loaded, links: Links) -> None:
        self.loaded = loaded
        self.links = links
        self.entries = links.briefing.entries
        # Under a key that is no id: references will name what the finding about it says to call it.
        self.omitted = {name for id in links.briefing.omitted for name in (id, slug(id))}
        self.places = Places(loaded)
        self.meant = Meant(links.briefing)
        self.unread = _unread_kinds(loaded)

    def problems(self) -> Iterator[Diagnostic]:
        for reference in self.links.references:
            entry = self.entries.get(reference.target)
            if entry is None:
                if not self._excused(reference):
                    yield self._broken(reference)
            elif reference.kinds and entry.KIND not in reference.kinds:
                yield self._wrong_kind(reference, entry)
        for passage in self.links.passages:
            for opening in malformed_openings(passage.text):
                if problem := self._malformed(passage, opening):
                    yield problem

    def _excused(self, reference: Reference) -> bool:
        """Whether a reference to no entry of this briefing is no mistake, or one that has been reported."""
        target = reference.target
        if target in self.omitted:
            return True
        linked = reference.inline is not None and not reference.inline.cites
        if target in PARTS and (linked or reference.field == "running_order"):
            return True
        file, _, name = target.rpartition("#")
        if file and ID_PATTERN.fullmatch(file) and ID_PATTERN.fullmatch(name):
            return True
        if target in reference.kinds:  # `public`
            return True
        return bool(self.unread) and (not reference.kinds or not self.unread.isdisjoint(reference.kinds))

    def _broken(self, reference: Reference) -> Diagnostic:
        if reference.inline is not None and not ID_PATTERN.fullmatch(reference.target):
            return self._not_an_id(reference)
        extent = self.places.id_extent(reference)
        target = _quoted(reference.target)
        presented = reference.field == "running_order"
        if reference.target in PARTS:
            wanted = f"{_where(reference)} wants {_wanted(reference.kinds)}"
            message = f"“{target}” is a part of the briefing; {wanted}"
            return finding("L402", extent, message, "Write the id of an entry")
        guess = self.meant.by(reference.target, reference.kinds, sorted(PARTS) if presented else ())
        message = f"No entry{' or part' if presented else ''} is called “{target}”"
        return finding("L401", extent, message, self._help(guess, reference.kinds), edits=_edits(extent, guess))

    def _wrong_kind(self, reference: Reference, entry: Entry) -> Diagnostic:
        extent = self.places.id_extent(reference)
        wanted = _wanted(reference.kinds)
        message = f"“{reference.target}” is {_article(entry.KIND)}; {_where(reference)} wants {wanted}"
        related = (Related(self.places.value_extent(entry, (), key=True), f"the {entry.KIND} “{reference.target}”"),)
        if reference.inline is not None:
            link = f"[[{reference.target}]]"
            edit = Edit(self.places.link_extent(reference), link, f"Write {link}", safe=False)
            help = f"Cite a source, or link to the {entry.KIND} with `{link}`"
            return finding("L402", extent, message, help, related=related, edits=(edit,))
        guess = self.meant.by(reference.target, reference.kinds, only=True)
        help = self._help(guess, ()) if guess.ids else f"Write the id of {wanted}"
        return finding("L402", extent, message, help, related=related, edits=_edits(extent, guess))

    def _not_an_id(self, reference: Reference) -> Diagnostic:
        """A link whose id cannot be one: most often the name itself."""
        inline = reference.inline
        assert inline is not None
        extent = self.places.id_extent(reference)
        if not reference.target:
            extent = self.places.link_extent(reference)
            return finding("L403", extent, "This link names no entry", "Write an id between the brackets: `[[id]]`")
        message = f"“{_quoted(reference.target)}” is not an id"
        guess = self.meant.by(reference.target, reference.kinds)
        if not guess.ids:
            help = "Name an entry by its key: lower-case letters, digits and hyphens, as in `[[river-authority]]`"
            return finding("L403", extent, message, help)
        edits = []
        for id in guess.ids:
            text = id
            if guess.sure and not inline.cites and inline.words is None and reference.target != self.links.label(id):
                text = f"{id}|{self.loaded.text[extent.start : extent.end]}"
            edits.append(Edit(extent, text, f"Write {_quoted(text)}", safe=guess.sure))
        return finding("L403", extent, message, self._help(guess, ()), edits=tuple(edits))

    def _malformed(self, passage: Passage, offset: int) -> Diagnostic | None:
        opening, end = self.places.opening(passage, offset), self.places.slice(passage).end
        if opening is None:
            return None
        text = self.loaded.text
        wrong = malformed_at(text, opening, end, lambda id: id in self.entries)
        if wrong is None:
            return None
        extent = Extent(opening, opening + wrong.length)
        what = "citation" if text.startswith("[^", opening) else "link"
        edits = (Edit(extent, wrong.better, f"Write {_quoted(wrong.better)}"),) if wrong.better else ()
        help = f"Write `{wrong.better}`" if wrong.better else _FORMS[what]
        return finding("L403", extent, f"This {what} {wrong.why}", help, edits=edits)

    def _help(self, guess: Guess, kinds: tuple[str, ...]) -> str:
        if guess.ids:
            return f"Did you mean {_listed([self._named(id) for id in guess.ids])}?"
        places = [f"`{'.'.join(KIND[kind].path)}`" for kind in kinds if kind in KIND]
        return f"Add it{' under ' + _listed(places) if places else ''}, or correct the id"

    def _named(self, id: str) -> str:
        label = self.links.label(id) if id in self.entries else id
        return f"`{id}`" if label == id else f"`{id}` ({_quoted(label)})"


_FORMS = {
    "link": "A link is `[[id]]` or `[[id|other words]]`. Put what is meant as text between backticks",
    "citation": "A citation is `[^source-id]` or `[^source-id: place]`. Put what is meant as text between backticks",
}


def _unread_kinds(loaded: Loaded) -> set[str]:
    """Kinds whose entries could not be read at all, since something else stands where they are kept."""
    unread = set()
    for kind in KINDS:
        written = loaded.tree.value(kind.path)
        if written is not None and not isinstance(written, dict) and not issubclass(kind.model, Statement):
            unread.add(kind.name)
    return unread


def _edits(extent: Extent, guess: Guess) -> tuple[Edit, ...]:
    return tuple([Edit(extent, id, f"Write {id}", safe=guess.sure) for id in guess.ids])


def _where(reference: Reference) -> str:
    return "a citation" if reference.inline is not None else f"`{reference.field}`"


def _wanted(kinds: tuple[str, ...]) -> str:
    return _listed(["`public`" if kind == "public" else _article(kind) for kind in kinds]) or "an entry"


def _article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _listed(words: list[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _quoted(text: str) -> str:
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1].rstrip() + "…"
