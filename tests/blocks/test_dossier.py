"""Dossiers tell both directions: what an entry says, and all that refers to it."""

import pytest

from briefing_tui.blocks.block import Blocks, Fields, Heading, Item, Items, Note, text_of
from briefing_tui.blocks.dossier import dossier_blocks
from briefing_tui.blocks.scope import Scope
from tests.blocks.briefings import scope_of

FLOOD = """
contested_terms: {controlled relief: authority}
running_order: [bottom-line, crest]
situation:
  bottom_line: "[[authority|The Authority]] expects [[crest]] [^log]."
  highlights: [{ref: rising}, Something nobody can refer to.]
  statements:
    rising: {text: The river rises., kind: claim, by: authority, sources: {ref: log, credibility: 2}}
    falling: {text: The river falls., by: dam, disputes: rising, sources: post}
  sections:
    river: {title: The river, text: Town of Harrow Bend is named here without a link., statements: [{ref: rising}]}
  gaps:
    height: {text: How high it is., matters_to: crest}
actors:
  authority: {name: River Authority, relations: {monitors: {ref: dam, note: by licence}}}
  dam: {name: Upper Dam, relations: {opposes: authority}}
  town: {name: Town of Harrow Bend, stated_aims: [{ref: rising}]}
  desk: {name: The Desk}
events:
  rain: {title: Rain, when: 2026-03-01}
  crest:
    title: The crest
    when: 2026-03-05
    caused_by: rain
    by: authority
    participants: {affected: town, observer: [authority, {ref: town, note: from the bridge}]}
  after: {title: The water goes, when: 2026-03-08, follows: crest, part_of: crest}
communications:
  warning:
    {from: authority, to: [town, public], when: 2026-03-04, about: crest, text: Go up., confirmed_by_recipient: yes}
  answer: {from: town, to: authority, when: 2026-03-05, about: crest, text: We do., reported_by: warning}
outlook:
  judgements:
    holds:
      text: The levee holds.
      likelihood: likely
      confidence: low
      evidence: [rising, {ref: crest, bearing: contradicts}]
  scenarios:
    over: {title: It goes over}
  indicators:
    gauge: {text: Gauge above 7 m., points_to: over, points_away_from: holds, seen_in: crest}
asks:
  open: {text: Open the sluice., of: town}
sources:
  log: {title: Gauge log, reliability: B, actor: authority}
  post: {title: A post, origin: log}
"""


@pytest.fixture(scope="module")
def scope() -> Scope:
    return scope_of(FLOOD)


def parts(blocks: Blocks) -> dict[str, list[str]]:
    """The lines under each heading, as plain words."""
    found: dict[str, list[str]] = {}
    here = ""
    for block in blocks:
        if isinstance(block, Heading):
            here = text_of(block.spans)
            found.setdefault(here, [])
        elif isinstance(block, Items):
            found.setdefault(here, []).extend([line(item) for item in block.rows])
        elif isinstance(block, Fields):
            found.setdefault(here, []).extend([f"{row.label}: {text_of(row.spans)}" for row in block.rows])
        elif isinstance(block, Note):
            found.setdefault(here, []).append(text_of(block.spans))
    return found


def line(item: Item) -> str:
    pieces = (text_of(item.lead), text_of(item.spans), text_of(item.tail))
    return " | ".join([piece for piece in pieces if piece]).replace("\u00a0", " ")


def test_an_actor_from_both_ends(scope: Scope) -> None:
    told = parts(dossier_blocks(scope, "authority"))
    assert told["Relations"] == ["monitors: Upper Dam · by licence", "opposes: Upper Dam"]
    assert told["Events"] == ["5 Mar 2026 | The crest"]
    assert told["Sent"] == ["4 Mar 2026 | → Town of Harrow Bend, the public: Go up."]
    assert told["Received"] == ["5 Mar 2026 | ← Town of Harrow Bend: We do."]
    assert told["Claims made"] == ["● claimed | The river rises. · by River Authority"]
    assert told["According to it"] == ["5 Mar 2026 | The crest"]
    assert told["Speaks through"] == ["¹ B | Gauge log"]
    assert told["Its own terms"] == ["Term: “controlled relief”"]
    assert told["Mentioned in"] == ["Bottom line: The Authority expects The crest."]


def test_a_relation_reads_from_the_other_end(scope: Scope) -> None:
    assert parts(dossier_blocks(scope, "dam"))["Relations"] == [
        "opposes: River Authority",
        "monitored by: River Authority · by licence",
    ]


def test_events_by_role(scope: Scope) -> None:
    told = parts(dossier_blocks(scope, "town"))
    assert told["Events"] == []
    assert told["as affected"] == ["5 Mar 2026 | The crest"]
    assert told["as observer"] == ["5 Mar 2026 | The crest · from the bridge"]
    assert told["Asked of it"] == ["Open the sluice."]
    assert told["Received"] == ["4 Mar 2026 | ← River Authority: Go up. | ◆ confirmed"]
    assert told["Stated aims"] == ["● claimed | The river rises. — by River Authority · ¹ B2"]
    assert told["Named without a link"] == ["The river: Town of Harrow Bend is named here without a link."]


def test_an_event_from_both_ends(scope: Scope) -> None:
    told = parts(dossier_blocks(scope, "crest"))
    assert told["Caused by"] == ["1 Mar 2026 | Rain"]
    assert told["Followed by"] == ["8 Mar 2026 | The water goes"]
    assert told["Has parts"] == ["8 Mar 2026 | The water goes"]
    assert len(told["Communications about it"]) == 2
    assert told["Judgements that rest on it"] == ["The levee holds. · − contradicts | ▲ likely 55–80 %"]
    assert told["Indicators it triggered"] == ["Gauge above 7 m."]
    assert told["Gaps that matter to it"] == ["? not known | How high it is."]
    assert told["Also named in"] == ["About this briefing · running order"]
    assert parts(dossier_blocks(scope, "rain"))["Causes"] == ["5 Mar 2026 | The crest"]


