"""What an entry rests on is traced to its sources, and a source's loss is felt exactly by what has no other."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.links.index import Links
from briefing_tui.links.support import Support, left_without, sources_of, support_of
from tests.links.written import links


def drawn(support: Support, depth: int = 0) -> list[str]:
    """A tree as lines: indent, id, bearing where it does not support, rating, and a mark for what stands elsewhere."""
    bearing = "" if support.supports else f" {support.bearing}"
    line = "  " * depth + support.id + bearing + (f" {support.rating}" if support.rating else "")
    return [line + ("…" if support.elsewhere else "")] + [
        line for child in support.children for line in drawn(child, depth + 1)
    ]


FLOOD = """
events:
  crest: {title: Crest, when: 2026, sources: [gauge, {ref: radio, credibility: 4}], credibility: 2}
  calm: {title: Calm, when: 2026, sources: radio}
situation:
  bottom_line: Rising [^gauge].
  statements:
    told: {text: As told., by: warning}
    bare: Nobody says so.
communications:
  warning: {from: ra, text: Up., reported_by: radio}
actors: {ra: RA}
outlook:
  judgements:
    floods:
      text: It floods.
      evidence: [crest, {ref: calm, bearing: contradicts}, {ref: ra, bearing: context}, told]
sources:
  gauge: {title: Gauge, reliability: A}
  radio: {title: Radio, reliability: C}
