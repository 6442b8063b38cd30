"""Actors and sources that nothing refers to."""

import pytest

from briefing_tui.checks import uncited_sources, unused_actors
from briefing_tui.checks.draft import Draft
from briefing_tui.checks.examples import whole
from briefing_tui.checks.rule import Rule
from briefing_tui.source.load import load_text
from tests.checks.judging import words_found


def actor(rest: str = "", fields: str = "name: Tarrow Valley Railway") -> str:
    return f"{rest}actors:\n  town: Town\n  railway: {{{fields}}}\nasks: {{a: {{text: Decide., of: town}}}}\n"


def text(words: str) -> str:
    return f'situation: {{bottom_line: "{words}"}}\n'


def test_an_actor_that_nothing_refers_to() -> None:
    assert words_found(unused_actors.RULE, actor()) == ["railway"]
    assert words_found(unused_actors.RULE, actor(fields='name: Railway, summary: "[[railway]] runs."')) == ["railway"]


@pytest.mark.parametrize(
    "example",
    [
        actor(text("[[railway|Trains]] run.")),
        actor(text("Tarrow Valley Railway runs.")),
        actor("events: {e: {title: Ice, when: 2026-03-03, participants: {observer: railway}}}\n"),
        actor("communications: {c: {from: town, to: [{ref: railway, note: by telephone}], text: Go.}}\n"),
        actor("contested_terms: {relief: railway}\n"),
        actor("running_order: [railway]\n"),
        actor("sources: {s: {title: Log, actor: railway}}\n"),
        actor("sources: {s: {title: Log, publisher: Tarrow Valley Railway}}\n"),
        actor(fields="name: Railway, relations: {supplies: town}"),
        actor()
        .replace("of: town", "of: railway")
        .replace("town: Town", "town: {name: Town, relations: {opposes: railway}}"),
        actor().replace("of: town", "of: Tarrow Valley Railway").replace("  town: Town\n", ""),
    ],
)
def test_an_actor_that_is_used(example: str) -> None:
    assert words_found(unused_actors.RULE, example) == []


def source(rest: str = "") -> str:
    return f"{rest}sources:\n  forecast: Basin forecast\n  map: {{title: Map, descriptor: 'See [^map].'}}\n"


def test_a_source_that_nothing_cites() -> None:
    assert words_found(uncited_sources.RULE, source(text("It rises [^forecast]."))) == ["map"]


@pytest.mark.parametrize(
    "rest",
    [
        text("It rises [^forecast] [^map: sheet 2]."),
        text("It rises [^forecast], as [[map]] shows."),
        text("It rises [^forecast].") + "actors: {town: {name: Town, sources: map}}\n",
        text("It rises [^forecast].") + "events: {e: {title: Ice, when: 2026, by: map}}\n",
        text("It rises [^forecast].")
        + "outlook: {judgements: {j: {text: So., evidence: {ref: map, bearing: context}}}}\n",
    ],
)
def test_a_source_that_is_cited(rest: str) -> None:
    assert words_found(uncited_sources.RULE, source(rest)) == []


def test_a_source_that_another_repeats_is_used() -> None:
    example = text("It rises [^paper].") + "sources: {wire: Wire, paper: {title: Paper, origin: wire}}\n"
    assert words_found(uncited_sources.RULE, example) == []


@pytest.mark.parametrize("rule", [unused_actors.RULE, uncited_sources.RULE], ids=lambda rule: rule.name)
def test_what_was_left_out_may_have_used_it(rule: Rule) -> None:
    broken = "events: {e: {title: Ice, participants: {observer: town}, sources: map}}\n"
    loaded = load_text(whole(broken + "actors: {town: Town}\nsources: {map: Map}\n"), "broken")
    assert loaded.briefing is not None
    assert loaded.briefing.omitted
    assert list(rule.check(Draft(loaded))) == []
