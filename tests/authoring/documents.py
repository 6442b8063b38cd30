"""Briefings as hypothesis writes them: every layout an author may choose, with comments wherever one can stand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from briefing_tui.source.load import Loaded, load_text

#: Ids of which none is a part of another, of a word used here, or of a key.
IDS = ("qaa", "qbb", "qcc", "qdd", "qee", "qff", "qgg", "qhh", "qii", "qjj", "qkk", "qll")

WORDS = st.sampled_from(["Water is high.", "The town: it sleeps", "a, b and c", "7 m # no comment", "'quoted'", "«é»"])


@dataclass
class Page:
    """A document while it is being written."""

    draw: Callable[..., Any]
    step: int
    lines: list[str] = field(default_factory=list)
    comments: int = 0

    def chance(self) -> bool:
        return bool(self.draw(st.booleans()))

    def comment(self) -> str:
        self.comments += 1
        return f"# c{self.comments}"

    def put(self, column: int, text: str) -> None:
        """A line, perhaps with a comment above, behind or below it, or a blank line."""
        kind = self.draw(st.integers(0, 9))
        if kind == 0:
            self.lines.append(" " * column + self.comment())
        if kind == 1:
            self.lines.append("")
        self.lines.append(" " * column + text + (f"  {self.comment()}" if kind == 2 else ""))

    def key(self, id: str) -> str:
        return str(self.draw(st.sampled_from([id, f"'{id}'", f'"{id}"'])))


@st.composite
def documents(draw: Callable[..., Any]) -> str:
    """The text of a sound briefing: actors, events, statements and sources that name one another."""
    page = Page(draw, draw(st.sampled_from([2, 4])))
    ids = list(draw(st.permutations(IDS)))
    actors, events, statements = ids[:3], ids[3:6], ids[6:8]
    page.put(0, "title: T")
    page.put(0, "as_of: 2026-03-04")
    sections = draw(st.permutations([_situation, _actors, _events]))
    for section in sections:
        section(page, actors, events, statements)
        if page.chance():
            page.lines.append("")
    page.put(0, draw(st.sampled_from(["sources: {}", "sources:", "asks: {}", "outlook:", "outlook: {}", "x-own: 1"])))
    if page.chance():
        page.lines.append(page.comment())
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(page.lines) + draw(st.sampled_from(["", end, end * 3]))


def read(text: str) -> Loaded:
    """A text that must hold a briefing, loaded."""
    loaded = load_text(text, "doc")
    assert loaded.briefing is not None, text
    return loaded


def _situation(page: Page, actors: list[str], events: list[str], statements: list[str]) -> None:
    page.put(0, "situation:")
    step = page.step
    page.lines.append(" " * step + "bottom_line: >-")
    page.lines.append(" " * 2 * step + f"[[{actors[0]}]] and [[{actors[1]}|another]] are in [[ {events[0]} ]],")
    page.lines.append(" " * 2 * step + f"says [[{statements[0]}|who]].")
    page.put(step, "statements:")
    for id in statements:
        name = page.draw(st.sampled_from(actors))
        _entry(page, 2 * step, id, {"text": f"[[{name}]] says so.", "by": name}, short="text")


def _actors(page: Page, actors: list[str], events: list[str], statements: list[str]) -> None:
    if page.chance():
        inner = ", ".join(f"{page.key(id)}: {{name: N{n}}}" for n, id in enumerate(actors))
        page.put(0, f"actors: {{{inner}}}")
        return
    page.put(0, "actors:")
    for n, id in enumerate(actors):
        fields = {"name": f"Name {n}"}
        if page.chance():
            fields["relations"] = f"{{opposes: {actors[n - 1]}}}"
        _entry(page, page.step, id, fields, short="name")


def _events(page: Page, actors: list[str], events: list[str], statements: list[str]) -> None:
    page.put(0, "events:")
    for n, id in enumerate(events):
        fields = {"title": f"Title {n}", "when": "2026-03-01"}
        if page.chance():
            names = page.draw(st.lists(st.sampled_from(actors), min_size=1, max_size=2, unique=True))
            fields["participants"] = f"{{affected: [{', '.join(names)}]}}"
        if page.chance():
            fields["follows"] = f"{{ref: '{events[n - 1]}', note: close}}"
        _entry(page, page.step, id, fields)
    if page.chance():
        page.lines.append(" " * page.step + page.comment())


def _entry(page: Page, column: int, id: str, fields: dict[str, str], short: str = "") -> None:
    style = page.draw(st.sampled_from(["block", "flow", "short"]))
    quoted = {key: f'"{text}"' if "[[" in text else text for key, text in fields.items()}
    if style == "short" and fields.keys() == {short}:
        page.put(column, f"{page.key(id)}: {quoted[short]}")
    elif style == "flow":
        inner = ", ".join(f"{key}: {text}" for key, text in quoted.items())
        page.put(column, f"{page.key(id)}: {{{inner}}}")
    else:
        page.put(column, f"{page.key(id)}:")
        for key, text in fields.items():
            if "[[" in text:
                page.lines.append(" " * (column + page.step) + f"{key}: |")
                page.lines.append(" " * (column + page.step + 1) + text)
            else:
                page.put(column + page.step, f"{key}: {text}")
