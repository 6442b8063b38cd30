"""What tests of sharing are given: a presented file, a real broker, and a room in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_tui.meeting.address import Broker, broker_at
from tests.meeting.rooms import FILE, Server


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture
def room(server: Server) -> Broker:
    return broker_at(server.url, "flood")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_bytes(FILE)
    return path