def test_a_statement_from_both_ends(scope: Scope) -> None:
    told = parts(dossier_blocks(scope, "rising"))
    assert told["Statement 2"] == [
        "According to: River Authority",
        "Source: ¹ Gauge log · B2 usually reliable, probably true",
    ]
    assert told["Disputed by"] == ["○ reported | The river falls. · by Upper Dam"]
    assert told["Referred to in"] == ["Highlights", "The river", "Town of Harrow Bend"]
    assert told["Judgements that rest on it"] == ["The levee holds. | ▲ likely 55–80 %"]


def test_a_source_and_what_falls_with_it(scope: Scope) -> None:
    told = parts(dossier_blocks(scope, "log"))
    assert told["Repeated by"] == ["² | A post"]
    assert "● claimed | The river rises. · by River Authority" in told["Left with no source without it"]
    assert "○ reported | The river falls. · by Upper Dam" in told["Left with no source without it"]
    assert told["Cited by statements"] == ["● claimed | The river rises. · by River Authority"]
    assert told["Cited in"] == ["Bottom line"]


def test_a_judgement_down_to_its_sources(scope: Scope) -> None:
    told = parts(dossier_blocks(scope, "holds"))
    assert told["Evidence"] == [
        "+ supports | The river rises. · by River Authority | ● claimed",
        "Gauge log | B2",
        "− contradicts | 5 Mar 2026 · The crest",
    ]
    assert told["Indicators that point away from it"] == ["Gauge above 7 m."]
    assert parts(dossier_blocks(scope, "over"))["Indicators that point to it"] == ["Gauge above 7 m."]


def test_a_communication_and_what_came_back(scope: Scope) -> None:
    told = parts(dossier_blocks(scope, "warning"))
    assert told["Later, back to the sender"] == ["5 Mar 2026 | Town of Harrow Bend → River Authority: We do."]
    assert told["Known through it"] == ["5 Mar 2026 | Town of Harrow Bend → River Authority: We do."]
    assert told["About"] == ["5 Mar 2026 | The crest"]
    assert "Recipient: ◆ confirmed" in told["River Authority → Town of Harrow Bend, the public"]


def test_a_part_names_what_is_linked_in_it(scope: Scope) -> None:
    told = parts(dossier_blocks(scope, "bottom-line"))
    assert told["Named here"] == ["River Authority", "5 Mar 2026 | The crest"]
    assert told["Sources cited"] == ["¹ B | Gauge log"]
    named = parts(dossier_blocks(scope, "highlights"))["Named here"]
    assert named == ["● claimed | The river rises. · by River Authority"]
    events = parts(dossier_blocks(scope, "events"))["Events"]
    assert events == ["1 Mar 2026 | Rain", "5 Mar 2026 | The crest", "8 Mar 2026 | The water goes"]


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("desk", "Nothing refers to it yet: name it under `participants`"),
        ("falling", "Nothing refers to it yet: point at it with `{ref: falling}`"),
        ("background", "Nothing is named here yet"),
        ("figures", "There are none: write `figures:` under `situation:`"),
        ("nobody", "No entry is called “nobody”"),
        ("other#crest", "“crest” stands in another briefing, other"),
        ("public", "The public is no entry"),
    ],
)
def test_where_nothing_is_known_it_says_what_to_write(scope: Scope, target: str, words: str) -> None:
    notes = [text_of(block.spans) for block in dossier_blocks(scope, target) if isinstance(block, Note)]
    assert [note for note in notes if words in note]


def test_an_entry_left_out_is_named_as_such() -> None:
    scope = scope_of("actors:\n  bad: {name: X, colour: red}\n  town: {name: Town, relations: {opposes: bad}}\n")
    told = parts(dossier_blocks(scope, "bad"))
    assert told["bad"][0].startswith("This actor was left out")
    assert told["Also named in"] == ["Town · relations, opposes"]


def test_speakers_notes_of_others_stay_with_the_speaker() -> None:
    text = "actors:\n  town: {name: Town}\n  dam: {name: Dam, notes: 'Do not blame [[town]] or Town.'}\n"
    assert "Mentioned in" not in parts(dossier_blocks(scope_of(text), "town"))
    assert "Named without a link" not in parts(dossier_blocks(scope_of(text), "town"))
    told = parts(dossier_blocks(scope_of(text, notes=True), "town"))
    assert told["Mentioned in"] == ["Dam: Do not blame Town or Town."]


def test_what_only_speakers_notes_name_is_not_told() -> None:
    text = (
        "outlook: {judgements: {j: {text: It holds., notes: 'Ask [[town]] [^log].'}}}\n"
        "actors: {town: {name: Town}}\nsources: {log: {title: Log}}\n"
    )
    assert "Judgements that name it" not in parts(dossier_blocks(scope_of(text), "town"))
    assert "Cited by judgements" not in parts(dossier_blocks(scope_of(text), "log"))
    assert parts(dossier_blocks(scope_of(text, notes=True), "town"))["Judgements that name it"] == ["It holds."]
    assert parts(dossier_blocks(scope_of(text, notes=True), "log"))["Cited by judgements"] == ["It holds."]


def test_an_entry_does_not_refer_to_itself() -> None:
    text = "actors:\n  a: {name: A, summary: 'See [[a]].', relations: {opposes: {ref: b, by: a}}}\n  b: {name: B}\n"
    assert set(parts(dossier_blocks(scope_of(text), "a"))) == {"A", "Relations"}
