"""The schema as a file: where the shipped one stands, how a briefing names one, how ours is told from any other."""

import json
from pathlib import Path
from typing import Any

DRAFT = "http://json-schema.org/draft-07/schema#"
#: Names the schema and is never fetched: by RFC 2606 no such host can ever be.
SCHEMA_ID = "https://briefing-tui.invalid/briefing-1.schema.json"
FILE_NAME = "briefing.schema.json"


def shipped_schema() -> Path:
    """The schema that comes with the program."""
    return Path(__file__).with_name(FILE_NAME)


def modeline(place: str = FILE_NAME) -> str:
    """The comment by which a briefing tells an editor its schema: a path from the briefing's folder, or an address."""
    return f"# yaml-language-server: $schema={place}"


def is_ours(content: bytes) -> bool:
    """Whether a file's content is this schema, of any version of the program."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return False
    name = found.get("$id") if isinstance(found, dict) else None
    return isinstance(name, str) and name.startswith(SCHEMA_ID.rpartition("/")[0] + "/")


def written(schema: dict[str, Any]) -> str:
    """The text of the file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
