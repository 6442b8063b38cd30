"""Writes the shipped schema anew: `make schema`."""

from briefing_tui.schema.file import shipped_schema, written
from briefing_tui.schema.shapes import briefing_schema

if __name__ == "__main__":
    shipped_schema().write_text(written(briefing_schema()), encoding="utf-8")
