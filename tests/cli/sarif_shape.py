"""The part of SARIF 2.1.0 that a check writes, as shapes: which properties an object has, and which it must have."""

import re
from typing import Any

URI = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+")

#: For each kind of object: its properties, `*` after those it must have, and what each of them holds.
SHAPES: dict[str, dict[str, Any]] = {
    "log": {"$schema": "uri", "version*": ("2.1.0",), "runs*": ["run"]},
    "run": {
        "tool*": "tool",
        "columnKind": ("utf16CodeUnits", "unicodeCodePoints"),
        "newlineSequences": ["text"],
        "invocations": ["invocation"],
        "results": ["result"],
    },
    "tool": {"driver*": "component"},
    "component": {"name*": "text", "semanticVersion": "text", "rules": ["rule"]},
    "rule": {
        "id*": "text",
        "name": "text",
        "shortDescription": "said",
        "help": "said",
        "defaultConfiguration": "configuration",
    },
    "configuration": {"level": ("none", "note", "warning", "error")},
    "said": {"text*": "text", "markdown": "text"},
    "invocation": {"executionSuccessful*": "flag", "toolExecutionNotifications": ["notification"]},
    "notification": {"message*": "message", "level": ("none", "note", "warning", "error"), "locations": ["location"]},
    "message": {"text": "text"},
    "result": {
        "ruleId": "text",
        "level": ("none", "note", "warning", "error"),
        "message*": "message",
        "locations": ["location"],
        "relatedLocations": ["location"],
        "fixes": ["fix"],
        "suppressions": ["suppression"],
    },
    "location": {"id": "number", "message": "message", "physicalLocation": "physical"},
    "physical": {"artifactLocation*": "artifact", "region": "region"},
    "artifact": {"uri*": "uri"},
    "region": {"startLine*": "count", "startColumn": "count", "endLine": "count", "endColumn": "count"},
    "fix": {"description": "message", "artifactChanges*": ["change"]},
    "change": {"artifactLocation*": "artifact", "replacements*": ["replacement"]},
    "replacement": {"deletedRegion*": "region", "insertedContent": "content"},
    "content": {"text": "text"},
    "suppression": {"kind*": ("inSource", "external"), "justification": "text"},
}


def faults(value: Any, shape: Any = "log", where: str = "log") -> list[str]:
    """Where a value is not of a shape; nothing where it is."""
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{where} is no list"]
        return [fault for n, item in enumerate(value) for fault in faults(item, shape[0], f"{where}[{n}]")]
    if isinstance(shape, tuple):
        return [] if value in shape else [f"{where} is {value!r}"]
    if shape not in SHAPES:
        return [] if _is_plain(value, shape) else [f"{where} is {value!r}"]
    if not isinstance(value, dict):
        return [f"{where} is no object"]
    known = {key.rstrip("*"): inner for key, inner in SHAPES[shape].items()}
    found = [f"{where} has {key}" for key in value if key not in known]
    found += [f"{where} lacks {key[:-1]}" for key in SHAPES[shape] if key.endswith("*") and key[:-1] not in value]
    return found + [
        fault for key in value if key in known for fault in faults(value[key], known[key], f"{where}.{key}")
    ]


def _is_plain(value: Any, shape: str) -> bool:
    if shape == "flag":
        return isinstance(value, bool)
    if shape in ("number", "count"):
        return isinstance(value, int) and value >= (1 if shape == "count" else -1)
    return isinstance(value, str) and (shape == "text" or URI.fullmatch(value) is not None)
