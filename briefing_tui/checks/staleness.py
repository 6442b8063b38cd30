"""E543: an actual briefing that is out of date."""

from collections.abc import Iterator
from datetime import date

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.model.time import When
from briefing_tui.source.diagnostic import Diagnostic, Severity

#: How long a picture is taken to hold where no next update is announced, in days.
LONGEST = 30

_SECONDS = 24 * 60 * 60


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A briefing without a status whose next update is past or, where none is announced, that is older than LONGEST."""
    header, today = draft.briefing, draft.today
    if today is None or header.status:
        return
    help = "Bring it up to date, or say what it is: `status: historical` for a record that is kept as it was"
    due = _last_day(header.next_update)
    if due is not None:
        if today > due:
            late = _days((today - due).days)
            message = f"The next update was due {late} ago, on {due.isoformat()}, and this is still the old one"
            yield RULE.finding(draft.header("next_update", value=True), message, help)
        return
    true = _last_day(header.as_of)
    if true is not None and (today - true).days > LONGEST:
        message = f"This picture is {_days((today - true).days)} old, and no next update is announced"
        yield RULE.finding(draft.header("as_of", value=True), message, f"{help}; or announce a `next_update`")


def _last_day(when: When | None) -> date | None:
    """The last day a time may mean; None where it has no end."""
    if when is None or when.latest is None:
        return None
    return date.fromordinal(min(when.latest // _SECONDS + 1, date.max.toordinal()))


def _days(number: int) -> str:
    return f"{number:,} {'day' if number == 1 else 'days'}"


RULE = Rule(
    code="E543",
    name="stale",
    severity=Severity.WARNING,
    summary="An actual briefing is past its next update, or older than 30 days.",
    manual="""\
        A briefing without a status says that this is how things stand. After the day its `next_update` names, or 30
        days after its `as_of` where no update is announced, that is a promise nobody has kept.

        Write the next one and let it say `supersedes`, correct the date, or say what this one is: `status: historical`
        for a record, `exercise`, `test` or `draft`. Only an actual briefing can be out of date.

        The day is today's, or the one that `--now` names.""",
    bad="""\
as_of: 2026-01-20
""",
    good="""\
as_of: 2026-01-20
next_update: 2026-04
""",
    check=check,
)
