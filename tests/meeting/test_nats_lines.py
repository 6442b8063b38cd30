import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

pytest.importorskip("nats")

from nats.errors import ProtocolError

from briefing_tui.meeting.nats_lines import Handler, StrictParser


class Heard:
    """Remembers what a client would be told."""

    def __init__(self) -> None:
        self.heard: list[Any] = []
        self.handlers = {subject: self.handler(subject) for subject in (b"a", b"a.b")}

    def handler(self, subject: bytes) -> Handler:
        return lambda reply, content: self.heard.append((subject, reply, content))

    async def _process_ping(self) -> None:
        self.heard.append("ping")

    async def _process_pong(self) -> None:
        self.heard.append("pong")

    async def _process_err(self, words: str) -> None:
        self.heard.append(words)

    async def _process_info(self, info: dict[str, Any]) -> None:
        self.heard.append(info)


async def heard(*parts: bytes) -> list[Any]:
    client = Heard()
    parser = StrictParser(client)
    for part in parts:
        await parser.parse(part)
    return client.heard


WHOLE = (
    b"MSG a.b 7 5\r\nhello\r\nPING\r\nMSG a.b 7 _INBOX.abc.D 2\r\n\r\n\r\n+OK\r\nPONG\r\n-ERR 'Some Thing'\r\n"
    b'HMSG a.b 8 12 14\r\nNATS/1.0\r\n\r\nhi\r\nINFO {"a":1}\r\n'
)
MEANT = [
    (b"a.b", "", b"hello"), "ping", (b"a.b", "_INBOX.abc.D", b"\r\n"), "pong", "'some thing'",
    (b"a.b", "", b"hi"), {"a": 1},
]  # fmt: skip


async def test_the_protocol_is_understood_however_it_is_cut() -> None:
    assert await heard(WHOLE) == MEANT
    assert await heard(*(bytes([byte]) for byte in WHOLE)) == MEANT
    for cut in range(len(WHOLE)):
        assert await heard(WHOLE[:cut], WHOLE[cut:]) == MEANT


@pytest.mark.parametrize(
    "reply",
    [b"re\x0bply", b"re\xff\xfeply", b"re\x00ply", b"briefing.room.position", b"_INBOX.>", b"_INBOX.*", b"r" * 4000],
)
async def test_an_answer_goes_to_an_inbox_or_nowhere(reply: bytes) -> None:
    assert await heard(b"MSG a 1 " + reply + b" 2\r\nhi\r\nPING\r\n") == [(b"a", "", b"hi"), "ping"]


@pytest.mark.parametrize("headers", [b"NAT", b"NATS/1.0 \xff\xff\xff\r\n", b"\xff" * 40, b""])
async def test_headers_are_left_out_whatever_they_are(headers: bytes) -> None:
    head = b"HMSG a 1 %d %d\r\n" % (len(headers), len(headers) + 2)
    assert await heard(head + headers + b"hi\r\nPING\r\n") == [(b"a", "", b"hi"), "ping"]


async def test_what_nobody_asked_for_is_passed_over() -> None:
    assert await heard(b"MSG other 1 2\r\nhi\r\nMSG \xff 1 2\r\nhi\r\nPING\r\n") == ["ping"]


@pytest.mark.parametrize(
    "line",
    [b"MSG", b"MSG a", b"MSG a 1", b"MSG a 1 -2", b"MSG a 1 99999999999", b"HMSG a 1 9 2", b"INFO x",
     b"INFO []", b"HELLO", b"", b"\xff"],
)  # fmt: skip
async def test_what_no_server_says_ends_the_connection(line: bytes) -> None:
    with pytest.raises(ProtocolError):
        await heard(line + b"\r\n")


@given(some.lists(some.binary(max_size=60) | some.sampled_from(WHOLE.splitlines(keepends=True)), max_size=12))
async def test_any_bytes_are_understood_or_end_it(parts: list[bytes]) -> None:
    try:
        await heard(*parts)
    except ProtocolError:
        pass
    except json.JSONDecodeError:
        pytest.fail("the reader would have died")
