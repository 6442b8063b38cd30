"""Templates: sound from the first moment, with nothing but placeholders for the checker to find."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from briefing_tui.authoring.template import TEMPLATES, Template, begun, time_words
from briefing_tui.checks.engine import judged
from briefing_tui.checks.placeholder import RULE, placeholders_in
from briefing_tui.model.kinds import KINDS
from briefing_tui.source.load import load_text
from tests.architecture.tree import PACKAGE

MOMENT = datetime(2026, 3, 4, 6, 0, tzinfo=timezone(timedelta(hours=-5)))
FOLDER = PACKAGE / "authoring" / "templates"

each_template = pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)


def test_the_list_and_the_files_agree() -> None:
    assert [f"{template.name}.yaml" for template in TEMPLATES] == sorted(path.name for path in FOLDER.iterdir())


@each_template
@pytest.mark.parametrize("title", ["The crest", "Crest: 7.3 m #1, it's [[high]]", "«Гребень» 洪水"])
def test_a_template_is_sound_and_only_waits_to_be_written(template: Template, title: str) -> None:
    text = begun(template.name, title, MOMENT)
    loaded = load_text(text, "doc")
    assert loaded.briefing is not None
    assert loaded.briefing.title == title
    assert loaded.briefing.as_of.text == "2026-03-04T06:00-05:00"
    found = judged(loaded, today=MOMENT.date())
    assert {problem.code for problem in found} == {RULE.code}
    # Whatever asks to be written is found: none stands where the checker does not look.
    assert [problem.extent for problem in found] == [match.span() for match in placeholders_in(text)]


@each_template
def test_a_template_is_easy_on_the_eye(template: Template) -> None:
    text = begun(template.name, "The crest", MOMENT, "# first")
    assert text.startswith("# first\n#")
    assert "$" not in text
    assert all(len(line) <= 98 and line == line.rstrip() for line in text.split("\n"))
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_the_blank_one_is_short() -> None:
    assert len(begun("blank", "The crest", MOMENT).splitlines()) < 45


def test_the_flood_has_what_a_flood_wants() -> None:
    briefing = load_text(begun("flood", "The crest", MOMENT), "doc").briefing
    assert briefing is not None
    assert briefing.running_order
    assert any("gauge" in indicator.text for indicator in briefing.outlook.indicators)
    assert {entry.KIND for entry in briefing.entries.values()} >= {kind.name for kind in KINDS} - {
        "statement",
        "section",
        "assumption",
    }


def test_the_political_one_hears_both_sides() -> None:
    briefing = load_text(begun("political", "The talks", MOMENT), "doc").briefing
    assert briefing is not None
    assert {statement.by[0].ref for statement in briefing.situation.statements if statement.by} == {
        "first-party",
        "second-party",
    }


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (MOMENT, "2026-03-04T06:00-05:00"),
        (datetime(2026, 3, 4, 6, 0, 59, tzinfo=UTC), "2026-03-04T06:00Z"),
        (datetime(2026, 3, 4, 6, 0, tzinfo=timezone(timedelta(hours=5, minutes=30))), "2026-03-04T06:00+05:30"),
    ],
)
def test_a_moment_is_written_as_the_format_has_it(moment: datetime, words: str) -> None:
    assert time_words(moment) == words


def test_templates_stand_in_a_folder_of_their_own() -> None:
    assert {path.suffix for path in Path(FOLDER).iterdir()} == {".yaml"}
