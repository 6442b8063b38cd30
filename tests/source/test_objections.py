"""What is no fault of YAML: each mistake told once, at its exact place, with a next step and, where certain, a fix."""

import pytest

from briefing_tui.source.load import load_text
from tests.source.briefings import SOUND, applied, marked

TEXT, KIND, TOWN, CREST, WARNING, PAPER, LINE = (
    "      text: Water is high.\n      kind: claim\n",
    "kind: claim",
    "{name: Town of Harrow Bend, type: population}",
    "    title: The crest\n    when: 2026-03-05\n",
    "{from: town, channel: press, text: Move., about: crest}",
    "The paper",
    "  bottom_line: Water is high. # a comment\n",
)

#: What is replaced in a sound briefing, by what, and what is found then.
MISTAKES = {
    "a title that is missing": ("M301", "title: River Authority warns of a crest\nas_of", "▶as_of◀", "Add `title"),
    "a title that is empty": ("M301", "title: River Authority warns of a crest", "▶title◀:", "Write its title"),
    "a title of nothing but spaces": (
        "M301",
        "title: River Authority warns of a crest",
        "▶title◀: '  '",
        "Write its title",
    ),
    "a header key misspelt": ("M302", "as_of: 2026-03-04", "▶as-of◀: 2026-03-04", "Did you mean `as_of`"),
    "a section misspelt": ("M302", "\nevents:", "\n▶event◀:", "Did you mean `events`"),
    "a header key nobody knows": (
        "M302",
        "as_of: 2026-03-04",
        "as_of: 2026-03-04\n▶colour◀: blue",
        "Known here: title, as_of",
    ),
    "a header value of no vocabulary": (
        "M303",
        "as_of: 2026-03-04",
        "as_of: 2026-03-04\nstatus: ▶exercize◀",
        "Did you mean `exercise`",
    ),
    "one header value of several": (
        "M303",
        "as_of: 2026-03-04",
        "as_of: 2026-03-04\nstatus: [draft, ▶exercize◀]",
        "Did you mean `exercise`",
    ),
    "a country of three letters": (
        "M304",
        "as_of: 2026-03-04",
        "as_of: 2026-03-04\ncountries: [NO, ▶SWE◀]",
        "two capital letters",
    ),
    "a label that is none": ("M304", "as_of: 2026-03-04", "as_of: 2026-03-04\ntlp: ▶PURPLE◀", "RED, AMBER"),
    "a time that is none": ("M305", "as_of: 2026-03-04", "as_of: ▶4 March 2026◀", "Write 2026-03-04"),
    "an empty bottom line": ("M301", LINE, "  ▶bottom_line◀:\n", "Write its bottom_line"),
    "no bottom line": ("M301", f"situation:\n{LINE}", "▶situation◀:\n", "Add `bottom_line"),
    "a list for a bottom line": (
        "M306",
        LINE,
        "  bottom_line:\n    ▶- Water is high.◀\n    - It rains.\n",
        "in quotes, or in a block",
    ),
    "a situation that is text": (
        "M306",
        SOUND[SOUND.index("situation:") :],
        "situation: ▶Water is high.◀\n",
        "bottom_line",
    ),
    "a key misspelt": ("M302", TEXT, "      ▶txt◀: Water is high.\n      kind: claim\n", "Did you mean `text`"),
    "a key meant otherwise": ("M302", TEXT, "      text: High.\n      ▶source◀: paper\n", "Did you mean `sources`"),
    "an id among the keys": ("M302", TEXT, "      text: High.\n      ▶id◀: high\n", "Remove it"),
    "a word of no vocabulary": ("M303", KIND, "kind: ▶claimed◀", "Did you mean `claim`"),
    "a capital letter": ("M303", KIND, "kind: ▶Claim◀", "Did you mean `claim`"),
    "a mapping for a word": ("M306", KIND, "kind: ▶{claim: yes}◀", "in quotes"),
    "an empty entry": ("M301", f"one:\n{TEXT}", "▶one◀:\n", "Add `text"),
    "an entry without its text": ("M301", f"one:\n{TEXT}", "▶one◀:\n      kind: claim\n", "Add `text"),
    "an entry with an empty text": ("M301", TEXT, "      ▶text◀: ''\n      kind: claim\n", "Write its text"),
    "a list for an entry": ("M306", TEXT, "      ▶- Water is high.◀\n      - It rains.\n", "in quotes, or in a block"),
    "a credibility out of the scale": ("M304", KIND, "credibility: ▶7◀", "a digit from 1 to 6"),
    "a credibility in a reference": ("M304", KIND, "sources: {ref: paper, credibility: ▶7◀}", "a digit from 1 to 6"),
    "a credibility in one reference of two": (
        "M304",
        KIND,
        "sources: [paper, {ref: paper, credibility: ▶x◀}]",
        "a digit from 1 to 6",
    ),
    "a reference that is no id": ("M304", KIND, "sources: ▶The Paper◀", "the id of an entry"),
    "one reference of two that is no id": ("M304", KIND, "sources: [paper, ▶The Paper◀]", "the id of an entry"),
    "a reference without its id": ("M301", KIND, "▶sources◀: {at: p. 2}", "Add `ref"),
    "a reference in brackets": ("M306", KIND, "sources: ▶[[paper]]◀", "Write paper"),
    "a reference as a citation": ("M306", KIND, "sources: ▶[^paper]◀", "Write paper"),
    "a reference as a citation with a place": ("M306", KIND, "sources: ▶[^paper: p. 2]◀", "Write paper"),
    "a key of a reference misspelt": ("M302", KIND, "sources: {ref: paper, ▶nota◀: seen}", "Did you mean `note`"),
    "a change that is text": ("M306", KIND, "change: ▶It rose.◀", "such as from"),
    "an actor of no known type": ("M303", "type: population", "type: ▶people◀", "Known: state"),
    "an actor without a name": ("M301", f"town: {TOWN}", "▶town◀: {type: population}", "Add `name"),
    "a role nobody has": ("M303", CREST, CREST + "    participants: {▶victim◀: town}\n", "Known: initiator"),
    "a role with nothing": ("M301", CREST, CREST + "    participants: {▶target◀: }\n", "Write its value"),
    "a role with a wrong reference": (
        "M304",
        CREST,
        CREST + "    participants: {target: ▶The Town◀}\n",
        "the id of an entry",
    ),
    "participants without roles": ("M306", CREST, CREST + "    participants: ▶[town]◀\n", "Write its keys"),
    "an event without a time": (
        "M301",
        f"crest:\n{CREST}",
        "▶crest◀:\n    title: The crest\n",
        "`unknown` is an answer",
    ),
    "an impossible date": ("M305", "when: 2026-03-05", "when: ▶2026-02-30◀", "Write 2026-03-05"),
    "an address that is unsafe": ("M304", PAPER, "{title: The paper, url: ▶javascript:alert(1)◀}", "https"),
    "a reliability in words": ("M303", PAPER, "{title: The paper, reliability: ▶a◀}", "Did you mean `A`"),
    "sources in a list": ("M306", "sources:\n  paper: The paper\n", "▶sources◀:\n  - The paper\n", "under an id"),
    "an answer that is none": (
        "M303",
        WARNING,
        "{from: town, text: Move., confirmed_by_recipient: ▶maybe◀}",
        "Known: yes, no",
    ),
    "an answer of one recipient": (
        "M303",
        WARNING,
        "{from: town, text: Move., confirmed_by_recipient: {town: ▶maybe◀}}",
        "Known: yes, no",
    ),
    "a recipient that is no id": (
        "M304",
        WARNING,
        "{from: town, text: Move., confirmed_by_recipient: {▶The Town◀: yes}}",
        "the id of",
    ),
    "an id in capital letters": ("M307", "  crest:", "  ▶Crest◀:", "Call it `crest`"),
    "an id of two words": ("M307", "  crest:", "  ▶the crest◀:", "Call it `the-crest`"),
    "an id that is a name of the format": ("M307", "  crest:", "  ▶events◀:", "an id such as `events-1`"),
    "an id in another alphabet": ("M307", "  crest:", "  ▶гребень◀:", "an id such as `event-1`"),
    "an id that stands twice": ("M308", "  crest:", "  ▶town◀:", "give this one another"),
    "an anchor": ("Y205", PAPER, "▶&paper◀ The paper", "Remove it"),
    "an alias": ("Y204", PAPER, "▶*paper◀", "Write the value out"),
    "a tag": ("Y206", PAPER, "▶!important◀ The paper", "Remove it"),
    "a merge key": ("Y207", TEXT, "      ▶<<◀: {text: High.}\n", "Write the keys out"),
    "a key that stands twice": ("Y208", TEXT, TEXT + "      ▶kind◀: fact\n", "Remove one"),
    "a second document": ("Y209", "sources:\n", "▶---◀\nsources:\n", "remove the line"),
    "a key that is a list": ("Y211", TEXT, "      ▶[◀a, b]: High.\n", "Write a word"),
    "a colon without a key": ("Y211", TEXT, "      text: High.\n      ▶:◀ claim\n", "Write a word"),
    "a colon in an item of a list": ("Y213", LINE, LINE + "  highlights:\n    - ▶Highlight: it rains◀\n", "in quotes"),
    "a link as an item of a list": ("Y212", LINE, LINE + "  highlights:\n    - ▶[[crest]]◀\n", "in quotes"),
    "a link as one of several names": ("Y212", TOWN, "{name: Town, aliases: ▶[[town]]◀}", "in quotes"),
}

