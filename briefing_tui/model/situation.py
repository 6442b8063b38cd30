"""The situation: bottom line, highlights, background, the pool of statements, sections, figures and gaps."""

from typing import ClassVar

from briefing_tui.model.entry import Entry, Statement
from briefing_tui.model.record import Record, model
from briefing_tui.model.reference import Ref, Refs
from briefing_tui.model.scalar import WhenField
from briefing_tui.model.text import Line, Prose


@model
class Section(Entry):
    """A titled part of the situation."""

    KIND: ClassVar[str] = "section"
    SHORT_FORM: ClassVar[str] = "text"
    title: Line
    """The section's heading."""
    text: Prose | None = None
    """The section's prose."""
    statements: tuple[Statement | Ref, ...] = ()
    """Statements made here, or references to statements of the pool."""


@model
class Figure(Entry):
    """One number with its unit and date."""

    KIND: ClassVar[str] = "figure"
    SHORT_FORM: ClassVar[str] = "value"
    label_: Line
    """What is counted or measured."""
    value: Line
    """The number, as it is to be shown."""
    unit: Line | None = None
    """The unit of the number."""
    as_of: WhenField | None = None
    """When the number held."""
    was: Line | None = None
    """The number before, in the same unit."""


@model
class Gap(Statement):
    """Something that is not known."""

    KIND: ClassVar[str] = "gap"
    matters_to: Refs = ()
    """What would change if it were known."""
    ask: Prose | None = None
    """Who is asked, or what is done, to close the gap."""
    due: WhenField | None = None
    """By when it should be closed."""


@model
class Situation(Record):
    """What is going on."""

    bottom_line: Prose
    """One or two sentences that would do if there were no time for more."""
    highlights: tuple[Statement | Ref, ...] = ()
    """Two to five statements, or references to statements."""
    background: Prose | None = None
    """What a newcomer must know first."""
    statements: tuple[Statement, ...] = ()
    """The pool that others refer to, so that a claim is written once."""
    sections: tuple[Section, ...] = ()
    """Titled parts."""
    figures: tuple[Figure, ...] = ()
    """Numbers with unit, date and what they were."""
    gaps: tuple[Gap, ...] = ()
    """What is not known."""
