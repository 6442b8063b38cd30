"""What the models' docstrings say of each of their fields: the format's own words, for the schema and for hovers."""

import ast
import dataclasses
import inspect
from itertools import pairwise
from textwrap import dedent
from typing import Any

_DOCS: dict[type[Any], dict[str, str]] = {}


def field_docs(model: type[Any]) -> dict[str, str]:
    """What is said of each field, by the key an author writes, inherited ones first.

    Empty where the program has no source beside it.
    """
    found = _DOCS.get(model)
    if found is None:
        bases = [base for base in reversed(model.__mro__) if dataclasses.is_dataclass(base)]
        found = _DOCS[model] = {key: text for base in bases for key, text in _own(base).items()}
    return found


def _own(model: type[Any]) -> dict[str, str]:
    try:
        tree = ast.parse(dedent(inspect.getsource(model)))
    except (OSError, TypeError, SyntaxError):
        return {}
    assert isinstance(tree.body[0], ast.ClassDef)
    found: dict[str, str] = {}
    for here, after in pairwise(tree.body[0].body):
        if isinstance(here, ast.AnnAssign) and isinstance(here.target, ast.Name) and isinstance(after, ast.Expr):
            if isinstance(after.value, ast.Constant) and isinstance(after.value.value, str):
                found[here.target.id.rstrip("_")] = " ".join(after.value.value.split())
    return found
