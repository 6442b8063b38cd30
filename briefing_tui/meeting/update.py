"""What is told of a talk: where it is, who drives, and which of two tellings is the newer. Knows no socket.

Whatever comes in is somebody else's: it is judged here, strictly, and every string in it is cleaned.
"""

import hashlib
import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from secrets import randbits
from typing import Any

from briefing_tui.model.text import clean, is_blank, one_line

#: A message that is longer, in bytes, is none.
LONGEST = 65_536
#: How deep a position may be nested, and how many values it may hold.
DEEPEST, MOST = 12, 4_000
#: Characters of a name that are kept.
LONGEST_NAME = 60
#: What JSON readers agree on.
LARGEST = 2**53 - 1
NOBODY = "somebody"
#: Bytes of a message that are kept for what a port says beside an update.
_BESIDE = 2_048

_DIGEST = re.compile(r"[0-9a-f]{64}")
#: The low bits of a term are drawn by lot: two who take over at the same moment have different terms.
_LOT = 20


@dataclass(frozen=True, slots=True)
class Update:
    """A place in a talk. A higher term wins, within a term a higher seq; whatever is older is ignored.

    `term` rises when somebody takes over, `seq` with every move. `driver` is a name to be shown. `digest` is the
    SHA-256 of the bytes of the briefing's file, in hexadecimal. `position` is the screens' own, opaque here.
    """

    term: int
    seq: int
    driver: str
    digest: str
    position: Mapping[str, Any] = field(default_factory=dict)

    @property
    def order(self) -> tuple[int, int]:
        """What two updates are compared by."""
        return (self.term, self.seq)


def digest_of(content: bytes) -> str:
    """The digest of a file's bytes, as an update has it."""
    return hashlib.sha256(content).hexdigest()


def is_digest(value: object) -> bool:
    """Whether this is a digest as an update has it."""
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None


def first_term() -> int:
    """The term of a talk that begins now: higher than that of any that began earlier, by this machine's clock."""
    return int(time.time()) << _LOT | randbits(_LOT)


def next_term(term: int) -> int:
    """The term of whoever takes over in some term."""
    return min(((term >> _LOT) + 1) << _LOT | randbits(_LOT), LARGEST)


def written(update: Update) -> dict[str, Any]:
    """An update as JSON can hold it."""
    return {
        "term": update.term,
        "seq": update.seq,
        "driver": update.driver,
        "digest": update.digest,
        "position": update.position,
    }


def encode(message: Mapping[str, Any]) -> bytes:
    """A message as one line of bytes. Raises ValueError where a reader would refuse it."""
    try:
        text = json.dumps(message, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    except (TypeError, RecursionError) as error:
        raise ValueError(f"cannot be told: {type(error).__name__}") from None
    if len(text) >= LONGEST:
        raise ValueError(f"cannot be told: {len(text)} bytes")
    return text.encode("ascii") + b"\n"


def tellable(update: Update) -> bool:
    """Whether an update fits into a message, with what a port says beside it."""
    try:
        return len(encode(written(update))) < LONGEST - _BESIDE
    except ValueError:
        return False


def decoded(content: bytes) -> dict[str, Any] | None:
    """The object that some bytes are, cleaned; None for whatever else they are. Never raises."""
    if len(content) > LONGEST:
        return None
    try:
        found = _reader.decode(content.decode("utf-8"))
        return _cleaned(found) if isinstance(found, dict) else None
    except (ValueError, RecursionError):
        return None


def parse(content: bytes) -> Update | None:
    """The update that some bytes are; None for any other bytes. Never raises."""
    return update_from(decoded(content))


def update_from(found: object) -> Update | None:
    """The update that a decoded object is; None for any other."""
    if not isinstance(found, dict):
        return None
    term, seq, position = number(found.get("term")), number(found.get("seq")), found.get("position")
    if term is None or seq is None or not isinstance(position, dict) or not is_digest(found.get("digest")):
        return None
    if not isinstance(found.get("driver"), str):
        return None
    return Update(term, seq, name_from(found["driver"]), found["digest"], position)


def number(value: object) -> int | None:
    """A count that came in: a whole number, none below 0 or beyond what JSON can carry; None for all else."""
    return value if type(value) is int and 0 <= value <= LARGEST else None


def name_from(value: object) -> str:
    """A name as it may be shown: one line, of bounded length, never empty."""
    name = one_line(value[: 20 * LONGEST_NAME]) if isinstance(value, str) else ""
    if is_blank(name):
        return NOBODY
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _refused(constant: str) -> Any:
    raise ValueError(constant)


_reader = json.JSONDecoder(parse_constant=_refused)


def _cleaned(found: dict[str, Any]) -> dict[str, Any]:
    """The same with every string cleaned. Raises ValueError where it is too deep or too much."""
    left = MOST

    def cleaned(value: Any, depth: int) -> Any:
        nonlocal left
        left -= 1
        if left < 0 or depth > DEEPEST:
            raise ValueError("too much")
        if isinstance(value, str):
            return clean(value)
        if isinstance(value, dict):
            return {clean(key): cleaned(item, depth + 1) for key, item in value.items()}
        if isinstance(value, list):
            return [cleaned(item, depth + 1) for item in value]
        if isinstance(value, float) and not -1e300 < value < 1e300:
            raise ValueError("not a number")
        return value

    return {clean(key): cleaned(value, 1) for key, value in found.items()}
