"""What comes from a NATS server, taken apart strictly: whatever another client sent, it cannot end this one.

nats-py's own parser gives up the connection at a reply subject with odd bytes, and its reader at headers or subjects
that are no UTF-8; the server passes both on from anybody. nats-py is imported only here and in `wire.py`.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from nats.aio.client import Client
from nats.errors import Error, ProtocolError
from nats.protocol.parser import AWAITING_CONTROL_LINE, AWAITING_MSG_PAYLOAD, Parser

#: Where answers may be sent: an inbox, and no subject that means something else.
_INBOX = re.compile(rb"_INBOX\.[A-Za-z0-9_.-]{1,120}")
#: The longest line and the largest message a server lets through, whatever it is set to.
_LONGEST_LINE, _LARGEST = 4 * 2**20, 64 * 2**20

#: Takes the inbox to be answered at (empty where none is asked for) and what was said. It does not raise.
Handler = Callable[[str, bytes], None]

NO_TLS = "the broker offers no TLS"


class StrictParser(Parser):
    """Takes the protocol apart. A message's headers, and a reply subject that is no inbox, are left out.

    What is said goes straight to the client's `handlers`, by its subject: there is no queue that could fill.
    """

    async def parse(self, data: bytes = b"") -> None:
        """Called by the client with what was read."""
        self.buf += data
        while True:
            if self.state == AWAITING_MSG_PAYLOAD:
                if len(self.buf) < self.needed + 2:
                    return
                content = bytes(self.buf[self.header_needed : self.needed])
                del self.buf[: self.needed + 2]
                self.state = AWAITING_CONTROL_LINE
                handler = self.nc.handlers.get(self.msg_arg["subject"])
                if handler is not None:
                    handler(self.msg_arg["reply"].decode("ascii"), content)
                continue
            end = self.buf.find(b"\r\n")
            if end < 0:
                if len(self.buf) > _LONGEST_LINE:
                    raise ProtocolError
                return
            line = bytes(self.buf[:end])
            del self.buf[: end + 2]
            await self._line(line)

    async def _line(self, line: bytes) -> None:
        word, _, rest = line.partition(b" ")
        match word.upper():
            case b"MSG" | b"HMSG" as kind:
                self._message(rest.split(b" "), 1 if kind == b"MSG" else 2)
            case b"PING":
                await self.nc._process_ping()
            case b"PONG":
                await self.nc._process_pong()
            case b"-ERR":
                await self.nc._process_err(rest.decode("utf-8", "replace").lower())
            case b"INFO":
                await self.nc._process_info(_info(rest))
            case b"+OK":
                pass
            case _:
                raise ProtocolError

    def _message(self, parts: list[bytes], sizes: int) -> None:
        try:
            subject, _, *reply = parts[:-sizes]
            self.needed, self.header_needed = int(parts[-1]), int(parts[-2]) if sizes == 2 else 0
        except (ValueError, IndexError):
            raise ProtocolError from None
        if not 0 <= self.header_needed <= self.needed <= _LARGEST:
            raise ProtocolError
        inbox = reply[0] if reply and _INBOX.fullmatch(reply[0]) else b""
        self.msg_arg = {"subject": subject, "reply": inbox}
        self.state = AWAITING_MSG_PAYLOAD


class StrictClient(Client):
    """A client that wants no headers, and says nothing of itself where TLS is wanted and missing."""

    def __init__(self, tls: bool, handlers: Mapping[bytes, Handler]) -> None:
        super().__init__()
        self.handlers = handlers
        self._tls_wanted = tls
        self._ps = StrictParser(self)

    def let_go(self) -> None:
        """Closes the socket. Versions before 2.15 leave that undone where they give up by themselves."""
        if self._transport:
            self._transport.close()  # type: ignore[no-untyped-call]  # nats-py types most of itself, not this

    def _connect_command(self) -> bytes:
        # nats-py goes on in the open where a server does not ask for TLS, also when the address says `tls://`.
        if self._tls_wanted and not self._server_info.get("tls_required"):
            raise Error(NO_TLS)
        self._server_info = {name: value for name, value in self._server_info.items() if name != "headers"}
        return super()._connect_command()


def _info(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        raise ProtocolError from None
    if not isinstance(found, dict):
        raise ProtocolError
    return found
