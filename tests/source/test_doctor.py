"""What authors get wrong in YAML: found where it is, explained with a next step, hiding nothing else; and fixed."""

import pytest

from briefing_tui.source.diagnostic import Diagnostic
from briefing_tui.source.load import Loaded, load_text
from tests.source.briefings import SOUND, applied, briefing_with, marked

#: Under `one:` in the pool of statements; ▶ stands where the finding begins, ◀ where it ends.
STATEMENTS = {
    "a link begins the value": ("Y212", "      text: ▶[[town]] is told◀\n      kind: claim\n"),
    "a link begins the value on a line of its own": (
        "Y212",
        "      text:\n        ▶[[town]] is told◀\n      kind: claim\n",
    ),
    "a link begins text over several lines": (
        "Y212",
        "      text: ▶[[town]] is told,\n        at night◀\n      kind: claim\n",
    ),
    "a link and then a line": ("Y212", "      text: ▶[[town]]\n        is told◀\n      kind: claim\n"),
    "a link with words": ("Y212", "      text: ▶[[town|The town]] is told, they say◀\n"),
    "a link with a genitive": ("Y212", "      text: ▶[[town]]'s mayor is told◀\n      kind: claim\n"),
    "a link with a colon after it": ("Y212", "      text: ▶[[town]] is told: leave◀\n      kind: claim\n"),
    "a link and a full stop": ("Y212", "      text: ▶[[town]].◀\n      kind: claim\n"),
    "a citation begins the value": ("Y212", "      text: ▶[^paper] says so◀\n"),
    "a citation with a place": ("Y212", "      text: ▶[^paper: p. 2] says so◀\n"),
    "nothing but a link": ("Y212", "      text: ▶[[town]]◀\n      kind: claim\n"),
    "a colon in the text": ("Y213", "      text: ▶The mayor said: leave◀\n      kind: claim\n"),
    "a colon at the end": ("Y213", "      text: ▶The mayor said this:◀\n      kind: claim\n"),
    "a colon in a later line": ("Y213", "      text: ▶The mayor\n        said: leave◀\n      kind: claim\n"),
    "a colon makes a mapping": ("Y213", "      text:\n        ▶The mayor said: leave◀\n      kind: claim\n"),
    "text lost": ("Y214", "      text: see order ▶#4 of the council◀\n      kind: claim\n"),
    "text lost behind a tab": ("Y214", "      text: see order\t▶#4 of the council◀\n      kind: claim\n"),
    "all of the text lost": ("Y214", "      text: ▶#4 is the order◀\n      kind: claim\n"),
    "text lost in the first of two lines": (
        "Y214",
        "      text: see order ▶#4 of◀\n        the council\n      kind: claim\n",
    ),
    "a tab": ("Y215", "      text: Water is high\n▶\t◀kind: claim\n"),
    "a tab after spaces": ("Y215", "      text: Water is high\n    ▶\t◀kind: claim\n"),
    "two tabs": ("Y215", "▶\t\t\t◀text: Water is high\n\t\t\tkind: claim\n"),
    "an apostrophe first": ("Y216", "      text: ▶'tis the season◀\n      kind: claim\n"),
    "an apostrophe first and one later": (
        "Y216",
        "      text: ▶'tis the season◀\n      notes: don't\n      kind: claim\n",
    ),
    "a word in quotes first": ("Y216", '      text: ▶"High" is what they say◀\n      kind: claim\n'),
    "words in quotes first and last": ("Y216", '      text: ▶"High" is not "low"◀\n      kind: claim\n'),
    "a quotation that stays open": ("Y216", '      text: ▶"Water is high◀\n      kind: claim\n'),
    "an apostrophe within single quotes": ("Y216", "      text: 'it▶'◀s high'\n      kind: claim\n"),
    "a quotation within double quotes": ("Y216", '      text: "he said ▶"◀no" twice"\n      kind: claim\n'),
    "a backslash": ("Y201", '      text: "in C:▶\\p◀ath"\n      kind: claim\n'),
    "an at sign": ("Y217", "      text: ▶@mayor said so◀\n      kind: claim\n"),
    "a per cent sign": ("Y217", "      text: ▶%5 more◀\n      kind: claim\n"),
    "a backtick": ("Y217", "      text: ▶`high` is the word◀\n      kind: claim\n"),
    "emphasis": ("Y217", "      text: ▶*high* is the word◀\n      kind: claim\n"),
    "emphasis of several words": ("Y217", "      text: ▶*very high* is the word◀\n      kind: claim\n"),
    "strong emphasis": ("Y217", "      text: ▶**high** is the word◀\n      kind: claim\n"),
    "an ampersand": ("Y217", "      text: ▶& so on◀\n      kind: claim\n"),
    "an exclamation mark": ("Y217", "      text: ▶!high! is the word◀\n      kind: claim\n"),
    "more than": ("Y217", "      text: ▶> 5 metres◀\n      kind: claim\n"),
    "a bar": ("Y217", "      text: ▶| 5 metres◀\n      kind: claim\n"),
    "a hyphen": ("Y217", "      text: ▶- high◀\n      kind: claim\n"),
    "a question mark": ("Y217", "      text: ▶? high◀\n      kind: claim\n"),
    "a comma": ("Y217", "      text: ▶, high◀\n      kind: claim\n"),
    "a colon first": ("Y217", "      text: ▶: high◀\n      kind: claim\n"),
    "brackets and then text": ("Y217", "      text: ▶[sic] high◀\n      kind: claim\n"),
    "braces": ("Y217", "      text: ▶{high}◀\n      kind: claim\n"),
    "braces and then text": ("Y217", "      text: ▶{high} water◀\n      kind: claim\n"),
    "text on the line of the block's sign": ("Y217", "      text: >- ▶Water is◀\n        high\n      kind: claim\n"),
    "indented too far": ("Y219", "      text: Water is high\n        ▶kind: claim◀\n"),
    "indented one too far": ("Y219", "      text: Water is high\n       ▶kind: claim◀\n"),
    "indented one too little": ("Y219", "      text: Water is high\n     ▶kind: claim◀\n"),
    "indented too far after a quotation": ("Y219", "      text: 'Water is high'\n        ▶kind: claim◀\n"),
    "no space after the colon": ("Y219", "      ▶text:◀Water is high\n      kind: claim\n"),
    "no space after the second colon": ("Y219", "      text: Water is high\n      ▶kind:◀claim\n      notes: Yes.\n"),
    "no colon": ("Y219", "      text: Water is high\n      ▶and rising◀\n      kind: claim\n"),
    "a block's line indented too little": (
        "Y219",
        "      text: >-\n          Water is\n        ▶high◀\n      kind: claim\n",
    ),
    "a block's text not indented": ("Y219", "      text: >-\n      ▶Water is high◀\n      kind: claim\n"),
    "a list item among keys": ("Y219", "      text: Water is high\n      ▶- claim◀\n"),
    "a brace too many": ("Y201", "      text: Water is high\n      change: {why: It rose}▶}◀\n"),
    "a bracket that closes nothing": ("Y201", "      text: Water is high\n      kind: claim\n▶]◀\n"),
    "a bracket that stays open": ("Y201", "      text: Water is high\n      by: ▶[◀town\n      kind: claim\n"),
}

