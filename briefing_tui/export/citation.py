"""The small mark of a source where there are no raised digits: `[1]`, `[1, p. 2]`."""

from briefing_tui.blocks.block import Span

_DIGITS = {ord(raised): str(n) for n, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def citation(span: Span) -> tuple[str, str]:
    """The number (or name) of the source a mark stands for, and the place in it."""
    text = span.text.strip()
    number = text.lstrip(_RAISED)
    if number == text:
        return text, ""
    return text[: len(text) - len(number)].translate(_DIGITS), number.strip()
