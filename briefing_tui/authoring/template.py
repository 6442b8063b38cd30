"""Templates: new briefings of some kinds, with placeholders where their author is to write. YAML files of their own."""

from datetime import datetime, timedelta
from pathlib import Path
from string import Template as Pattern
from typing import NamedTuple

from briefing_tui.authoring.spelling import scalar
from briefing_tui.model.text import one_line

_FOLDER = Path(__file__).with_name("templates")


class Template(NamedTuple):
    """A template: its name, which is that of its file, and what it is for."""

    name: str
    summary: str


TEMPLATES = (
    Template("blank", "what must be there and what is wanted most"),
    Template("flood", "a crest, gauges, what protects, who is warned; with a running order"),
    Template("incident", "software or security: what was hit, noticed and shut, and what is not known"),
    Template("political", "two parties, what each says and wants, who stands between them"),
)


def begun(template: str, title: str, moment: datetime, first_line: str = "") -> str:
    """The text of a new briefing made from the template of a name, true at a moment that knows its offset from UTC."""
    text = (_FOLDER / f"{template}.yaml").read_text(encoding="utf-8")
    filled = Pattern(text).substitute(
        title=scalar(one_line(title)),
        now=time_words(moment),
        today=moment.date().isoformat(),
        tomorrow=(moment.date() + timedelta(days=1)).isoformat(),
    )
    return f"{first_line}\n{filled}" if first_line else filled


def time_words(moment: datetime) -> str:
    """A moment as the format writes it: to the minute, with its offset."""
    words = moment.isoformat(timespec="minutes")
    return words.removesuffix("+00:00") + "Z" if words.endswith("+00:00") else words
