"""What every entry of a briefing has in common, and the statement, the smallest thing somebody says."""

from typing import Annotated, ClassVar, Literal

from briefing_tui.model.record import Record, model
from briefing_tui.model.reference import Cite, Refs, To
from briefing_tui.model.scalar import Credibility, Tlp
from briefing_tui.model.text import Line, Prose

Cites = tuple[Cite, ...]


@model
class Change(Record):
    """What differs from the briefing this one supersedes."""

    from_: Line | None = None
    """What the superseded briefing said."""
    why: Prose | None = None
    """Why it is said differently now."""


@model
class Entry(Record):
    """What all entries share. `id` is the key it stands under, or a made-up one with a dot where there is none."""

    KIND: ClassVar[str] = ""
    id: str = ""
    """The key the entry stands under."""
    short: Line | None = None
    """The words a link shows instead of the full name or title."""
    sources: Annotated[Refs, To("source")] = ()
    """References to sources; each may carry `at` and its own `credibility`."""
    credibility: Credibility | None = None
    """Credibility of what is said here, 1 (confirmed by other sources) to 6 (cannot be judged)."""
    by: Annotated[Cites, To("actor", "source", "communication")] = ()
    """Who says so: an actor, a source or a communication."""
    notes: Prose | None = None
    """Speaker's notes: only the speaker's view and `--notes` show them."""
    tlp: Tlp | None = None
    """Handling of this entry; never stricter than the document's."""
    change: Change | None = None
    """What differs from the briefing this one supersedes."""

    @property
    def label(self) -> str:
        """The words a link to this entry shows."""
        return self.short or self.heading

    @property
    def heading(self) -> str:
        """The entry's full name, title or text, as written."""
        for name in ("name", "title", "label_", "text"):
            value = getattr(self, name, None)
            if value:
                return str(value)
        return self.id

    @property
    def keyed(self) -> bool:
        """Whether the author gave it an id that others can refer to."""
        return "." not in self.id


StatementKind = Literal["fact", "reported", "claim", "analysis"]

STATEMENT_KINDS: dict[StatementKind, str] = {
    "fact": "Established: nobody with a case disputes it.",
    "reported": "Somebody without a stake says so; the default where a source is given.",
    "claim": "A party with a stake says so.",
    "analysis": "Reasoning: the author's, or that of whoever `by` names.",
}


@model
class Statement(Entry):
    """One thing said: established, reported, claimed by a party, or reasoned."""

    KIND: ClassVar[str] = "statement"
    SHORT_FORM: ClassVar[str] = "text"
    text: Prose
    """What is said, in a sentence or two."""
    kind: StatementKind | None = None
    """`fact` established, `reported` by somebody without a stake, `claim` by a party, `analysis` reasoning."""
    disputes: Refs = ()
    """What this statement disputes."""

    @property
    def standing(self) -> str | None:
        """Its kind; where a source is given and no kind, `reported`."""
        return self.kind or ("reported" if self.sources else None)
