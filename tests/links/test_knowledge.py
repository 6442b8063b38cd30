"""What was known when: by when it was reported, said, dated; what has no time was always known."""

from briefing_tui.links.knowledge import Knowledge
from briefing_tui.model.time import When
from tests.links.written import loaded

BODY = """
    situation:
      bottom_line: B.
      statements:
        early: {text: Early., sources: [old, new]}
        bare: {text: Bare.}
    actors: {a: A}
    events:
      crest: {title: Crest, when: 2026-03-05, phase: expected}
      told: {title: Told later, when: 2026-03-01, reported_at: 2026-03-04T10:00Z}
      plain: {title: Plain, when: 2026-03-02/2026-03-04}
      lost: {title: Lost, when: unknown}
    communications:
      call: {from: a, text: T., when: 2026-03-03}
    sources:
      old: {title: Old, date: 2026-03-02}
      new: {title: New, date: 2026-03-04}
"""


def at(text: str) -> int:
    found = When.parse(text).earliest
    assert found is not None
    return found


def knowledge() -> Knowledge:
    briefing = loaded(BODY).briefing
    assert briefing is not None
    return Knowledge(briefing)


def test_each_kind_has_its_time() -> None:
    known = knowledge()
    assert known.known_at("told") == at("2026-03-04T10:00Z")
    assert known.known_at("plain") == at("2026-03-02")
    assert known.known_at("call") == at("2026-03-03")
    assert known.known_at("early") == at("2026-03-02")
    for always in ("crest", "lost", "bare", "a", "nothing-such"):
        assert known.known_at(always) is None


def test_later_is_what_was_not_known_then() -> None:
    later = knowledge().later(at("2026-03-03"))
    assert {id for id in ("told", "plain", "call", "early", "crest", "new", "old", "bare") if later(id)} == {
        "told",
        "new",
    }


def test_steps_go_through_every_moment_once() -> None:
    known = knowledge()
    steps = []
    now = known.before(None)
    while now is not None:
        steps.append(known.display(now))
        now = known.before(now)
    assert steps == ["4 Mar 2026 10:00Z", "4 Mar 2026", "3 Mar 2026", "2 Mar 2026"]
    assert known.after(at("2026-03-02")) == at("2026-03-03")
    assert known.after(at("2026-03-04T10:00Z")) is None
    assert known.counted(at("2026-03-03")) == (4, 6)


def test_without_times_there_is_nothing_to_step_through() -> None:
    briefing = loaded("actors: {a: A}").briefing
    assert briefing is not None
    assert Knowledge(briefing).before(None) is None
