"""Another id: at its key and wherever it is named, and nowhere else."""

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.authoring.ids import LINK, OWN, VALUE, id_extent, written_ids
from briefing_tui.authoring.renaming import CannotRenameError, foreign_edits, id_at, rename_edits
from briefing_tui.links.index import Links
from briefing_tui.links.places import Places
from briefing_tui.source.edit import edited
from briefing_tui.source.load import Loaded, load, load_text
from tests.architecture.tree import SHIPPED

TEXT = """\
title: The crest
as_of: 2026-03-04   # crest in a comment
contested_terms: {the crest: town}
running_order: [events, crest, {show: town, view: graph}]
x-own: {crest: crest}
situation:
  bottom_line: >-
    [[crest]], [[ crest |the
    crest]] and `[[crest]]` [^crest: p. 2] crest-like [[crest-2]] [[other#crest]] [[doc#crest]]
  highlights: [{ref: crest}, crest, The crest comes.]
  statements:
    said:
      text: 'It''s [[crest|"the" crest]].'
      by: town
actors:
  "town": Town
  crest-2: {name: Another, relations: {opposes: {ref: town, sources: ["paper"]}}}
events:
  'crest':   # crest
    title: crest
    when: 2026-03-05
    participants: {affected: town}
communications:
  call:
    from: town
    to: [public, 'crest-2']
    text: "A \\u005b[crest]] and \\"[[crest]]\\"."
    about:
      - ref: crest
        note: crest
    confirmed_by_recipient: {crest-2: yes}
asks:
  go: {text: Go., of: town}
  on: {text: Go., of: Somebody}
sources:
  paper: {title: crest, actor: town}
"""


def loaded(text: str) -> Loaded:
    return load_text(text, "doc")


def renamed(text: str, old: str, new: str) -> str:
    return edited(text, rename_edits(loaded(text), old, new))


def test_an_event_is_renamed_in_fields_links_and_citations() -> None:
    text = TEXT.replace("\\u005b[crest]] and ", "")
    expected = (
        text.replace("running_order: [events, crest,", "running_order: [events, wave,")
        .replace("[[crest]], [[ crest |the", "[[wave]], [[ wave |the")
        .replace("[^crest: p. 2]", "[^wave: p. 2]")
        .replace("[[doc#crest]]", "[[doc#wave]]")
        .replace("[{ref: crest}, crest, The", "[{ref: wave}, wave, The")
        .replace('[[crest|"the"', '[[wave|"the"')
        .replace("'crest':", "'wave':")
        .replace('\\"[[crest]]\\"', '\\"[[wave]]\\"')
        .replace("- ref: crest", "- ref: wave")
    )
    assert renamed(text, "crest", "wave") == expected


def test_an_actor_is_renamed_where_a_name_could_stand_as_well() -> None:
    text = renamed(TEXT.replace("\\u005b[crest]] and ", ""), "town", "harrow-bend")
    assert "of: harrow-bend}" in text
    assert "of: Somebody}" in text
    assert "the crest: harrow-bend}" in text
    assert "show: harrow-bend," in text
    assert '"harrow-bend": Town' in text
    assert "actor: harrow-bend}" in text
    assert "town" not in text


def test_keys_that_are_ids_are_renamed() -> None:
    text = renamed(TEXT.replace("\\u005b[crest]] and ", ""), "crest-2", "ford")
    assert "confirmed_by_recipient: {ford: yes}" in text
    assert "to: [public, 'ford']" in text
    assert "[[ford]]" in text


def test_where_a_link_is_written_with_escapes_nothing_is_guessed() -> None:
    with pytest.raises(CannotRenameError, match=r"line 27 is written with escapes"):
        rename_edits(loaded(TEXT), "crest", "wave")


def test_what_was_left_out_is_renamed_as_well() -> None:
    text = dedent(
        """\
        title: T
        as_of: 2026-03-04
        situation: {bottom_line: B.}
        actors: {town: Town}
        events:
          bad: {title: x, when: soon, participants: {affected: town}, text: "[[town]]"}
        """
    )
    assert loaded(text).diagnostics
    after = renamed(text, "town", "ford")
    assert after == text.replace("town", "ford")
    assert renamed(after, "bad", "worse").count("worse") == 1


