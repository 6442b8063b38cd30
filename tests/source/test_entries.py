"""From plain data to a briefing: short forms, ids, order, and each entry standing or falling alone."""

from pathlib import Path

import pytest

from briefing_tui.model.briefing import Briefing
from briefing_tui.model.entry import Statement
from briefing_tui.model.reference import Ref
from briefing_tui.source.load import Loaded, load, load_text
from tests.architecture.tree import SHIPPED

HEAD = "title: T\nas_of: 2026-03-04\nsituation:\n  bottom_line: High water.\n"


def loaded_with(text: str) -> Loaded:
    return load_text(HEAD + text, "harrow-bend-1")


def sound(text: str) -> Briefing:
    loaded = loaded_with(text)
    assert loaded.diagnostics == []
    assert loaded.briefing is not None
    return loaded.briefing


def left_out(text: str) -> dict[str, str]:
    loaded = loaded_with(text)
    assert loaded.briefing is not None
    return dict(loaded.briefing.omitted)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_briefings_are_sound(path: Path) -> None:
    loaded = load(path)
    assert loaded.diagnostics == []
    assert loaded.briefing is not None
    assert loaded.briefing.id == path.stem
    assert loaded.briefing.omitted == {}


def test_a_file_of_three_lines_is_a_briefing() -> None:
    briefing = load_text("title: T\nas_of: 2026\nsituation: {bottom_line: High water.}\n", "short").briefing
    assert briefing is not None
    assert (briefing.title, briefing.situation.bottom_line, briefing.events) == ("T", "High water.", ())


def test_scalars_are_what_they_look_like() -> None:
    text = "  background: no\nbanner: 1e3\nnumber: 0x1F\nseries: 12:30\nprepared_by: null\ncontact: [yes, ~, 010]\n"
    briefing = sound(text)
    assert (briefing.banner, briefing.number, briefing.series) == ("1e3", "0x1F", "12:30")
    assert (briefing.situation.background, briefing.prepared_by, briefing.contact) == (
        "no",
        ("null",),
        ("yes", "~", "010"),
    )


def test_short_forms_stand_for_the_long_ones() -> None:
    briefing = sound(
        "actors: {town: Town of Harrow Bend}\n"
        "events: {crest: {title: The crest, when: 2026-03-05, where: The levee, participants: {affected: town}}}\n"
        "communications: {warning: {from: town, text: Move., quote: Move!, confirmed_by_recipient: no}}\n"
        "sources: {paper: The paper}\n"
        "asks: {sandbags: More sandbags}\n"
        "running_order: highlights\n"
    )
    assert briefing.actors[0].name == "Town of Harrow Bend"
    assert briefing.events[0].where is not None
    assert briefing.events[0].where.name == "The levee"
    assert briefing.events[0].participants == {"affected": (Ref(ref="town"),)}
    assert briefing.communications[0].confirmed_by_recipient == {"*": "no"}
    assert briefing.asks[0].text == "More sandbags"
    assert briefing.running_order[0].show == "highlights"


def test_statements_stand_in_a_list_or_under_ids_or_alone() -> None:
    one = sound("  highlights: It rains.\n").situation.highlights
    two = sound(
        "  highlights:\n    - It rains.\n    - {text: It blows., kind: fact}\n    - {ref: three}\n"
    ).situation.highlights
    keyed = sound("  highlights: {rain: It rains., wind: {text: It blows.}}\n").situation.highlights
    single = sound("  highlights: {text: It rains., kind: fact}\n").situation.highlights
    assert [entry.id for entry in (*one, *two, *keyed, *single) if isinstance(entry, Statement)] == [
        "situation.highlights.1",
        "situation.highlights.1",
        "situation.highlights.2",
        "rain",
        "wind",
        "situation.highlights.1",
    ]
    assert isinstance(two[2], Ref)
    assert [entry.keyed for entry in keyed if isinstance(entry, Statement)] == [True, True]


