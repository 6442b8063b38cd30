"""What a line typed in a meeting means: kind, names and dates, and nothing it does not say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.meeting.jot import KINDS, Jot
from briefing_tui.meeting.jotted import Person, candidates, meant, name_begun, people_of, pieces, typed_line
from briefing_tui.meeting.minutes_items import is_due
from briefing_tui.model.text import is_blank, one_line
from briefing_tui.source.load import load_text
from tests.tui.reading import SMALL

#: A Wednesday.
TODAY = date(2026, 3, 4)
PEOPLE = (Person("town", "Town of Harrow Bend", ("the town",)), Person("river-authority", "River Authority", ("RA",)))


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("a Call the mayor", "action", "Call the mayor"),
        ("d We open the weir", "decision", "We open the weir"),
        ("q Who has the key?", "question", "Who has the key?"),
        ("n The gauge is back", "note", "The gauge is back"),
        ("The gauge is back", "note", "The gauge is back"),
        ("Action: call the mayor", "action", "call the mayor"),
        ("QUESTION : why", "question", "why"),
        ("decision:open", "decision", "open"),
        ("A crest comes", "note", "A crest comes"),
        ("actions were taken", "note", "actions were taken"),
        ("a", "note", "a"),
        ("a ", "action", ""),
        ("  q   why\t now ", "question", "why now"),
        ("", "note", ""),
    ],
)
def test_the_first_letter_or_word_says_the_kind(line: str, kind: str, text: str) -> None:
    found = meant(line, TODAY)
    assert (found.kind, found.text) == (kind, text)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("by Friday", "2026-03-06"),
        ("by fri.", "2026-03-06"),
        ("on Wednesday", "2026-03-11"),
        ("before next friday", "2026-03-13"),
        ("next Monday", "2026-03-09"),
        ("today", "2026-03-04"),
        ("Tomorrow!", "2026-03-05"),
        ("by 6 March", "2026-03-06"),
        ("by the 6th March", "2026-03-06"),
        ("6 Mar 2026", "2026-03-06"),
        ("March 6, 2027", "2027-03-06"),
        ("4 March", "2026-03-04"),
        ("3 March", "2027-03-03"),
        ("29 February", "2028-02-29"),
        ("31 Sept", ""),
        ("30 sept.", "2026-09-30"),
        ("2026-03-06", "2026-03-06"),
        ("(2026-03-06)", "2026-03-06"),
        ("until 2026-03-06T14:00+01:00", "2026-03-06T14:00+01:00"),
        ("in 2026-04", "2026-04"),
        ("2026-13-45", ""),
        ("2026", ""),
        ("CVE-2026-0306 and v2026-03-06", ""),
        ("ana@2026-03-06.example", ""),
        ("he sat in the sun", ""),
        ("a mayor", ""),
        ("may come", ""),
        ("the 6 marchers", ""),
        ("send the report of 1 March by Friday", "2026-03-06"),
        ("first Thursday, then Friday", "2026-03-05"),
    ],
)
def test_the_date_of_what_is_to_be_done_is_understood(words: str, due: str) -> None:
    assert meant(f"a do it {words}", TODAY).due == due


def test_what_is_only_told_has_no_date_unless_it_says_by_when() -> None:
    assert meant("n The gate failed on 2026-03-01", TODAY).due == ""
    assert meant("d Done by 6 March", TODAY).due == "2026-03-06"
    assert meant("q Where were they on Friday?", TODAY).due == "2026-03-06"


@pytest.mark.parametrize("line", ["frİ", "by frİday", "by 5 ſep", "by 5 auguſt", "decİsion: x", "actıon: x"])
def test_a_letter_that_only_looks_alike_is_another(line: str) -> None:
    assert (meant(line, TODAY).due, meant(line, TODAY).kind) == ("", "note")


def test_a_day_at_the_end_of_time_is_no_fault() -> None:
    assert meant("a do it tomorrow", date.max).due == ""
    assert meant("a do it by Friday", date.max).due in ("", "9999-12-31")
    assert meant("a do it 1 March", date.max).due == ""


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("a call @town", ("town",)),
        ("a call @Town, @[Ana Ruiz] and @bob.", ("town", "Ana Ruiz", "bob")),
        ("a ask @[the town] and @RA", ("town", "river-authority")),
        ("a write to ana@example.org", ()),
        ("a @ nobody @[] @[  ]", ()),
        ("a @town @town", ("town",)),
        ("a @O'Neill's boat", ("O'Neill's",)),
    ],
)
def test_names_are_ids_where_somebody_is_called_so(line: str, names: tuple[str, ...]) -> None:
    assert meant(line, TODAY, PEOPLE).names == names


def test_the_name_that_is_being_typed_is_found() -> None:
    assert name_begun("call @to") == (5, "to")
    assert name_begun("call @[Ana R") == (5, "Ana R")
    assert name_begun("@") == (0, "")
    assert name_begun("call @town ") is None
    assert name_begun("ana@ex") is None
    assert name_begun("call @[Ana Ruiz]") is None


def test_candidates_begin_so_then_hold_it() -> None:
    people = (*PEOPLE, Person("Ana Ruiz"), Person("Bent Harrow"))
    assert [person.id for person in candidates("har", people)] == ["town", "Bent Harrow"]
    assert [person.id for person in candidates("r", people)][:1] == ["river-authority"]
    assert [person.id for person in candidates("", people)] == [person.id for person in people]
    assert candidates("nobody", people) == []
    assert Person("Ana Ruiz").typed == "@[Ana Ruiz]"
    assert Person("town", "Town of Harrow Bend").typed == "@town"


def test_who_can_be_named_is_the_briefings_and_these_minutes() -> None:
    briefing = load_text(SMALL + "prepared_by: [Rosa Díaz]\n", "small").briefing
    assert briefing is not None
    jots = [Jot("note", "x", by="ana", names=("Ana Ruiz", "town", "The Town", "[@]"))]
    found = [person.id for person in people_of(briefing, jots)]
    assert found == ["river-authority", "town", "Rosa Díaz", "Ana Ruiz", "ana"]
    assert people_of(None) == ()


lines = st.text(
    st.one_of(st.characters(codec=None), st.sampled_from("adqn @[]:.'2026-0306 by Friday6Mar")), max_size=80
)


@given(lines)
def test_any_line_means_something(line: str) -> None:
    found = meant(line, TODAY, PEOPLE)
    assert found.kind in KINDS
    assert found.text == one_line(found.text)
    assert not found.due or is_due(found.due)
    assert all(name and not is_blank(name) for name in found.names)
    assert "".join(piece.text for piece in pieces(found.text) if not piece.is_name) in found.text or "@" in found.text
    name_begun(line)


@given(st.sampled_from(tuple(KINDS)), lines)
def test_what_is_typed_to_change_a_jot_means_the_same_jot(kind: str, line: str) -> None:
    text = one_line(line)
    if is_blank(text):
        return
    found = meant(typed_line(Jot(kind, text)), TODAY)  # type: ignore[arg-type]
    assert (found.kind, found.text) == (kind, text)