def test_without_a_required_header_ids_are_renamed_all_the_same() -> None:
    text = "title: T\nactors: {town: Town, ford: {name: F, relations: {part-of: town}}}\n"
    assert renamed(text, "town", "bend") == text.replace("town:", "bend:").replace("of: town", "of: bend")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("crst", "x", "did you mean `crest`"),
        ("crest", "crest", "already"),
        ("crest", "town", "line 16"),
        ("crest", "The Wave", "how about `the-wave`"),
        ("crest", "events", "name of the format"),
        ("situation.highlights.3", "x", "no entry is called"),
    ],
)
def test_what_cannot_be_is_said(old: str, new: str, why: str) -> None:
    with pytest.raises(CannotRenameError, match=why):
        rename_edits(loaded(TEXT), old, new)


def test_two_entries_of_one_id_are_left_to_the_author() -> None:
    for text, lines in (
        (TEXT.replace("paper:", "town:", 1), r"16 and 36"),
        (TEXT.replace("  crest-2: {", "  town: {", 1), r"16 and 17"),
    ):
        with pytest.raises(CannotRenameError, match=rf"2 entries are called town \(lines {lines}\)"):
            rename_edits(loaded(text), "town", "ford")


def test_one_mapping_never_gets_a_key_twice() -> None:
    text = TEXT.replace("{crest-2: yes}", "{crest-2: yes, ford: no}")
    with pytest.raises(CannotRenameError, match="crest-2 and ford both stand"):
        rename_edits(loaded(text), "crest-2", "ford")


def test_text_that_is_no_yaml_is_refused() -> None:
    with pytest.raises(CannotRenameError, match="not YAML"):
        rename_edits(loaded("title: [\nactors: {town: T}\n"), "town", "ford")


def test_another_file_that_names_it_is_changed_there_alone() -> None:
    text = dedent(
        """\
        title: T
        as_of: 2026-03-04
        supersedes: doc
        situation: {bottom_line: "[[doc#town|it]] and [[town]] [[docs#town]]"}
        actors: {town: {name: Town, relations: {part-of: doc#town}}, doc: Doc}
        """
    )
    after = edited(text, foreign_edits(load_text(text, "next"), "doc", "town", "ford"))
    assert after == text.replace("doc#town", "doc#ford")
    assert foreign_edits(load_text(text, "next"), "doc", "ford", "x") == []


def test_the_id_at_an_offset_is_known_from_either_end() -> None:
    text = TEXT.replace("\\u005b[crest]] and ", "")
    found = id_at(loaded(text), text.index("'crest':") + 3)
    assert found is not None
    assert (found[0].id, found[0].how, found[0].kind) == ("crest", OWN, "event")
    found = id_at(loaded(text), text.index("[[crest]]") + 2)
    assert found is not None
    assert (found[0].id, found[0].how) == ("crest", LINK)
    found = id_at(loaded(text), text.index("opposes: {ref: town") + 19)
    assert found is not None
    assert (found[0].id, found[0].how) == ("town", VALUE)
    assert id_at(loaded(text), text.index("title: crest") + 9) is None


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_is_found_in_the_text_is_what_the_links_know(path: Path) -> None:
    """Two ways to find every name of an id, one over what was built and one over the text."""
    found = load(path)
    assert found.briefing is not None
    links = Links(found.briefing)
    in_text = [written for written in written_ids(found) if written.how != OWN]
    for id, entry in found.briefing.entries.items():
        if entry.keyed:
            named = [written for written in in_text if (written.id, written.file) == (id, "")]
            assert len(named) == len(links.incoming(id)), id


@given(st.data())
def test_there_and_back_is_nothing(data: st.DataObject) -> None:
    found = load(data.draw(st.sampled_from(SHIPPED)))
    assert found.briefing is not None
    id = data.draw(st.sampled_from([id for id, entry in found.briefing.entries.items() if entry.keyed]))
    there = edited(found.text, rename_edits(found, id, "zz-new"))
    again = load_text(there, found.briefing.id)
    assert again.briefing is not None
    assert again.diagnostics == []
    assert edited(there, rename_edits(again, "zz-new", id)) == found.text


def test_every_id_is_known_where_it_stands() -> None:
    found = load(SHIPPED[0])
    places = Places(found)
    for written in written_ids(found):
        extent = id_extent(places, written)
        assert extent is not None
        assert found.text[extent.start : extent.end] == written.id
        at = id_at(found, extent.start)
        assert at is not None
        assert (at[0].id, at[0].how, at[1]) == (written.id, written.how, extent)
