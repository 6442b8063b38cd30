"""EXPORTERS: the one list of formats a briefing can be written in. Each is a pure function of a Scope."""

from collections.abc import Callable
from dataclasses import dataclass

from briefing_tui.blocks.scope import Scope
from briefing_tui.export.json import json_of_briefing
from briefing_tui.export.markdown import markdown_of_briefing
from briefing_tui.export.text import text_of_briefing


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: what it is asked for by, the ending of its files, what it is in a few words, and what writes it."""

    name: str
    extension: str
    summary: str
    export: Callable[[Scope], str]


EXPORTERS = (
    Exporter("text", "txt", "plain text, 80 columns wide", text_of_briefing),
    Exporter("md", "md", "Markdown (CommonMark)", markdown_of_briefing),
    Exporter("json", "json", "JSON with the keys of the format, which can be opened again", json_of_briefing),
)

EXPORTER = {exporter.name: exporter for exporter in EXPORTERS}
