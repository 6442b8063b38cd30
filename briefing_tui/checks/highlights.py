"""E545: highlights that are too few or too many to be ones."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.source.diagnostic import Diagnostic, Severity

FEWEST, MOST = 2, 5

_PATH = ("situation", "highlights")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Highlights that are given and are one, or more than five. What is left out as unsound counts as given."""
    tree, given = draft.loaded.tree, draft.briefing.situation.highlights
    written = tree.value(_PATH)
    number = len(written) if isinstance(written, list) else len(given)
    if not given or FEWEST <= number <= MOST:
        return
    if number < FEWEST:
        if not any(id in draft.briefing.omitted for id in written if isinstance(written, dict)):
            yield RULE.finding(
                tree.extent(_PATH, key=True),
                "There is one highlight",
                f"Give {FEWEST} to {MOST}, or leave it to the bottom line",
            )
        return
    sixth = (*_PATH, MOST) if isinstance(written, list) else draft.loaded.path_of(given[MOST])
    yield RULE.finding(
        tree.extent(sixth),
        f"There are {number} highlights, and this is the sixth",
        f"Keep the {MOST} that matter most, and move the rest to `statements` or a section",
    )


RULE = Rule(
    code="E545",
    name="highlights-count",
    severity=Severity.WARNING,
    summary="There are fewer than two highlights, or more than five.",
    manual="""\
        Highlights are what a listener takes along besides the bottom line. One is a second bottom line; more than five
        are a list that nobody remembers.

        Keep two to five. What is left over is at home in `situation.statements`, in a section, or in the entry it is
        about. A briefing without highlights is sound.""",
    bad="""\
situation:
  bottom_line: The crest arrives on Thursday.
  highlights: [The road is shut.]
""",
    good="""\
situation:
  bottom_line: The crest arrives on Thursday.
  highlights: [The road is shut., The school is open.]
""",
    check=check,
)
