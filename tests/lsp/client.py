"""A language client over the streams of a real `briefing lsp`: it waits for what is told, and never for a time."""

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, Queue
from types import TracebackType
from typing import Any

from tests.architecture.tree import ROOT

#: Seconds a test waits for an answer; far more than any takes.
PATIENCE = 30.0

COMMAND = [sys.executable, "-m", "briefing_tui", "lsp"]


class RefusalError(Exception):
    """A request was answered with an error."""


class Client:
    """A client. `encoding` is the one it asks for; None leaves it to the server."""

    def __init__(self, folder: Path, encoding: str | None = None, **more: str) -> None:
        # Not the folder: what a module there is called must not be imported.
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1", **more}
        self.process = subprocess.Popen(
            COMMAND, cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.folder = folder
        self.encoding = encoding or "utf-16"
        self._asked = encoding
        self._told: Queue[dict[str, Any] | None] = Queue()
        self._kept: list[dict[str, Any]] = []
        self._number = 0
        #: Whether the server is sent nothing that no client would send.
        self.blameless = True
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        threading.Thread(target=self._read, daemon=True).start()

    def __enter__(self) -> "Client":
        general = {"positionEncodings": [self._asked]} if self._asked else {}
        documents = {
            "hover": {"contentFormat": ["markdown", "plaintext"]},
            "publishDiagnostics": {"relatedInformation": True},
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        }
        capabilities = {"general": general, "textDocument": documents}
        uri = self.folder.as_uri()
        self.begun = self.ask("initialize", processId=None, rootUri=uri, capabilities=capabilities)
        self.tell("initialized")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.leave()
            # Whatever it was asked: no fault of the program.
            assert not self.blameless or self.heard("window/logMessage") == []
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert stream is not None
            stream.close()

    def leave(self) -> int:
        """Takes leave as the protocol has it; the exit code."""
        if self.process.poll() is None:
            self.ask("shutdown")
            self.tell("exit")
        return self.process.wait(PATIENCE)

    # messages ---------------------------------------------------------------------------

    def ask(self, method: str, **params: Any) -> Any:
        """The answer to a request. Raises RefusalError where it is an error."""
        self._number += 1
        number = self._number
        self._send({"jsonrpc": "2.0", "id": number, "method": method, "params": params or None})
        answer = self._wait(lambda message: message.get("id") == number and "method" not in message)
        if "error" in answer:
            raise RefusalError(answer["error"]["message"])
        return answer["result"]

    def tell(self, method: str, **params: Any) -> None:
        """Sends a notification."""
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def send_bytes(self, content: bytes) -> None:
        """Sends whatever it is."""
        assert self.process.stdin is not None
        self.process.stdin.write(content)
        self.process.stdin.flush()

    def told(self, method: str, fits: Callable[[dict[str, Any]], bool] = lambda params: True) -> dict[str, Any]:
        """The next notification of a method whose parameters fit."""
        found = self._wait(lambda message: message.get("method") == method and fits(message["params"]))
        params: dict[str, Any] = found["params"]
        return params

    def heard(self, method: str) -> list[dict[str, Any]]:
        """The notifications of a method that have come and that nobody has waited for."""
        while True:
            try:
                message = self._told.get_nowait()
            except Empty:
                break
            if message is not None:
                self._kept.append(message)
        return [message["params"] for message in self._kept if message.get("method") == method]

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps(message).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))

    def _wait(self, fits: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        for n, message in enumerate(self._kept):
            if fits(message):
                return self._kept.pop(n)
        while True:
            try:
                got = self._told.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError("the server says nothing") from None
            if got is None:
                assert self.process.stderr is not None
                raise AssertionError(f"the server has gone: {self.process.stderr.read().decode(errors='replace')}")
            if fits(got):
                return got
            self._kept.append(got)

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while line := stream.readline():
            assert line.lower().startswith(b"content-length:"), line
            length = int(line.split(b":")[1])
            while stream.readline().strip():
                pass
            self._told.put(json.loads(stream.read(length)))
        self._told.put(None)

    # documents ----------------------------------------------------------------------------

    def open(self, name: str, text: str, *, write: bool = True) -> str:
        """Opens a file of the folder with a text; its address."""
        path = self.folder / name
        if write:
            path.write_text(text, encoding="utf-8", newline="", errors="surrogatepass")
        uri = path.as_uri()
        self.texts[uri], self.versions[uri] = text, 1
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=item)
        return uri

    def edit(self, uri: str, start: int, end: int, new: str) -> None:
        """Replaces a stretch of an open text."""
        span = {"start": self.position(uri, start), "end": self.position(uri, end)}
        text = self.texts[uri]
        self.texts[uri] = text[:start] + new + text[end:]
        self.versions[uri] += 1
        document = {"uri": uri, "version": self.versions[uri]}
        self.tell("textDocument/didChange", textDocument=document, contentChanges=[{"range": span, "text": new}])

    def type(self, uri: str, offset: int, words: str) -> int:
        """Types words, key by key; where the cursor stands then."""
        for char in words:
            self.edit(uri, offset, offset, char)
            offset += 1
        return offset

    def findings(self, uri: str) -> list[dict[str, Any]]:
        """What stands against the text as it is now, once the whole of it has been read."""
        # The last word on a version is the one after which nothing is being read: a request that waits for the
        # reading is answered by the thread that judges after it.
        version = self.versions[uri]
        last = self.told("textDocument/publishDiagnostics", lambda it: it["uri"] == uri and it["version"] == version)
        found: list[dict[str, Any]] = last["diagnostics"]
        return found

    def at(self, method: str, uri: str, offset: int, **more: Any) -> Any:
        """The answer to a request about a place."""
        return self.ask(
            f"textDocument/{method}", textDocument={"uri": uri}, position=self.position(uri, offset), **more
        )

    def about(self, method: str, uri: str, **more: Any) -> Any:
        """The answer to a request about a document."""
        return self.ask(f"textDocument/{method}", textDocument={"uri": uri}, **more)

    # positions: told apart from the server's own way ---------------------------------------

    def position(self, uri: str, offset: int) -> dict[str, int]:
        """The position of an offset, in the units that were agreed on."""
        before = self.texts[uri][:offset].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return {"line": len(before) - 1, "character": self._units(before[-1])}

    def offset(self, uri: str, position: dict[str, int]) -> int:
        """The offset of a position."""
        lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", self.texts[uri])
        start = sum(map(len, lines[: position["line"]]))
        line = lines[position["line"]] if position["line"] < len(lines) else ""
        for n in range(len(line) + 1):
            if self._units(line[:n]) >= position["character"] or line[n : n + 1] in ("\r", "\n"):
                return start + n
        return start + len(line)

    def words(self, uri: str, span: dict[str, Any]) -> str:
        """The text of a range."""
        return self.texts[uri][self.offset(uri, span["start"]) : self.offset(uri, span["end"])]

    def _units(self, text: str) -> int:
        if self.encoding == "utf-32":
            return len(text)
        width = 2 if self.encoding == "utf-16" else 1
        return len(text.encode(f"{self.encoding}-le" if width == 2 else "utf-8", "surrogatepass")) // width

    def applied(self, uri: str, edits: list[dict[str, Any]]) -> str:
        """The text with some edits made."""
        text = self.texts[uri]
        for edit in sorted(edits, key=lambda one: self.offset(uri, one["range"]["start"]), reverse=True):
            start, end = (self.offset(uri, edit["range"][side]) for side in ("start", "end"))
            text = text[:start] + edit["newText"] + text[end:]
        return text
