"""A small sound briefing into which the tests put mistakes, and the marks that say where one stands."""

from briefing_tui.source.diagnostic import Edit, Extent

BEFORE = """\
title: River Authority warns of a crest
as_of: 2026-03-04
situation:
  bottom_line: Water is high. # a comment
  statements:
    zero: It rains.
    one:"""

AFTER = """\
    two:
      text: The town sleeps.
      kind: fact
actors:
  town: {name: Town of Harrow Bend, type: population}
events:
  crest:
    title: The crest
    when: 2026-03-05
communications:
  warning: {from: town, channel: press, text: Move., about: crest}
sources:
  paper: The paper
"""

SOUND = f"{BEFORE}\n      text: Water is high.\n      kind: claim\n{AFTER}"


def briefing_with(snippet: str, *, after_key: bool = False) -> str:
    """The briefing with other lines under `one:`, or with another value right after it."""
    return BEFORE + ("" if after_key else "\n") + snippet + AFTER


def marked(source: str) -> tuple[str, Extent]:
    """A text without its marks ▶ and ◀, and the extent between them."""
    start = source.index("▶")
    end = source.index("◀") - 1
    return source.replace("▶", "").replace("◀", ""), Extent(start, end)


def applied(text: str, edit: Edit) -> str:
    """The text with an edit made."""
    return text[: edit.extent.start] + edit.text + text[edit.extent.end :]
