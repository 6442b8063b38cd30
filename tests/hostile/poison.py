"""Briefings in whose every field stands a string, made from the models' own shapes: sound ones, and unsound ones."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from briefing_tui.checks.manuals import manual
from briefing_tui.model.text import is_blank
from briefing_tui.source.codes import CODES
from tests.blocks.filled import Filling, filled, leaves, written

_SURROGATE = re.compile("[\ud800-\udfff]")
#: YAML takes no longer key for one that stands on a line.
_KEY = 90
#: What is keyed by something else than the format's words: a key of one's own would not stand alone there.
_TABLES = ("relations", "participants", "contested_terms", "confirmed_by_recipient")


def poisoned(texts: Sequence[str], shift: int, order: Sequence[tuple[str, str]] = ()) -> str:
    """A sound briefing, every free field of every kind filled with one of the texts; with each shift with another.

    `order` is what is presented, each with its view, if it has one.
    """
    base = filled()
    data = json.loads(json.dumps(base.data))
    for n, path in enumerate(_free(base)):
        text = texts[(n + shift) % len(texts)]
        _put(data, path, _said(text, n + shift, path[-1]))
    for n, here in enumerate(_mappings(data)):
        here[f"x-{n}"] = {_key(texts[(n + shift) % len(texts)]): _expressible(texts[(n + 7 * shift) % len(texts)])}
    if order:
        step = data["running_order"][0]
        data["running_order"] = [{**step, "show": show, **({"view": view} if view else {})} for show, view in order]
        for made in [made for made, (_, view) in zip(data["running_order"], order, strict=True) if not view]:
            del made["view"]
    terms = data["contested_terms"]
    data["contested_terms"] = {_key(texts[(shift + n) % len(texts)]): next(iter(terms.values())) for n in range(5)}
    return written(data)


def rounds(texts: Sequence[str]) -> int:
    """How many shifts there are before every text has stood in every field."""
    return len(texts)


def fields() -> int:
    """How many free fields there are."""
    return len(_free(filled()))


def unsound(texts: Sequence[str], shift: int) -> str:
    """A briefing with a sound header, all else wrong: texts for times, numbers, words of a vocabulary, ids and keys."""
    data = json.loads(json.dumps(filled().data))
    sound = {key: data[key] for key in ("title", "as_of", "tlp")}
    places = list(leaves(data))
    for n, path in enumerate(places):
        _put(data, path, texts[(n + shift) % len(texts)])
    for n, here in enumerate(_mappings(data)):
        key = _key(texts[(n + shift) % len(texts)])
        # As many ids as keys are wrong: an entry of its own each time, so that all that is in one is looked at as well.
        here[key] = here[next(iter(here))] if n % 2 else _expressible(texts[(n + 3 * shift) % len(texts)])
    return written({**data, **sound, "situation": {"bottom_line": "x", "highlights": data["situation"]["highlights"]}})


def headless(texts: Sequence[str], shift: int) -> str:
    """What is no briefing, since nothing is right in its header."""
    at = [texts[(shift + n) % len(texts)] for n in range(6)]
    data: dict[str, Any] = {"title": [at[0]], "as_of": at[1], "tlp": at[2], "situation": {_key(at[3]): at[4]}}
    return written({**data, _key(at[5]): at[0]})


def broken(text: str) -> Iterator[tuple[str, str]]:
    """Files that break each rule of YAML and of the format, with a text as it is where their words were: code, text.

    The text stands in them unescaped, controls and all: what a terminal is shown of a file's lines.
    """
    for code in CODES:
        if code[0] in "YML" and (bad := manual(code).bad):
            head = "" if bad.startswith("title:") else "title: T\nas_of: 2026-03-04\nsituation: {bottom_line: x}\n"
            yield (
                code,
                f"{head}x-{_line(text)}: {_line(text)}\n{bad.replace('The crest', _line(text))}# {_line(text)}\n",
            )
    yield "Y201", f"title: [{text}\n"
    yield "Y206", f"title: !{text} x\n"
    yield "Y204", f"title: *{text}\n"
    yield "Y217", f"title: @{text}\n"
    yield "Y209", f"title: {text}\n--- {text}\n{text}\n"
    yield "Y210", f"- {text}\n"
    yield "Y201", text


def _line(text: str) -> str:
    return text.replace("\n", " ").replace("\r", "\r ")


def _free(filling: Filling) -> list[tuple[str | int, ...]]:
    """The fields that take any text."""
    # The name of a table's key is no place in it.
    return [path for path, marker in filling.markers.items() if marker.startswith("mark") and path[-1] != "key"]


def _put(data: Any, path: tuple[str | int, ...], text: str) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = _expressible(text)


def _said(text: str, way: int, field: str | int) -> str:
    """The text as it stands in a field: alone where it can, among letters, and in what makes links and emphasis."""
    ways = [text if not is_blank(text) else f"x{text}x", f"x{text}x"]
    if field in ("text", "summary", "background", "notes", "bottom_line", "note", "quote"):
        ways += [
            f"[[the-actor|{text}]] [^the-source: {text}] **{text}** `{text}`",
            f"[[{text}]] [[{text}|{text}]] [^{text}]\n\n- {text}\n- {text}\n\n{text}\n> {text}",
        ]
    return ways[way % len(ways)]


def _key(text: str) -> str:
    return _expressible(text[:_KEY]) or "empty"


def _expressible(text: str) -> str:
    """The text without lone surrogates, for which YAML has no escape: that file is broken, and one of those."""
    return _SURROGATE.sub("\ufffd", text)


def _mappings(data: Any, called: str | int = "") -> list[dict[str, Any]]:
    """The mappings of a format's keys."""
    if isinstance(data, list):
        return [found for value in data for found in _mappings(value)]
    if not isinstance(data, dict):
        return []
    own = [] if called in _TABLES or any(key.startswith("the-") for key in data) else [data]
    return own + [found for key, value in data.items() for found in _mappings(value, key)]
