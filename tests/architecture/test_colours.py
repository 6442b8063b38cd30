"""CSS stands in tui/styles and nowhere else, and colours come from the theme."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.tree import PACKAGE, in_checkout, python_files, syntax

HEX = r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b"
COLOUR = re.compile(rf"{HEX}|\b(?:rgb|hsl)a?\(", re.IGNORECASE)
DECLARED_COLOUR = re.compile(rf":\s[^;{{}}]*(?:{COLOUR.pattern})[^;{{}}]*;", re.IGNORECASE)

pytestmark = pytest.mark.skipif(not (PACKAGE / "tui").is_dir(), reason="there is no tui yet")


def string_constants(tree: ast.Module) -> Iterator[ast.Constant]:
    """Every string in the code that is not a statement by itself, as a docstring is."""
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node


def assigned_names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    return []


def test_style_sheets_stand_in_one_folder() -> None:
    sheets = [path for kind in ("*.tcss", "*.css") for path in PACKAGE.rglob(kind)]
    assert [in_checkout(path) for path in sheets if path.parent != PACKAGE / "tui" / "styles"] == []


def test_no_css_in_code() -> None:
    inline = [
        f"{in_checkout(path)}:{node.lineno}"
        for path in python_files("briefing_tui")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and {"CSS", "DEFAULT_CSS"} & set(assigned_names(node))
        and not (isinstance(node.value, ast.Constant) and node.value.value == "")
    ]
    assert inline == [], "a style sheet in tui/styles is the place"


def test_no_colour_in_code() -> None:
    literal = [
        f"{in_checkout(path)}:{node.lineno} {node.value!r}"
        for path in python_files("briefing_tui/tui")
        for node in string_constants(syntax(path))
        if COLOUR.search(str(node.value))
    ]
    assert literal == [], "a theme variable is the way"


def test_no_colour_in_style_sheets() -> None:
    literal = [
        f"{in_checkout(path)}: {found.group(0)[1:].strip()}"
        for path in (PACKAGE / "tui" / "styles").glob("*.tcss")
        for found in DECLARED_COLOUR.finditer(path.read_text("utf-8"))
    ]
    assert literal == [], "a theme variable is the way"
