"""What is offered while something is being written: what may stand there, the likeliest first, and nothing else."""

import pytest

from briefing_tui.lsp.offer import MOST
from briefing_tui.model.actor import ACTOR_TYPES
from tests.lsp.written import FLOOD, completed, labels, offers_in

EVENT = "    participants: {affected: town}\n"


def flood(old: str, new: str) -> str:
    """The flood with something else in a place of it."""
    assert FLOOD.count(old) == 1, old
    return FLOOD.replace(old, new)


# links -------------------------------------------------------------------------------


def test_a_link_may_name_every_entry() -> None:
    assert set(labels(flood("The [[crest]]", "The [[▮]]"))) == {"river-authority", "town", "crest", "note"}


def test_a_citation_names_a_source() -> None:
    assert labels(flood("[^note]", "[^▮]")) == ["note"]


def test_a_part_of_a_name_finds_the_id() -> None:
    assert labels(flood("The [[crest]]", "The [[harrow b▮")) == ["town"]
    assert labels(flood("The [[crest]]", "The [[auth▮")) == ["river-authority"]
    offer = offers_in(flood("The [[crest]]", "The [[Harrow▮")).list[0]
    assert "harrow" in offer.found_by
    assert offer.detail == "Town of Harrow Bend"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The [[cr▮", "The [[crest]]"),
        ("The [[cr▮]]", "The [[crest]]"),
        ("The [[cr▮]", "The [[crest]]"),
        ("The [[cr▮|words]]", "The [[crest|words]]"),
        ("The [[cr▮ew]]", "The [[crest]]"),
    ],
)
def test_a_link_is_closed_once(before: str, after: str) -> None:
    assert completed(flood("The [[crest]]", before), "crest") == flood("The [[crest]]", after)


def test_a_citation_keeps_its_place() -> None:
    assert completed(flood("[^note]", "[^no▮: p. 2]"), "note") == flood("[^note]", "[^note: p. 2]")


def test_ids_survive_in_text_that_does_not_parse() -> None:
    broken = flood(EVENT, EVENT + "    : [\n  x: 'never closed\n")
    assert "crest" in labels(broken.replace("The [[crest]]", "The [[▮"))


def test_ids_survive_where_a_required_key_is_missing() -> None:
    assert "crest" in labels(FLOOD.replace("title: River", "x-title: River").replace("The [[crest]]", "The [[▮"))


# ids ---------------------------------------------------------------------------------


def test_a_field_is_offered_the_kinds_it_wants() -> None:
    assert labels(flood("{affected: town}", "{affected: ▮}")) == ["river-authority", "town"]
    assert labels(flood("    sources: note\n", "    sources: [▮]\n")) == ["note"]


def test_what_is_in_the_list_already_is_not_offered() -> None:
    assert labels(flood("{affected: town}", "{affected: [town, ▮]}")) == ["river-authority"]


def test_an_entry_is_not_offered_itself() -> None:
    assert "crest" not in labels(flood(EVENT, EVENT + "    caused_by: ▮\n"))


def test_what_is_named_near_by_comes_first() -> None:
    events = "".join(
        f"  e{n}: {{title: E, when: 2026, participants: {{initiator: {'town' if n > 5 else 'river-authority'}}}}}\n"
        for n in range(10)
    )
    written = flood(EVENT, EVENT + events)
    near_end = written.replace("  e9: {title: E", "  e9: {by: ▮, title: E")
    assert labels(near_end)[:2] == ["town", "river-authority"]
    near_start = written.replace("  e0: {title: E", "  e0: {by: ▮, title: E")
    assert labels(near_start)[:2] == ["river-authority", "town"]


def test_a_recipient_may_be_the_public() -> None:
    communications = "communications:\n  c: {from: town, to: pu▮, text: x}\nsources:\n"
    assert labels(flood("sources:\n  note", f"{communications}  note")) == ["public"]


def test_only_the_best_of_very_many_are_sent() -> None:
    actors = "".join(f"  a{n}: Somebody\n" for n in range(3 * MOST))
    found = offers_in(flood("events:\n", f"{actors}events:\n").replace("{affected: town}", "{affected: a▮}"))
    assert len(found.list) == MOST
    assert not found.whole


