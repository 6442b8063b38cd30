import asyncio
import base64
import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("nats")

from briefing_tui.meeting.address import Broker, broker_at
from briefing_tui.meeting.sharing import follow, present
from tests.meeting.rooms import DIGEST, FILE, Ear, Rude, Server, at, ended, until

SECRET = "s3cr3t-pw"


async def met(presenting: Broker, following: Broker, file: Path) -> tuple[Ear, Ear]:
    """A talk and a follower with these credentials; what they heard when the follower was placed."""
    anna, ear = Ear(), Ear()
    talk = present(file, anna, name="Anna", broker=presenting, offer=lambda: FILE)
    looking = follow(ear, broker=following)
    talk.publish(at("one"), DIGEST)
    await until(lambda: ear.at == "one")
    assert await looking.fetch(DIGEST) == FILE
    await ended(looking, talk)
    return anna, ear


async def refused(room: Broker) -> str:
    """What a follower is told who is not let in."""
    ear = Ear()
    looking = follow(ear, broker=room)
    await until(lambda: ear.notes)
    await ended(looking)
    return " ".join(ear.notes)


async def test_a_user_with_a_password(file: Path) -> None:
    with Server("--user", "anna", "--pass", SECRET + "@") as server:
        room = broker_at(f"nats://anna:{SECRET}%40@127.0.0.1:{server.port}", "r")
        heard = await met(room, room, file)
        assert SECRET not in repr([ear.notes for ear in heard])
        words = await refused(broker_at(f"nats://anna:{SECRET}@127.0.0.1:{server.port}", "r"))
        assert "does not let you in" in words
        assert SECRET not in words


async def test_a_token(file: Path) -> None:
    with Server("--auth", SECRET) as server:
        room = broker_at(f"nats://{SECRET}@127.0.0.1:{server.port}", "r")
        await met(room, room, file)
        assert "does not let you in" in await refused(broker_at(server.url, "r"))


PERMISSIONS = """
authorization {
  users = [
    { user: presenter, password: pw, permissions: { publish: ["briefing.>", "_INBOX.>"] } }
    { user: follower, password: pw, permissions: {
        publish: ["briefing.*.now", "briefing.*.file"], subscribe: ["briefing.*.position", "_INBOX.>"] } }
  ]
}
"""


async def test_whoever_may_only_follow_can_follow_and_nothing_else(file: Path, tmp_path: Path) -> None:
    settings = tmp_path / "nats.conf"
    settings.write_text(PERMISSIONS)
    with Server("-c", str(settings)) as server:
        presenting = broker_at(f"nats://presenter:pw@127.0.0.1:{server.port}", "r")
        following = broker_at(f"nats://follower:pw@127.0.0.1:{server.port}", "r")
        await met(presenting, following, file)
        async with Rude(server.port, b',"user":"follower","pass":"pw"') as rude:
            rude.publish("briefing.r.position", b"forged")
            assert b"Permissions Violation" in await rude.settled()
        ear = Ear()
        talk = present(file, ear, name="Eve", broker=following)
        talk.publish(at("one"), DIGEST)
        await until(lambda: any("does not permit" in words for words in ear.notes))
        await ended(talk)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    if shutil.which("openssl") is None:
        pytest.skip("no openssl here to make a certificate with")
    folder = tmp_path_factory.mktemp("tls")
    cert, key = folder / "cert.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-keyout", str(key), "-out", str(cert), "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    subprocess.run(command, check=True, capture_output=True)
    return cert, key


async def test_over_tls(certificate: tuple[Path, Path], file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cert, key = certificate
    with Server("--tls", "--tlscert", str(cert), "--tlskey", str(key), "--auth", SECRET) as server:
        address = f"tls://{SECRET}@localhost:{server.port}"
        assert "no certificate that can be trusted" in await refused(broker_at(address, "r"))
        monkeypatch.setenv("NATS_CA", str(cert))
        room = broker_at(address, "r")
        await met(room, room, file)


async def test_where_tls_is_asked_for_nothing_is_told_in_the_open(tmp_path: Path) -> None:
    said = b""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal said
        writer.write(b'INFO {"server_id":"x","version":"2.9.0","max_payload":1048576}\r\n')
        said += await reader.read()
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    try:
        words = await refused(broker_at(f"tls://anna:{SECRET}@127.0.0.1:{port}", "r"))
        assert "offers no TLS" in words
        assert said == b""
    finally:
        listening.close()
        await listening.wait_closed()


async def test_a_credentials_file(file: Path, tmp_path: Path) -> None:
    nkeys = pytest.importorskip("nkeys")
    signer = Signer(nkeys)
    settings = tmp_path / "nats.conf"
    known = f"{{ {signer.account_id}: {signer.account} }}"
    settings.write_text(f"operator: {signer.operator}\nresolver: MEMORY\nresolver_preload: {known}\n")
    creds = tmp_path / "user.creds"
    creds.write_text(
        f"-----BEGIN NATS USER JWT-----\n{signer.user}\n------END NATS USER JWT------\n\n"
        f"-----BEGIN USER NKEY SEED-----\n{signer.seed}\n------END USER NKEY SEED------\n"
    )
    with Server("-c", str(settings)) as server:
        room = broker_at(server.url, "r", creds)
        await met(room, room, file)
        assert "does not let you in" in await refused(broker_at(server.url, "r"))


class Signer:
    """An operator, an account and a user of NATS' decentralized security, and their signed claims."""

    def __init__(self, nkeys: Any) -> None:
        self._nkeys = nkeys
        operator, account, user = (self._pair(kind) for kind in (14 << 3, 0, 20 << 3))
        self.account_id = account.public_key.decode()
        self.seed = user.seed.decode()
        unlimited = dict.fromkeys(("subs", "data", "payload", "imports", "exports", "conn", "leaf"), -1)
        self.operator = self._signed(operator, operator, {"type": "operator", "version": 2})
        self.account = self._signed(
            operator, account, {"type": "account", "version": 2, "limits": unlimited | {"wildcards": True}}
        )
        self.user = self._signed(account, user, {"type": "user", "version": 2, "subs": -1, "data": -1, "payload": -1})

    def _pair(self, prefix: int) -> Any:
        return self._nkeys.from_seed(self._nkeys.encode_seed(os.urandom(32), prefix))

    def _signed(self, issuer: Any, subject: Any, claims: dict[str, Any]) -> str:
        body = {
            "jti": "x", "iat": int(time.time()), "iss": issuer.public_key.decode(), "name": "test",
            "sub": subject.public_key.decode(), "nats": claims,
        }  # fmt: skip
        parts = [_coded(json.dumps(part).encode()) for part in ({"typ": "JWT", "alg": "ed25519-nkey"}, body)]
        return ".".join([*parts, _coded(issuer.sign(".".join(parts).encode()))])


def _coded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
