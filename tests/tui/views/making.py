"""Briefings of events with whatever times: what the tests of views that go by time share."""

import datetime
import json
from collections.abc import Sequence
from random import Random
from typing import Any

from hypothesis import strategies as st

from briefing_tui.blocks.scope import Scope
from briefing_tui.links.index import Links
from briefing_tui.model.time import When
from briefing_tui.source.load import load_text

_MARKS = ("", "", "", "?", "~", "%")
_ZONES = ("", "Z", "+01:00", "-05:00", "-05:00", "-05:00", "+14", "-14:00", "+05:30")
_STATUSES = ("claimed", "reported", "corroborated", "confirmed", "disputed", "denied", "retracted")
_PHASES = ("planned", "expected", "ongoing", "ended")
_ROLES = ("initiator", "target", "affected", "ally", "mediator", "observer", "host", "other")
_WORDS = ("convoy", "bridge", "before", "inspection", "of", "the", "lower", "gate", "and", "reaches", "a", "northern")


def _sound(text: str) -> bool:
    try:
        When.parse(text)
    except ValueError:
        return False
    return True


_marks = st.sampled_from(_MARKS)
#: Close together, so that days are shared, and anywhere, in the years of the calendar and before them.
_days = st.one_of(
    st.dates(datetime.date(2026, 2, 27), datetime.date(2026, 3, 5)).map(str),
    st.dates().map(str),
    st.builds("-{:04}-{:02}-{:02}".format, st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28)),
)
_times_of_day = st.builds(
    "T{:02}:{:02}{}{}".format,
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["", "", ":07"]),
    st.sampled_from(_ZONES),
)
_moments = st.builds(
    "{}{}".format,
    st.one_of(
        _days,
        st.builds("{}{}".format, _days, _times_of_day),
        _days.map(lambda day: day.rsplit("-", 1)[0]),
        _days.map(lambda day: day.rsplit("-", 2)[0]),
        st.builds("{:04}-{}".format, st.integers(0, 9999), st.integers(21, 24)),
        st.builds("Y{}{}".format, st.sampled_from(["", "-"]), st.integers(10_000, 999_999_999)),
        st.builds("{:03}X".format, st.integers(0, 999)),
        st.builds("{:02}XX".format, st.integers(0, 99)),
        _days.map(lambda day: f"{day.rsplit('-', 1)[0]}-XX"),
        _days.map(lambda day: f"{day.rsplit('-', 2)[0]}-XX"),
        _days.map(lambda day: f"{day.rsplit('-', 2)[0]}-XX-XX"),
    ),
    _marks,
)
#: Every form a time may be written in: to the second or the century, intervals open or unknown on either side, unknown.
times = st.one_of(
    st.just("unknown"),
    _moments,
    st.builds("{}/{}".format, _moments, _moments),
    st.builds("{}/{}".format, _moments, st.sampled_from(["", ".."])),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), _moments),
).filter(_sound)


@st.composite
def events(draw: st.DrawFn, most: int = 14) -> dict[str, dict[str, Any]]:
    """Events of a briefing with three actors, by their ids, as a file has them."""
    found = {}
    for n in range(draw(st.integers(0, most))):
        event: dict[str, Any] = {"title": draw(st.sampled_from(_TITLES)), "when": draw(times)}
        for key, values in (("status", _STATUSES), ("phase", _PHASES)):
            if value := draw(st.sampled_from((None, *values))):
                event[key] = value
        if draw(st.booleans()):
            event["reported_at"] = draw(times)
        roles = draw(st.lists(st.tuples(st.sampled_from(_ROLES), st.sampled_from(ACTORS)), max_size=3))
        if roles:
            event["participants"] = dict(roles)
        found[f"e{n}"] = event
    return found


ACTORS = ("town", "authority", "relief")
_TITLES = (
    "Gate 2 opens",
    "The River Authority keeps the relief sluice shut until ten in the evening, against the farmers' demand",
    "水位が堤防の最も低い所を超える",
    "Überschwemmungsgebietsverordnungsdurchführungsbestimmungenaufhebungsgesetz",
    "e\u0301",
)


def briefing_of(found: dict[str, dict[str, Any]]) -> Scope:
    """The scope of a briefing of events. Fails the test where it is not sound."""
    data = {
        "title": "Made",
        "as_of": "2026-03-04T18:00-05:00",
        "situation": {"bottom_line": "Something happens."},
        "actors": {
            "town": {"name": "Town of Harrow Bend", "short": "the town"},
            "authority": "River Authority",
            "relief": "Valley Relief",
        },
        "events": found,
    }
    if not found:
        del data["events"]
    loaded = load_text(json.dumps(data, ensure_ascii=False), "made")
    assert loaded.briefing is not None, loaded.diagnostics
    assert not loaded.briefing.omitted, loaded.diagnostics
    return Scope(loaded.briefing, Links(loaded.briefing))


def at(*whens: str, **more: Sequence[Any]) -> Scope:
    """A briefing with an event at each of some times, `e0`, `e1` and so on; `more` has other fields, one value each."""
    return briefing_of(
        {
            f"e{n}": {
                "title": f"Event {n}",
                "when": when,
                **{key: values[n] for key, values in more.items() if values[n] is not None},
            }
            for n, when in enumerate(whens)
        }
    )


def many(count: int, seed: int = 1) -> Scope:
    """A briefing of so many events over a year, most to the day or the minute; one seed, one briefing."""
    random = Random(seed)
    return briefing_of({f"e{n}": _event(random, n) for n in range(count)})


def _event(random: Random, n: int) -> dict[str, Any]:
    event: dict[str, Any] = {
        "title": " ".join([*random.sample(_WORDS, random.randint(2, 9)), str(n)]),
        "when": _when(random),
        "status": random.choice(_STATUSES),
        "participants": {random.choice(_ROLES): random.choice(ACTORS) for _ in range(random.randint(0, 2))},
    }
    if random.random() < 0.2:
        event["phase"] = random.choice(_PHASES)
    if random.random() < 0.2:
        event["reported_at"] = f"2026-{random.randint(1, 12):02}-{random.randint(1, 28):02}T12:00-05:00"
    return event


def _when(random: Random) -> str:
    month, kind = random.randint(1, 12), random.random()
    day = random.randint(1, 28)
    mark = random.choice(_MARKS)
    moment = f"2026-{month:02}-{day:02}"
    if kind < 0.04:
        return "unknown"
    if kind < 0.1:
        return f"{random.choice(('2026', '202X', '19XX', '2026-21', moment[:7], f'{moment[:7]}-XX'))}{mark}"
    if kind < 0.6:
        moment += f"T{random.randint(0, 23):02}:{random.randint(0, 59):02}{random.choice(_ZONES)}"
    if kind > 0.97:
        return random.choice((f"{moment}{mark}/..", f"{moment}{mark}/", f"../{moment}{mark}", f"/{moment}{mark}"))
    if kind > 0.85:
        # Over the end of a month the end may come first: those are moments.
        until = f"{moment}/2026-{month:02}-{min(28, day + random.randint(0, 4)):02}{mark}"
        return until if _sound(until) else moment
    return moment + mark
