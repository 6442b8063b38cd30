from pathlib import Path

import pytest

from briefing_tui.meeting import address
from briefing_tui.meeting.address import broker_at, safe_room
from briefing_tui.meeting.link import CannotShareError

pytest.importorskip("nats")
SECRET = "s3cr3t"


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("USER", "PASSWORD", "TOKEN", "CREDS", "CA", "CERT", "KEY"):
        monkeypatch.delenv(f"NATS_{name}", raising=False)


def test_an_address_is_taken_apart() -> None:
    broker = broker_at(f"nats://anna:{SECRET}%40%2F@Broker.Example:4333", "Harrow Bend 2")
    assert broker.servers == ("nats://broker.example:4333",)
    assert (broker.user, broker.password, broker.token) == ("anna", f"{SECRET}@/", None)
    assert (broker.room, broker.shown, broker.tls) == ("harrow-bend-2", "broker.example:4333", False)
    assert broker_at(f"tls://{SECRET}@[::1]", "r").token == SECRET
    assert broker_at("tls://[::1]", "r").servers == ("tls://[::1]:4222",)
    assert broker_at("localhost", "r").servers == ("nats://localhost:4222",)
    assert broker_at("nats://a, nats://b:5", "r").shown == "a:4222, b:5"
    assert broker_at("tls://a", "r").tls


def test_what_is_not_said_there_is_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NATS_USER", "anna")
    monkeypatch.setenv("NATS_PASSWORD", SECRET)
    broker = broker_at("nats://a", "r")
    assert (broker.user, broker.password) == ("anna", SECRET)
    assert broker_at("nats://ben:other@a", "r").password == "other"


@pytest.mark.parametrize(
    "via",
    [
        "", " , ", "http://a", "nats://", f"nats://x:{SECRET}@", f"nats://x:{SECRET}@host:port", f"nats://x:{SECRET}@a:99999",
        f"nats://x:{SECRET}@a b", f"nats://x:{SECRET}@a/room", f"nats://x:{SECRET}@a?x", f"{SECRET}://a", "nats://[::1",
        f"nats://x:{SECRET}@a\x1b[31m", "nats://a:0",
    ],
)  # fmt: skip
def test_what_is_no_address_is_said_without_its_password(via: str) -> None:
    with pytest.raises(CannotShareError, match="--via") as found:
        broker_at(via, "r")
    assert SECRET not in str(found.value)


def test_nothing_that_is_shown_of_a_broker_has_a_password_in_it(tmp_path: Path) -> None:
    file = tmp_path / "user.creds"
    file.write_text(f"-----BEGIN NATS USER JWT-----\n{SECRET}\n-----BEGIN USER NKEY SEED-----\n{SECRET}\n")
    for via in (f"nats://anna:{SECRET}@a", f"nats://{SECRET}@a"):
        broker = broker_at(via, "r", file)
        assert broker.creds
        assert SECRET not in repr(broker)
        assert SECRET not in broker.shown


def test_a_file_that_holds_no_credentials_is_found_out_at_once(tmp_path: Path) -> None:
    for name in (tmp_path / "none.creds", tmp_path, "n" * 5_000, "~nobody-of-this-name/x", "a\0b"):
        with pytest.raises(CannotShareError, match="cannot be read"):
            broker_at("nats://a", "r", name)
    (tmp_path / "some.creds").write_text("something else")
    with pytest.raises(CannotShareError, match="no NATS credentials"):
        broker_at("nats://a", "r", tmp_path / "some.creds")


@pytest.mark.parametrize("missing", ["nats", "nkeys"])
def test_what_is_not_installed_is_said_with_how_to_get_it(
    missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "find_spec", lambda name: None if name == missing else object())
    with pytest.raises(CannotShareError, match="pip install"):
        broker_at("nats://a", "r", tmp_path / "x.creds")


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("harrow-bend-2", "harrow-bend-2"),
        ("Qarabağ 2023", "qarabag-2023"),
        ("a.b > c*", "a-b-c"),
        ("x" * 500, "x" * 64),
    ],
)
def test_a_room_is_one_token(text: str, room: str) -> None:
    assert safe_room(text) == room


@pytest.mark.parametrize("text", ["", "...", "Карабах", "\u202e", "\udcff", "日本", "a\r\nPUB x 0"])
def test_any_text_makes_a_token_of_its_own(text: str) -> None:
    room = safe_room(text)
    assert room
    assert set(room) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")
    assert safe_room("Арцах") != safe_room("Карабах")
