"""E542: an actor that an entry names and nowhere leads to."""

from collections.abc import Iterator

from briefing_tui.checks.draft import Draft, own_voice_not
from briefing_tui.checks.enclosing import enclosed
from briefing_tui.checks.rule import Rule
from briefing_tui.links.mentions import Unlinked, unlinked_mentions
from briefing_tui.links.prose import Stretches, inside
from briefing_tui.source.diagnostic import Diagnostic, Severity, shown
from briefing_tui.thrift import expression

# A capital that does not only begin a sentence makes the next word, or the one before, a part of the name.
_GOES_ON = expression(r"\s+[A-Z0-9]|-\w")
_BEGAN = expression(r"[\w,;)\]'’]\s+[A-Z][\w-]*\s+\Z|\w-\Z")

#: How far back the word before a name is looked for, in characters.
_LONGEST = 60


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Of each actor, the first mention without a link in an entry or part that does not lead to it in any way."""
    told: set[tuple[str, str]] = set()
    voices: dict[int, Stretches] = {}
    for one in unlinked_mentions(draft.briefing, draft.links):
        if len(one.candidates) != 1 or not _is_name(one.words):
            continue
        actor = one.candidates[0]
        if (one.source, actor) in told or _leads_to(draft, one.source, actor) or not _stands_alone(one):
            continue
        passage = one.passage
        if passage.identity not in voices:
            voices[passage.identity] = own_voice_not(passage.text)
        if inside(voices[passage.identity], one.start):
            continue
        told.add((one.source, actor))
        extent = draft.words(passage, one.start, one.end)
        title = f"Link it to {actor}"
        yield RULE.finding(
            extent,
            f"“{shown(one.words)}” is named here without a link",
            f"Write `[[{actor}|{shown(one.words)}]]`",
            edits=enclosed(draft, passage, extent, f"[[{actor}|", "]]", title, safe=True),
        )


def _is_name(words: str) -> bool:
    """Whether the words are a proper name: `the town` is what one calls a town, linked or not."""
    return words != words.lower() or words == words.upper()


def _leads_to(draft: Draft, source: str, actor: str) -> bool:
    """Whether an entry or part names an actor in a field or a link, or stands in that actor's own entry."""
    if source.startswith(f"{actor}.") or any(reference.target == actor for reference in draft.links.outgoing(source)):
        return True
    entry = draft.briefing.entries.get(source)
    return entry is not None and draft.loaded.path_of(entry)[:2] == ("actors", actor)


def _stands_alone(one: Unlinked) -> bool:
    """Whether a name is the whole of one, and not a part of another: `Amazon` is not meant by `Amazon Q Developer`."""
    text = one.passage.text
    return not (_GOES_ON.match(text, one.end) or _BEGAN.search(text, max(0, one.start - _LONGEST), one.start))


RULE = Rule(
    code="E542",
    name="mention-without-link",
    severity=Severity.INFO,
    summary="An actor is named and nothing leads to it.",
    manual="""\
        Who reads a name follows it: what it did, what it said, how far it can be trusted. Where neither the text nor a
        field of the entry leads to the actor, that way is closed, and the actor's own page does not show that it is
        spoken of here.

        Write `[[id|the name]]` at the first mention. Once an entry or part leads to an actor in any way, further
        mentions need no link. Names in lower case (`the town`) and shared ones are not looked at.""",
    bad="""\
situation:
  bottom_line: Harrow Bend Radio tells its listeners to stay at home.
communications:
  call: {from: radio, to: public, when: 2026-03-04, text: "Stay at home.", sources: tape}
actors:
  radio: {name: Harrow Bend Radio, type: media}
sources:
  tape: {title: Night programme, date: 2026-03-04, url: "https://radio.example/night", reliability: B}
""",
    good="""\
situation:
  bottom_line: "[[radio|Harrow Bend Radio]] tells its listeners to stay at home."
communications:
  call: {from: radio, to: public, when: 2026-03-04, text: "Stay at home.", sources: tape}
actors:
  radio: {name: Harrow Bend Radio, type: media}
sources:
  tape: {title: Night programme, date: 2026-03-04, url: "https://radio.example/night", reliability: B}
""",
    check=check,
)
