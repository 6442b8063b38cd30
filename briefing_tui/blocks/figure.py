"""A figure's card, and all figures as a table: the number with its unit, its date and what it was."""

from collections.abc import Sequence

from briefing_tui.blocks.block import Blocks, Span, Spans, Table
from briefing_tui.blocks.entry import shared_rows, time_row
from briefing_tui.blocks.scope import Scope
from briefing_tui.blocks.sheet import Sheet, row
from briefing_tui.blocks.statement import grounds_spans
from briefing_tui.model.situation import Figure


def figure_blocks(scope: Scope, figure: Figure, level: int = 1) -> Blocks:
    """The card of a figure."""
    sheet = Sheet(scope, f"figure:{figure.id}", level)
    sheet.title((Span(figure.label_),), target=figure.id)
    rows = [row("Value", *value_spans(figure))]
    if figure.was:
        unit = (Span(f" {figure.unit}", "dim"),) if figure.unit else ()
        rows.append(row("Was", Span(figure.was, "change"), *unit))
    rows += time_row("As of", figure.as_of)
    sheet.fields([*rows, *shared_rows(scope, figure)], "fields")
    return sheet.blocks


def figure_table(scope: Scope, figures: Sequence[Figure], key: str) -> Table:
    """Figures under one another; each row links to its figure and shows whose number it is."""
    rows = tuple(
        (
            (Span(figure.label_, "link", figure.id),),
            value_spans(figure),
            (Span(f"was {figure.was}", "change"),) if figure.was else (),
            (Span(figure.as_of.display("short"), "time"),) if figure.as_of is not None else (),
            grounds_spans(scope, figure),
        )
        for figure in figures
    )
    return Table(("", "", "", "As of", "According to"), rows, tuple([figure.id for figure in figures]), key)


def value_spans(figure: Figure) -> Spans:
    """The number and its unit."""
    return (Span(figure.value, "strong"), *((Span(f" {figure.unit}"),) if figure.unit else ()))
