"""E544: a bottom line that is too long to be one."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.links.prose import inside, shown, verbatim_stretches
from briefing_tui.links.sentence import Sentences
from briefing_tui.source.diagnostic import Diagnostic, Severity
from briefing_tui.thrift import expression

MOST_SENTENCES = 2
MOST_WORDS = 60

_WORD = expression(r"\w[\w'’.,:/-]*")

#: As much of what is too long as is shown where it begins, in characters.
_LONGEST = 600


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A bottom line of more than two sentences, or of more than 60 words as a reader sees them."""
    for passage in draft.passages("bottom_line"):
        starts = _sentences(passage.text)
        words = len(_WORD.findall(shown(passage.text, draft.links.label)))
        extra = len(starts) > MOST_SENTENCES
        if not extra and words <= MOST_WORDS:
            continue
        much = [f"{len(starts)} sentences"] * extra + [f"{words} words"] * (words > MOST_WORDS)
        start = starts[MOST_SENTENCES] if extra else starts[-1]
        end = len(passage.text)
        if end - start > _LONGEST:
            end = passage.text.rfind(" ", start + 1, start + _LONGEST)
        yield RULE.finding(
            draft.words(passage, start, max(end, start + 1)),
            f"The bottom line has {' and '.join(much)}",
            f"Say it in {MOST_SENTENCES} sentences and {MOST_WORDS} words at most; the rest belongs to the highlights",
        )


def _sentences(prose: str) -> list[int]:
    """Where the sentences of a prose begin; those inside a quotation are one with what is around it."""
    quoted = verbatim_stretches(prose)
    opening = {low for low, _ in quoted}
    return [start for start, _ in Sentences(prose).stretches if start in opening or not inside(quoted, start)]


RULE = Rule(
    code="E544",
    name="long-bottom-line",
    severity=Severity.WARNING,
    summary="The bottom line is longer than two sentences or 60 words.",
    manual="""\
        The bottom line is what would be said if there were no time for more: in a lift, on the telephone, at the top of
        every screen. Two sentences and 60 words are what a listener keeps.

        Leave what matters to the decision and move the rest to `highlights` or `background`. Words are counted as they
        are shown: ids and citations do not count.""",
    bad="""\
situation:
  bottom_line: The crest arrives on Thursday. It stays below the levee's top. The road is shut.
""",
    good="""\
situation:
  bottom_line: The crest arrives on Thursday, e.g. at noon. It stays 20 cm below the levee's top, and the road is shut.
""",
    check=check,
)
