"""Whatever a text holds, a client sends or the program does wrong: the server goes on, and gives nothing away."""

from pathlib import Path
from typing import Any

import pytest

from briefing_tui.lsp.guard import Guard, RefusedError
from tests.lsp.client import Client, RefusalError
from tests.lsp.written import FLOOD

TEXTS = [
    "",
    "\x00\x1b[31m\x07",
    "\ufeff" + FLOOD,
    FLOOD.replace("\n", "\r\n"),
    FLOOD.replace("\n", "\r"),
    "title: T\nas_of: 2026\n" + "[" * 5000,
    "title: T\nas_of: 2026\nsituation: " + "{a: " * 200,
    "title: T\nas_of: 2026\n" + "  - - - -\n" * 500,
    "title: T\nas_of: 2026\n&a x: *a\n<<: *a\n!!python/object:os.system y: z\n",
    "title: T\nas_of: 2026\n---\ntitle: U\n",
    "title: \ud800\udc00\nas_of: \udfff\nsituation: [[\ud83c",
    "title: [@click=app.quit]x[/]\nas_of: 2026\nsituation:\n  bottom_line: \u202e\u2066 [[\u200b]]\n",
    "title: T\nas_of: 2026\nsituation:\n  bottom_line: " + "[[x]] " * 3000,
    "title: T\nas_of: 2026\nactors:\n" + "  " + "a" * 20_000 + ": b\n",
    "situation:\nas_of:\ntitle:\nactors: {a: {relations: {part-of: [{ref: {ref: a}}]}}}\n",
]

ABOUT_A_PLACE = ("completion", "hover", "definition", "documentHighlight", "prepareRename")
ABOUT_ALL = ("documentSymbol", "codeLens", "foldingRange", "documentLink")


def asked(client: Client, uri: str, offset: int) -> None:
    """Asks everything there is to ask about a place."""
    for method in ABOUT_A_PLACE:
        try:
            client.at(method, uri, offset)
        except RefusalError:
            # There is not always an id to rename.
            if method != "prepareRename":
                raise
    client.at("references", uri, offset, context={"includeDeclaration": True})
    at = client.position(uri, offset)
    client.about("codeAction", uri, range={"start": at, "end": at}, context={"diagnostics": []})


def test_every_question_about_every_hostile_text(tmp_path: Path) -> None:
    with Client(tmp_path) as client:
        for n, text in enumerate(TEXTS):
            uri = client.open(f"hostile-{n}.yaml", text)
            for method in ABOUT_ALL:
                client.about(method, uri)
            for offset in {0, len(text) // 3, len(text) // 2, max(0, len(text) - 1), len(text)}:
                asked(client, uri, offset)
            client.type(uri, len(text) // 2, "\n  [[x: {#\r\n")
            asked(client, uri, len(client.texts[uri]))
        client.ask("workspace/symbol", query="")


def test_every_prefix_of_a_text_is_answered(tmp_path: Path) -> None:
    with Client(tmp_path) as client:
        uri = client.open("flood.yaml", FLOOD)
        for end in range(len(FLOOD), 0, -37):
            client.edit(uri, end, len(client.texts[uri]), "")
            asked(client, uri, end)


@pytest.mark.parametrize(
    ("method", "params"),
    [
        (
            "textDocument/hover",
            {"textDocument": {"uri": "file:///no/such.yaml"}, "position": {"line": 9, "character": 9}},
        ),
        ("textDocument/completion", {"textDocument": {"uri": "untitled:1"}, "position": {"line": 0, "character": 0}}),
        ("textDocument/codeLens", {"textDocument": {"uri": "not an address"}}),
        ("completionItem/resolve", {"label": "x", "data": {"uri": 7, "id": ["x"], "file": {}}}),
        ("completionItem/resolve", {"label": "x", "data": "x"}),
    ],
)
def test_questions_about_what_is_not_there(method: str, params: dict[str, Any], tmp_path: Path) -> None:
    with Client(tmp_path) as client:
        client.ask(method, **params)
        client.open("flood.yaml", FLOOD)
        assert client.told("textDocument/publishDiagnostics")["diagnostics"] == []


def test_messages_that_are_none(tmp_path: Path) -> None:
    with Client(tmp_path) as client:
        client.blameless = False
        for body in (b"{", b"[]", b'{"jsonrpc": "2.0", "method": 7}', b'{"jsonrpc":"2.0","id":null,"method":"x"}'):
            client.send_bytes(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        client.tell(
            "textDocument/didChange", textDocument={"uri": "file:///gone.yaml", "version": 2}, contentChanges=[]
        )
        client.tell("textDocument/didClose", textDocument={"uri": "file:///gone.yaml"})
        client.tell("$/setTrace", value="verbose")
        with pytest.raises(RefusalError):
            client.ask("no/such/method")
        uri = client.open("flood.yaml", FLOOD)
        assert len(client.about("codeLens", uri)) == 4


def test_a_text_that_is_too_long_is_not_read(tmp_path: Path) -> None:
    with Client(tmp_path) as client:
        text = FLOOD + "# " + "x" * 5_000_000
        uri = client.open("flood.yaml", text)
        [found] = client.told("textDocument/publishDiagnostics")["diagnostics"]
        assert found["code"] == "F104"
        assert client.about("codeLens", uri) == []


def test_a_fault_is_told_without_what_the_file_says() -> None:
    told: list[str] = []
    guard = Guard(told.append)

    def fails(secret: str) -> None:
        raise KeyError(secret)

    assert guard.guarded(fails, "nothing")("the crown jewels") == "nothing"
    assert len(told) == 1
    assert "KeyError" in told[0]
    assert "jewels" not in told[0]


async def test_a_fault_in_what_comes_later_is_kept_in_too() -> None:
    guard = Guard(lambda line: None)

    async def fails() -> None:
        raise ZeroDivisionError

    assert await guard.guarded(fails, [])() == []


def test_what_is_refused_is_no_fault() -> None:
    told: list[str] = []

    def refuses() -> None:
        raise RefusedError("that cannot be")

    with pytest.raises(RefusedError):
        Guard(told.append).guarded(refuses, None)()
    assert told == []
