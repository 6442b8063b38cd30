"""Large sound briefings as YAML text, the same for the same seed: every kind of entry, every reference good.

`python -m benchmarks.generator --entries N > file` writes one.
"""

import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from random import Random

from benchmarks.entries import Draft
from benchmarks.pool import LEAST
from benchmarks.wording import place

#: Bytes an entry takes, more or less: where the search for a size begins.
_BYTES = 420

#: What a careless author would have written instead: one error finding each, in an entry of its own.
_FLAWS = {
    "status: reported": "status: reprted",
    "kind: claim": "kind: clam",
    "kind: analysis": "kind: analyses",
    "kind: fact": "kind: facts",
    "reliability: B": "reliability: b+",
    "channel: press": "channel: pres",
    "channel: call": "channel: cal",
    "channel: letter": "channel: leter",
    "type: company": "type: compny",
}


def briefing(entries: int, seed: int = 1) -> str:
    """A sound briefing of so many entries, 26 at least."""
    return Draft(entries, Random(seed)).text()


def briefing_of_size(size: int, seed: int = 1) -> str:
    """A sound briefing of so many bytes, or up to 6 per cent less. Raises ValueError under 15,000."""
    if size < 15_000:
        raise ValueError("less than 15,000 bytes do not hold one entry of every kind")
    entries = max(size // _BYTES, LEAST)
    while True:
        text = briefing(entries, seed)
        written = len(text.encode())
        if 0.94 * size <= written <= size:
            return text
        entries = max(int(entries * size / written * 0.98), LEAST)


def flawed(text: str, count: int) -> str:
    """A generated briefing with as many errors as that, spread over the whole text."""
    found = list(re.finditer("|".join(re.escape(sound) for sound in _FLAWS), text))
    if len(found) < count:
        raise ValueError(f"the text is too short for {count} errors: there is room for {len(found)}")
    chosen = [found[n * len(found) // count] for n in range(count)]
    parts, at = [], 0
    for match in chosen:
        parts += [text[at : match.start()], _FLAWS[match.group()]]
        at = match.end()
    return "".join([*parts, text[at:]])


def event_list(rows: int) -> str:
    """A briefing that is little more than a list of events in one line each, up to 100,000 in what a file may hold."""
    return "\n".join(_event_lines(rows)) + "\n"


def _event_head() -> Iterator[str]:
    yield "title: Generated list of events"
    yield "as_of: 2026-05-18"
    yield "status: exercise"
    yield "situation: {bottom_line: One event after another.}"


def _event_lines(rows: int) -> Iterator[str]:
    yield from _event_head()
    yield "events:"
    for n in range(rows):
        yield f"  e{n}: {{title: Trip {n}, when: 2026-0{1 + n % 4}-{1 + n % 28:02}}}"


def timed_events(rows: int) -> str:
    """A briefing of events as in an incident: most to the minute, some that last or go on, with who took part."""
    return "\n".join([*_event_head(), *_timed_lines(rows)]) + "\n"


def _timed_lines(rows: int) -> Iterator[str]:
    random = Random(rows)
    yield "actors: {ferry: Ferry, office: Grid office}"
    yield "events:"
    for n in range(rows):
        moment = f"2026-0{1 + n * 4 // rows}-{1 + n * 112 // rows % 28:02}"
        if n % 10 == 9:
            moment = f"{moment[:7]}-XX" if n % 50 == 49 else f"{moment}~"
        else:
            hour = random.randrange(18)
            moment += f"T{hour:02}:{random.randrange(60):02}+02:00"
            if n % 12 == 5:
                moment += f"/{moment[:11]}{hour + random.randrange(1, 6):02}:59+02:00"
            elif n % 200 == 7:
                moment += "/.."
        status = ("reported", "claimed", "confirmed", "corroborated", "disputed")[n % 5]
        said = f"Trip {n} of the ferry to {place(n)} with a spare pump, as the office says"
        parts = "participants: {initiator: ferry, host: office}"
        yield f"  e{n}: {{title: '{said}', when: {moment}, status: {status}, {parts}}}"


def main() -> None:
    """Writes a briefing to standard output."""
    parser = ArgumentParser(prog="python -m benchmarks.generator", description=__doc__)
    parser.add_argument("--entries", type=int, help="how many entries (26 or more)")
    parser.add_argument("--bytes", type=int, help="or how large, in bytes (15000 or more)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.bytes:
        text = briefing_of_size(options.bytes, options.seed)
    else:
        text = briefing(options.entries or 1000, options.seed)
    sys.stdout.buffer.write(text.encode())


if __name__ == "__main__":
    main()
