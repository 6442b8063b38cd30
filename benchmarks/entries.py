"""The entries of a generated briefing, as careful authors write: a claim has a speaker, a cause precedes its effect."""

from collections.abc import Iterator
from datetime import timedelta

from benchmarks.pool import SCENARIOS, Pool
from benchmarks.wording import DEEDS, TITLES, block, body, place

_LIKELIHOODS = ("very unlikely", "unlikely", "roughly even chance", "likely", "very likely", "almost certain")
_PARTS = ("statement", "section", "figure", "gap")


#: Kinds of evidence, and what is said of how it bears on the judgement.
_BEARINGS = (("statement", ""), ("event", ""), ("communication", "context"), ("source", "contradicts"))


class Draft(Pool):
    """One briefing, written down part by part."""

    def text(self) -> str:
        """The whole file."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield from self._header()
        yield from self._situation()
        for kind in ("actor", "event", "communication"):
            yield f"\n{kind}s:"
            for n, id in enumerate(self.ids[kind]):
                yield from getattr(self, f"_{kind}")(n, id)
        yield from self._outlook()
        yield "\nasks:"
        for n, id in enumerate(self.ids["ask"]):
            yield f"  {id}:"
            yield f"    text: {block(self.say(cite=False), 6)}"
            yield f"    of: {self.one('actor')}"
            yield f"    due: 2026-05-{19 + n % 10}T12:00+02:00"
            yield f"    kind: {('decision', 'action', 'information')[n % 3]}"
        yield "\nsources:"
        for n, id in enumerate(self.ids["source"]):
            yield from self._source(n, id)

    def _header(self) -> Iterator[str]:
        yield f"# Generated: {self.entries} entries about a coast that does not exist."
        yield f"title: Generated exercise with {self.entries} entries on a coast without power"
        yield "as_of: 2026-05-18T06:00+02:00"
        yield "status: exercise"
        yield "tlp: CLEAR"
        yield "banner: EXERCISE. No real coast, no real storm."
        yield "series: Coast without power"
        yield "number: 7"
        yield "covers: 2026-04-01/2026-05-18T06:00+02:00"
        yield "next_update: 2026-05-19T06:00+02:00"
        yield "prepared_by: Exercise cell"
        yield "tags: [grid, storm, exercise]"
        yield f"contested_terms: {{orderly shedding: {self.ids['actor'][2]}}}"
        yield "running_order:"
        yield "  - bottom-line"
        yield "  - {show: highlights, build: yes, minutes: 3}"
        yield "  - {show: events, minutes: 4}"
        yield f"  - {{show: {self.ids['event'][0]}, minutes: 1}}"
        yield "  - {show: asks, minutes: 2}"

    def _situation(self) -> Iterator[str]:
        yield "\nsituation:"
        yield f"  bottom_line: {block(self.say(), 4)}"
        yield "  highlights:"
        for id in self.some("statement", 4):
            yield f"    - ref: {id}"
        yield f"  background: {block(self._background(), 4, '|')}"
        for kind in _PARTS:
            yield f"\n  {kind}s:"
            for n, id in enumerate(self.ids[kind]):
                yield from getattr(self, f"_{kind}")(n, id)

    def _background(self) -> str:
        return "\n\n".join([self.say(3), self.say(2, cite=False), *(f"- {self.say()}" for _ in range(3))])

    def _statement(self, n: int, id: str) -> Iterator[str]:
        yield f"    {id}:"
        yield f"      text: {block(self.say(1 + (n % 4 == 1), cite=False), 8)}"
        kind = ("reported", "claim", "fact", "reported", "analysis", "claim")[n % 6]
        yield f"      kind: {kind}"
        if kind == "fact":
            yield f"      sources: {self.sources(1, 1)}"
        elif kind == "claim":
            yield f"      by: {self.one('actor')}"
            yield f"      sources: {self.sources(3)}"
        else:
            yield f"      sources: {self.sources(2)}"
        if kind == "claim" and n >= 12:
            yield f"      disputes: {self.ids['statement'][n - 6 * self.random.randrange(1, n // 6)]}"

    def _section(self, n: int, id: str) -> Iterator[str]:
        yield f"    {id}:"
        yield f"      title: The lines around {place(n)}"
        yield f"      text: {block(self.say(3), 8)}"
        yield f"      statements: [{', '.join(f'{{ref: {ref}}}' for ref in self.some('statement', 3))}]"

    def _figure(self, n: int, id: str) -> Iterator[str]:
        was = self.random.randrange(200, 9000)
        yield f"    {id}:"
        yield f"      label: Homes without power around {place(n)}, count {n + 1}"
        yield f"      value: {was - self.random.randrange(1, 190)}"
        yield "      unit: homes"
        yield f"      as_of: 2026-05-17T{6 + n % 12:02}:00+02:00"
        yield f"      was: {was}"
        yield f"      sources: {self.sources(2)}"

    def _gap(self, n: int, id: str) -> Iterator[str]:
        yield f"    {id}:"
        event = self.link("event")
        yield f"      text: {block(f'How far {event} reaches into the lower quarter is not known.', 8)}"
        yield f"      matters_to: [{', '.join(self.some('judgement', 2))}]"
        yield f"      ask: Have the crews of {place(n)} read the meters on foot."
        yield f"      due: 2026-05-{19 + n % 10}"

    def _actor(self, n: int, id: str) -> Iterator[str]:
        name, kind = body(n)
        if n % 9 == 8:
            yield f"  {id}: {name}"
            return
        yield f"  {id}:"
        yield f"    name: {name}"
        if n % 3 == 0:
            yield f"    aliases: [{name.upper().replace(' ', '-')}]"
        yield f"    type: {kind}"
        yield f"    summary: {block(self.say(1 + n % 2), 6)}"
        if n % 5 == 1:
            yield f"    stated_aims: [{{ref: {self.one('statement')}}}]"
        if n:
            others = [self.ids["actor"][m] for m in sorted({self.random.randrange(n) for _ in range(2)})]
            word = ("part-of", "supplies", "monitors", "allied-with", "opposes", "supports")[n % 6]
            yield "    relations:"
            yield f"      {word}: {{ref: {others[0]}, since: 20{10 + n % 15}, note: by an agreement of the districts}}"
            if len(others) > 1:
                yield f"      counterpart-of: {others[1]}"

    def _event(self, n: int, id: str) -> Iterator[str]:
        expected = n >= self.past
        yield f"  {id}:"
        yield f"    title: {place(n)} {DEEDS[self.random.randrange(len(DEEDS))]}"
        exact = not expected and n % 7 not in (5, 6)
        yield f"    when: {self._future(n) if expected else self._when(n)}"
        if n % 3 == 0:
            yield f"    where: {{name: {place(n)}, precision: {('exact', 'near', 'region')[n // 3 % 3]}}}"
        elif n % 3 == 1:
            yield f"    where: {place(n)}"
        ongoing = not expected and n % 7 == 4
        yield f"    phase: {('expected', 'planned')[n % 2] if expected else 'ongoing' if ongoing else 'ended'}"
        status = "reported" if expected else ("reported", "corroborated", "claimed", "confirmed", "reported")[n % 5]
        yield f"    status: {status}"
        if status == "claimed":
            yield f"    by: {self.one('actor')}"
        grades = {"reported": (2,), "claimed": (4,), "corroborated": (2, 2), "confirmed": (1, 1)}[status]
        yield f"    sources: {self.sources(*grades)}"
        one, two, three = self.some("actor", 3)
        yield f"    participants: {{initiator: {one}, affected: [{two}, {three}]}}"
        yield f"    cameo: {1 + n % 20:02}"
        # What comes first lies days before, and both have a day.
        before = n - n % 7 - 7 * max(1, self.past // 140)
        if exact and before > 0:
            yield f"    {('caused_by', 'follows', 'part_of')[n % 3]}: {self.ids['event'][before]}"
        if n % 3 == 1:
            yield f"    text: {block(self.say(1 + n % 2), 6)}"

    def _when(self, n: int) -> str:
        """The time of a past event, in one of the ways there are to write one; n % 7 of 5 and 6 are vague."""
        at = self.time(n / self.past)
        day, minute = f"{at:%Y-%m-%d}", f"{at:%Y-%m-%dT%H:%M}+02:00"
        until = f"{at + timedelta(hours=5):%Y-%m-%dT%H:%M}+02:00"
        unclear = ("unknown", f"{day}?")[n % 2]
        return (minute, day, f"{minute}~", f"{minute}/{until}", f"{day}~/..", f"{at:%Y-%m}", unclear)[n % 7]

    def _future(self, n: int) -> str:
        return (f"2026-05-{20 + n % 10}", f"2026-05-{20 + n % 10}T09:00+02:00~", "2026-06", "2026-06-XX")[n % 4]

    def _communication(self, n: int, id: str) -> Iterator[str]:
        at = self.time((n + 1) / (len(self.ids["communication"]) + 1)) + timedelta(minutes=n % 50)
        sender, *to = self.some("actor", 3)
        yield f"  {id}:"
        yield f"    from: {sender}"
        yield f"    to: {'public' if n % 4 == 0 else to[0] if n % 4 < 3 else f'[{to[0]}, {to[1]}]'}"
        yield f"    when: {at:%Y-%m-%dT%H:%M}+02:00"
        yield f"    channel: {('press', 'call', 'letter', 'meeting', 'hotline', 'social')[n % 6]}"
        yield f"    about: [{', '.join(self.some('event', 1 + n % 2))}]"
        yield f"    text: {block(self.say(1, cite=False), 6)}"
        if n % 5 == 0:
            yield "    quote: {text: We shed what we must and switch on what we can., lang: en}"
        if n % 3 == 0:
            yield f"    reported_by: {self.one('source')}"
        if n % 4 in (1, 2):
            yield f"    confirmed_by_recipient: {('yes', 'no', 'unknown')[n % 3]}"
        yield f"    sources: {self.sources(2)}"

    def _outlook(self) -> Iterator[str]:
        yield "\noutlook:"
        yield f"  summary: {block(self.say(2, cite=False), 4)}"
        yield "  implications:"
        for _ in range(3):
            yield f"    - text: {block(self.say(), 8)}"
            yield "      kind: analysis"
        yield "  assumptions:"
        for n, id in enumerate(self.ids["assumption"]):
            yield f"    {id}:"
            yield f"      text: No further front reaches {place(n)} before the sea cable is repaired."
            yield f"      if_wrong: {block(self.say(cite=False), 8)}"
        yield "  judgements:"
        for n, id in enumerate(self.ids["judgement"]):
            yield from self._judgement(n, id)
        yield "  exclusive: true"
        yield "  scenarios:"
        for id, title, likelihood, role in SCENARIOS:
            yield f"    {id}:"
            yield f"      title: {title}"
            yield f"      text: {block(self.say(2), 8)}"
            yield f"      likelihood: {likelihood}"
            yield "      horizon: until 30 June 2026"
            yield f"      role: {role}"
        yield "  indicators:"
        for n, id in enumerate(self.ids["indicator"]):
            seen = n % 4 == 3
            yield f"    {id}:"
            yield f"      text: More than {3 + n} spans down between {place(n)} and the sea on one day"
            yield f"      points_to: {SCENARIOS[n % 4][0]}"
            yield f"      points_away_from: {SCENARIOS[(n + 1) % 4][0]}"
            yield f"      status: {('not-seen', 'emerging', 'not-seen', 'seen')[n % 4]}"
            if n % 4 in (1, 3):
                yield f"      seen_in: {self.one('event', self.past)}"
            yield f"      checked: 2026-05-17{'T18:00+02:00' if seen else ''}"

    def _judgement(self, n: int, id: str) -> Iterator[str]:
        yield f"    {id}:"
        actor = self.link("actor")
        yield f"      text: {block(f'{actor} keeps its part of the coast supplied until the end of June.', 8)}"
        yield f"      likelihood: {_LIKELIHOODS[n % len(_LIKELIHOODS)]}"
        yield f"      confidence: {('low', 'moderate', 'high')[n % 3]}"
        yield "      evidence:"
        for kind, bearing in _BEARINGS:
            qualified = f", bearing: {bearing}, note: read again on the day" if bearing else ""
            yield f"        - {{ref: {self.one(kind)}{qualified}}}"
        yield f"      assumptions: [{{ref: {self.one('assumption')}}}]"
        yield f"      would_change: A survey that finds the spans beyond {place(n)} sound."
        yield "      horizon: until 30 June 2026"
        if n % 2:
            yield f"      dissent: {block(self.say(cite=False), 8)}"

    def _source(self, n: int, id: str) -> Iterator[str]:
        at = self.time((n * 13 % 97) / 97)
        yield f"  {id}:"
        yield f"    title: {TITLES[n % len(TITLES)]} from {place(n)}, part {n + 1}"
        yield f"    publisher: {place(n + 3)} Archive"
        yield f"    date: {at:%Y-%m-%d}"
        if n % 2:
            yield f"    url: https://archive.example.org/{at:%Y/%m}/{id}"
            yield f"    retrieved: {at + timedelta(days=1):%Y-%m-%d}"
        yield f"    lang: {('en', 'fr')[n % 5 == 4]}"
        yield f"    type: {('official', 'media', 'ngo', 'document', 'imagery', 'interview')[n % 6]}"
        yield f"    reliability: {'ABBCCB'[n % 6]}"
        yield f"    descriptor: Written close by and on the day; its author has a stake in dispute {n % 9 + 1}."
        if self.repeats(id):
            yield f"    origin: {self.ids['source'][n - 1 - self.random.randrange(7)]}"
        if n % 4 == 0:
            yield f"    actor: {self.one('actor')}"
