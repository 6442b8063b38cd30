"""The scales a briefing speaks in: likelihood, confidence, reliability, credibility, TLP. Values, no judgement.

Lookups ignore case and surplus space and return None for what the scale does not have: the caller knows how to say so.
"""

from typing import NamedTuple


class Likelihood(NamedTuple):
    """One term of ICD 203's scale. `row` is A or B, `rank` runs from 1 to 7, `low` and `high` are per cent."""

    word: str
    row: str
    rank: int
    low: int
    high: int

    @property
    def band(self) -> str:
        """Such as `55 to 80%`."""
        return f"{self.low} to {self.high}%"


class Confidence(NamedTuple):
    """How good the grounds of a judgement are (ICD 203), never a probability. `rank` runs from 1 (low) to 3 (high)."""

    word: str
    rank: int
    definition: str


class Reliability(NamedTuple):
    """How far a source is to be trusted: the letter of NATO's Admiralty code (STANAG 2511, AJP-2.1)."""

    letter: str
    label: str


class Credibility(NamedTuple):
    """How far one item is to be believed: the number of NATO's Admiralty code (STANAG 2511, AJP-2.1)."""

    number: int
    label: str


class Tlp(NamedTuple):
    """One label of FIRST's Traffic Light Protocol 2.0. `rank` runs from 0 (CLEAR) to 4 (RED), the strictest."""

    name: str
    rank: int
    meaning: str

    @property
    def label(self) -> str:
        """As the protocol wants it written: `TLP:AMBER+STRICT`."""
        return f"TLP:{self.name}"

    def stricter_than(self, other: "Tlp") -> bool:
        """Whether fewer people may see this than the other."""
        return self.rank > other.rank


LIKELIHOODS = (
    Likelihood("almost no chance", "A", 1, 1, 5),
    Likelihood("very unlikely", "A", 2, 5, 20),
    Likelihood("unlikely", "A", 3, 20, 45),
    Likelihood("roughly even chance", "A", 4, 45, 55),
    Likelihood("likely", "A", 5, 55, 80),
    Likelihood("very likely", "A", 6, 80, 95),
    Likelihood("almost certain", "A", 7, 95, 99),
    Likelihood("remote", "B", 1, 1, 5),
    Likelihood("highly improbable", "B", 2, 5, 20),
    Likelihood("improbable", "B", 3, 20, 45),
    Likelihood("roughly even odds", "B", 4, 45, 55),
    Likelihood("probable", "B", 5, 55, 80),
    Likelihood("highly probable", "B", 6, 80, 95),
    Likelihood("nearly certain", "B", 7, 95, 99),
)

CONFIDENCES = (
    Confidence("low", 1, "The grounds are uncertain or fragmentary."),
    Confidence("moderate", 2, "The grounds are credible and plausible, but insufficiently corroborated."),
    Confidence("high", 3, "The argument is sound, the sources are consistent, the gaps are few."),
)

RELIABILITIES = (
    Reliability("A", "completely reliable"),
    Reliability("B", "usually reliable"),
    Reliability("C", "fairly reliable"),
    Reliability("D", "not usually reliable"),
    Reliability("E", "unreliable"),
    Reliability("F", "reliability cannot be judged"),
)

CREDIBILITIES = (
    Credibility(1, "confirmed by other sources"),
    Credibility(2, "probably true"),
    Credibility(3, "possibly true"),
    Credibility(4, "doubtful"),
    Credibility(5, "improbable"),
    Credibility(6, "truth cannot be judged"),
)

TLPS = (
    Tlp("CLEAR", 0, "No limit on who may see it."),
    Tlp("GREEN", 1, "For the wider community of those who work on it, not for the public."),
    Tlp("AMBER", 2, "For the recipients' organisation and its clients, where they need to know."),
    Tlp("AMBER+STRICT", 3, "For the recipients' organisation alone, where they need to know."),
    Tlp("RED", 4, "For the eyes and ears of the recipients in person only."),
)

_LIKELIHOOD_BY_WORD = {entry.word: entry for entry in LIKELIHOODS}
_CONFIDENCE_BY_WORD = {entry.word: entry for entry in CONFIDENCES}
_RELIABILITY_BY_LETTER = {entry.letter: entry for entry in RELIABILITIES}
_CREDIBILITY_BY_NUMBER = {str(entry.number): entry for entry in CREDIBILITIES}
_TLP_BY_NAME = {entry.name: entry for entry in TLPS}


def likelihood(words: str) -> Likelihood | None:
    """The term of either row of ICD 203's scale that these words are."""
    return _LIKELIHOOD_BY_WORD.get(" ".join(words.lower().split()))


def counterpart(term: Likelihood) -> Likelihood:
    """The same band's term in the other row of ICD 203's scale."""
    return next(entry for entry in LIKELIHOODS if entry.rank == term.rank and entry.row != term.row)


def confidence(word: str) -> Confidence | None:
    """The level of confidence (ICD 203) this word is."""
    return _CONFIDENCE_BY_WORD.get(word.strip().lower())


def reliability(letter: str) -> Reliability | None:
    """The reliability of a source (Admiralty code) this letter stands for."""
    return _RELIABILITY_BY_LETTER.get(letter.strip().upper())


def credibility(number: int | str) -> Credibility | None:
    """The credibility of an item (Admiralty code) this number, or its digit as text, stands for."""
    return _CREDIBILITY_BY_NUMBER.get(str(number).strip())


def tlp(label: str) -> Tlp | None:
    """The TLP 2.0 label this is, with or without `TLP:`. TLP 1.0's WHITE is not one: its successor is CLEAR."""
    return _TLP_BY_NAME.get("".join(label.upper().split()).removeprefix("TLP:"))
