"""One mistake of every kind, as mistakes.yaml lists them, each in a briefing that is sound but for it."""

import re
from pathlib import Path
from typing import NamedTuple

import yaml

MARK = "▸"

_HEADER = "title: A crest above the levee\nas_of: 2026-03-04T06:00Z\n"
_BRIEFING = f"{_HEADER}situation: {{bottom_line: The crest arrives on Thursday.}}\n"

#: The briefings a mistake can stand in.
_AROUND = {
    "nothing": "@\n",
    "header": f"{_HEADER}@\n",
    "briefing": f"{_BRIEFING}@\n",
    "situation": f"{_HEADER}situation:\n  bottom_line: The crest arrives on Thursday.\n  @\n",
    "actor": f"{_BRIEFING}actors:\n  town: {{name: The town, @}}\n",
    "event": f"{_BRIEFING}events:\n  crest: {{title: The crest, when: 2026-03-05, @}}\n",
    "message": f"{_BRIEFING}communications:\n  warning: {{from: desk, text: Move upstairs., @}}\n",
    "judgement": f"{_BRIEFING}outlook:\n  judgements:\n    holds: {{text: The levee holds., @}}\n",
    "scenario": f"{_BRIEFING}outlook:\n  scenarios:\n    holds: {{title: The levee holds, @}}\n",
    "source": f"{_BRIEFING}sources:\n  gauge: {{title: The gauge, @}}\n",
}


class Mistake(NamedTuple):
    """A briefing with one mistake: what an editor says at the mark, and what a command says of the value at a path."""

    marked: str
    editor: str
    path: str
    command: re.Pattern[str]

    @property
    def text(self) -> str:
        return self.marked.replace(MARK, "")

    @property
    def place(self) -> tuple[int, int]:
        """Line and character of the mark, from 0."""
        before = self.marked.partition(MARK)[0]
        return before.count("\n"), len(before.rpartition("\n")[2])


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words[1:-1] if words.startswith("/") else re.escape(words))


def _listed() -> dict[str, Mistake]:
    text = Path(__file__).with_name("mistakes.yaml").read_text(encoding="utf-8")
    return {
        f"{kind}: {row['name']}": Mistake(
            _AROUND[row["in"]].replace("@", row["text"].rstrip()), row["editor"], row["path"], _pattern(row["command"])
        )
        for kind, rows in yaml.load(text, yaml.BaseLoader).items()
        for row in rows
    }


MISTAKES = _listed()
