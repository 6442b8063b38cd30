"""Where sources have it from, who speaks in them and who is on whose side."""

from briefing_tui.checks.origins import Origins
from tests.links.written import links

BODY = """
actors:
  north: {name: Northland, relations: {commands: army}}
  ministry: {name: Ministry, aliases: [MoD], relations: {part-of: north}}
  army: {name: Army, relations: {part-of: ministry}}
  south: {name: Southland, relations: {part-of: south}}
communications:
  word: {from: [ministry, army], text: It began., to: public}
sources:
  script: {title: Script, origin: word}
  wire: {title: Wire, origin: [script, elsewhere]}
  elsewhere: {title: Elsewhere, publisher: mod}
  alone: {title: Alone, origin: alone}
  abroad: {title: Abroad, origin: other-briefing#text}
  first: {title: First, origin: second}
  second: {title: Second, origin: [first, script]}
"""


def origins() -> Origins:
    return links(BODY).once(Origins)


def test_a_source_goes_back_to_what_has_no_origin() -> None:
    found = origins()
    assert found.roots("script") == {"word"}
    assert found.roots("wire") == {"word", "elsewhere"}
    assert found.roots("alone") == {"alone"}
    assert found.roots("abroad") == {"other-briefing#text"}


def test_sources_that_repeat_each_other_go_back_to_what_either_has() -> None:
    assert origins().roots("first") == origins().roots("second") == {"word"}


def test_who_speaks() -> None:
    found = origins()
    assert found.voices("wire") == {"ministry", "army"}
    assert found.voices("elsewhere") == {"ministry"}
    assert found.voices("alone") == {"alone"}
    assert found.voices("south") == {"south"}


def test_parts_and_those_under_command_are_one_side() -> None:
    found = origins()
    assert found.side("army") == {"army", "ministry", "north"}
    assert found.same_side("north", "army")
    assert not found.same_side("south", "army")
    assert found.one_party(["army", "ministry"]) == "army"
    assert found.one_party(["army", "south"]) is None
    assert found.one_party(["alone"]) is None


def test_a_very_long_chain_is_followed_to_its_end() -> None:
    rows = "".join(f"  s{n}: {{title: S, origin: s{n + 1}}}\n" for n in range(3000))
    found = links(f"sources:\n{rows}  s3000: The first\n").once(Origins)
    assert found.roots("s0") == {"s3000"}
