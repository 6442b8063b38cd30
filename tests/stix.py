"""Briefings the size of a published threat report, for tests of what is big enough to be hard to look at.

`report_briefing(folder)` writes one that is always the same: 76 entries, 30 relations between 26 actors. Pictures are
taken of that one. `stix_briefing(folder, corpora, "apt1")` writes a real report out of the corpora.
"""

import json
from pathlib import Path
from typing import Any

import yaml

from briefing_tui.model.reference import slug

#: How many entries and relations the made-up report has: those of apt1.json.
ENTRIES, RELATIONS = 76, 30

_ACTORS = {
    "identity": "person",
    "threat-actor": "group",
    "intrusion-set": "group",
    "campaign": "group",
    "malware": "unknown",
    "tool": "unknown",
    "attack-pattern": "unknown",
    "vulnerability": "unknown",
    "course-of-action": "unknown",
}
_RELATIONS = {"attributed-to": "part-of"}

# fmt: off
_ANIMALS = (
    "Adder", "Badger", "Civet", "Dingo", "Egret", "Falcon", "Gannet", "Heron", "Ibis", "Jackal", "Kestrel", "Lynx",
    "Marten",
)
_TOOLS = (
    "Anvil", "Bellows", "Chisel", "Drill", "Easel", "File", "Gauge", "Hammer", "Iron", "Jig", "Kiln", "Lathe", "Mallet",
)
_STEPS = (
    "first contact", "foothold", "wider access", "looking round", "moving on", "staying", "copying", "sending out",
    "cleaning up",
)
# fmt: on


def stix_briefing(folder: Path, corpora: Path, name: str = "apt1") -> Path:
    """A STIX bundle of the corpora as a briefing in a folder.

    Whatever acts or is used is an actor; `uses`, `targets` and the like are relations, what indicators indicate stands
    as links in their text, steps of an attack are events as well, and the report is the one source.
    """
    objects: list[dict[str, Any]] = json.loads((corpora / "stix" / f"{name}.json").read_text("utf-8"))["objects"]
    ids: dict[str, str] = {}
    for each in objects:
        ids[each["id"]] = _fresh(slug(each.get("name", "")) or each["type"], set(ids.values()), each["type"])
    acting = {each["id"]: each for each in objects if each["type"] in _ACTORS}
    relations = [each for each in objects if each["type"] == "relationship"]
    report = next(each for each in objects if each["type"] == "report")
    actors: dict[str, Any] = {
        ids[id]: {"name": each["name"], "type": _ACTORS[each["type"]], "sources": "report"}
        for id, each in acting.items()
    }
    indicated: dict[str, list[str]] = {}
    used: dict[str, list[str]] = {}
    for relation in relations:
        source, target, type = relation["source_ref"], relation["target_ref"], relation["relationship_type"]
        if source not in acting:
            indicated.setdefault(source, []).append(ids[target])
            continue
        ref = ids[target] if type in _RELATIONS else {"ref": ids[target], "note": type}
        actors[ids[source]].setdefault("relations", {}).setdefault(_RELATIONS.get(type, "other"), []).append(ref)
        used.setdefault(source, []).append(ids[target])
    events = {
        f"step-{n}": {
            "title": each["name"],
            "when": each.get("created", "unknown")[:10],
            "participants": {"initiator": ids[each["id"]], "other": used.get(each["id"], [])},
            "sources": "report",
        }
        for n, each in enumerate([each for each in objects if each["type"] == "attack-pattern"], 1)
    }
    indicators = {
        ids[each["id"]]: {
            "text": " ".join([each["name"], *(f"[[{id}]]" for id in indicated.get(each["id"], ()))]),
            "status": "seen",
        }
        for each in objects
        if each["type"] == "indicator"
    }
    return _written(
        folder / f"{name}.yaml",
        {
            "title": report["name"],
            "as_of": report["published"][:10],
            "status": "historical",
            "situation": {"bottom_line": f"{report['name']} [^report]."},
            "actors": actors,
            "events": events,
            "outlook": {"indicators": indicators},
            "sources": {"report": {"title": report["name"], "date": report["published"][:10], "reliability": "B"}},
        },
    )


