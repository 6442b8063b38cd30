"""Ten thousand edits: nothing breaks, nothing stale stays, and ids are still completed."""

from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from pygls.workspace import PositionCodec

from briefing_tui.checks.engine import judged
from briefing_tui.lsp.positions import Positions
from briefing_tui.lsp.published import diagnostic
from briefing_tui.lsp.reading import Reading
from briefing_tui.lsp.text import Text
from tests.architecture.tree import ROOT
from tests.lsp.client import Client

EDITS = 10_000

#: Edits between two looks at what the server says.
STRIDE = 250

#: What an author's hands may do, and what bites in YAML.
SIGNS = [
    *"[[[[]]]]{}:::#'\"|>-&*!%@,?` \n\n  \t",
    "[[town]]",
    "[^",
    ": ",
    " #",
    "\r\n",
    "é",
    "洪水",
    "🌊",
    "a\u0301",
    "\u2028",
]
LETTERS = "abcdefghijklmnopqrstuvwxyz-0123456789"

PROBE = "\nx-probe: [["


def fresh(text: str, path: Path) -> list[dict[str, Any]]:
    """What stands against a text that is read for the first time."""
    reading = Reading(text, path.stem, path, 1)
    positions, whole = Positions(PositionCodec()), Text(text)
    return [diagnostic(positions, whole, path.as_uri(), found) for found in judged(reading.loaded, date.today())]


def settled(client: Client, uri: str, path: Path) -> None:
    """Waits until the server says of the text what a fresh reading says, and sees that it says nothing else after."""
    expected = fresh(client.texts[uri], path)
    version = client.versions[uri]
    last: list[Any] = []

    def is_it(params: dict[str, Any]) -> bool:
        if params["uri"] != uri or params["version"] != version:
            return False
        last[:] = [params["diagnostics"]]
        return bool(params["diagnostics"] == expected)

    try:
        client.told("textDocument/publishDiagnostics", is_it)
    except AssertionError:
        # What was said, against what should have been.
        assert last == [expected]


@pytest.mark.parametrize("seed", [1, 2])
def test_random_typing_and_deleting(seed: int, tmp_path: Path) -> None:
    whole = (ROOT / "briefings" / "harrow-bend-1.yaml").read_text("utf-8")
    random = Random(seed)
    path = tmp_path / "flood.yaml"
    with Client(tmp_path) as client:
        uri = client.open(path.name, whole)
        settled(client, uri, path)
        done = looks = 0
        while done < EDITS // 2:
            done += burst(client, uri, random)
            if done // STRIDE > looks:
                looks = done // STRIDE
                settled(client, uri, path)
                probe(client, uri, path)
                settled(client, uri, path)
                if looks % 3 == 0:
                    client.edit(uri, 0, len(client.texts[uri]), whole)
                    settled(client, uri, path)
        client.edit(uri, 0, len(client.texts[uri]), whole)
        settled(client, uri, path)
        assert client.leave() == 0


def burst(client: Client, uri: str, random: Random) -> int:
    """Types something somewhere, and mostly takes it back; how many edits that were."""
    text = client.texts[uri]
    start = whole_lines(text, random.randrange(len(text) + 1))
    if random.random() < 0.1:
        end = whole_lines(text, min(len(text), start + random.randrange(1, 40)))
        gone = text[start:end]
        client.edit(uri, start, end, "")
        if random.random() < 0.7:
            client.edit(uri, start, start, gone)
            return 2
        return 1
    offset, count = start, 0
    for _ in range(random.randrange(1, 7)):
        typed = random.choice(SIGNS) if random.random() < 0.5 else random.choice(LETTERS)
        client.edit(uri, offset, offset, typed)
        offset += len(typed)
        count += 1
    if random.random() < 0.85:
        client.edit(uri, start, offset, "")
        count += 1
    return count


def whole_lines(text: str, offset: int) -> int:
    """An offset where a cursor can be: there is no place between CR and LF."""
    return offset + (text[offset - 1 : offset + 1] == "\r\n")


def probe(client: Client, uri: str, path: Path) -> None:
    """Begins a link at the end, and takes it back."""
    text = client.texts[uri]
    client.edit(uri, len(text), len(text), PROBE)
    known = Reading(client.texts[uri], path.stem, path, 1).known
    found = client.at("completion", uri, len(client.texts[uri]))
    labels = {item["label"] for item in found["items"]}
    assert labels <= known.ids
    assert len(labels) == min(100, len(known.ids))
    client.edit(uri, len(text), len(text) + len(PROBE), "")
