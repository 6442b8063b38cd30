"""A briefing's file in numbered pieces: given to who asks, and put together from whoever answers, until one is true.

Nobody who answers is believed: each is counted apart, byte by byte, and only what has the digest asked for is taken.
"""

import asyncio
import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from briefing_tui.meeting.link import CannotShareError, Offer
from briefing_tui.meeting.update import LONGEST, decoded, digest_of, encode, number
from briefing_tui.source.file import MAX_BYTES

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing

#: Bytes of a file in a piece.
PIECE = 60_000
#: Pieces that are asked for ahead.
_AHEAD = 4
#: Seconds for a whole file, without any of it, and until a piece that did not come is asked for again.
_WHOLE, _NOTHING, _PIECE = 60.0, 10.0, 1.5
#: Seconds without a further piece after which one of those who answer is given up.
_STALLED = 6.0
#: Seconds until a refusal is believed: somebody else may have the file.
_REFUSED = 1.5
#: Who answer at a time, and in all.
_AT_ONCE, _IN_ALL = 4, 32

_TAG = re.compile(r"[0-9a-f]{16}")
#: A label of TLP:RED, in whatever style it is written. Prose that says so is taken for one too: nothing is lost by it.
_RED = re.compile(rb"tlp[\"']?\s*+:\s*+[\"']?\s*+(?:tlp[: -]\s*+)?red\b")

KEPT = "whoever presents does not hand this briefing out: open your own copy of the file"
TOO_LARGE = (
    f"what was sent is larger than a briefing may be ({MAX_BYTES // 1_000_000} MB): open your own copy of the file"
)
WRONG = "what was sent is not the file that is being presented: open your own copy of it"
SILENT = "the file was not sent in time: open your own copy of it"


def may_be_sent(briefing: "Briefing", content: bytes) -> bool:
    """Whether a briefing may leave this machine. Never one that is TLP:RED, as a whole or in an entry, or says so."""
    red = briefing.tlp == "RED" or any(entry.tlp == "RED" for entry in briefing.entries.values())
    # A label that could not be read is none in the model, but whoever wrote it meant it.
    return not red and not _says_red(content)


def _says_red(content: bytes) -> bool:
    # Lower case first: looking for either case would hold the screen up, where a file is large.
    return _RED.search(content.lower()) is not None


class Giver:
    """Answers those who want pieces. Keeps nothing but the digest of what is offered."""

    def __init__(self, offer: Offer | None) -> None:
        self._offer = offer
        self._tag = token_hex(8)
        self._known: tuple[bytes, str, bool] | None = None

    def answer(self, asked: bytes, presented: str) -> bytes | None:
        """What is sent back; None where nothing is. `presented` is the digest of what is being shown."""
        found = decoded(asked)
        if found is None or found.get("kind") != "want" or found.get("digest") != presented:
            return None
        count, whose = number(found.get("n")), found.get("from", "")
        if count is None or whose not in ("", self._tag):
            return None
        content = self._offer() if self._offer is not None else None
        if content is not None and (self._known is None or self._known[0] != content):
            # Whatever the offer makes of it: what calls itself RED does not leave.
            self._known = (content, digest_of(content), _says_red(content))
        if content is None or self._known is None or self._known[2]:
            return encode({"kind": "kept", "digest": presented})
        if self._known[1] != presented or len(content) > MAX_BYTES or count * PIECE >= max(1, len(content)):
            return None
        head = {"kind": "piece", "digest": presented, "from": self._tag, "n": count, "size": len(content)}
        return encode(head) + content[count * PIECE : (count + 1) * PIECE]


