"""The schema in an editor, through the real yaml-language-server: what is marked, what completes, what is explained."""

from collections.abc import Iterator

import pytest

from briefing_tui.model.briefing import Briefing
from briefing_tui.model.event import PHASES, ROLES, Event
from briefing_tui.model.scales import LIKELIHOODS, TLPS
from briefing_tui.model.shape import fields_of
from tests.architecture.tree import SHIPPED
from tests.schema.language_server import LanguageServer, Said
from tests.schema.mistakes import MISTAKES

# One server for all of these.
pytestmark = pytest.mark.xdist_group("yaml-language-server")

HEADER = "title: A crest\nas_of: 2026-03-04\n"
BRIEFING = HEADER + "situation: {bottom_line: It comes on Thursday.}\n"
EVENT = BRIEFING + "events:\n  crest:\n    title: The crest\n    when: 2026-03-05\n    "


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    running = LanguageServer(tmp_path_factory.mktemp("editor"))
    yield running
    running.close()


@pytest.fixture(scope="module")
def opened(server: LanguageServer) -> dict[str, str]:
    """All mistakes, opened at once: the server waits a while after each before it says anything."""
    return {name: server.opened(mistake.text) for name, mistake in MISTAKES.items()}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_briefing_has_nothing_marked(path: object, server: LanguageServer) -> None:
    assert server.diagnostics(server.opened(path.read_text(encoding="utf-8"))) == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_mark_where_it_stands(name: str, server: LanguageServer, opened: dict[str, str]) -> None:
    mistake = MISTAKES[name]
    assert server.diagnostics(opened[name]) == [Said(*mistake.place, mistake.editor)]


def test_an_empty_file_is_offered_what_it_must_have(server: LanguageServer) -> None:
    offered = server.completions("‸")
    assert offered.keys() >= fields_of(Briefing).keys()
    assert offered["briefing"][0] == "title: $1\nas_of: $2\nsituation:\n  bottom_line: $3"
    assert offered["title"][1] == "The briefing's title, one line.\n\nMust be there."


def test_only_keys_that_are_not_there_yet_are_offered(server: LanguageServer) -> None:
    offered = server.completions(f"{BRIEFING}‸")
    assert "title" not in offered
    assert offered["tags"][0] == "tags: "


def test_an_entry_is_offered_an_id_and_then_its_keys(server: LanguageServer) -> None:
    under = server.completions(f"{BRIEFING}events:\n  ‸")
    assert list(under) == ["id"]
    assert under["id"][0] == "${1:id}: "
    assert "regular" not in under["id"][1].lower()
    assert "^" not in under["id"][1]
    offered = server.completions(f"{BRIEFING}events:\n  crest:\n    ‸")
    assert offered.keys() - {"event"} == fields_of(Event).keys()
    assert offered["event"][0] == "title: $1\nwhen: $2"


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("caused_by", "caused_by: "),
        ("where", "where: "),
        ("text", "text: "),
        ("status", "status: "),
        ("participants", "participants:\n  "),
        ("reported_at", "reported_at: "),
    ],
)
def test_a_key_is_written_and_the_form_of_its_value_left_open(key: str, written: str, server: LanguageServer) -> None:
    assert server.completions(f"{EVENT}‸")[key][0].replace("      ", "  ") == written


def test_a_misspelt_beginning_is_completed_too(server: LanguageServer) -> None:
    assert server.completions(f"{EVENT}pha‸")["phase"][0] == "phase: "


def test_roles_are_offered_with_what_they_mean(server: LanguageServer) -> None:
    offered = server.completions(f"{EVENT}participants:\n      ‸")
    assert {key: words.partition("\n")[0] for key, (_, words) in offered.items()} == ROLES
    assert "The id of an actor" in offered["target"][1]


def test_a_word_is_offered_with_what_it_means(server: LanguageServer) -> None:
    assert server.completions(f"{EVENT}phase: ‸") == {word: (word, meaning) for word, meaning in PHASES.items()}


