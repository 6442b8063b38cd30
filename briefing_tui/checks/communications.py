"""E503: a communication that does not say to whom, or when."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft
from briefing_tui.checks.rule import Rule
from briefing_tui.source.diagnostic import Diagnostic, Severity

_TO = "`to:` with whom it was told, or `public`"
_WHEN = "`when:` with the time; `unknown` is an answer"


def check(draft: Draft) -> Iterator[Diagnostic]:
    """One finding for each such communication. Who told it is the loader's question."""
    for communication in draft.briefing.communications:
        if communication.to and communication.when is not None:
            continue
        if communication.to:
            message, help = "This communication does not say when it was made", _WHEN
        elif communication.when is not None:
            message, help = "This communication does not say whom it was told", _TO
        else:
            message, help = "This communication says neither whom it was told nor when", f"{_TO}, and {_WHEN}"
        yield RULE.finding(draft.at(communication), message, f"Add {help}")


RULE = Rule(
    code="E503",
    name="incomplete-communication",
    severity=Severity.WARNING,
    summary="A communication does not say whom it was told, or when.",
    manual="""\
        Who told whom what, and when, is what a communication records. Without a recipient it cannot be drawn and nobody
        can be asked whether it arrived; without a time it cannot be put in order with the rest.

        Write `to: public` for what everybody could hear, and `when: unknown` where it is not known: then the reader
        sees that the question was asked. Where it is not known who was told, name an actor of `type: unknown`.""",
    bad="""\
actors: {town: Town of Harrow Bend}
communications:
  warning:
    from: town
    to: public
    text: Move valuables to the upper floor.
""",
    good="""\
actors: {town: Town of Harrow Bend}
communications:
  warning:
    from: town
    to: public
    when: unknown
    text: Move valuables to the upper floor.
""",
    check=check,
)
