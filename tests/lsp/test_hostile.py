"""Whatever a text holds, a client sends or the program does wrong: the server goes on, and gives nothing away."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.lsp.guard import Guard, RefusedError
from briefing_tui.schema.file import FILE_NAME
from tests.hostile.poison import broken, poisoned, unsound
from tests.hostile.texts import OWN
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


#: What an editor shows of an answer; the rest are places and the user's own text.
_SHOWN = {"message", "name", "detail", "title", "label", "value", "documentation", "description", "reason"}
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(answer: Any, key: str = "") -> Iterator[str]:
    """The strings of an answer that are shown."""
    if isinstance(answer, dict):
        for name, value in answer.items():
            yield from shown(value, name)
    elif isinstance(answer, list):
        for value in answer:
            yield from shown(value, key)
    elif isinstance(answer, str) and key in _SHOWN:
        yield answer


def test_nothing_that_is_shown_of_hostile_strings_commands_a_terminal(tmp_path: Path) -> None:
    # So that all of them are taken for briefings.
    own, head = list(OWN.values()), f"# yaml-language-server: $schema={FILE_NAME}\n"
    files = [poisoned(own, 3), unsound(own, 5)]
    files += [text for n in range(0, len(own), 9) for _, text in list(broken(own[n]))[n % 5 :: 5]]
    with Client(tmp_path) as client:
        words: list[str] = []
        for n, text in enumerate(files):
            uri = client.open(f"hostile-{n}.yaml", head + text.encode("utf-8", "replace").decode())
            text = client.texts[uri]
            words += shown(client.findings(uri))
            for method in ABOUT_ALL if n < 2 else ():
                words += shown(client.about(method, uri))
            for offset in range(0, len(text), len(text) // 40 + 1) if n < 2 else ():
                for method in ABOUT_A_PLACE[:2]:
                    words += shown(client.at(method, uri, offset))
                at = client.position(uri, offset)
                words += shown(
                    client.about("codeAction", uri, range={"start": at, "end": at}, context={"diagnostics": []})
                )
        words += shown(client.ask("workspace/symbol", query=""))
    assert len(words) > 500
    assert [word for word in words if _UNFIT.search(word)] == []