class Taker:
    """One file being fetched. `ask` sends a request, without waiting; `heard` is given every answer."""

    def __init__(self, digest: str, ask: Callable[[bytes], object]) -> None:
        self._digest = digest
        self._ask = ask
        self._givers: dict[str, _Giving] = {}
        self._refused: set[str] = set()
        self._kept = self._too_large = self._wrong = False
        self._came_at = 0.0
        self._over: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

    async def whole(self) -> bytes:
        """The file's bytes. Raises CannotShareError."""
        asking = asyncio.ensure_future(self._ask_again())
        try:
            return await asyncio.wait_for(asyncio.shield(self._over), _WHOLE)
        except TimeoutError:
            raise CannotShareError(self._why()) from None
        finally:
            asking.cancel()
            self._over.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await asking

    def heard(self, answer: bytes) -> None:
        """Somebody answered."""
        if len(answer) > LONGEST or self._over.done():
            return
        line, end, content = answer.partition(b"\n")
        found = decoded(line) if end and len(line) < 1_000 else None
        if found is None or found.get("digest") != self._digest:
            return
        if found.get("kind") == "kept":
            self._kept = True
        elif found.get("kind") == "piece":
            self._piece(found, content)

    def _piece(self, head: dict[str, Any], content: bytes) -> None:
        size, count, tag = number(head.get("size")), number(head.get("n")), head.get("from")
        if size is None or count is None or not isinstance(tag, str) or not _TAG.fullmatch(tag):
            return
        if size > MAX_BYTES:
            self._too_large = True
            return
        giver = self._givers.get(tag)
        if giver is None:
            if tag in self._refused or len(self._givers) >= _AT_ONCE or len(self._refused) >= _IN_ALL:
                return
            giver = self._givers[tag] = _Giving(size)
        if giver.size != size or not giver.takes(count, content):
            self._refuse(tag)
            return
        self._came_at = giver.came_at = asyncio.get_running_loop().time()
        if giver.left:
            self._want(tag, giver)
        else:
            whole = giver.whole()
            if digest_of(whole) == self._digest:
                self._over.set_result(whole)
            else:
                self._wrong = True
                self._refuse(tag)

    def _refuse(self, tag: str) -> None:
        self._refused.add(tag)
        self._givers.pop(tag, None)

    def _want(self, tag: str, giver: "_Giving") -> None:
        for count in giver.next(_AHEAD):
            self._request(count, tag)

    def _request(self, count: int, tag: str = "") -> None:
        self._ask(encode({"kind": "want", "digest": self._digest, "n": count, "from": tag}))

    async def _ask_again(self) -> None:
        loop = asyncio.get_running_loop()
        began = self._came_at = loop.time()
        while not self._over.done():
            for tag, giver in list(self._givers.items()):
                giver.forget()
                self._want(tag, giver)
            if len(self._givers) < _AT_ONCE:
                self._request(0)
            await asyncio.sleep(_PIECE)
            now = loop.time()
            # Whoever began and goes no further keeps nobody else out.
            for tag in [tag for tag, giver in self._givers.items() if now - giver.came_at > _STALLED]:
                self._refuse(tag)
            refused = self._kept and not self._givers and now - began > _REFUSED
            if (refused or now - self._came_at > _NOTHING) and not self._over.done():
                self._over.set_exception(CannotShareError(self._why()))

    def _why(self) -> str:
        if self._kept or self._wrong:
            return KEPT if self._kept else WRONG
        return TOO_LARGE if self._too_large else SILENT


@dataclass(slots=True)
class _Giving:
    """What one of those who answer has sent so far."""

    size: int
    pieces: dict[int, bytes] = field(default_factory=dict)
    asked: set[int] = field(default_factory=set)
    came_at: float = 0.0

    @property
    def count(self) -> int:
        """How many pieces there are."""
        return max(1, -(-self.size // PIECE))

    @property
    def left(self) -> bool:
        """Whether pieces are missing."""
        return len(self.pieces) < self.count

    def takes(self, count: int, content: bytes) -> bool:
        """Keeps a piece; False where it is not as long as was announced."""
        if count >= self.count or len(content) != min(PIECE, self.size - count * PIECE):
            return False
        self.pieces[count] = content
        self.asked.discard(count)
        return True

    def next(self, ahead: int) -> list[int]:
        """The pieces to be asked for now."""
        missing = (n for n in range(self.count) if n not in self.pieces and n not in self.asked)
        found = [n for n, _ in zip(missing, range(ahead - len(self.asked)), strict=False)]
        self.asked.update(found)
        return found

    def forget(self) -> None:
        """Whatever was asked for and did not come is asked for again."""
        self.asked.clear()

    def whole(self) -> bytes:
        """All pieces."""
        return b"".join(self.pieces[n] for n in range(self.count))
