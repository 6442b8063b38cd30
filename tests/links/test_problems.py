"""A broken reference is found once, at the id itself however it is written, with what was meant; a sound one never."""

import pytest

from briefing_tui.links import meant
from briefing_tui.links.index import Links
from briefing_tui.links.problems import MOST, link_problems
from briefing_tui.source.load import load, load_text
from tests.architecture.tree import SHIPPED
from tests.links.written import ACTORS, HEAD, SITUATION, at, loaded, mended, only, problems


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_briefings_have_no_broken_link(path: object) -> None:
    assert problems(load(path)) == []  # type: ignore[arg-type]


def test_an_unknown_id_is_told_with_its_nearest_and_mended() -> None:
    found = loaded(ACTORS + "communications: {c: {from: az-mof, text: T.}}\n")
    problem = only(found)
    assert problem.code == "L401"
    assert problem.message == "No entry is called “az-mof”"
    assert problem.help == "Did you mean `az-mod` (the ministry)?"
    assert at(found, problem.extent) == "az-mof"
    assert "from: az-mod, text" in mended(found, problem)
    assert not problem.edits[0].safe


@pytest.mark.parametrize("name", ["ministry-of-defence-of-azerbaijan", "the-ministry", "az--mod"])
def test_a_name_written_as_an_id_is_recognised(name: str) -> None:
    problem = only(loaded(ACTORS + f"communications: {{c: {{from: {name}, text: T.}}}}\n"))
    assert problem.help == "Did you mean `az-mod` (the ministry)?"
    assert problem.edits[0].safe


def test_entries_of_the_kind_wanted_are_guessed_first() -> None:
    found = loaded("""
        actors: {harbour: Harbour Office}
        events: {harbor: {title: E, when: 2026, participants: {host: harbors}}}
    """)
    assert [edit.text for edit in only(found).edits] == ["harbour"]


def test_where_nothing_is_near_the_place_to_add_it_is_named() -> None:
    assert (
        only(loaded("events: {e: {title: E, when: 2026, sources: qqq}}")).help
        == "Add it under `sources`, or correct the id"
    )
    assert only(loaded("events: {e: {title: E, when: 2026, text: 'A [[qqq]].'}}")).help == "Add it, or correct the id"
    indicator = "outlook: {indicators: {i: {text: T., points_to: qqq}}}"
    assert only(loaded(indicator)).help == "Add it under `outlook.scenarios` or `outlook.judgements`, or correct the id"


def test_a_wrong_kind_says_what_it_is_and_what_is_wanted() -> None:
    found = loaded("""
        actors: {town: Town}
        events: {crest: {title: E, when: 2026}}
        communications: {c: {from: crest, to: town, text: T., by: crest, about: town}}
    """)
    problem, by, about = problems(found)[0], problems(found)[1], problems(found)[2]
    assert problem.code == "L402"
    assert problem.message == "“crest” is an event; `from` wants an actor"
    assert problem.help == "Write the id of an actor"
    assert [at(found, related.extent) for related in problem.related] == ["crest"]
    assert problem.related[0].extent.start < problem.extent.start
    assert by.message == "“crest” is an event; `by` wants an actor, a source or a communication"
    assert about.message == "“town” is an actor; `about` wants an event"
    assert at(found, about.extent) == "town"


def test_a_citation_wants_a_source() -> None:
    found = loaded("actors: {a: A}\nsituation: {bottom_line: 'So says [^a: p. 2].'}")
    problem = only(found)
    assert problem.message == "“a” is an actor; a citation wants a source"
    assert "So says [[a]]." in mended(found, problem)


