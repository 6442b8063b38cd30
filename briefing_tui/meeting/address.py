"""Which broker, which room, and as whom: from what is given on the command line and in the environment.

Passwords stay in here: what is shown of a broker is its host.
"""

import hashlib
import os
import re
import unicodedata
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from briefing_tui.meeting.link import CannotShareError
from briefing_tui.model.text import clean

#: What the NATS command line tool reads too.
_USER, _PASSWORD, _TOKEN, _CREDS = "NATS_USER", "NATS_PASSWORD", "NATS_TOKEN", "NATS_CREDS"
_CA, _CERT, _KEY = "NATS_CA", "NATS_CERT", "NATS_KEY"

_LONGEST_ROOM = 64
_LONGEST_FILE = 65_536
_SCHEMES = ("nats", "tls")
_PORT = 4222


@dataclass(frozen=True, slots=True)
class Broker:
    """A room at a broker. `servers` are addresses without anybody's name or password; `shown` is what may be shown."""

    servers: tuple[str, ...]
    room: str
    tls: bool = False
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    creds: str | None = field(default=None, repr=False)
    ca: Path | None = None
    cert: Path | None = None
    key: Path | None = None

    @property
    def shown(self) -> str:
        """Host and port, as they may be shown."""
        return ", ".join(clean(server.partition("://")[2]) for server in self.servers)


def broker_at(via: str, room: str, creds: str | os.PathLike[str] | None = None) -> Broker:
    """The room at the broker that `--via` names: `nats://` or `tls://`, `user:password@` or `token@`, host and port.

    Several servers of one cluster are separated by commas. What is not said there is taken from NATS_USER and
    NATS_PASSWORD, NATS_TOKEN, NATS_CREDS, and for TLS from NATS_CA, NATS_CERT and NATS_KEY. `room` is any text, such as
    a file's stem. Raises CannotShareError where it is no address, a file is missing, or NATS is not installed.
    """
    if find_spec("nats") is None:
        raise CannotShareError('a broker needs nats-py, which is not installed: pip install "briefing-tui[nats]"')
    parts = [_split(part.strip()) for part in via.split(",") if part.strip()]
    if not parts:
        raise CannotShareError("--via needs the address of a broker, such as nats://localhost:4222")
    user, password, token = _known(parts)
    if not user and not token:
        user, password, token = (os.environ.get(name) or None for name in (_USER, _PASSWORD, _TOKEN))
    file = creds or os.environ.get(_CREDS) or None
    if file is not None and find_spec("nkeys") is None:
        raise CannotShareError('a credentials file needs nkeys, which is not installed: pip install "nats-py[nkeys]"')
    return Broker(
        tuple(f"{part.scheme}://{_host(part)}" for part in parts),
        safe_room(room),
        any(part.scheme == "tls" for part in parts),
        user,
        password,
        token,
        _credentials(_file(file, "the credentials")),
        _file(os.environ.get(_CA), _CA),
        _file(os.environ.get(_CERT), _CERT),
        _file(os.environ.get(_KEY), _KEY),
    )


def safe_room(text: str) -> str:
    """The one token of a subject that a text becomes: lower case ASCII letters, digits, `-` and `_`, never empty."""
    letters = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    plain = re.sub(r"[^a-z0-9_]+", "-", letters.lower()).strip("-")[:_LONGEST_ROOM].strip("-")
    if letters.isascii() and plain:
        return plain
    # What has no Latin letters is told apart by what it is: two rooms of that kind are not one.
    return f"{plain or 'room'}-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}"


def _split(address: str) -> SplitResult:
    try:
        found = urlsplit(address if "://" in address else f"nats://{address}")
        port, host = found.port, found.hostname
    except ValueError:
        host, port = None, None
    # Nothing of the address is repeated: it may hold a password.
    if not host or not re.fullmatch(r"[a-z0-9._:-]+", host) or port == 0:
        raise CannotShareError("--via names no broker: it is written nats://HOST:PORT or tls://HOST:PORT")
    if found.scheme not in _SCHEMES:
        raise CannotShareError("--via knows nats:// and tls:// addresses only")
    if found.query or found.fragment or found.path not in ("", "/"):
        raise CannotShareError("--via takes a host and a port, and nothing after them: the room is said with --room")
    return found


def _host(part: SplitResult) -> str:
    host = part.hostname or ""
    return f"{f'[{host}]' if ':' in host else host}:{part.port or _PORT}"


def _known(parts: list[SplitResult]) -> tuple[str | None, str | None, str | None]:
    for part in parts:
        if part.username and part.password is not None:
            return unquote(part.username), unquote(part.password), None
        if part.username:
            return None, None, unquote(part.username)
    return None, None, None


def _credentials(file: Path | None) -> str | None:
    if file is None:
        return None
    with file.open("rb") as stream:
        text = stream.read(_LONGEST_FILE).decode("ascii", "replace")
    if not all(f"-----BEGIN {what}-----" in text for what in ("NATS USER JWT", "USER NKEY SEED")):
        raise CannotShareError(f"{clean(str(file))} holds no NATS credentials")
    return text


def _file(name: str | os.PathLike[str] | None, what: str) -> Path | None:
    if not name:
        return None
    # Not Path's own: these raise for a name that is too long, and for the home of nobody.
    path = Path(os.path.expanduser(name))
    if not os.path.isfile(path) or not os.access(path, os.R_OK):
        raise CannotShareError(f"{what}: {clean(str(name))} cannot be read")
    return path