def test_an_id_alone_is_a_reference_where_a_statement_could_stand() -> None:
    briefing = sound(
        "outlook:\n  assumptions: {dry: It stays dry.}\n"
        "  judgements: {holds: {text: The levee holds., assumptions: [dry, other-file#dry, No wind from the west.]}}\n"
    )
    kinds = [type(entry) for entry in briefing.outlook.judgements[0].assumptions]
    assert kinds == [Ref, Ref, Statement]
    assert briefing.entries["holds.assumptions.3"] is briefing.outlook.judgements[0].assumptions[2]


def test_the_index_is_in_document_order_with_statements_after_what_holds_them() -> None:
    briefing = sound(
        "  sections: {night: {title: The night, statements: {rain: It rains., wind: It blows.}}}\n"
        "  gaps: {when: When does it end?}\n"
        "actors: {town: {name: Town, stated_aims: [To stay dry.]}, river: River}\n"
    )
    assert list(briefing.entries) == ["night", "rain", "wind", "when", "town", "town.stated_aims.1", "river"]


def test_a_bad_entry_falls_alone() -> None:
    loaded = loaded_with("actors:\n  town: Town\n  river: {nome: River}\n  rain: Rain\n")
    assert loaded.briefing is not None
    assert [actor.id for actor in loaded.briefing.actors] == ["town", "rain"]
    assert loaded.briefing.omitted == {"river": "actor"}
    assert list(loaded.briefing.entries) == ["town", "rain"]


def test_a_bad_statement_falls_alone_and_what_holds_it_stands() -> None:
    aims = "      - To stay dry.\n      - {txt: To stay}\n      - {ref: A b}\n"
    text = f"actors:\n  town:\n    name: Town\n    stated_aims:\n{aims}"
    loaded = loaded_with(text)
    assert loaded.briefing is not None
    assert [aim.text for aim in loaded.briefing.actors[0].stated_aims if isinstance(aim, Statement)] == ["To stay dry."]
    assert loaded.briefing.omitted == {"town.stated_aims.2": "statement", "town.stated_aims.3": "reference"}


def test_what_an_entry_holds_falls_with_it_and_is_counted() -> None:
    night = "{titel: The night, statements: {rain: It rains., wind: [It blows.]}}"
    text = f"  sections:\n    night: {night}\n    day: {{title: The day}}\n"
    loaded = loaded_with(text)
    assert loaded.briefing is not None
    assert loaded.briefing.omitted == {"night": "section", "rain": "statement", "wind": "statement"}
    assert list(loaded.briefing.entries) == ["day"]
    assert all(path[-1] == "day" for path in loaded.paths.values())


@pytest.mark.parametrize(
    ("text", "omitted"),
    [
        ("sources: {paper: {title: The paper, date: *yesterday}}\n", {"paper": "source"}),
        ("sources: {paper: *other}\n", {"paper": "source"}),
        ("sources: {paper: {<<: *base, publisher: P}}\n", {"paper": "source"}),
        ("events: {crest: {title: C, when: 2026, participants: {target: [*town]}}}\n", {"crest": "event"}),
        ("outlook: {scenarios: {dry: {title: D, probability: [*low, 20]}}}\n", {"dry": "scenario"}),
        ("actors: {town: {? [a]: b, type: state}}\n", {"town": "actor"}),
    ],
)
def test_what_holds_a_refused_value_is_left_out_without_a_second_finding(text: str, omitted: dict[str, str]) -> None:
    loaded = loaded_with(text)
    assert [found.code[0] for found in loaded.diagnostics] == ["Y"]
    assert loaded.briefing is not None
    assert loaded.briefing.omitted == omitted


def test_a_header_that_is_refused_is_not_said_to_be_missing() -> None:
    loaded = load_text("title: *t\nas_of: 2026\nsituation: {bottom_line: x}\n", "x")
    assert [found.code for found in loaded.diagnostics] == ["Y204"]
    assert loaded.briefing is None


