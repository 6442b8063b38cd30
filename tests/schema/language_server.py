"""A client of the real yaml-language-server: opens texts, asks what is wrong, what completes and what it means."""

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from briefing_tui.schema.file import modeline, shipped_schema

#: Where the cursor is in a text.
CURSOR = "‸"
#: How long an answer may take, in seconds, before the server counts as dead.
PATIENCE = 60

_SETTINGS = {"yaml": {"schemaStore": {"enable": False}, "validate": True, "hover": True, "completion": True}}
_CAPABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
    },
}


class Said(NamedTuple):
    """A diagnostic: line and character where it begins, from 0, and its words."""

    line: int
    character: int
    words: str


def server_command() -> list[str]:
    """How the server is started; skips the test where it is not installed."""
    installed = Path(sys.prefix, "node_modules", "yaml-language-server", "bin", "yaml-language-server")
    command = str(installed) if installed.is_file() else shutil.which("yaml-language-server")
    if shutil.which("node") is None or command is None:
        pytest.skip("no yaml-language-server here (`make editor` installs it where there is npm)")
    return ["node", os.path.realpath(command), "--stdio"]


class LanguageServer:
    """A running server, in a folder of briefings beside which the schema stands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copy(shipped_schema(), folder)
        self._process = subprocess.Popen(server_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._inbox: queue.Queue[dict[str, Any] | None] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self._asked = 0
        self._said: dict[str, list[Said]] = {}
        self._ask("initialize", {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": _CAPABILITIES})
        self._send(method="initialized", params={})

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()

    def opened(self, text: str) -> str:
        """The address of a new document with this text, under the line that names the schema."""
        uri = (self.folder / f"briefing-{len(list(self.folder.iterdir()))}.yaml").as_uri()
        Path(self.folder / uri.rpartition("/")[2]).touch()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": f"{modeline()}\n{text}"}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        return uri

    def diagnostics(self, uri: str) -> list[Said]:
        """What is wrong in a document, as soon as the server says so. Lines are counted without the schema's."""
        while uri not in self._said:
            self._next()
        return self._said[uri]

    def completions(self, text: str) -> dict[str, tuple[str, str]]:
        """What is offered at the cursor: by label, what would be written and what is said of it."""
        answer = self._ask_at(text, "textDocument/completion") or {}
        return {item["label"]: (item["insertText"], _words(item.get("documentation"))) for item in answer["items"]}

    def hover(self, text: str) -> str:
        """What is said of the place of the cursor, as Markdown, without the line that names the schema."""
        answer = self._ask_at(text, "textDocument/hover") or {}
        return _words(answer.get("contents")).partition("\n\nSource: ")[0]

    def _ask_at(self, text: str, method: str) -> Any:
        before, _, after = text.partition(CURSOR)
        position = {"line": before.count("\n") + 1, "character": len(before.rpartition("\n")[2])}
        return self._ask(method, {"textDocument": {"uri": self.opened(before + after)}, "position": position})

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self._asked += 1
        self._send(id=self._asked, method=method, params=params)
        while True:
            message = self._next()
            if "method" not in message and message.get("id") == self._asked:
                assert "error" not in message, message
                return message["result"]

    def _next(self) -> dict[str, Any]:
        """The next message, once what it wants has been done."""
        message = self._inbox.get(timeout=PATIENCE)
        assert message is not None, "the language server ended"
        params: Any = message.get("params")
        if message.get("method") == "textDocument/publishDiagnostics":
            self._said[params["uri"]] = [_said(row) for row in params["diagnostics"]]
        elif message.get("method") == "workspace/configuration":
            self._send(id=message["id"], result=[_SETTINGS.get(item["section"], {}) for item in params["items"]])
        elif "method" in message and "id" in message:
            self._send(id=message["id"], result=None)
        return message

    def _send(self, **message: Any) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._process.stdin.flush()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while header := self._process.stdout.readline():
            length = int(header.partition(b":")[2]) if header.lower().startswith(b"content-length") else 0
            while self._process.stdout.readline().strip():
                pass
            self._inbox.put(json.loads(self._process.stdout.read(length)))
        self._inbox.put(None)


def _said(diagnostic: dict[str, Any]) -> Said:
    start = diagnostic["range"]["start"]
    return Said(start["line"] - 1, start["character"], diagnostic["message"])


def _words(markup: Any) -> str:
    return markup.get("value", "") if isinstance(markup, dict) else markup or ""
