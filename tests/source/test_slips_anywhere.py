"""The slips of the doctor, put into the shipped briefings wherever text stands in a line: found there, and mended."""

from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any

import pytest

from briefing_tui.source.load import load_text
from briefing_tui.source.tree import Path
from briefing_tui.source.wanted import shape_at, wants_text
from briefing_tui.source.yaml_tree import read_tree
from tests.architecture.tree import SHIPPED
from tests.source.briefings import applied

#: What becomes of a plain text, and what is found then.
SLIPS = {
    "[[town]] {}": "Y212",
    "[^paper] {}": "Y212",
    "{}: that is all": "Y213",
    "{} #4 of them": "Y214",
    '"So" {}': "Y216",
    "'tis {}": "Y216",
    "@{}": "Y217",
    "*very* {}": "Y217",
    "> {}": "Y217",
    "{{x}} {}": "Y217",
}

#: Each slip is put into every so manyeth text.
STRIDE = 23


def texts_in(value: Any, path: Path = ()) -> Iterator[Path]:
    if isinstance(value, str):
        yield path
    for step, inner in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from texts_in(inner, (*path, step))


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("file", SHIPPED, ids=lambda path: path.stem)
def test_a_slip_in_a_shipped_briefing(file: FilePath, slip: str) -> None:
    text = file.read_text("utf-8")
    tree = read_tree(text)
    tried = 0
    for path in list(texts_in(tree.root))[len(slip) % STRIDE :: STRIDE]:
        extent = tree.extent(path)
        written = text[extent.start : extent.end]
        # A key and a colon alone would be a mapping of a misspelt key, and is told as one.
        if not wants_text(shape_at(tree, path)) or written[0] in "'\"|>" or (":" in slip and " " not in written):
            continue
        slipped = (
            text[: extent.start]
            + slip.format(written.replace("'", "") if "'" in slip else written)
            + text[extent.end :]
        )
        loaded = load_text(slipped, "slipped")
        assert [found.code for found in loaded.diagnostics] == [SLIPS[slip]], (path, loaded.diagnostics)
        (found,) = loaded.diagnostics
        start = extent.start if SLIPS[slip] != "Y214" else extent.end + 1
        assert found.extent.start == start, path
        safe = [edit for edit in found.edits if edit.safe]
        assert safe
        assert load_text(applied(slipped, safe[0]), "mended").diagnostics == []
        tried += 1
    assert tried
