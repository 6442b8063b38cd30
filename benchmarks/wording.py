"""The words of a generated briefing: an invented coast, its grid, its offices. Knows nothing of entries."""

import re
from random import Random
from textwrap import fill

_LINK = re.compile(r"\[\[[^\]]*\]\]|\[\^[^\]]*\]")

_FIRST = (
    "Ald", "Bram", "Carl", "Dun", "Elm", "Farn", "Glan", "Hals", "Ing", "Kels", "Lang", "Mor", "Nor", "Orm", "Pend",
    "Rav", "Sel", "Tarn", "Ulv", "Wen",
)  # fmt: skip
_LAST = (
    "bury", "by", "combe", "dale", "firth", "garth", "holm", "keld", "lund", "mere", "ness", "ow", "rigg", "stead",
    "thorpe", "wick",
)  # fmt: skip

#: What an actor is called after its place, and its type.
BODIES = (
    ("Grid Office", "government-body"),
    ("Harbour Board", "joint-body"),
    ("Electric", "company"),
    ("District Council", "government-body"),
    ("Line Crews", "group"),
    ("Relief", "organization"),
    ("Evening Post", "media"),
    ("Engineers", "military"),
)

DEEDS = (
    "loses its feed from the coast",
    "runs on its own turbines",
    "comes back after nineteen hours",
    "sheds the load of its upper town",
    "is cut off by fallen spans",
    "is supplied over the old valley line",
    "takes in a mobile station",
    "reports water in its cable cellar",
)

_OPENINGS = (
    "By the log of the night shift,",
    "As far as the meters show,",
    "After the second front had passed,",
    "On the word of the crews in the field,",
    "With the coast road still closed,",
    "Against what had been planned in winter,",
    "Before the morning peak,",
    "As in the storm of the year before,",
)
_MIDDLES = (
    "{actor} switched {number} homes over to the inland line",
    "{actor} found {number} metres of cable under water",
    "{event} came first, and the rest followed within {number} minutes",
    "{actor} counted {number} spans down along the ridge",
    "what began with {event} had reached {number} farms by noon",
    "{actor} asked for {number} sets and was given half of them",
    "{statement}, although the register lists {number} connections there",
    "{actor} and {other} gave figures that differ by {number}",
)
_ENDINGS = (
    "and expected the work to last into the week",
    "but could not say how long that would hold",
    "which nobody had foreseen at that hour",
    "and the pumps of the lower quarter stood still meanwhile",
    "while the hospital ran on its own sets",
    "so that the school was opened for the night",
    "and the reading was taken twice",
    "as the neighbouring district had done the day before",
)

TITLES = (
    "Damage survey", "Switching log", "Meter readings", "Crew reports", "Situation note", "Letter to the council",
    "Evening edition", "Aerial images", "Telephone notes", "Minutes of the desk",
)  # fmt: skip


def place(number: int) -> str:
    """The name of an invented place; 320 of them, then they come again."""
    first, last = divmod(number * 7 % (len(_FIRST) * len(_LAST)), len(_LAST))
    return _FIRST[first] + _LAST[last]


def body(number: int) -> tuple[str, str]:
    """The full name and type of an actor. No two have the same name."""
    name, kind = BODIES[number % len(BODIES)]
    round_, at = divmod(number // len(BODIES), len(_FIRST) * len(_LAST))
    return f"{place(at)} {name}{f' {round_ + 1}' if round_ else ''}", kind


def sentence(random: Random, actor: str, other: str, event: str, statement: str, cited: str = "") -> str:
    """A sentence about some entries, given as the links that stand for them; at its end what it cites."""
    middle = random.choice(_MIDDLES).format(
        actor=actor, other=other, event=event, statement=statement, number=random.randrange(3, 900)
    )
    return f"{random.choice(_OPENINGS)} {middle} {random.choice(_ENDINGS)}{f' {cited}' if cited else ''}."


def block(text: str, indent: int, sign: str = ">-") -> str:
    """Prose as a YAML block scalar, its lines filled to 110 columns, to stand after a key and its colon."""
    margin = " " * indent
    # No line ends within a link: in a literal block that would break it.
    text = _LINK.sub(lambda link: link.group().replace(" ", "\0"), text)
    paragraphs = [
        fill(
            part,
            110,
            initial_indent=margin,
            subsequent_indent=margin + ("  " if part.startswith("- ") else ""),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for part in text.split("\n\n")
    ]
    return f"{sign}\n" + "\n\n".join(paragraphs).replace("\0", " ")
