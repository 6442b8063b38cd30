"""What an entry of each kind must say, as placeholders, and what else an editor will ask for, as hints.

Where no text can stand, such as in a time, there is a value that is sound and says nothing.
"""

from briefing_tui.checks.placeholder import placeholder

#: By kind and key, what stands for what must be there and is not given.
STAND_INS: dict[str, dict[str, str]] = {
    "statement": {"text": placeholder("one sentence: who says what")},
    "section": {"title": placeholder("the heading of this section")},
    "figure": {"label": placeholder("what is counted or measured"), "value": placeholder("the number")},
    "gap": {"text": placeholder("what is not known, and would matter")},
    "ask": {"text": placeholder("what is wanted of the meeting")},
    "actor": {"name": placeholder("the full name")},
    "event": {"title": placeholder("what happened, in one line"), "when": "unknown"},
    # No text can stand where an id is wanted. The checker says that nobody is called so.
    "communication": {"from": "who-told-it", "text": placeholder("what was told, in our words")},
    "judgement": {"text": placeholder("one sentence: what is so, or is coming")},
    "scenario": {"title": placeholder("how it may go, in one line")},
    "indicator": {"text": placeholder("what would be seen, where and by when")},
    "assumption": {"text": placeholder("what is taken for granted")},
    "source": {"title": placeholder("the title of the source")},
}

#: By kind, what an editor asks for besides: key and what to write there.
HINTS: dict[str, dict[str, str]] = {
    "statement": {
        "kind": "fact, reported, claim or analysis",
        "by": "the id of the actor that says so",
        "sources": "ids of sources, or {ref: id, at: place, credibility: 1 to 6}",
    },
    "section": {"text": "prose, with [[id]] and [^source]"},
    "figure": {"unit": "m", "as_of": "when it held", "was": "the number before", "sources": "ids of sources"},
    "gap": {"matters_to": "ids of what would change if it were known", "ask": "who is to find out", "due": "a time"},
    "ask": {"of": "the id of an actor, or a name", "kind": "decision, action or information", "due": "a time"},
    "actor": {
        "short": "the words a link shows",
        "type": "state, government-body, company, person, population and others",
    },
    "event": {
        "when": "as exact as is known: 2026-03, 2026-03-04T06:00Z, 2026-03-04~ (about)",
        "status": "claimed, reported, corroborated, confirmed, disputed, denied or retracted",
        "participants": "{initiator: id, affected: [id, id]}",
        "sources": "ids of sources, or {ref: id, at: place, credibility: 1 to 6}",
    },
    "communication": {
        "to": "ids of actors, or public",
        "when": "a time",
        "channel": "statement, press, briefing, call, meeting, letter, hotline, social or unknown",
        "sources": "ids of sources",
    },
    "judgement": {
        "likelihood": "almost no chance, [very] unlikely, roughly even chance, [very] likely, almost certain",
        "confidence": "low, moderate or high: how good the grounds are",
        "evidence": "ids of anything, or {ref: id, bearing: contradicts}",
    },
    "scenario": {
        "likelihood": "a word of the scale, or `probability: [20, 45]` for it",
        "role": "most-likely, most-dangerous, best-case or wildcard",
    },
    "indicator": {
        "points_to": "ids of scenarios or judgements",
        "status": "not-seen, emerging, seen or unknown",
        "checked": "when it was last looked for",
    },
    "assumption": {"if_wrong": "what follows then"},
    "source": {
        "publisher": "who published it",
        "date": "when",
        "url": "where it can be read",
        "type": "official, media, ngo, igo, social, imagery, document or interview",
        "reliability": "A (completely reliable) to F (cannot be judged)",
    },
}
