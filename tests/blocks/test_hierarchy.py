"""Actors as a tree: whatever is part of what, each stands once, and nothing the tree cannot show goes unsaid."""

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.blocks.block import Items, LazyRows, text_of
from briefing_tui.blocks.hierarchy import DEEPEST, branches_of
from briefing_tui.blocks.lists import actor_list
from briefing_tui.model.actor import Actor
from briefing_tui.model.reference import Ref
from tests.blocks.briefings import scope_of


def actor(id: str, *wholes: str) -> Actor:
    return Actor(id=id, name=id.upper(), relations={"part-of": tuple([Ref(ref=whole) for whole in wholes])})


def shown(rest: str) -> list[str]:
    (items,) = actor_list(scope_of(rest))
    assert isinstance(items, Items)
    return [text_of(item.spans) for item in items.rows]


def test_parts_stand_under_the_whole_in_the_order_of_the_document() -> None:
    assert shown(
        "actors:\n"
        "  ward: {name: Ward, relations: {part-of: town}}\n"
        "  desk: Desk\n"
        "  town: {name: Town, relations: {member-of: desk}}\n"
        "  lane: {name: Lane, relations: {part-of: ward}}\n"
        "  clerk: {name: Clerk, relations: {part-of: town}}\n"
    ) == ["Desk", "Town", "├ Ward", "│ └ Lane", "└ Clerk"]


def test_where_nothing_is_part_of_anything_it_is_a_plain_list() -> None:
    assert shown("actors: {b: B, a: {name: A, relations: {member-of: b, part-of: nobody}}}") == ["B", "A"]


def test_a_second_whole_is_said_in_words() -> None:
    assert shown("actors: {a: A, b: B, c: {name: C, relations: {part-of: [b, a, b]}}}") == [
        "A",
        "B",
        "└ C · also part of A",
    ]


def test_what_is_claimed_or_over_is_not_shown_as_plain_truth() -> None:
    assert shown("actors: {a: A, b: {name: B, relations: {part-of: {ref: a, by: c, until: 2009}}}, c: C}\n") == [
        "A",
        "└ B · by C · until 2009",
        "C",
    ]


def test_a_circle_is_opened_at_its_first_and_that_is_said() -> None:
    assert shown(
        "actors:\n"
        "  x: {name: X, relations: {part-of: b}}\n"
        "  a: {name: A, relations: {part-of: c}}\n"
        "  b: {name: B, relations: {part-of: a}}\n"
        "  c: {name: C, relations: {part-of: b}}\n"
        "  self: {name: Self, relations: {part-of: self}}\n"
    ) == ["A · part of C", "└ B", "  ├ X", "  └ C", "Self"]


def test_what_is_too_deep_to_be_drawn_says_what_it_is_part_of() -> None:
    chain = [actor("a0"), *(actor(f"a{n}", f"a{n - 1}") for n in range(1, DEEPEST + 4))]
    branches = branches_of(chain)
    assert list(branches) == [each.id for each in chain]
    stems = [branch.stem for branch in branches.values()]
    assert stems[1] == "└ "
    assert stems[DEEPEST] == "  " * (DEEPEST - 1) + "└ "
    assert set(stems[DEEPEST + 1 :]) == {"  " * DEEPEST + "· "}
    assert [ref.ref for ref in branches[f"a{DEEPEST + 2}"].wholes] == [f"a{DEEPEST + 1}"]


IDS = [f"n{n}" for n in range(9)]


@given(st.dictionaries(st.sampled_from(IDS), st.lists(st.sampled_from([*IDS, "unknown"]), max_size=4)))
def test_each_actor_stands_once_and_each_whole_is_shown_or_said(wholes: dict[str, list[str]]) -> None:
    actors = [actor(id, *wholes.get(id, ())) for id in IDS]
    branches = branches_of(actors)
    asked = {id: {whole for whole in wholes.get(id, ()) if whole in IDS and whole != id} for id in IDS}
    if not any(asked.values()):
        assert not branches
        return
    assert sorted(branches) == IDS
    above: list[str] = []
    for id, branch in branches.items():
        depth = len(branch.stem) // 2
        if branch.under is not None:
            assert above[depth - 1] == branch.under.ref
        del above[depth:]
        above.append(id)
        told = {ref.ref for ref in branch.wholes} | ({branch.under.ref} if branch.under else set())
        assert told == asked[id]


def test_ten_thousand_actors_are_still_made_when_looked_at() -> None:
    lines = [f"  a{n}: {{name: A{n}, relations: {{part-of: a{n // 3}}}}}\n" for n in range(10_000)]
    (items,) = actor_list(scope_of("actors:\n" + "".join(lines)))
    assert isinstance(items, Items)
    assert isinstance(items.rows, LazyRows)
    assert len(items.rows) == 10_000
    assert not items.rows.made


def test_a_chain_of_ten_thousand() -> None:
    branches = branches_of([actor("a0"), *(actor(f"a{n}", f"a{n - 1}") for n in range(1, 10_000))])
    assert len(branches) == 10_000
    assert max(len(branch.stem) for branch in branches.values()) == 2 * DEEPEST + 2