def report_briefing(folder: Path) -> Path:
    """A made-up report of the same size, with something in every pane."""
    groups = [animal.lower() for animal in _ANIMALS]
    tools = [tool.lower() for tool in _TOOLS]
    actors: dict[str, Any] = {
        **{group: {"name": f"Group {name}", "type": "group"} for group, name in zip(groups, _ANIMALS, strict=True)},
        **{tool: {"name": f"{name} toolkit", "type": "unknown"} for tool, name in zip(tools, _TOOLS, strict=True)},
    }

    def relate(source: str, type: str, target: Any) -> None:
        actors[source].setdefault("relations", {}).setdefault(type, []).append(target)

    for part, whole in (
        ("badger", "adder"),
        ("civet", "adder"),
        ("dingo", "adder"),
        ("egret", "badger"),
        ("ibis", "heron"),
    ):
        relate(part, "part-of", whole)
    for n, tool in enumerate(tools[:10]):
        relate("civet" if n < 7 else "dingo", "supplies", {"ref": tool, "note": "by the hashes found"})
    for n in range(6):
        relate(groups[n + 1], "other", {"ref": tools[n], "note": "uses"})
    for source, type, target in (
        ("falcon", "opposes", {"ref": "adder", "by": "falcon"}),
        ("gannet", "allied-with", {"ref": "falcon", "by": "report"}),
        ("heron", "monitors", "adder"),
        ("jackal", "supports", {"ref": "egret", "since": "2011", "until": "2013-04"}),
        ("kestrel", "counterpart-of", "lynx"),
        ("adder", "commands", "egret"),
        ("egret", "supports", "adder"),
        ("gannet", "mediates-between", "adder"),
        ("gannet", "mediates-between", "heron"),
    ):
        relate(source, type, target)
    events = {
        f"step-{n}": {
            "title": f"{_STEPS[n % 9].capitalize()} at site {n // 9 + 1}",
            "when": f"{2011 + n // 9}-{n % 9 + 1:02}" + ("-14" if n % 3 else "~" if n % 2 else ""),
            "status": ("claimed", "reported", "corroborated", "confirmed")[n % 4],
            "participants": {"initiator": groups[n % 5], "other": [tools[n % 13]], "target": groups[7 + n % 3]},
            "sources": "report" if n % 2 else "log",
        }
        for n in range(18)
    }
    communications = {
        f"word-{n}": {
            "from": groups[n % 5],
            "to": groups[(n * 3 + 5) % 12],
            "text": f"Word about [[step-{n}]].",
            "when": f"{2011 + n // 5}-{n + 1:02}-20T{n + 8:02}:30Z",
            "channel": ("social", "letter", "call")[n % 3],
            "about": f"step-{n}",
        }
        for n in range(8)
    }
    judgements = {
        f"judged-{n}": {
            "text": f"Group {_ANIMALS[n]} goes on through [[{tools[n]}]].",
            "likelihood": ("likely", "unlikely", "very likely", "roughly even chance")[n],
            "confidence": ("low", "moderate", "high")[n % 3],
            "evidence": [f"step-{n}", {"ref": f"step-{n + 4}", "bearing": "contradicts"}],
        }
        for n in range(4)
    }
    scenarios = {
        "on": {"title": "They go on", "likelihood": "likely", "role": "most-likely"},
        "wider": {"title": "They go wider", "likelihood": "unlikely", "role": "most-dangerous"},
        "off": {"title": "They stop", "likelihood": "very unlikely", "role": "best-case"},
    }
    indicators = {
        f"sign-{n}": {
            "text": f"Name {n} of [[{tools[n]}]] is seen again",
            "points_to": ("on", "wider", "off")[n % 3],
            "status": ("not-seen", "emerging", "seen")[n % 3],
        }
        for n in range(12)
    }
    sources = {
        "report": {"title": "The report", "publisher": "A laboratory", "date": "2013-02-18", "reliability": "B"},
        "log": {"title": "Network log", "date": "2012-11", "reliability": "A"},
    }
    gaps = {f"gap-{n}": {"text": f"Who pays group {_ANIMALS[n]}."} for n in range(3)}
    return _written(
        folder / "report.yaml",
        {
            "title": "A report on thirteen groups and thirteen tools",
            "as_of": "2013-05-01",
            "status": "test",
            "tlp": "CLEAR",
            "situation": {"bottom_line": "[[adder]] works through [[civet]] [^report].", "gaps": gaps},
            "actors": actors,
            "events": events,
            "communications": communications,
            "outlook": {"judgements": judgements, "scenarios": scenarios, "indicators": indicators},
            "sources": sources,
        },
    )


def _fresh(id: str, taken: set[str], type: str) -> str:
    id = id if id not in taken else f"{type}-{id}"
    return id if id not in taken else next(f"{id}-{n}" for n in range(2, 10_000) if f"{id}-{n}" not in taken)


def _written(path: Path, data: dict[str, Any]) -> Path:
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100), "utf-8")
    return path
