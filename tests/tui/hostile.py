"""Briefings nobody would write who means well: what the tests share that try to break the screen."""

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

NAMES = (
    "x" * 500,
    "word " * 100,
    "水" * 250,
    "👩‍👩‍👧‍👦" * 60,
    "🏳️‍🌈 flag 🇫🇷🇩🇪 👍🏽",
    "\u202eelttil si sihT\u202c and \u2066more\u2069 \u200fשלום עולם مرحبا بالعالم",
    "Z" + "\u0301" * 40 + "algo" + "\u0489" * 30,
    "a",
    "[[a1]] [red]bold[/red] \x1b[31mred",
    "各 mixed 水位 x",
    "ﷺ ‮ 𒐫𒈙 ꧅",
    "\u200b\u200dz\u200d",
    "tab\tand\nline",
)
#: Ids that groups, views, marks and rows are named by.
IDS = ("messages", "events-all", "shared", "view", "mark", "lanes", "timeline", "list", "lane", "line", "a-", "0", "00")
WHENS = (
    "-0044-03-15", "-9999", "Y-999999999", "Y170000002", "Y999999999", "0000", "0001-01-01", "9999-12-31T23:59:59Z",
    "unknown", "2026-03-04", "2026-03-04T12:00Z", "2026-03-04T12:00", "2026-03-04T12:00+14", "../2026", "2026/..",
    "2026/", "/2026", "19XX", "2026-XX-XX", "2026-22", "Y-170000002/Y170000002", "2026-03-04~", "2026-03-04%",
)  # fmt: skip
ROLES = ("initiator", "target", "affected", "ally", "mediator", "observer", "host", "other")
RELATIONS = (
    "part-of", "commands", "member-of", "allied-with", "opposes", "mediates-between", "monitors", "supports",
    "supplies", "counterpart-of", "successor-of", "other",
)  # fmt: skip
LIKELIHOODS = ("almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "almost certain")
STATUSES = ("claimed", "reported", "corroborated", "confirmed", "disputed", "denied", "retracted")


def hostile(
    seed: int = 0,
    *,
    actors: int = 12,
    events: int = 30,
    messages: int = 30,
    whens: Sequence[str] = WHENS,
    names: Sequence[str] = NAMES,
) -> dict[str, Any]:
    """A briefing's data, by its seed: some of everything, in no sensible proportion."""
    chance = Random(seed)
    ids = [*IDS, *(f"a{n}" for n in range(actors))][:actors]
    made = [f"e{n}" for n in range(events)]
    sources = ["s0", "s1", "s2", "messages-to"]
    scenarios, judgements = ["sc0", "sc1", "sc2"], ["j0", "j1", "j2"]

    def name() -> str:
        return chance.choice(names)

    def some(of: Sequence[str], most: int = 3) -> list[str]:
        return chance.sample(of, min(len(of), chance.randint(0, most)))

    def anybody(most: int = 3) -> list[str]:
        return some(ids, most) or ["nobody-there"]

    def maybe(key: str, values: Sequence[Any]) -> dict[str, Any]:
        value = chance.choice([None, *values])
        return {} if value is None else {key: value}

    return {
        "title": name(),
        "as_of": "2026-03-04T18:00-05:00",
        "tlp": "GREEN",
        "situation": {"bottom_line": f"{name()} [[a1]] [[nowhere|{'w' * 300}]] [^s0]", "highlights": [name(), name()]},
        "actors": {
            id: {"name": name(), **maybe("short", names), "relations": {
                type: [id, *anybody(4)] for type in some(RELATIONS)
            }}
            for id in ids
        },
        "events": {
            id: {
                "title": name(),
                "when": chance.choice(whens),
                **maybe("reported_at", whens),
                **maybe("status", STATUSES),
                **maybe("phase", ("planned", "expected", "ongoing", "ended")),
                "participants": {role: anybody() for role in some(ROLES)},
                "caused_by": some(made),
                "disputes": some(made),
            }
            for id in made
        },
        "communications": {
            f"c{n}": {
                "from": anybody(),
                "to": chance.choice([["public"], anybody(), [], anybody(12)]),
                "text": name(),
                **maybe("when", whens),
                **maybe("channel", ("press", "letter")),
                "about": some(made),
            }
            for n in range(messages)
        },
        "outlook": {
            "summary": name(),
            "judgements": {
                id: {
                    "text": name(),
                    **maybe("likelihood", LIKELIHOODS),
                    **maybe("confidence", ("low", "moderate", "high")),
                    "evidence": [*some(judgements), *some(made), *some(sources)],
                }
                for id in judgements
            },
            "scenarios": {
                id: {"title": name(), **maybe("likelihood", LIKELIHOODS), **maybe("probability", ("0 %", "100 %"))}
                for id in scenarios
            },
            "indicators": {
                f"i{n}": {
                    "text": name(),
                    "points_to": some([*scenarios, *judgements], 6),
                    "points_away_from": some([*scenarios, *judgements], 6),
                    **maybe("status", ("seen", "not-seen")),
                    "seen_in": some(made),
                    **maybe("checked", whens),
                }
                for n in range(6)
            },
        },
        "sources": {
            id: {"title": name(), **maybe("reliability", "ABCDEF"), "origin": some(sources)} for id in sources
        },
    }  # fmt: skip


def write_hostile(path: Path, data: dict[str, Any]) -> Path:
    """The file of a briefing."""
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path
