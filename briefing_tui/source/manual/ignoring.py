"""What is told of comments that ignore findings: S901 to S903."""

from briefing_tui.source.manual import Told

_FORM = """\
        Where an author has a good reason against a rule, a comment says so in the file: `# check: ignore[rule-name]
        the reason`, with names or codes, several with commas between them. On a line of its own it holds for the entry
        or key that follows and all in it; at the end of a line for that line, and for the text that begins or ends
        there."""

_LINE = "  bottom_line: The [[levee]] holds.\n"
_WHY = "The levee's entry comes with the next number."

TOLD = {
    "S901": Told(
        f"""\
{_FORM}

        This one gives no reason, and so it ignores nothing: whoever reads the file next has to be able to judge it.""",
        bad=f"situation:\n  # check: ignore[broken-reference]\n{_LINE}",
        good=f"situation:\n  # check: ignore[broken-reference] {_WHY}\n{_LINE}",
    ),
    "S902": Told(
        f"""\
{_FORM}

        This one names something that is no finding, or one that cannot be ignored: what cannot be read as a part of
        the briefing (codes F, Y and M) is left out of it, and only mending helps. `briefing explain` lists all
        names.""",
        bad=f"situation:\n  # check: ignore[broken-refrence] {_WHY}\n{_LINE}",
        good=f"situation:\n  # check: ignore[broken-reference] {_WHY}\n{_LINE}",
    ),
    "S903": Told(
        f"""\
{_FORM}

        Where this one holds, nothing of the kind is found (any more). Remove it, so that it hides nothing that comes
        later; or move it to where it is wanted.""",
        bad=f"situation:\n  # check: ignore[broken-reference] {_WHY}\n  bottom_line: The levee holds.\n",
        good=f"situation:\n  # check: ignore[broken-reference] {_WHY}\n{_LINE}",
    ),
}