def test_words_of_a_scale_are_offered_as_it_writes_them(server: LanguageServer) -> None:
    offered = server.completions(f"{BRIEFING}outlook:\n  judgements:\n    holds:\n      text: x\n      likelihood: ‸")
    assert list(offered) == [term.word for term in LIKELIHOODS]
    assert offered["likely"][1].startswith("55 to 80%.")
    labels = server.completions(f"{BRIEFING}tlp: ‸")
    assert labels == {label.name: (label.name, label.meaning) for label in TLPS}


@pytest.mark.parametrize("form", ["status: ‸", "status: [‸]", "status: [draft, ‸]", "status:\n  - ‸"])
def test_one_of_several_words_is_offered_in_every_form(form: str, server: LanguageServer) -> None:
    assert server.completions(f"{BRIEFING}{form}")["draft"] == ("draft", "Not released yet.")


def test_numbers_countries_and_answers_are_explained(server: LanguageServer) -> None:
    source = f"{BRIEFING}sources:\n  gauge:\n    title: x\n    "
    assert server.completions(f"{source}credibility: ‸")["2"] == ("2", "Probably true.")
    assert server.completions(f"{source}reliability: ‸")["B"] == ("B", "Usually reliable.")
    assert server.completions(f"{BRIEFING}countries: ‸")["AZ"] == ("AZ", "Azerbaijan.")
    message = f"{BRIEFING}communications:\n  a:\n    from: desk\n    text: x\n    confirmed_by_recipient: ‸"
    assert server.completions(message)["no"] == ("no", "The recipient denies it.")


def test_a_time_is_offered_in_each_of_its_forms(server: LanguageServer) -> None:
    offered = server.completions(f"{EVENT}reported_at: ‸")
    assert {"2026-03-05", "2026-03-05T06:00Z", "2026-03~", "unknown"} <= offered.keys()


def test_prose_is_offered_a_block_and_nothing_that_is_no_prose(server: LanguageServer) -> None:
    assert server.completions(f"{HEADER}situation:\n  bottom_line: ‸").keys() == {"text in a block"}
    assert server.completions(f"{BRIEFING}series: ‸") == {}


def test_a_statement_in_a_list_may_be_a_reference(server: LanguageServer) -> None:
    start = f"{HEADER}situation:\n  bottom_line: x\n  highlights:\n    - "
    first = server.completions(f"{start}‸")
    assert first["ref"][0] == "ref: "
    assert first["text"][0] == "text: "
    then = server.completions(f"{start}ref: rain\n      ‸")
    assert "note" in then
    assert "kind" not in then


def test_a_hover_says_what_a_key_is_and_how_it_is_written(server: LanguageServer) -> None:
    said = server.hover(f"{BRIEFING}events: {{crest: {{title: x, wh‸en: 2026}}}}")
    assert said.startswith("#### when\n\nWhen it occurred (EDTF level 0 or 1), or `unknown`.\n\nA time, as exact")
    assert "Must be there." in said
    assert "```yaml\n2026-03-05\n```" in said
    assert server.hover(f"{BRIEFING}events: {{cr‸est: {{title: x, when: 2026}}}}").startswith("#### event\n\nSomething")


def test_a_hover_says_what_a_word_means_beside_the_others(server: LanguageServer) -> None:
    said = server.hover(f"{EVENT}phase: expec‸ted")
    assert "* `expected`: It is foreseen; nobody need have decided on it." in said
    assert all(f"`{word}`: {meaning}" in said for word, meaning in PHASES.items())
    scale = server.hover(f"{BRIEFING}outlook: {{judgements: {{a: {{text: x, likeli‸hood: probable}}}}}}")
    assert "- `probable`: 55 to 80%." in scale
    country = server.hover(f"{BRIEFING}countries: A‸Z")
    assert country.partition("* ")[2].startswith("`AZ`: Azerbaijan.")


def test_a_hover_on_a_reference_says_whom_it_may_name(server: LanguageServer) -> None:
    assert "The id of an event, or `{ref: id, ...}`" in server.hover(f"{EVENT}caused_by: ra‸in")
    nested = f"{EVENT}caused_by: [{{ref: rain, no‸te: x}}]"
    assert server.hover(nested) == "#### note\n\nA few words that qualify the reference."


def test_a_key_of_ones_own_is_let_be(server: LanguageServer) -> None:
    assert server.diagnostics(server.opened(f"{BRIEFING}x-desk: {{any: [thing]}}\n")) == []