each_mistake = pytest.mark.parametrize(("code", "old", "new", "help"), MISTAKES.values(), ids=MISTAKES)


@each_mistake
def test_a_mistake_is_told_once_and_where_it_is(code: str, old: str, new: str, help: str) -> None:
    assert old in SOUND
    text, extent = marked(SOUND.replace(old, new, 1))
    loaded = load_text(text, "mistaken")
    told = [(found.code, text[slice(*found.extent)], found.message) for found in loaded.diagnostics]
    assert [found.code for found in loaded.diagnostics] == [code], told
    (found,) = loaded.diagnostics
    assert found.extent == extent, told
    assert help in found.help


@each_mistake
def test_only_what_is_mistaken_is_left_out(code: str, old: str, new: str, help: str) -> None:
    loaded = load_text(marked(SOUND.replace(old, new, 1))[0], "mistaken")
    sound = load_text(SOUND, "sound").briefing
    assert sound is not None
    if loaded.briefing is not None:
        lost = set(sound.entries) - set(loaded.briefing.entries)
        if old in ("\nevents:", "sources:\n", "sources:\n  paper: The paper\n"):
            assert lost <= {"crest", "paper"}
        else:
            assert lost <= {"one", "town", "crest", "warning", "paper"}
            assert len(lost) <= len(loaded.briefing.omitted) <= 1


@each_mistake
def test_a_certain_fix_gives_a_sound_briefing(code: str, old: str, new: str, help: str) -> None:
    text, _ = marked(SOUND.replace(old, new, 1))
    for edit in load_text(text, "mistaken").diagnostics[0].edits:
        fixed = load_text(applied(text, edit), "fixed")
        assert not edit.safe or fixed.diagnostics == [], (applied(text, edit), fixed.diagnostics)


@pytest.mark.parametrize("text", ["&co is a firm", "!important news", "*yes"])
def test_a_sign_of_yaml_may_be_the_authors_own(text: str) -> None:
    source = SOUND.replace("Water is high.\n      kind", f"{text}\n      kind")
    (found,) = load_text(source, "signed").diagnostics
    assert found.code in ("Y204", "Y205", "Y206")
    (edit,) = found.edits
    briefing = load_text(applied(source, edit), "quoted").briefing
    assert briefing is not None
    assert briefing.entries["one"].heading == text
