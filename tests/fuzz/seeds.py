"""The texts that mutations begin with: what ships and parts of it, what tests call hostile, and corpora if present."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import ROOT, SHIPPED
from tests.source.briefings import SOUND
from tests.source.test_doctor import CASES
from tests.tui.reading import SMALL
from tests.tui.talking import ordered

_CORPORA = ROOT.parent / "shared" / "corpora"
_HEAD = "title: T\nas_of: 2026-03-04\nsituation:\n  bottom_line: High water in [[town]].\n"

#: A part of a briefing as small as this stands alone, in characters.
_PART = 1_500


def seeds() -> list[str]:
    """All of them. The small ones stand several times: they are quick to read."""
    small = [SOUND, SMALL, _HEAD, ordered("running_order:\n  - {show: highlights, minutes: 3}\n")[:1500]]
    found = [*small * 8, *(source for _, _, source in CASES), *_shipped(), *_hostile(), *_examples(), *_corpora()]
    return [text for text in found if text]


def _shipped() -> Iterator[str]:
    """Parts of the shipped briefings, each under a head that makes it a briefing."""
    for path in SHIPPED:
        for part in re.split(r"(?m)^(?=\S)", path.read_text("utf-8")):
            key = part.partition(":")[0]
            if key in ("title", "as_of", "situation"):
                yield part[:_PART] if key == "situation" else f"{_HEAD}{part}"
                continue
            entries = re.split(r"(?m)^(?=  \S)", part)
            head = _HEAD + entries[0]
            text = head
            for entry in entries[1:]:
                if len(text) + len(entry) > _PART and text != head:
                    yield text
                    text = head
                text += entry
            yield text[: 2 * _PART]


def _hostile() -> Iterator[str]:
    from tests.tui.hostile import hostile

    for seed in range(3):
        data = hostile(seed, actors=3, events=2, messages=2, names=("a", "[[a1]] x", "水\u0301"))
        yield json.dumps(data, ensure_ascii=False)


def _examples() -> Iterator[str]:
    """The good and bad examples of the manuals."""
    from briefing_tui.checks.examples import whole
    from briefing_tui.checks.listing import RULES

    for rule in RULES:
        yield from (whole(example) for example in (rule.bad, rule.good) if len(example) < _PART)


def _corpora() -> Iterator[str]:
    if not _CORPORA.is_dir():
        return
    for document in json.loads((_CORPORA / "yaml-test-suite.json").read_text("utf-8")):
        yield _HEAD + "x-own:\n" + "".join(f"  {line}" for line in document["yaml"].splitlines(keepends=True))
    for string in json.loads((_CORPORA / "blns.json").read_text("utf-8")):
        yield f"{_HEAD}  background: {string}\n"
    for path in sorted((_CORPORA / "atlas-case-studies").glob("*.yaml"))[:10]:
        yield path.read_text("utf-8")[:_PART]


def regressions() -> list[Path]:
    """Inputs that once broke something, smallest form."""
    return sorted((Path(__file__).resolve().parents[1] / "source" / "regressions").glob("*.yaml"))
