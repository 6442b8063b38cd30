"""The ways English says that somebody says so without saying who. A list of words and forms; judges no sentence.

Each form is looked for only where a word is that it cannot do without: most prose has none of them.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

_LY = r"(?:(?:also|now|still|often|otherwise|\w+ly)\s+)?"
_BE = r"(?:is|are|was|were|has\s+been|have\s+been|had\s+been)"
_SOME = (
    r"(?:(?:unnamed|anonymous|unidentified|undisclosed|local|regional|national|foreign|western|diplomatic|political|"
    r"military|security|intelligence|government|official|industry|informed|well-informed|well-placed|senior|"
    r"independent|outside|international|open|multiple|several|some|many|most|various|numerous|different|other|certain|"
    r"leading|seasoned|reliable|credible|trusted|two|three|four)\s+)*"
)
_SAY = (
    r"(?:(?:have|had)\s+)?(?:says?|said|believe[sd]?|claim(?:s|ed)?|report(?:s|ed)?|suggest(?:s|ed)?|indicate[sd]?|"
    r"note[sd]?|fear(?:s|ed)?|expect(?:s|ed)?|warn(?:s|ed)?|thinks?|thought|argue[sd]?|tells?|told|confirm(?:s|ed)?|"
    r"assume[sd]?|suspect(?:s|ed)?|predict(?:s|ed)?|insist(?:s|ed)?|sp(?:eaks?|oke)\s+of|hold\s+that)\b"
)
#: After vague speakers: they are somebody's after all, or are named.
_WHOSE = r"(?!\s+(?:of|from|at|by|with|for|such\s+as|like|including)\b)"
#: After "said to": somebody is told, nobody is said to do something.
_SOMEBODY = (
    r"(?!the\b|an?\b|his\b|her\b|its\b|their\b|our\b|my\b|your\b|th(?:is|at|ose|ese)\b|whom\b|all\b|some\b|any|every|"
    r"nobody\b|me\b|us\b|them\b|him\b|it\b|no\b|public\b|\[|(?-i:[A-Z]))"
)
_BEGINS = r"(?:(?<=[.!?;:]\s)|(?<=\bthat\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bas\s)|(?<=\bwhile\s)|\A)"


def _adverb(word: str) -> str:
    return rf"\b{word}\b"


def _that(word: str) -> str:
    """`it is reported on Tuesday that`, but neither `it was reported to the Desk` nor `it is said by`."""
    bare = (
        r"|(?=\s+(?:the|an?|s?he|they|there|some)\b)" if word in ("believed", "feared", "alleged", "rumou?red") else ""
    )
    comma = "" if word in ("expected", "reported", "suggested", "estimated", "argued") else "|(?=,)"
    return rf"\bit\s+{_BE}\s+(?:being\s+)?{_LY}{word}(?:(?:\s+(?!by\b|to\b)[\w-]+){{0,4}}?\s+that\b{comma}{bare})"


def _said_to(word: str) -> str:
    """`is said to be`, but not `was said to the press`."""
    verb = r"(?:have|be)\b" if word == "reported" else rf"{_SOMEBODY}\w+"
    return rf"{_that(word)}|\b{_BE}\s+{_LY}{word}\s+to\s+{verb}"


def _speakers(word: str) -> str:
    """`observers believe`, `a source close to`, `according to experts`, but not `according to experts of the Board`."""
    one = rf"|\b(?:an?|one)\s+{_SOME}{word}\s+{_LY}{_SAY}"
    close = rf"|\b(?:(?:an?|one)\s+)?{_SOME}{word}s?\s+(?:close\s+to|familiar\s+with)\b" if word == "source" else ""
    return rf"\b{_SOME}{word}s\s+{_LY}{_SAY}{one}{close}|\baccording\s+to\s+{_SOME}{word}s\b{_WHOSE}"


def _reports(word: str) -> str:
    sort = (
        r"(?:(?:unconfirmed|press|media|local|news|early|initial|first|some|several|various|conflicting|earlier|recent|"
        r"many|persistent|social)\s+)*"
    )
    say = r"(?:say|suggest|indicate|claim|speak\s+of|hold\s+that|have\s+it)\b"
    there = rf"\bthere\s+{_BE}\s+(?!(?:no|two|three|four|five|six|the|these)\b)(?:[a-z]+\s+)?{word}\s+(?:of|that)\b"
    return rf"\b{sort}{word}\s+{say}|{there}|\baccording\s+to\s+{sort}{word}\b{_WHOSE}"


_SAID = ("said", "believed", "thought", "alleged", "rumou?red", "understood", "claimed", "suspected", "reported")
_SAID_THAT = ("suggested", "argued", "feared", "speculated", "expected", "estimated")
_SPEAKERS = (
    "source", "observer", "analyst", "expert", "researcher", "specialist", "commentator", "insider", "official",
    "diplomat", "pundit", "critic",
)  # fmt: skip

#: A word, in lower case, without which the form does not occur, and the form.
_FORMS: tuple[tuple[str, str], ...] = (
    *[(word, _adverb(word)) for word in ("reportedly", "allegedly", "purportedly", "supposedly", "reputedly")],
    ("international community", r"\bthe\s+(?:wider\s+|broader\s+|whole\s+|entire\s+)?international\s+community\b"),
    *[(word.partition("u?")[0], _said_to(word)) for word in _SAID],
    *[(word, _that(word)) for word in _SAID_THAT],
    ("widely", rf"\b{_BE}\s+widely\s+(?:held|assumed|regarded\s+as|seen\s+as|considered|believed|thought|reported)\b"),
    *[(word, _speakers(word)) for word in _SPEAKERS],
    *[(word.partition("u?")[0], _reports(word)) for word in ("reports", "rumou?rs", "allegations")],
    ("media", rf"\b(?:local|social|state|foreign|international|national|some)\s+media\s+{_LY}{_SAY}"),
    ("media", rf"\baccording\s+to\s+(?:the\s+)?(?:(?:local|social|state|foreign|national)\s+)?media\b{_WHOSE}"),
    ("the press", rf"\baccording\s+to\s+the\s+press\b{_WHOSE}"),
    ("familiar with the", r"\b(?:people|persons|those|somebody|someone)\s+familiar\s+with\s+the\b"),
    ("has it", r"\b(?:rumou?r|word|legend)\s+has\s+it\b"),
    ("talk of", rf"\bthere\s+{_BE}\s+(?:[a-z]+\s+)?talk\s+of\b"),
    *[
        (
            word,
            rf"{_BEGINS}{word}\s+(?:say|believe|think|argue|fear|claim|suspect)\b|\baccording\s+to\s+{word}\b(?!\s+\w)",
        )
        for word in ("some", "many", "most", "few")
    ],
)


def vague_words(texts: Sequence[str]) -> dict[int, list[tuple[int, int]]]:
    """Where somebody is said to say something: by the number of a text, the stretches in it, in order."""
    everything = "\n".join([text if len(lower := text.lower()) != len(text) else lower for text in texts])
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    found: dict[int, list[tuple[int, int]]] = {}
    for word, form in _FORMS:
        at = everything.find(word)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            text = texts[number]
            spans = [match.span() for match in _compiled(form).finditer(text) if not _is_somebodys(text, match)]
            if spans:
                found[number] = sorted({*found.get(number, ()), *spans})
            at = everything.find(word, starts[number + 1])
    return found


_OWNER = re.compile(
    r"(?:\b(?:the|these|those|both|all|same|its|his|her|their|our|your|my|whose|which|no|neither)|['’]s?|\]\])\s+\Z",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[\w,;)])\s+[A-Z][\w-]*\s+\Z")
_PLURAL = re.compile(rf"(?:\w+\s+)*?(?:{'|'.join(_SPEAKERS)}|report|rumou?r)s\b", re.IGNORECASE)


def _is_somebodys(text: str, match: "re.Match[str]") -> bool:
    """Whether what stands before vague speakers says whose they are (`its analysts`), or that they are known."""
    if not _PLURAL.match(match[0]):
        return False
    before = text[max(0, match.start() - 60) : match.start()]
    return bool(_OWNER.search(before) or _NAME.search(before))


@cache
def _compiled(form: str) -> "re.Pattern[str]":
    return re.compile(form, re.IGNORECASE)
