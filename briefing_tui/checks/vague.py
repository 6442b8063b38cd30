"""The ways English says that somebody says so without saying who. A list of words and forms; judges no sentence.

Each form is looked for only where a word is that it cannot do without: most prose has none of them. Words that stand in
the same form share it, since a form costs more to compile than to look for.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from briefing_tui.thrift import expression

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


#: What each form with _SAY has one of, within three words after who says it.
_VERBS = (
    "say", "said", "believ", "claim", "report", "suggest", "indicat", "note", "fear", "expect", "warn", "think",
    "thought", "argu", "tell", "told", "confirm", "assum", "suspect", "predict", "insist", "speak", "spoke", "hold",
)  # fmt: skip
#: What each form with _BE has one of, within three words before what is said.
_BEING = ("is", "are", "was", "were", "been")
#: As much of a text as three words take up, in characters, whatever is between them.
_NEAR = 200


class _Form(NamedTuple):
    """A form, and words in lower case of which one is in it wherever it occurs.

    Where they are words of everyday prose, what must be near as well: ends of words before, beginnings of words after.
    """

    words: tuple[str, ...]
    form: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def may_be_at(self, text: str, at: int, least: int) -> bool:
        """Whether it may be around a word of it in a text in lower case; `least` is where that text begins."""
        if self.before:
            words = text[max(least, at - _NEAR) : at].lower().split()[-3:]
            if not any(word.endswith(self.before) for word in words):
                return False
        if self.after:
            words = text[at : at + _NEAR].lower().split()[1:4]
            return any(word.startswith(self.after) for word in words)
        return True


def _alone(*words: str) -> _Form:
    return _Form(words, rf"\b{_any(words)}\b")


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(words)})"


def _told(words: Iterable[str]) -> tuple[str, ...]:
    """Words that may be spelt in two ways, as far as they are spelt in one."""
    return tuple(word.partition("u?")[0] for word in words)


def _that(word: str, *, comma: bool = True, bare: bool = False) -> str:
    """`it is reported on Tuesday that`, but neither `it was reported to the Desk` nor `it is said by`.

    With some words a comma ends it as well, or nothing at all: `it is believed the dam will hold`.
    """
    ends = (r"\s+that\b", r"(?=,)" if comma else "", r"(?=\s+(?:the|an?|s?he|they|there|some)\b)" if bare else "")
    first, *others = filter(None, ends)
    also = "".join(f"|{end}" for end in others)
    return rf"\bit\s+{_BE}\s+(?:being\s+)?{_LY}{word}(?:(?:\s+(?!by\b|to\b)[\w-]+){{0,4}}?{first}{also})"


def _said_to(*words: str, comma: bool = True, bare: bool = False, verb: str = rf"{_SOMEBODY}\w+") -> _Form:
    """`is said to be`, but not `was said to the press`."""
    word = _any(words)
    form = rf"{_that(word, comma=comma, bare=bare)}|\b{_BE}\s+{_LY}{word}\s+to\s+{verb}"
    return _Form(_told(words), form, before=_BEING)


def _said_that(*words: str, comma: bool = True, bare: bool = False) -> _Form:
    return _Form(words, _that(_any(words), comma=comma, bare=bare), before=_BEING)


def _speakers(words: tuple[str, ...]) -> tuple[_Form, ...]:
    """`observers believe`, `a source close to`, `according to experts`, but not `according to experts of the Board`."""
    word = _any(words)
    return (
        _Form(words, rf"\b(?:{_SOME}{word}s|(?:an?|one)\s+{_SOME}{word})\s+{_LY}{_SAY}", after=_VERBS),
        _Form(
            ("source",),
            rf"\b(?:(?:an?|one)\s+)?{_SOME}sources?\s+(?:close\s+to|familiar\s+with)\b",
            after=("close", "familiar"),
        ),
        _Form(("according",), rf"\baccording\s+to\s+{_SOME}{word}s\b{_WHOSE}"),
    )


def _reports(*words: str) -> _Form:
    word = _any(words)
    sort = (
        r"(?:(?:unconfirmed|press|media|local|news|early|initial|first|some|several|various|conflicting|earlier|recent|"
        r"many|persistent|social)\s+)*"
    )
    say = r"(?:say|suggest|indicate|claim|speak\s+of|hold\s+that|have\s+it)\b"
    there = rf"\bthere\s+{_BE}\s+(?!(?:no|two|three|four|five|six|the|these)\b)(?:[a-z]+\s+)?{word}\s+(?:of|that)\b"
    return _Form(_told(words), rf"\b{sort}{word}\s+{say}|{there}|\baccording\s+to\s+{sort}{word}\b{_WHOSE}")


_SPEAKERS = (
    "source", "observer", "analyst", "expert", "researcher", "specialist", "commentator", "insider", "official",
    "diplomat", "pundit", "critic",
)  # fmt: skip

_FORMS: tuple[_Form, ...] = (
    _alone("reportedly", "allegedly", "purportedly", "supposedly", "reputedly"),
    _Form(
        ("international community",),
        r"\bthe\s+(?:wider\s+|broader\s+|whole\s+|entire\s+)?international\s+community\b",
    ),
    _said_to("said", "thought", "understood", "claimed", "suspected"),
    _said_to("believed", "alleged", "rumou?red", bare=True),
    _said_to("reported", comma=False, verb=r"(?:have|be)\b"),
    _said_that("suggested", "argued", "expected", "estimated", comma=False),
    _said_that("speculated"),
    _said_that("feared", bare=True),
    _Form(
        ("widely",),
        rf"\b{_BE}\s+widely\s+(?:held|assumed|regarded\s+as|seen\s+as|considered|believed|thought|reported)\b",
    ),
    *_speakers(_SPEAKERS),
    _reports("reports", "rumou?rs", "allegations"),
    _Form(("media",), rf"\b(?:local|social|state|foreign|international|national|some)\s+media\s+{_LY}{_SAY}"),
    _Form(
        ("media",),
        rf"\baccording\s+to\s+(?:the\s+)?(?:(?:local|social|state|foreign|national)\s+)?media\b{_WHOSE}",
    ),
    _Form(("the press",), rf"\baccording\s+to\s+the\s+press\b{_WHOSE}"),
    _Form(("familiar with the",), r"\b(?:people|persons|those|somebody|someone)\s+familiar\s+with\s+the\b"),
    _Form(("has it",), r"\b(?:rumou?r|word|legend)\s+has\s+it\b"),
    _Form(("talk of",), rf"\bthere\s+{_BE}\s+(?:[a-z]+\s+)?talk\s+of\b"),
    *[
        _Form(
            (word,),
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
    for form in _FORMS:
        for number in sorted({number for word in form.words for number in _texts_with(form, word, everything, starts)}):
            text = texts[number]
            spans = [match.span() for match in _compiled(form.form).finditer(text) if not _is_somebodys(text, match)]
            if spans:
                found[number] = sorted({*found.get(number, ()), *spans})
    return {number: list(_apart(spans)) for number, spans in found.items()}


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Of stretches in order, those that do not begin in one before them: `according to sources close to` is one."""
    done = 0
    for start, end in spans:
        if start >= done:
            yield start, end
            done = end


