"""What stands in a new briefing where its author is to write, and E547: such a text that was left.

PLACEHOLDER is the one pattern: who writes a template writes its placeholders with `placeholder`.
"""

import re
from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.links.prose import address_stretches, code_stretches, inside, merged
from briefing_tui.source.diagnostic import Diagnostic, Severity, shown
from briefing_tui.thrift import expression

#: Two words or more in angle brackets, with nothing in them that a mark of HTML, an address or a formula would have.
#: In a source text a placeholder may be folded over lines.
PLACEHOLDER = expression(r"(?<![\w<])<(?=[^\W\d_])[\w'’,.;:()?-]+(?:\s+[\w'’,.;:()?-]+){1,30}>(?![\w>])")

#: The longest placeholder, in characters.
LONGEST = 120


def placeholder(words: str) -> str:
    """The placeholder that says what is to be written there. Raises ValueError for words it could not be found by."""
    made = f"<{words}>"
    if len(made) > LONGEST or not PLACEHOLDER.fullmatch(made):
        raise ValueError(f"no placeholder: {made}")
    return made


def placeholders_in(text: str) -> Iterator["re.Match[str]"]:
    """The placeholders of a text, in order: of one field, or of a whole file."""
    if "<" in text:
        for match in PLACEHOLDER.finditer(text):
            if len(" ".join(match[0].split())) <= LONGEST:
                yield match


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Every placeholder that is left in a text, a line or a speaker's note."""
    for passage in (*draft.passages(notes=True), *draft.captions):
        if "<" not in passage.text:
            continue
        taken = merged([*code_stretches(passage.text), *address_stretches(passage.text)])
        for match in placeholders_in(passage.text):
            if not inside(taken, match.start()):
                yield RULE.finding(
                    draft.words(passage, *match.span()),
                    f"“{shown(match[0])}” is still to be written",
                    "Write it, or take out the entry it stands in",
                )


RULE = Rule(
    code="E547",
    name="placeholder",
    severity=Severity.WARNING,
    summary="A placeholder of a new briefing is left.",
    manual="""\
        `briefing new` writes texts such as `<one sentence: what happened>` where something is wanted of you. One that
        is left is read aloud in the meeting.

        Write what it asks for, or remove the entry. Words in angle brackets that are meant belong between backticks:
        there, they are code and are left alone.""",
    bad="""\
situation:
  bottom_line: "<one sentence: what happened>"
""",
    good="""\
situation:
  bottom_line: "The page shows `<one sentence: what happened>` since noon."
""",
    check=check,
)