def test_the_first_of_two_with_one_id_stays() -> None:
    text = "actors: {town: Town}\nsources: {town: The town's paper, paper: The paper}\n"
    loaded = loaded_with(text)
    assert loaded.briefing is not None
    assert loaded.briefing.entries["town"] is loaded.briefing.actors[0]
    assert [source.id for source in loaded.briefing.sources] == ["paper"]
    assert list(loaded.briefing.omitted.values()) == ["source"]


def test_an_entry_whose_id_is_none_is_judged_all_the_same() -> None:
    loaded = loaded_with("actors:\n  The Town: {name: Town, type: village}\n")
    assert [found.code for found in loaded.diagnostics] == ["M307", "M303"]
    assert left_out("actors:\n  The Town: {name: Town, type: state}\n") == {"The Town": "actor"}


def test_statements_of_an_entry_with_the_name_of_a_section_are_not_taken_for_the_sections() -> None:
    text = "  statements: [It rains.]\n  sections: {situation: {title: The night, statements: [It blows.]}}\n"
    loaded = loaded_with(text)
    assert loaded.briefing is not None
    assert [entry.text for entry in loaded.briefing.situation.statements] == ["It rains."]
    assert list(loaded.briefing.entries) == ["situation.statements.1"]


def test_header_fields_fall_one_by_one() -> None:
    loaded = load_text("tlp: PINK\nstatus: [draft, lost]\ncountries: NO\n" + HEAD, "x")
    assert [found.code for found in loaded.diagnostics] == ["M304", "M303"]
    assert loaded.briefing is not None
    assert (loaded.briefing.tlp, loaded.briefing.status, loaded.briefing.countries) == (None, (), ("NO",))


@pytest.mark.parametrize("missing", ["title", "as_of", "situation"])
def test_without_one_of_the_three_there_is_no_briefing(missing: str) -> None:
    text = "".join(
        line for line in ("title: T\n", "as_of: 2026\n", "situation: {bottom_line: x}\n") if missing not in line
    )
    loaded = load_text(text, "x")
    assert loaded.briefing is None
    assert [found.message for found in loaded.diagnostics] == [f"The briefing has no `{missing}`"]


def test_keys_of_the_authors_own_may_stand_anywhere() -> None:
    briefing = sound("x-desk: {a: [b, {c: d}]}\nactors: {town: {name: Town, x-map: 12, relations: {}}}\n")
    assert briefing.actors[0].relations == {}


def test_what_is_blank_is_as_if_it_were_not_written() -> None:
    briefing = sound(
        "  background: ' '\n  statements:\n    - \nactors: {town: {name: Town, summary: '', country: }}\nevents:\n"
    )
    assert (briefing.situation.background, briefing.actors[0].summary, briefing.events) == (None, None, ())


def test_a_byte_order_mark_is_not_seen() -> None:
    loaded = load_text("\ufeff" + HEAD, "x")
    assert loaded.briefing is not None
    assert loaded.text == HEAD


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_they_do_elsewhere(ending: str) -> None:
    text = (HEAD + "actors:\n  town: {name: Town, type: city}\n").replace("\n", ending)
    loaded = load_text(text, "x")
    assert loaded.briefing is not None
    assert [loaded.lines.position(found.extent.start) for found in loaded.diagnostics] == [(6, 28)]


@pytest.mark.parametrize("lacking", ["title", "as_of", "situation", "  bottom_line"])
def test_what_lacks_a_header_is_no_briefing_but_its_entries_are_recovered(lacking: str) -> None:
    text = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(lacking))
    if lacking == "situation":
        text = text.replace("  bottom_line: High water.\n", "")
    loaded = load_text(f"{text}actors:\n  town: Harrow Bend\n", "lacking")
    assert loaded.briefing is None
    assert loaded.recovered is not None
    assert list(loaded.recovered.entries) == ["town"]
    assert loaded.recovered.situation.bottom_line in ("", "High water.")


def test_a_sound_text_needs_no_recovery() -> None:
    assert load_text(HEAD, "sound").recovered is None