def _texts_with(form: _Form, word: str, everything: str, starts: Sequence[int]) -> Iterator[int]:
    at = everything.find(word)
    while at >= 0:
        number = bisect_right(starts, at) - 1
        if form.may_be_at(everything, at, starts[number]):
            yield number
            at = everything.find(word, starts[number + 1])
        else:
            at = everything.find(word, at + 1)


_OWNER = expression(
    r"(?:\b(?:the|these|those|both|all|same|its|his|her|their|our|your|my|whose|which|no|neither)|['’]s?|\]\])\s+\Z",
    re.IGNORECASE,
)
_NAME = expression(r"(?<=[\w,;)])\s+[A-Z][\w-]*\s+\Z")
_PLURAL = expression(rf"(?:\w+\s+)*?(?:{'|'.join(_SPEAKERS)}|report|rumou?r)s\b", re.IGNORECASE)


def _is_somebodys(text: str, match: "re.Match[str]") -> bool:
    """Whether what stands before vague speakers says whose they are (`its analysts`), or that they are known."""
    if not _PLURAL.match(match[0]):
        return False
    before = text[max(0, match.start() - 60) : match.start()]
    return bool(_OWNER.search(before) or _NAME.search(before))


@cache
def _compiled(form: str) -> "re.Pattern[str]":
    return re.compile(form, re.IGNORECASE)
