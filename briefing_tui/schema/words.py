"""How a closed vocabulary is said in JSON Schema, so that an editor offers each word with its meaning.

An `enum` cannot say that case does not matter, or that a list may stand there as well: then it is asserted under an
`if`, where completion does not look, and the words are offered as snippets.
"""

import re
from collections.abc import Sequence
from typing import Any

from briefing_tui.model.vocabulary import Word

Schema = dict[str, Any]

#: A word as it stands in a document: credibilities are numbers there.
Written = str | int


def enumerated(words: Sequence[Word], values: Sequence[Written] = ()) -> Schema:
    """One of these words exactly, each with its meaning. `values` are they as a parser of YAML gives them."""
    meanings = [row.meaning for row in words]
    said = {"enumDescriptions": [plain(meaning) for meaning in meanings]}
    if said["enumDescriptions"] != meanings:
        said["markdownEnumDescriptions"] = meanings
    return {"enum": list(values) or [row.word for row in words], **said}


def offered(words: Sequence[Word]) -> Schema:
    """The words as snippets."""
    return {"defaultSnippets": [_snippet(row) for row in words]}


def _snippet(row: Word) -> Schema:
    marked = {"markdownDescription": row.meaning} if "`" in row.meaning else {}
    return {"label": row.word, "description": plain(row.meaning), **marked, "body": row.word}


def under(types: Sequence[str], schema: Schema) -> Schema:
    """A schema that is asserted of values of these types alone."""
    return {"if": {"type": list(types)}, "then": schema}


def unless(pattern: str, schema: Schema) -> Schema:
    """A schema that is asserted of all but texts of this pattern."""
    return {"if": {"type": "string", "pattern": f"^\\s*(?:{pattern})\\s*$"}, "else": schema}


def in_any_case(word: str) -> str:
    """The pattern of a word in capital or small letters, with whatever white space between its parts."""
    letters = "".join(f"[{char.upper()}{char.lower()}]" if char.isalpha() else re.escape(char) for char in word)
    return letters.replace("\\ ", r"\s+")


def listed(words: Sequence[Word]) -> str:
    """The words with their meanings, as Markdown."""
    return "\n".join(f"- `{row.word}`: {row.meaning}" for row in words)


def plain(text: str) -> str:
    """Markdown of a docstring as plain text."""
    return text.replace("`", "")
