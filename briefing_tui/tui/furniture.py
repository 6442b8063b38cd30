"""What the header and the status line say about a briefing: handling, status, time, counts. Pure functions."""

from briefing_tui.blocks.block import Span, Spans
from briefing_tui.blocks.entry import handling_span
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.kinds import PANES
from briefing_tui.source.diagnostic import Severity
from briefing_tui.tui.session import Session
from briefing_tui.tui.widgets.bars import Tab


def handling_spans(briefing: Briefing | None) -> Spans:
    """The handling, as it stands at the top and the bottom of every screen."""
    if briefing is None:
        return ()
    if briefing.tlp is None:
        return () if briefing.banner else (Span("no handling", "handling-none"),)
    label = handling_span(briefing.tlp)
    return (label._replace(text=f" {label.text} "),)


def banner_spans(briefing: Briefing) -> Spans:
    """The free handling line, shown with the TLP label."""
    return (Span(f" {briefing.banner}", "strong"),) if briefing.banner else ()


def status_spans(status: tuple[str, ...]) -> Spans:
    """Exercise, test, draft or historical: loud, and never only a colour."""
    spans: list[Span] = []
    for word in status:
        spans += [Span(" "), Span(f" {word.upper()} ", "status-loud")]
    return tuple(spans)


def header_marks(session: Session) -> Spans:
    """The left of the header's first row, which nothing may cut: handling and status."""
    if session.good is None:
        return (Span("This file does not open", "error"),)
    return (*handling_spans(session.briefing), *status_spans(session.briefing.status))


def header_time(session: Session, key: str) -> tuple[Spans, Spans]:
    """The right of the header's first row, in full and in few words; `key` shows what is wrong with the file."""
    if session.good is None:
        return (), ()
    briefing = session.briefing
    full: Spans = (Span(f"as of {briefing.as_of.display()}", "time"),)
    short: Spans = (Span(briefing.as_of.display("short"), "time"),)
    wrong = _wrong(session)
    if wrong:
        role = "error" if wrong[0].startswith("✗") else "warning"
        full = (Span(f"{', '.join(wrong)}{f' ({key})' if key else ''}", role), Span("   "), *full)
        short = (Span(wrong[0].replace(" entry ", " ").replace(" entries ", " "), role),)
    return full, short


def _wrong(session: Session) -> list[str]:
    """What is wrong with the file in a few words, worst first: what the loader left out, and what is known besides."""
    parts = []
    if left_out := len(session.briefing.omitted):
        parts.append(f"{left_out} {'entry' if left_out == 1 else 'entries'} left out")
    counts = session.judged.counts if session.judged is not None else {}
    for severity, word in ((Severity.ERROR, "error"), (Severity.WARNING, "warning")):
        if number := counts.get(severity, 0):
            parts.append(f"{number:,} {word}{'s' if number > 1 else ''}")
    if parts:
        sign = "✗" if left_out or counts.get(Severity.ERROR, 0) else "!"
        parts[0] = f"{sign} {parts[0]}"
    return parts


def header_tabs(session: Session) -> tuple[Tab, ...]:
    """The six panes with their counts."""
    if session.good is None:
        return ()
    counts = session.counts()
    return tuple(Tab(pane, pane.capitalize(), counts.get(pane)) for pane in PANES)
