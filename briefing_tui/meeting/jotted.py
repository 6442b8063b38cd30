"""What one line typed in a meeting means: its kind, whom it names, by when. Pure; knows no file and no screen."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from briefing_tui.meeting.jot import KINDS, Jot, Kind
from briefing_tui.meeting.jotted_due import due_in
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.text import is_blank, one_line

LETTERS: dict[str, Kind] = {"a": "action", "d": "decision", "q": "question", "n": "note"}

# As ASCII: in any other case-blind match, `İ` is an i and `ſ` an s.
_WORD = re.compile(rf"((?a:{'|'.join(KINDS)}))\s*:\s*", re.IGNORECASE)
_LETTER = re.compile(rf"([{''.join(LETTERS)}])\s+")
#: A name: in brackets, or one word, whose last character is no full stop or the like.
NAME = re.compile(r"(?<![\w@])@(?:\[([^\[\]@]{1,120})\]|(\w(?:[\w.'’-]*\w)?))")
_BEGUN = re.compile(r"(?<![\w@])@(\[[^\[\]@]{0,120}|[\w.'’-]*)$")
_ID = re.compile(r"\w(?:[\w.'’-]*\w)?")
#: As many people are offered.
_MOST = 30


class Person(NamedTuple):
    """Somebody who can be named: by what goes into the line (an actor's id, a name), and how else they are called."""

    id: str
    name: str = ""
    also: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What they are called."""
        return self.name or self.id

    @property
    def typed(self) -> str:
        """The name as it stands in a line."""
        return f"@{self.id}" if _ID.fullmatch(self.id) else f"@[{self.id}]"


class Piece(NamedTuple):
    """Some of a jot's words; or a name, without what marks it in the line."""

    text: str
    is_name: bool = False


class Meant(NamedTuple):
    """What a line means; its `text` is what was typed, less what says the kind. Empty where there is no text yet."""

    kind: Kind
    text: str
    names: tuple[str, ...] = ()
    due: str = ""

    @property
    def jot(self) -> Jot:
        """As it would be taken down."""
        return Jot(self.kind, self.text, names=self.names, due=self.due)


def meant(line: str, today: date, people: Sequence[Person] = ()) -> Meant:
    """What a line means that is typed today. `people` tells which names are somebody's id."""
    # A letter and a space say the kind before there is more.
    kind, text = _parted(one_line(line) + (" " if line[-1:].isspace() else ""))
    text = text.strip()
    dates = list(due_in(text, today))
    due = next((found.text for found in dates if found.by), "")
    if not due and dates and kind in ("action", "question"):
        # Other jots tell of days; something is to be done by one only where they say so.
        due = dates[0].text
    known = by_name(people)
    given = [piece.text for piece in pieces(text) if piece.is_name]
    names = dict.fromkeys([known[name.casefold()].id if name.casefold() in known else name for name in given])
    return Meant(kind, "" if is_blank(text) else text, tuple(names), due)


def pieces(text: str) -> list[Piece]:
    """The words of a jot, and the names among them without what marks them."""
    found: list[Piece] = []
    at = 0
    for name in NAME.finditer(text):
        if not is_blank(words := one_line(name[1] or name[2])):
            found += [Piece(text[at : name.start()]), Piece(words, True)]
            at = name.end()
    return [piece for piece in (*found, Piece(text[at:])) if piece.text]


def by_name(people: Sequence[Person]) -> dict[str, Person]:
    """Who is meant by an id or a name, its capitals folded."""
    known = {word.casefold(): person for person in reversed(people) for word in (*person.also, person.words)}
    return {**known, **{person.id.casefold(): person for person in people}}


def typed_line(jot: Jot) -> str:
    """The line that means a jot: what is typed to change it."""
    plain = _parted(jot.text)
    if jot.kind == "note" and plain == ("note", jot.text):
        return jot.text
    return f"{jot.kind[0]} {jot.text}"


def name_begun(before: str) -> tuple[int, str] | None:
    """Where the name begins that is being typed before a place in the line, and its letters; None outside of one."""
    found = _BEGUN.search(before)
    return (found.start(), found[1].removeprefix("[")) if found is not None else None


def candidates(begun: str, people: Sequence[Person]) -> list[Person]:
    """Who may be meant, best first: names that begin so, then those in which a word does, then those that hold it."""
    sought = begun.casefold().strip()
    ranked: list[tuple[int, int, Person]] = []
    for number, person in enumerate(people):
        words = [word.casefold() for word in (person.words, person.id, *person.also)]
        rank = min((_rank(word, sought) for word in words), default=9)
        if rank < 9:
            ranked.append((rank, number, person))
    return [person for *_, person in sorted(ranked, key=lambda found: found[:2])[:_MOST]]


def people_of(briefing: Briefing | None, jots: Iterable[Jot] = ()) -> tuple[Person, ...]:
    """Who can be named: the briefing's actors, who prepared it, and whom these minutes have named before."""
    found: dict[str, Person] = {}
    if briefing is not None:
        for actor in briefing.actors:
            also = tuple(filter(None, (actor.short, *(actor.aliases or ()))))
            found[actor.id.casefold()] = Person(actor.id, actor.name, also)
    known = {word.casefold() for person in found.values() for word in (person.words, *person.also)}
    prepared = briefing.prepared_by if briefing is not None else ()
    for name in [*prepared, *(name for jot in jots for name in (*jot.names, jot.by))]:
        plain = re.sub(r"[\[\]@]", "", one_line(name))
        if not is_blank(plain) and plain.casefold() not in known:
            found.setdefault(plain.casefold(), Person(plain))
    return tuple(found.values())


def _parted(line: str) -> tuple[Kind, str]:
    """The kind a line begins with, and the rest."""
    if (word := _WORD.match(line)) is not None:
        kind = next(kind for kind in KINDS if kind == word[1].lower())
        return kind, line[word.end() :]
    if (letter := _LETTER.match(line)) is not None:
        return LETTERS[letter[1]], line[letter.end() :]
    return "note", line


def _rank(word: str, sought: str) -> int:
    if word.startswith(sought):
        return 0
    if f" {sought}" in word or f"-{sought}" in word:
        return 1
    return 2 if sought in word else 9
