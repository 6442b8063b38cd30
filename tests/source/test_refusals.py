"""What is refused for its size alone, with a place and a next step."""

from briefing_tui.source.load import load_text
from briefing_tui.source.refusals import MAX_LINKS
from tests.source.test_hostile import HEAD


def test_more_links_than_any_briefing_holds() -> None:
    sound = load_text(f"{HEAD}  background: {'See [[a]]. ' * MAX_LINKS}\nactors: {{a: A}}\n", "x")
    assert sound.briefing is not None
    loaded = load_text(f"{HEAD}  background: {'See [[a]]. ' * (MAX_LINKS + 1)}\nactors: {{a: A}}\n", "x")
    assert loaded.briefing is None
    (found,) = loaded.diagnostics
    assert found.code == "F104"
    assert "100,000" in found.message
    assert loaded.text[: found.extent.start].count("[[") == MAX_LINKS


def test_what_looks_like_two_openings_is_one() -> None:
    assert load_text(f"{HEAD}  background: {'See [[^a]]. ' * (MAX_LINKS * 2 // 3)}\n", "x").briefing is not None
