"""Relations from both ends, events shared, messages either way; what leads to no actor is kept apart."""

from briefing_tui.links.index import Links
from briefing_tui.links.relations import Told, relations_of, shared_events, told
from tests.blocks.briefings import scope_of

TEXT = """
actors:
  town: {name: Town, relations: {part-of: state, opposes: [farmers, town], supports: [nobody, flood]}}
  state: State
  farmers: {name: Farmers, relations: {mediates-between: [town, state]}}
events:
  flood: {title: Flood, when: 2026, participants: {initiator: town, affected: [farmers, town], host: nobody}}
  talk: {title: Talk, when: 2026, participants: {initiator: [farmers, town]}}
  other: {title: Other, when: 2026, participants: {initiator: farmers}}
communications:
  one: {from: town, to: [farmers, public, town], text: One.}
  two: {from: farmers, to: [town], text: Two.}
  both: {from: [town, farmers], to: state, text: Both.}
"""


def links() -> Links:
    return scope_of(TEXT).links


def test_relations_are_found_from_both_ends() -> None:
    found = relations_of(links())
    assert [(each.source, each.type, each.target) for each in found.all] == [
        ("town", "part-of", "state"),
        ("town", "opposes", "farmers"),
        ("farmers", "mediates-between", "town"),
        ("farmers", "mediates-between", "state"),
    ]
    assert [(each.other("state"), each.type_from("state"), each.mutual) for each in found.at("state")] == [
        ("town", "has-part", False),
        ("farmers", "mediated-by", False),
    ]
    first = found.at("farmers")[0]
    assert (first.type_from("farmers"), first.mutual) == ("opposes", True)


def test_what_leads_to_itself_or_to_no_actor_is_kept_apart() -> None:
    found = relations_of(links())
    assert [(each.source, each.target) for each in found.own] == [("town", "town")]
    assert [each.target for each in found.astray] == ["nobody", "flood"]


def test_each_shared_event_counts_once() -> None:
    assert shared_events(links(), "town") == {"farmers": ["flood", "talk"]}
    assert shared_events(links(), "state") == {}


def test_what_two_told_each_other() -> None:
    assert told(links(), "town") == {
        "farmers": Told(["one"], ["two"]),
        "state": Told(["both"], []),
    }
    assert told(links(), "farmers") == {"town": Told(["two"], ["one"]), "state": Told(["both"], [])}
