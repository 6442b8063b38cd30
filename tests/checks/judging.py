"""What one rule finds in a text, and what stands at the places it names."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.examples import whole
from briefing_tui.checks.rule import Rule
from briefing_tui.source.diagnostic import Diagnostic, Edit
from briefing_tui.source.edit import edited
from briefing_tui.source.load import Loaded, load_text


def loaded(example: str) -> Loaded:
    """An example as a whole briefing, which must be one."""
    found = load_text(whole(example), "example")
    assert found.briefing is not None
    assert [problem.message for problem in found.diagnostics] == []
    return found


def found_by(rule: Rule, example: str) -> list[Diagnostic]:
    """What a rule finds in an example."""
    return list(rule.check(Draft(loaded(example))))


def words_found(rule: Rule, example: str) -> list[str]:
    """What stands at the places a rule finds fault with."""
    text = whole(example)
    return [text[slice(*found.extent)] for found in found_by(rule, example)]


def words_related(rule: Rule, example: str) -> list[list[str]]:
    """For each finding, what stands at the places it names besides."""
    text = whole(example)
    return [[text[slice(*related.extent)] for related in found.related] for found in found_by(rule, example)]


def after(rule: Rule, example: str) -> Iterator[tuple[Edit, str]]:
    """Each edit that a rule offers, and the example's text once it is made."""
    text = whole(example)
    for found in found_by(rule, example):
        for edit in found.edits:
            yield edit, edited(text, [edit])
