"""Lsp: keys typed into a 1 MB briefing in a client of the real language server, and how soon each is answered."""

import json
import re
import subprocess
from collections.abc import Iterator
from time import perf_counter, sleep
from typing import Any

from benchmarks.effort import is_quick
from benchmarks.shelf import Shelf, briefing_command
from benchmarks.table import Row, Section

#: Seconds between two keys: of somebody who types, and of somebody who stops to think while the whole is being read.
TYPING, THINKING = 0.1, 0.35
KEYS = 60
WHOLE = 6

_NOTE = """A key is an edit of one character inside of an entry in the middle of a 1 MB briefing, sent as a client does.
Answered: until a request sent right after it has its answer, so that the edit was taken in and the edited entry read.
Completed: until a completion asked for right after it is there. While reading: keys that come while the whole text is
read and judged in the thread beside. Whole: from the last key until the findings of the whole text are there; the
server waits 150 ms for another key first."""

#: The end of a word among others: a letter there changes nothing that anybody would say of the entry.
_WORDS = re.compile(r"(?<= [a-z]{4})(?= [a-z]{4,} [a-z]{4,} )")


def sections(shelf: Shelf) -> Iterator[Section]:
    """Keys one after another, keys with completions, keys into a server that is reading, and the last key of some."""
    keys = 10 if is_quick() else KEYS
    with _Client(shelf, "bytes 1000000") as client:
        client.settle()
        answered = client.keys(keys, TYPING, client.answered)
        while_reading = client.keys(keys, THINKING, client.answered)
        client.keys(1, 0, client.settle)
        whole = client.keys(WHOLE, 0, client.settle)
        client.go(re.compile(r"(?<=\[\[)"))
        completed = client.keys(keys, TYPING, client.completed)
    with _Client(shelf, "flagship") as client:
        client.settle()
        small = client.keys(keys, 0, client.settle)
    rows = (
        Row("1 MB, key answered", answered, at_most=16, promise="lsp key"),
        Row("1 MB, key answered", answered, of="p99"),
        Row("1 MB, key completed", completed, at_most=16),
        Row("1 MB, key completed", completed, of="p99"),
        Row("1 MB, key answered while reading", while_reading, at_most=16, promise="lsp key"),
        Row("1 MB, key answered while reading", while_reading, of="p99"),
        Row("1 MB, whole", whole, at_most=300, promise="lsp whole"),
        Row("flagship, whole", small, at_most=300),
    )
    yield Section("Language server", _NOTE.replace("\n", " "), rows)


class _Client:
    """A client with one document open, its cursor in the middle of it."""

    def __init__(self, shelf: Shelf, name: str) -> None:
        path = shelf.file(name)
        self._text = path.read_text("utf-8")
        self._process = subprocess.Popen(
            briefing_command("lsp"), env=shelf.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._uri = path.as_uri()
        self._number = self._version = 0
        self.go(_WORDS)
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self._send({"method": "initialized", "params": {}})
        item = {"uri": self._uri, "languageId": "yaml", "version": 0, "text": self._text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": item}})

    def __enter__(self) -> "_Client":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def go(self, to: "re.Pattern[str]") -> None:
        """Puts the cursor where a pattern is next met in the second half of the text."""
        found = to.search(self._text, len(self._text) // 2)
        assert found is not None
        at = found.start()
        self._line, self._column = self._text.count("\n", 0, at), at - self._text.rfind("\n", 0, at) - 1

    def keys(self, count: int, pause: float, wait: Any) -> list[float]:
        """Milliseconds from each of some keys until what is waited for. Every other key takes the one before back."""
        taken = []
        for n in range(count):
            start = perf_counter()
            self._key("t" if n % 2 == 0 else "")
            wait()
            taken.append((perf_counter() - start) * 1000)
            sleep(pause)
        return taken

    def answered(self) -> None:
        """Waits for the answer to a request that needs nothing."""
        self._ask("completionItem/resolve", {"label": "nothing"})

    def completed(self) -> None:
        """Waits for a completion."""
        place = {"textDocument": {"uri": self._uri}, "position": {"line": self._line, "character": self._column}}
        self._ask("textDocument/completion", place)

    def settle(self) -> None:
        """Waits for the findings of the whole text as it is now: the first a sound entry has."""
        while True:
            told = self._read()
            if told.get("method", "").endswith("publishDiagnostics") and told["params"]["version"] == self._version:
                return

    def _key(self, new: str) -> None:
        self._version += 1
        start = {"line": self._line, "character": self._column - (not new)}
        end = {"line": self._line, "character": self._column}
        self._column += 1 if new else -1
        change = {"range": {"start": start, "end": end}, "text": new}
        document = {"uri": self._uri, "version": self._version}
        self._send(
            {"method": "textDocument/didChange", "params": {"textDocument": document, "contentChanges": [change]}}
        )

    def _ask(self, method: str, params: dict[str, Any]) -> None:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while self._read().get("id") != self._number:
            pass

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while line := stream.readline().strip():
            if line.lower().startswith(b"content-length"):
                length = int(line.split(b":")[1])
        found: dict[str, Any] = json.loads(stream.read(length))
        return found