"""


def test_a_judgement_s_evidence_is_a_tree_with_ratings() -> None:
    assert drawn(support_of(links(FLOOD), "floods")) == [
        "floods",
        "  crest 2",
        "    gauge A2",
        "    radio C4",
        "  calm contradicts",
        "    radio C",
        "  ra context",
        "  told",
        "    warning",
        "      radio C",
    ]


def test_each_branch_says_by_which_field_it_is_known() -> None:
    told = support_of(links(FLOOD), "told")
    assert (told.through, told.children[0].through, told.children[0].children[0].through) == ("", "by", "reported_by")


def test_only_what_supports_counts_as_a_source() -> None:
    found = links("""
        events: {yes: {title: Y, when: 2026, sources: s}, no: {title: N, when: 2026, sources: t}}
        sources: {s: S, t: T, u: U}
        outlook:
          judgements:
            j: {text: J., evidence: [{ref: yes, bearing: supports}, {ref: no, bearing: contradicts, sources: u}]}
    """)
    assert sources_of(found, "j") == {"s"}
    assert [(child.id, child.bearing) for child in support_of(found, "j").children] == [
        ("yes", "supports"),
        ("no", "contradicts"),
        ("u", "contradicts"),
    ]
    assert left_without(found, "s") == ("yes", "j")
    assert left_without(found, "t") == ("no",)
    assert left_without(found, "u") == ()


@pytest.mark.parametrize(
    "entry",
    [
        "{text: T., sources: s}",
        "{text: 'T [^s].'}",
        "{text: T., by: s}",
        "{text: T., by: c}",
        "{text: T., disputes: {ref: other, sources: s}}",
    ],
)
def test_any_way_of_naming_a_source_is_support(entry: str) -> None:
    found = links(f"""
        situation: {{bottom_line: B., statements: {{it: {entry}, other: O.}}}}
        communications: {{c: {{from: a, text: C., reported_by: s}}}}
        actors: {{a: A}}
        sources: {{s: S}}
    """)
    assert sources_of(found, "it") == {"s"}
    assert "it" in left_without(found, "s")


@pytest.mark.parametrize(
    "entry",
    [
        "{text: T., by: a}",
        "{text: 'T [[s]].'}",
        "{text: T., notes: 'T [^s].'}",
        "{text: T., change: {from: x, why: 'T [^s].'}}",
        "{text: T., disputes: c}",
        "{text: T., sources: left-out}",
    ],
)
def test_what_only_mentions_a_source_is_no_support(entry: str) -> None:
    found = links(f"""
        situation: {{bottom_line: B., statements: {{it: {entry}}}}}
        communications: {{c: {{from: a, text: C., reported_by: s}}}}
        actors: {{a: A}}
        sources: {{s: S}}
    """)
    assert sources_of(found, "it") == set()
    assert "it" not in left_without(found, "s")


def test_dissent_from_a_source_is_not_support() -> None:
    found = links("""
        outlook: {judgements: {j: {text: J., dissent: 'Not so [^s].', would_change: 'News [^s].'}}}
        sources: {s: S}
    """)
    assert sources_of(found, "j") == set()


def test_what_only_repeats_a_source_falls_with_it() -> None:
    found = links("""
        sources:
          post: Post
          radio: {title: Radio, origin: post}
          paper: {title: Paper, origin: radio}
          weekly: {title: Weekly, origin: [radio, witness]}
          witness: Witness
        situation:
          bottom_line: B.
          statements:
            one: {text: One., sources: [post, paper]}
            two: {text: Two., sources: [paper, weekly]}
            three: {text: Three., sources: radio}
    """)
    assert sources_of(found, "three") == {"radio", "post"}
    assert left_without(found, "post") == ("one", "three")
    assert left_without(found, "radio") == ("three",)
    assert left_without(found, "witness") == ()
    assert left_without(found, "paper") == left_without(found, "weekly") == ()


def test_a_source_known_from_a_communication_stands_by_itself() -> None:
    found = links("""
        actors: {a: A}
        communications: {c: {from: a, text: C., sources: article}}
        sources: {article: {title: Article, origin: c}}
        situation: {bottom_line: B., statements: {one: {text: One., sources: article}}}
    """)
    assert left_without(found, "article") == ("c", "one")
    assert drawn(support_of(found, "one")) == ["one", "  article", "    c"]


def test_support_goes_through_any_number_of_entries_and_ends_where_it_closes() -> None:
    found = links("""
        outlook:
          judgements:
            a: {text: A., evidence: [b, s]}
            b: {text: B., evidence: [c, a]}
            c: {text: C., evidence: a}
            alone: {text: L., evidence: alone}
            round: {text: R., evidence: about}
            about: {text: T., evidence: round}
          indicators: {i: {text: I., seen_in: e}}
        events: {e: {title: E, when: 2026, sources: s}}
        sources: {s: S}
    """)
    assert sources_of(found, "c") == sources_of(found, "i") == {"s"}
    assert sources_of(found, "round") == sources_of(found, "alone") == set()
    assert drawn(support_of(found, "c")) == ["c", "  a", "    b", "    s"]
    assert left_without(found, "s") == ("a", "b", "c", "i", "e")


def test_grounds_that_are_shared_are_shown_once_where_they_are_nearest() -> None:
    found = links("""
        outlook: {judgements: {j: {text: J., evidence: [deep, e]}, deep: {text: D., evidence: f}}}
        events:
          e: {title: E, when: 2026, sources: s}
          f: {title: F, when: 2026, sources: t, by: c}
        communications: {c: {from: a, text: C., reported_by: t}}
        actors: {a: A}
        sources: {s: {title: S, origin: t}, t: T}
    """)
    assert drawn(support_of(found, "j")) == [
        "j",
        "  deep",
        "    f",
        "      t",
        "      c",
        "        t",
        "  e",
        "    s",
        "      t",
    ]


def ladder(steps: int) -> Links:
    """Each judgement rests on both of the next two: as many paths as there are numbers of Fibonacci."""
    judgements = {f"j{n}": {"text": "T.", "evidence": [f"j{n + 1}", f"j{n + 2}"]} for n in range(steps)}
    last = {f"j{steps}": {"text": "T.", "sources": "s"}, f"j{steps + 1}": {"text": "T."}}
    return links(f"outlook: {json.dumps({'judgements': judgements | last})}\nsources: {{s: S}}\n")


def test_a_tree_is_never_larger_than_the_briefing_nor_deeper_than_can_be_shown() -> None:
    found = ladder(2000)
    lines = drawn(support_of(found, "j0"))
    assert len(lines) < 3 * 2000
    assert sum(len(drawn(support_of(found, f"j{n}"))) for n in range(0, 2000, 20)) < 100 * 40
    assert max(len(line) - len(line.lstrip()) for line in lines) <= 2 * 12
    assert lines[-1].endswith("…")
    assert sources_of(found, "j0") == {"s"}
    assert left_without(found, "s") == tuple(f"j{n}" for n in range(2001))


def test_what_is_no_source_takes_nothing_with_it() -> None:
    found = links(FLOOD)
    assert left_without(found, "crest") == left_without(found, "none-such") == ()
    assert drawn(support_of(found, "none-such")) == ["none-such"]
    assert drawn(support_of(found, "bottom-line")) == ["bottom-line", "  gauge A"]
    assert drawn(support_of(found, "bare")) == ["bare"]


_NAMES = st.sampled_from([*[f"s{n}" for n in range(4)], *[f"j{n}" for n in range(4)]])
_SOME = st.lists(_NAMES, max_size=4, unique=True)


@given(st.lists(_SOME, min_size=4, max_size=4), st.lists(_SOME, min_size=4, max_size=4))
def test_without_a_source_exactly_that_is_lost_which_reaches_no_other(
    rests: list[list[str]], origins: list[list[str]]
) -> None:
    """Told anew, step by step, for any tangle of evidence and origins."""
    origins = [[id for id in each if id.startswith("s")] for each in origins]
    grounds = {f"j{n}": each for n, each in enumerate(rests)} | {f"s{n}": each for n, each in enumerate(origins)}
    judgements = {f"j{n}": {"text": "T.", "evidence": each} for n, each in enumerate(rests)}
    sources = {f"s{n}": {"title": "S", "origin": each} for n, each in enumerate(origins)}
    found = links(f"outlook: {json.dumps({'judgements': judgements})}\nsources: {json.dumps(sources)}\n")

    def supported(fallen: set[str]) -> set[str]:
        up = set(sources) - fallen
        while more := {id for id in judgements if id not in up and any(g in up for g in grounds[id] if g != id)}:
            up |= more
        return up & set(judgements)

    for source in sources:
        fallen = {source}
        while more := {s for s in sources if s not in fallen and grounds[s] and set(grounds[s]) <= fallen}:
            fallen |= more
        assert left_without(found, source) == tuple(sorted(supported(set()) - supported(fallen)))
