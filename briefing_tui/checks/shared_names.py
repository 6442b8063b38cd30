"""E502: one name for two entries."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.model.actor import Actor
from briefing_tui.model.entry import Entry
from briefing_tui.model.outlook import Scenario
from briefing_tui.model.situation import Section
from briefing_tui.source.diagnostic import Diagnostic, Related, Severity, shown

#: A place in an entry: the steps from it.
Steps = tuple[str | int, ...]


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Two entries of a kind that a reader cannot tell apart by the words that stand for them."""
    first: dict[tuple[str, str], tuple[Entry, Steps]] = {}
    for entry in draft.briefing.entries.values():
        told: set[str] = set()
        for name, steps in _names(entry):
            key = (entry.KIND, _key(name))
            other, place = first.setdefault(key, (entry, steps))
            if other is not entry and other.id not in told:
                told.add(other.id)
                yield RULE.finding(
                    draft.at(entry, *steps),
                    f"“{shown(name)}” stands for another {entry.KIND} as well, “{other.id}”",
                    "Give one of the two another name, or `short`",
                    related=(Related(draft.at(other, *place), f"the {entry.KIND} “{other.id}” has it too"),),
                )


def _names(entry: Entry) -> Iterator[tuple[str, Steps]]:
    """What stands for an entry. Events, sources and figures may share a title: their day or publisher tells them."""
    if entry.short:
        yield entry.short, ("short",)
    if isinstance(entry, Actor):
        yield entry.name, ("name",)
        for n, alias in enumerate(entry.aliases):
            yield alias, ("aliases", n)
    elif isinstance(entry, Scenario | Section):
        yield entry.title, ("title",)


def _key(name: str) -> str:
    """The same for names a reader takes for one: not for WHO and who."""
    words = name.split()
    if len(words) > 1 and words[0].lower() == "the":
        del words[0]
    plain = " ".join(words)
    return plain if plain.isupper() else plain.casefold()


RULE = Rule(
    code="E502",
    name="shared-name",
    severity=Severity.WARNING,
    summary="Two entries of a kind bear the same name, short name or alias.",
    manual="""\
        A link shows an entry's `short`, or else its name or title. Where two actors share a name or an alias, or two
        entries of one kind the same `short`, the reader cannot tell which is meant, and neither can the program where
        it looks for names that nobody linked.

        Leave the name to the one it fits best and give the other a fuller one: the alias “the ministry” is no help
        where there are two.""",
    bad="""\
communications:
  orders: {from: mod-north, to: mod-south, when: 2026-03-03, text: Asks for a line to talk on.}
  answer: {from: mod-south, to: mod-north, when: 2026-03-04, text: Agrees to it.}
actors:
  mod-north: {name: Ministry of Defence of Northland, short: the ministry}
  mod-south: {name: Ministry of Defence of Southland, short: the ministry}
""",
    good="""\
communications:
  orders: {from: mod-north, to: mod-south, when: 2026-03-03, text: Asks for a line to talk on.}
  answer: {from: mod-south, to: mod-north, when: 2026-03-04, text: Agrees to it.}
actors:
  mod-north: {name: Ministry of Defence of Northland, short: the northern ministry}
  mod-south: {name: Ministry of Defence of Southland, short: the southern ministry}
""",
    check=check,
)
