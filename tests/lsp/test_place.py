"""Where in the structure a cursor stands: in blocks, in braces, half typed, in text that does not parse."""

import pytest

from briefing_tui.lsp.place import Is
from briefing_tui.source.tree import Path
from tests.lsp.written import FLOOD, at_cursor, place_in

KEY, VALUE, ITEM, PROSE, LINK, CITATION, COMMENT = Is


@pytest.mark.parametrize(
    ("written", "what", "path", "before", "others"),
    [
        ("actors:\n  town:\n    name: x\n    ty▮\n    tlp: y\n", KEY, ("actors", "town"), "ty", ("name", "tlp")),
        ("actors:\n  town:\n    name: x\n    ▮\n", KEY, ("actors", "town"), "", ("name",)),
        ("actors:\n  town:\n    na▮me: x\n", KEY, ("actors", "town"), "na", ()),
        ("actors:\n  a: x\n  to▮\n  b: y\n", KEY, ("actors",), "to", ("a", "b")),
        ("▮\ntitle: x\n", KEY, (), "", ("title",)),
        ("title: x\n▮\nsituation:\n  bottom_line: b\ntlp: RED\n", KEY, (), "", ("title", "situation", "tlp")),
        ("actors:\n  town:\n    type: sta▮\n", VALUE, ("actors", "town", "type"), "sta", ()),
        ("outlook:\n  judgements:\n    j:\n      likelihood: very l▮\n", VALUE,
         ("outlook", "judgements", "j", "likelihood"), "very l", ()),
        ("sources:\n  s:\n    reliability: \"B▮\"\n", VALUE, ("sources", "s", "reliability"), "B", ()),
        ("actors:\n  town: {name: x, ty▮}\n", KEY, ("actors", "town"), "ty", ("name",)),
        ("actors:\n  town: {name: x, ▮ country: AZ}\n", KEY, ("actors", "town"), "", ("name", "country")),
        ("actors:\n  town: {name: x, type: ▮}\n", VALUE, ("actors", "town", "type"), "", ()),
        ("actors:\n  town: {name: 'it''s, {x', type: s▮}\n", VALUE, ("actors", "town", "type"), "s", ()),
        ("actors:\n  town: {name: x,\n         ty▮\n", KEY, ("actors", "town"), "ty", ("name",)),
        ("events:\n  e:\n    participants: {initiator: [a, b▮], target: c}\n", VALUE,
         ("events", "e", "participants", "initiator", 0), "b", ("a",)),
        ("outlook:\n  judgements:\n    j:\n      evidence: [{ref: e, bearing: sup▮\n", VALUE,
         ("outlook", "judgements", "j", "evidence", 0, "bearing"), "sup", ()),
        ("events:\n  e:\n    participants:\n      initiator:\n        - to▮\n", ITEM,
         ("events", "e", "participants", "initiator", 0), "to", ()),
        ("events:\n  e:\n    sources:\n    - ref: x\n      no▮\n", KEY, ("events", "e", "sources", 0), "no", ("ref",)),
        ("running_order:\n- show: out▮\n  minutes: 2\n- x\n", VALUE, ("running_order", 0, "show"), "out", ()),
        ("events:\n  e:\n    text: >-\n      Words [[to▮ more\n", LINK, ("events", "e", "text"), "to", ()),
        ("events:\n  e:\n    text: >-\n      Words\n        deeper: ▮ here\n", PROSE, ("events", "e", "text"), "", ()),
        ("events:\n  e:\n    text: Some words\n      that go ▮on\n", PROSE, ("events", "e", "text"), "", ()),
        ("situation: {bottom_line: 'The [[cr▮]] passes'}\n", LINK, ("situation", "bottom_line"), "cr", ()),
        ("situation: {bottom_line: The [[▮\n", LINK, ("situation", "bottom_line"), "", ()),
        ("situation:\n  highlights:\n    - \"Quoted [^pa▮\"\n", CITATION, ("situation", "highlights", 0), "pa", ()),
        ("a: b # check: ignore[▮\n", COMMENT, ("a",), "b # check: ignore[", ()),
        ("# check: ignore[▮\n", COMMENT, (), "# check: ignore[", ()),
    ],
)  # fmt: skip
def test_a_place_is_known_from_the_text_alone(
    written: str, what: Is, path: Path, before: str, others: tuple[str, ...]
) -> None:
    place = place_in(written)
    assert (place.what, place.path, place.before, place.others) == (what, path, before, others)


def test_what_is_broken_above_and_below_does_not_matter() -> None:
    written = "title: [\nsituation: {{\n: :\nactors:\n  town:\n    type: po▮\nevents: ]\n\t- x\n"
    place = place_in(written)
    assert (place.path, place.before) == (("actors", "town", "type"), "po")


def test_the_token_ends_where_the_word_ends() -> None:
    text, _ = at_cursor("events: {e: {caused_by: cr▮est, text: x}}\n")
    place = place_in("events: {e: {caused_by: cr▮est, text: x}}\n")
    assert text[place.token.start : place.token.end] == "crest"


@pytest.mark.parametrize("written", ["type:▮\n", "{type:▮}", "a: {type:▮\n", "-▮\n"])
def test_a_missing_space_is_seen(written: str) -> None:
    assert place_in(f"x:\n  {written}").glued


def test_every_place_of_a_text_is_some_place() -> None:
    for offset in range(len(FLOOD) + 1):
        assert place_in(f"{FLOOD[:offset]}▮{FLOOD[offset:]}").what in Is