# keys --------------------------------------------------------------------------------


def test_keys_are_those_that_are_missing_with_what_they_mean() -> None:
    found = offers_in(flood(EVENT, EVENT + "    ▮\n"))
    keys = [offer.label for offer in found.list]
    assert "where" in keys
    assert not {"title", "when", "participants"} & set(keys)
    assert next(offer.doc for offer in found.list if offer.label == "where") == "Where it occurred."


def test_what_must_be_there_comes_first() -> None:
    assert labels(flood(EVENT, EVENT + "  rain:\n    ▮\n"))[:2] == ["title", "when"]
    assert labels("▮\n")[:3] == ["title", "as_of", "situation"]


def test_keys_in_braces() -> None:
    assert labels(flood("{name: River Authority, ", "{name: River Authority, co▮, ")) == ["country"]
    assert completed(flood("{affected: town}", "{affected: town, ini▮}"), "initiator").count(", initiator: }") == 1


def test_a_key_comes_with_its_colon_once() -> None:
    assert completed(flood(EVENT, EVENT + "    wh▮\n"), "where") == flood(EVENT, EVENT + "    where: \n")
    assert completed(flood("    phase: exp", "    ph▮: exp"), "phase") == FLOOD
    assert completed(flood(EVENT, "    parti▮\n"), "participants") == flood(EVENT, "    participants:\n")


def test_an_id_that_is_named_and_borne_by_none_is_offered_to_a_new_entry() -> None:
    written = flood("{affected: town}", "{affected: village}").replace("events:\n", "  v▮\nevents:\n")
    assert labels(written) == ["village"]
    assert completed(written, "village").count("\n  village: \nevents") == 1


def test_a_list_takes_ids_and_mappings() -> None:
    written = flood("{affected: town}", "\n      affected:\n        - ▮")
    assert labels(written)[:2] == ["river-authority", "town"]
    assert {"ref", "note"} <= set(labels(written))


# words -------------------------------------------------------------------------------


def test_words_of_a_vocabulary_with_their_meaning() -> None:
    written = flood("type: government-body", "type: ▮")
    assert labels(written) == list(ACTOR_TYPES)
    assert offers_in(written).list[0].doc == ACTOR_TYPES["state"]


def test_likelihoods_begin_with_the_row_that_is_spoken() -> None:
    outlook = "outlook:\n  scenarios:\n    a: {title: A, likelihood: probable}\n    b: {title: B, likelihood: ▮}\n"
    assert labels(FLOOD + outlook)[0] == "remote"
    assert labels(FLOOD + outlook.replace("probable", "likely"))[0] == "almost no chance"
    assert labels(FLOOD + outlook.replace("▮", "very l▮")) == ["very likely"]


def test_a_code_is_found_by_what_it_means() -> None:
    assert labels(flood("reliability: B", "reliability: usual▮")) == ["B", "D"]
    assert labels(flood("name: River Authority, ", "name: River Authority, country: canad▮, ")) == ["CA"]


def test_a_time_may_be_unknown() -> None:
    assert labels(flood("    when: 2026-03-05\n", "    when: u▮\n")) == ["unknown"]
    assert completed(flood("    when: 2026-03-05\n", "    when:▮\n"), "unknown").count("when: unknown\n") == 1


def test_a_comment_names_the_rule_it_ignores() -> None:
    assert "unused-actor" in labels(flood("  town: Town", "  # check: ignore[unused▮]\n  town: Town"))


def test_nothing_is_offered_to_words() -> None:
    assert labels(flood("    The [[crest]]", "    The ▮")) == []
    assert labels(flood("title: The crest", "title: The ▮")) == []
    assert labels(flood("  town: Town", "  town: To▮wn")) == []


def test_outside_of_entries_what_is_named_most_comes_first() -> None:
    assert labels(flood("The [[crest]]", "The [[▮]]"))[:2] == ["river-authority", "town"]
