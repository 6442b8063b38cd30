"""The long pass for garbage is made while nobody presses a key."""

import gc

import pytest

from briefing_tui.tui import sweeping
from briefing_tui.tui.sweeping import Sweeping


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_not_while_keys_are_pressed(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, passes = _Clock(), list[float]()
    monkeypatch.setattr(sweeping, "monotonic", clock)
    monkeypatch.setattr(gc, "collect", lambda: passes.append(clock.now))
    monkeypatch.setattr(gc, "freeze", lambda: None)
    swept = Sweeping()
    for _ in range(20):
        swept.was_heard()
        clock.now += 0.3
        swept.look()
    assert passes == []
    clock.now += 1
    swept.look()
    assert passes == [clock.now]


def test_no_pass_by_itself_comes_soon() -> None:
    thresholds = gc.get_threshold()
    try:
        Sweeping().begin()
        assert gc.isenabled()
        assert gc.get_threshold()[2] >= 100
    finally:
        gc.set_threshold(*thresholds)
