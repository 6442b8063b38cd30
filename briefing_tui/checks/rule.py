"""What a rule is: a code, a level, a manual with a bad and a good example, and the function that judges a draft."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefing_tui.checks.draft import Draft
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, Related, Severity


class Rule(NamedTuple):
    """One rule. `code` is stable, `name` the same in words; `summary` says in a sentence what is wrong.

    `manual` is for the author: why it matters and how to mend it, in paragraphs. `bad` and `good` are YAML: the body of
    a briefing (what it must have besides is added, see `examples.whole`) that breaks the rule once, and its nearest
    neighbour that does not. `earlier` is what the two supersede, as `supersedes: earlier`, where the rule compares.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    manual: str
    bad: str
    good: str
    check: Callable[[Draft], Iterator[Diagnostic]]
    earlier: str = ""

    def finding(
        self,
        extent: Extent,
        message: str,
        help: str = "",
        *,
        related: tuple[Related, ...] = (),
        edits: tuple[Edit, ...] = (),
    ) -> Diagnostic:
        """A finding of this rule at a place."""
        return Diagnostic(self.code, self.name, self.severity, message, extent, help, related, edits)
