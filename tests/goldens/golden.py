"""What was shown once, to be compared with what is shown now; BRIEFING_GOLDENS=write writes it anew."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent
FLOOD = (FOLDER / "flood.yaml").read_text("utf-8")


def check(name: str, text: str) -> None:
    """Compares a text with the golden file of that name."""
    path = FOLDER / name
    if os.environ.get("BRIEFING_GOLDENS") == "write":
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text, f"tests/goldens/{name} differs; BRIEFING_GOLDENS=write takes what is new"
