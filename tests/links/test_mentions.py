"""A dossier shows where prose speaks of an entry, linked or not, and never what is only the speaker's."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.links.index import Links
from briefing_tui.links.mentions import Unlinked, mentions_of, unlinked_mentions, unlinked_of
from briefing_tui.source.load import load_text
from tests.links.written import HEAD, links


def unlinked(found: Links) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.source, one.words, one.candidates) for one in unlinked_mentions(found.briefing, found)]


def words(prose: str, names: str = "[RA, River Guard]") -> list[str]:
    """What is found unlinked in a prose, where an actor and its aliases are known."""
    body = prose.replace("\n", "\n    ")
    actors = f"actors: {{ra: {{name: River Authority, aliases: {names}}}, guard: Guard}}"
    found = links(f"{actors}\nsituation:\n  bottom_line: |\n    {body}\n")
    return [one.words for one in unlinked_mentions(found.briefing, found)]


def test_a_mention_is_a_sentence_with_the_linking_words_marked() -> None:
    found = links("""
        situation:
          bottom_line: Dull. The council of [[town]] and [[ra|its river men]] met. Dull.
          statements: {met: "[[ra]] met, [[met|as said]]."}
        actors: {town: {name: Town of Harrow Bend, short: the town}, ra: River Authority}
    """)
    first, second = mentions_of(found, "ra")
    assert (first.source, first.field) == ("bottom-line", "bottom_line")
    assert first.sentence == "The council of the town and its river men met."
    assert first.sentence[first.start : first.end] == "its river men"
    assert second.sentence == "River Authority met, as said."


def test_a_citation_is_shown_by_its_source_and_place() -> None:
    found = links("""
        situation: {bottom_line: "It rose [^s: p. 3]. It fell.[^s]"}
        sources: {s: {title: The gauge record, short: gauges}}
    """)
    assert [one.sentence for one in mentions_of(found, "s")] == ["It rose [gauges, p. 3].", "It fell. [gauges]"]


def test_a_sentence_that_names_an_entry_twice_is_listed_once() -> None:
    found = links('situation: {bottom_line: "[[a]] and [[a]]. Then [[a]]."}\nactors: {a: A}')
    assert [one.sentence for one in mentions_of(found, "a")] == ["A and A.", "Then A."]


def test_thousands_of_mentions_in_one_prose_are_read_in_one_pass() -> None:
    found = links(f"situation: {{bottom_line: '{'See [[a]] and [[b]]. ' * 20_000}'}}\nactors: {{a: A, b: B}}")
    assert len(mentions_of(found, "a")) == 20_000
    found = links(f"situation: {{bottom_line: '{'[[a]] and [[b]] ' * 20_000}'}}\nactors: {{a: A, b: B}}")
    assert len(mentions_of(found, "a")) == 1


def test_speaker_s_notes_mention_nobody_unless_asked() -> None:
    found = links("""
        running_order: [{show: a, notes: "Pause at [[a]]. Mention Bob."}]
        actors: {a: {name: A, notes: "On [[a]]: ask Bob."}, b: Bob}
    """)
    assert mentions_of(found, "a") == ()
    assert unlinked_mentions(found.briefing, found) == ()
    assert unlinked_of(found.briefing, found, "b") == ()
    assert [one.sentence for one in mentions_of(found, "a", notes=True)] == ["Pause at A.", "On A: ask Bob."]
    assert len(unlinked_mentions(found.briefing, found, notes=True)) == 2
    assert len(unlinked_of(found.briefing, found, "b", notes=True)) == 2


def test_a_name_a_short_and_an_alias_are_found_as_whole_words() -> None:
    assert words("The River Authority, RA and River Guard's men; RAF, eRA and RiverAuthority.") == [
        "River Authority",
        "RA",
        "River Guard",
    ]
    assert words("the RIVER AUTHORITY and ra") == []


def test_the_longest_name_wins() -> None:
    assert words("A River Guard and a Guard.") == ["River Guard", "Guard"]
    found = links("""
        situation: {bottom_line: The Ministry of Defence Staff College met.}
        actors: {mod: Ministry of Defence, college: Defence Staff College, staff: Staff}
    """)
    assert [one[1] for one in unlinked(found)] == ["Defence Staff College"]


def test_a_name_may_run_over_the_end_of_a_line() -> None:
    assert words("The River\nAuthority said.") == ["River\nAuthority"]


@pytest.mark.parametrize(
    "prose",
    [
        "`River Authority`",
        "```\nRiver Authority\n```",
        "> The River Authority said so",
        'It said: "The River Authority stays."',
        "It said: “The River Authority stays.”",
        "«River Authority»",
        "[River Authority](https://example.org)",
        "https://example.org/RA/page",
        "[[guard|RA]]",
        "[^ra: RA]",
        "[[ra]] is the River Authority.",
    ],
)
def test_what_is_linked_code_or_somebody_s_words_is_no_mention(prose: str) -> None:
    assert words(prose) == []


def test_an_inch_mark_or_a_lone_quotation_mark_hides_nothing() -> None:
    assert words('A 5" pipe of the River Authority, 3" wide') == ["River Authority"]
    assert words('"RA said.\n\nThe RA did" it') == ["RA", "RA"]


def test_verbatim_quotes_are_left_alone_and_no_one_mentions_himself() -> None:
    found = links("""
        actors: {ra: {name: River Authority, summary: The River Authority keeps the river.}}
        communications: {c: {from: ra, text: The River Authority warns., quote: {text: The River Authority warns you.}}}
    """)
    assert unlinked(found) == [("c", "River Authority", ("ra",))]


def test_a_shared_name_has_all_its_bearers_as_candidates() -> None:
    found = links("""
        situation: {bottom_line: Dragon came.}
        actors: {one: {name: First, aliases: [Dragon]}, two: {name: Second, aliases: [Dragon]}, three: Third}
    """)
    assert unlinked(found) == [("bottom-line", "Dragon", ("one", "two"))]
    assert unlinked_of(found.briefing, found, "two") == unlinked_mentions(found.briefing, found)
    assert unlinked_of(found.briefing, found, "three") == ()
    assert unlinked_of(found.briefing, found, "bottom-line") == ()


@pytest.mark.parametrize("name", ["(ISC)²", "Č. Müller-Đorđević", "@ndrew", "O'Hara & Sons", "名", "C++ Guild", "A.B"])
def test_any_name_can_be_found(name: str) -> None:
    found = links(f"situation:\n  bottom_line: >-\n    So {name} said.\nactors:\n  a: {{name: {json.dumps(name)}}}\n")
    assert [one[1] for one in unlinked(found)] == ([name] if len(name) > 1 else [])


@given(st.text(st.sampled_from('ab .`"“”>[]|^\n(x)'), max_size=80))
def test_what_is_found_stands_where_it_is_said_to(prose: str) -> None:
    text = (
        HEAD
        + f"situation: {{bottom_line: {json.dumps('B ' + prose)}}}\nactors: {{x: {{name: ab, aliases: [a b, b]}}}}\n"
    )
    loaded = load_text(text, "any")
    assert loaded.briefing is not None
    found = Links(loaded.briefing)
    last = 0
    for one in unlinked_mentions(loaded.briefing, found):
        assert " ".join(one.words.split()) in ("ab", "a b", "b")
        assert found.prose(one.source)[0][1][one.start : one.end] == one.words
        assert last <= one.start
        last = one.end


def actor_names(corpora: Path) -> list[tuple[str, list[str]]]:
    path = corpora / "misp" / "threat-actor.json"
    if not path.exists():
        pytest.skip("no threat-actor.json among the corpora")
    values = json.loads(path.read_text("utf-8"))["values"]
    return [(value["value"], value.get("meta", {}).get("synonyms", [])) for value in values]


def test_hundreds_of_actors_with_shared_aliases(corpora: Path) -> None:
    """Real names, many of them borne by several groups: each mention knows all its candidates and is not cut short."""
    known = actor_names(corpora)
    names = [[" ".join(name.split()) for name in (value, *synonyms)] for value, synonyms in known]
    entries: dict[str, Any] = {
        f"a{n}": {"name": each[0], "aliases": each[1:]} for n, each in enumerate(names) if all(each)
    }
    owners: Counter[str] = Counter(name for each in entries.values() for name in {each["name"], *each["aliases"]})
    shared = [name for name, count in owners.items() if count > 1 and len(name) > 1]
    assert len(shared) > 20
    statements = {f"s{n}": f"Somebody says that {name} did it." for n, name in enumerate(shared)}
    situation = json.dumps({"bottom_line": "B.", "statements": statements})
    loaded = load_text(f"{HEAD}situation: {situation}\nactors: {json.dumps(entries)}\n", "misp")
    assert loaded.briefing is not None
    found = Links(loaded.briefing)
    by_source: dict[str, list[Unlinked]] = {}
    for one in unlinked_mentions(loaded.briefing, found):
        by_source.setdefault(one.source, []).append(one)
    for n, name in enumerate(shared):
        best = max(by_source[f"s{n}"], key=lambda one: len(one.words))
        assert name in best.words
        if best.words == name:
            assert len(best.candidates) == owners[name]
    some = by_source["s0"][0]
    assert some in unlinked_of(loaded.briefing, found, some.candidates[0])