@pytest.mark.parametrize(
    "body",
    [
        "situation: {bottom_line: 'See [[other-file#thing]], [[outlook]], [[bottom-line]] and [^other#s].'}",
        "actors: {a: A}\ncommunications: {c: {from: other#a, to: [public, a], text: T.}}",
        "supersedes: another-one",
        "asks: {x: {text: T., of: Nobody we know}}",
        "running_order: [situation, events, asks, bottom-line, other#thing]",
        "situation: {bottom_line: '`[[none]]` and `[^none]` and \\[[none]] and \\[^none]'}",
        "actors: {a: A}\ncommunications: {c: {from: a, to: a, text: T., confirmed_by_recipient: unknown}}",
    ],
)
def test_what_is_no_mistake_is_left_alone(body: str) -> None:
    assert problems(loaded(body)) == []


def test_an_entry_that_was_left_out_raises_no_second_finding() -> None:
    text = HEAD + SITUATION + "actors:\n  a: {name: A, colour: red}\n  B b: B\nevents:\n"
    text += "  e: {title: E, when: 2026, text: 'By [[a]] and [[b-b]].', participants: {host: a}}\n"
    found = load_text(text, "x")
    assert {problem.code for problem in found.diagnostics} == {"M302", "M307"}
    assert problems(found) == []


def test_entries_that_could_not_be_read_at_all_raise_no_second_finding() -> None:
    found = load_text(HEAD + "situation: {bottom_line: 'B [^s], [[s]], [[qq]].'}\nsources: [one, two]\n", "x")
    assert [problem.code for problem in found.diagnostics] == ["M306"]
    assert problems(found) == []


def test_a_step_of_the_running_order_names_a_part_or_an_entry() -> None:
    found = loaded("running_order: [situation, {show: outlok, minutes: 2}]\n")
    problem = only(found)
    assert problem.message == "No entry or part is called “outlok”"
    assert at(found, problem.extent) == "outlok"
    assert problem.edits[0].text == "outlook"


def test_only_links_and_the_running_order_may_name_a_part() -> None:
    problem = only(loaded("outlook: {judgements: {j: {text: T., evidence: background}}}"))
    assert (problem.code, problem.message) == (
        "L402",
        "“background” is a part of the briefing; `evidence` wants an entry",
    )


def test_terms_and_answers_are_judged_at_their_ids() -> None:
    found = loaded("""
        contested_terms: {two  words: nobody}
        actors: {town: Town, mayor: Mayor}
        communications: {c: {from: town, to: mayor, text: T., confirmed_by_recipient: {mayr: yes}}}
    """)
    term, answer = problems(found)
    assert at(found, term.extent) == "nobody"
    assert at(found, answer.extent) == "mayr"
    assert "confirmed_by_recipient: {mayor: yes}" in mended(found, answer)


def test_nearest_is_asked_so_many_times_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def none_near(word: str, known: list[str]) -> list[str]:
        asked.append(word)
        return []

    monkeypatch.setattr(meant, "nearest", none_near)
    monkeypatch.setattr(meant, "MOST_COMPARED", 50)
    links = " ".join(f"[[none-{n}]] [[none-{n}]]" for n in range(200))
    assert len(problems(loaded(f"situation: {{bottom_line: '{links}'}}\nactors: {{a: A}}"))) == 400
    assert len(asked) == len(set(asked)) == 50


def test_findings_have_an_end() -> None:
    found = loaded("situation: {bottom_line: '" + "[[x]] [[[y] " * 30_000 + "'}")
    assert len(problems(found)) == MOST


def test_findings_stand_in_the_order_of_the_text() -> None:
    found = loaded("""
        events: {e: {title: E, when: 2026, text: 'Of [[x1]].', sources: x2}}
        situation: {bottom_line: 'A [[x3]] and [[x4]'}
        contested_terms: {t: x5}
    """)
    assert [at(found, problem.extent) for problem in problems(found)] == ["x1", "x2", "x3", "[[x4]", "x5"]


def test_without_a_briefing_there_is_nothing_to_judge() -> None:
    whole = loaded("actors: {a: A}")
    assert whole.briefing is not None
    assert link_problems(load_text("title: T\n", "x"), Links(whole.briefing)) == []
