"""KINDS: the one list of the kinds of entry, where they stand in a briefing and in which pane they are read."""

from typing import NamedTuple

from briefing_tui.model.actor import Actor
from briefing_tui.model.briefing import Ask
from briefing_tui.model.communication import Communication
from briefing_tui.model.entry import Entry, Statement
from briefing_tui.model.event import Event
from briefing_tui.model.outlook import Assumption, Indicator, Judgement, Scenario
from briefing_tui.model.situation import Figure, Gap, Section
from briefing_tui.model.source import Source


class Kind(NamedTuple):
    """One kind of entry: its name, its plural, its model and the pane it is read in."""

    name: str
    plural: str
    model: type[Entry]
    pane: str
    #: Where its entries stand in the document: the keys from the top.
    path: tuple[str, ...]


KINDS = (
    Kind("statement", "statements", Statement, "situation", ("situation", "statements")),
    Kind("section", "sections", Section, "situation", ("situation", "sections")),
    Kind("figure", "figures", Figure, "situation", ("situation", "figures")),
    Kind("gap", "gaps", Gap, "situation", ("situation", "gaps")),
    Kind("ask", "asks", Ask, "situation", ("asks",)),
    Kind("actor", "actors", Actor, "actors", ("actors",)),
    Kind("event", "events", Event, "events", ("events",)),
    Kind("communication", "communications", Communication, "communications", ("communications",)),
    Kind("judgement", "judgements", Judgement, "outlook", ("outlook", "judgements")),
    Kind("scenario", "scenarios", Scenario, "outlook", ("outlook", "scenarios")),
    Kind("indicator", "indicators", Indicator, "outlook", ("outlook", "indicators")),
    Kind("assumption", "assumptions", Assumption, "outlook", ("outlook", "assumptions")),
    Kind("source", "sources", Source, "sources", ("sources",)),
)

KIND = {kind.name: kind for kind in KINDS}

PANES = ("situation", "actors", "events", "communications", "outlook", "sources")
