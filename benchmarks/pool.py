"""What the entries of a generated briefing draw on: whom they may refer to, what may be said of it, and when."""

from collections.abc import Sequence
from datetime import datetime
from random import Random

from benchmarks.wording import place, sentence

_BEGIN = datetime(2026, 4, 1, 3)
_END = datetime(2026, 5, 17, 20)

#: How many of a hundred entries are of a kind. What is left over are events.
_SHARES = {
    "source": 13, "actor": 9, "statement": 24, "section": 1.5, "figure": 2.5, "gap": 2, "communication": 16,
    "judgement": 1.5, "indicator": 1.5, "assumption": 1, "ask": 1,
}  # fmt: skip

#: As many as an entry of another kind may refer to at once.
_FEWEST = {"actor": 3, "source": 2, "statement": 4}
LEAST = 26

SCENARIOS = (
    ("back-in-days", "The coast is back on the grid within days", "likely", "most-likely"),
    ("second-front", "A second front takes the inland line as well", "very unlikely", "most-dangerous"),
    ("early-repair", "The sea cable is repaired before the weekend", "very unlikely", "best-case"),
    ("islanding", "The districts stay apart as islands into the summer", "almost no chance", "wildcard"),
)

#: What a link to an entry without a short name shows.
_WORDS = {
    "event": ("the failure", "the first trip", "the switching", "that night"),
    "statement": ("the readings stand", "the log has it so", "the count was repeated", "that much is agreed"),
}


class Pool:
    """The ids of a briefing of `entries` entries, LEAST at least, and what can be drawn from them with `random`."""

    def __init__(self, entries: int, random: Random) -> None:
        if entries < LEAST:
            raise ValueError(f"fewer than {LEAST} entries do not hold what they refer to")
        self.random = random
        self.entries = entries
        counts = {
            kind: max(_FEWEST.get(kind, 1), int((entries - LEAST) * share / 100)) for kind, share in _SHARES.items()
        }
        # Three implications and the scenarios are always there.
        counts["event"] = entries - sum(counts.values()) - 3 - len(SCENARIOS)
        self.ids = {kind: [self._id(kind, n) for n in range(count)] for kind, count in counts.items()}
        self.past = max(2, int(counts["event"] * 0.95))

    def _id(self, kind: str, n: int) -> str:
        return f"{place(n).lower()}-{kind if kind != 'communication' else 'message'}-{n}"

    def one(self, kind: str, before: int | None = None) -> str:
        """Some entry's id, of the first `before` ones of its kind."""
        ids = self.ids[kind]
        return ids[self.random.randrange(len(ids) if before is None else before)]

    def some(self, kind: str, count: int) -> Sequence[str]:
        """As many different ids, or all there are."""
        return self.random.sample(self.ids[kind], min(count, len(self.ids[kind])))

    def link(self, kind: str) -> str:
        """A link to some entry."""
        id = self.one(kind)
        return f"[[{id}]]" if kind == "actor" else f"[[{id}|{_WORDS[kind][self.random.randrange(len(_WORDS[kind]))]}]]"

    def say(self, sentences: int = 1, cite: bool = True) -> str:
        """Some sentences with links."""
        return " ".join(
            sentence(self.random, self.link("actor"), self.link("actor"), self.link("event"),
                     self.link("statement"), self.cite() if cite else "")
            for _ in range(sentences)
        )  # fmt: skip

    def cite(self) -> str:
        """A citation, with a place in the source or without."""
        at = f": p. {self.random.randrange(1, 60)}" if self.random.random() < 0.4 else ""
        return f"[^{self.one('source')}{at}]"

    def sources(self, *credibilities: int) -> str:
        """Sources that do not repeat one another, each with the credibility it gives."""
        # Every eighth source repeats another one: none of them vouches beside the one it repeats.
        own = [id for id in self.some("source", 24) if not self.repeats(id)][: len(credibilities)]
        refs = [f"{{ref: {id}, credibility: {n}}}" for id, n in zip(own, credibilities, strict=False)]
        return f"[{', '.join(refs)}]" if len(refs) > 1 else refs[0]

    def repeats(self, id: str) -> bool:
        """Whether a source has another one as its origin."""
        return int(id.rpartition("-")[2]) % 8 == 7

    def time(self, part: float) -> datetime:
        """A time in the weeks the briefing covers: 0 at their beginning, 1 at their end."""
        return _BEGIN + (_END - _BEGIN) * part
