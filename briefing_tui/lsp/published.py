"""Findings as the protocol tells them. Knows which of them an editor may show faintly."""

from typing import Any

from briefing_tui.lsp.positions import Positions
from briefing_tui.lsp.text import Text
from briefing_tui.source.diagnostic import Diagnostic, Severity

SOURCE = "briefing"

_SEVERITIES = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 3}

#: The protocol's tag for what is there and serves nothing.
_UNNECESSARY = 1
_UNUSED = ("unused-actor", "uncited-source", "ignored-nothing")


def diagnostic(
    positions: Positions, text: Text, uri: str, found: Diagnostic, *, related: bool = True
) -> dict[str, Any]:
    """A finding as a diagnostic; with its other places where the client takes them."""
    told: dict[str, Any] = {
        "range": positions.range(text, found.extent),
        "severity": _SEVERITIES[found.severity],
        "code": found.code,
        "source": SOURCE,
        "message": f"{found.message}\n{found.help}" if found.help else found.message,
    }
    if found.name in _UNUSED:
        told["tags"] = [_UNNECESSARY]
    if found.related and related:
        told["relatedInformation"] = [
            {"location": {"uri": uri, "range": positions.range(text, other.extent)}, "message": other.message}
            for other in found.related
        ]
    return told
