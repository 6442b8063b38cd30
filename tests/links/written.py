"""Small briefings as text, loaded, with their links. Knows no test."""

from textwrap import dedent

from briefing_tui.links.index import Links
from briefing_tui.links.problems import link_problems
from briefing_tui.source.diagnostic import Diagnostic, Extent
from briefing_tui.source.load import Loaded, load_text

HEAD = "title: T\nas_of: 2026-03-04\n"
SITUATION = "situation: {bottom_line: B.}\n"

ACTORS = """
actors:
  az-mod: {name: Ministry of Defence of Azerbaijan, short: the ministry}
  town: Town of Harrow Bend
  river-authority: {name: River Authority, aliases: [RA]}
"""


def loaded(body: str) -> Loaded:
    """A briefing of this body, which holds no mistake the loader would find. Adds what must be there."""
    body = dedent(body).lstrip("\n")
    head = HEAD if "\nsituation:" in "\n" + body else HEAD + SITUATION
    found = load_text(head + body, "written")
    assert found.diagnostics == []
    assert found.briefing is not None
    return found


def links(body: str) -> Links:
    briefing = loaded(body).briefing
    assert briefing is not None
    return Links(briefing)


def problems(found: Loaded) -> list[Diagnostic]:
    assert found.briefing is not None
    return link_problems(found, Links(found.briefing))


def only(found: Loaded) -> Diagnostic:
    """The one finding there is."""
    [problem] = problems(found)
    return problem


def at(found: Loaded, extent: Extent) -> str:
    """What is written at a place."""
    return found.text[extent.start : extent.end]


def mended(found: Loaded, problem: Diagnostic, n: int = 0) -> str:
    """The text after one of a finding's edits."""
    edit = problem.edits[n]
    return found.text[: edit.extent.start] + edit.text + found.text[edit.extent.end :]