#: In place of `one: {...}`.
FLOWS = {
    "a link in braces": ("Y212", "{text: ▶[[town]] is told◀, kind: claim}"),
    "a link and a comma in braces": ("Y212", "{text: ▶[[town]] is told, they say◀, kind: claim}"),
    "a colon in braces": ("Y213", "{text: ▶The mayor said: leave◀, kind: claim}"),
    "text lost in braces": ("Y214", "{text: see order ▶#4 of the council◀, kind: claim}"),
    "a quotation in braces": ("Y216", '{text: ▶"High" is what they say◀, kind: claim}'),
    "an at sign in braces": ("Y217", "{text: ▶@mayor said so◀, kind: claim}"),
    "emphasis in braces": ("Y217", "{text: ▶*high* is the word◀, kind: claim}"),
    "a comma in braces": ("Y218", "{text: The water is high, ▶and rising◀, kind: claim}"),
    "two commas in braces": ("Y218", "{text: The water is high, ▶cold◀, and rising, kind: claim}"),
    "a bracket in braces": ("Y218", "{text: ▶The water [sic] is high◀, kind: claim}"),
    "a question mark first in braces": ("Y217", "{text: ▶? high◀, kind: claim}"),
    "a brace that stays open": ("Y201", "▶{◀text: Water is high, kind: claim"),
}

#: Slips for which no fix is certain enough to be offered.
WITHOUT_FIX = {"a list item among keys", "a bracket that stays open", "a brace that stays open", "no colon"}

CASES = [
    *((name, code, briefing_with(snippet)) for name, (code, snippet) in STATEMENTS.items()),
    *((name, code, briefing_with(f" {snippet}\n", after_key=True)) for name, (code, snippet) in FLOWS.items()),
]
each_slip = pytest.mark.parametrize(("name", "code", "source"), CASES, ids=[name for name, *_ in CASES])


def only_finding(loaded: Loaded) -> Diagnostic:
    assert len(loaded.diagnostics) == 1, [
        (found.code, found.message, loaded.lines.position(found.extent.start)) for found in loaded.diagnostics
    ]
    return loaded.diagnostics[0]


def test_what_the_slips_are_put_into_is_sound() -> None:
    assert load_text(SOUND, "sound").diagnostics == []


@each_slip
def test_a_slip_is_found_once_and_where_it_is(name: str, code: str, source: str) -> None:
    text, extent = marked(source)
    found = only_finding(load_text(text, "slip"))
    assert (found.code, found.extent) == (code, extent), (found, text[slice(*found.extent)])
    assert found.help


@each_slip
def test_what_has_a_slip_is_no_briefing_or_lacks_the_entry(name: str, code: str, source: str) -> None:
    loaded = load_text(marked(source)[0], "slip")
    assert loaded.tree.broken == (loaded.briefing is None)
    saved = loaded.briefing or loaded.recovered
    assert saved is not None
    assert {"zero", "two", "town", "crest", "warning", "paper"} <= set(saved.entries)
    assert loaded.tree.broken or set(saved.omitted) == {"one"}


@each_slip
def test_every_fix_gives_a_sound_briefing(name: str, code: str, source: str) -> None:
    text, _ = marked(source)
    found = only_finding(load_text(text, "slip"))
    assert found.edits or name in WITHOUT_FIX
    for edit in found.edits:
        fixed = load_text(applied(text, edit), "fixed")
        assert name in WITHOUT_FIX or fixed.diagnostics == [], (applied(text, edit), fixed.diagnostics)


@each_slip
def test_a_slip_hides_no_other_mistake(name: str, code: str, source: str) -> None:
    text, _ = marked(source)
    text = text.replace("channel: press", "channel: pres").replace("title: The crest", "titel: The crest")
    loaded = load_text(text, "slip")
    assert [found.code for found in loaded.diagnostics] == [code, "M302", "M303"], loaded.diagnostics
