"""Any sequence of additions, renamings and fixes keeps what it is not about, and leaves the briefing that was meant."""

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.authoring.addition import add_edits
from briefing_tui.authoring.ids import OWN, written_ids
from briefing_tui.authoring.renaming import rename_edits
from briefing_tui.checks.engine import verdict
from briefing_tui.checks.fixing import mended
from briefing_tui.model.kinds import KIND
from briefing_tui.source.diagnostic import Edit
from briefing_tui.source.edit import edited
from briefing_tui.source.load import Loaded
from tests.authoring.documents import WORDS, documents, read

NEW_IDS = ("wma", "wmb", "wmc", "wmd", "wme", "wmf")

additions = st.one_of(
    st.fixed_dictionaries({"kind": st.just("actor"), "name": WORDS}),
    st.fixed_dictionaries({"kind": st.just("event"), "title": WORDS, "when": st.just("2026-03-01")}),
    st.fixed_dictionaries({"kind": st.sampled_from(["statement", "gap", "ask", "judgement"]), "text": WORDS}),
    st.fixed_dictionaries({"kind": st.sampled_from(["scenario", "source", "section"]), "title": WORDS}),
    st.fixed_dictionaries({"kind": st.just("indicator"), "text": WORDS}),
)
operations = st.one_of(
    st.tuples(st.just("rename"), st.integers(0, 20), st.sampled_from(NEW_IDS)),
    st.tuples(st.just("add"), additions, st.sampled_from(NEW_IDS)),
    st.tuples(st.just("fix"), st.none(), st.none()),
)


def comments(text: str) -> list[str]:
    return re.findall(r"# c\d+(?!\d)", text)


def lines_outside(text: str, edits: list[Edit]) -> list[str]:
    """What of a text is in no edit, piece by piece."""
    pieces, at = [], 0
    for edit in sorted(edits):
        pieces.append(text[at : edit.extent.start])
        at = edit.extent.end
    return [*pieces, text[at:]]


@given(documents())
def test_the_documents_are_sound(text: str) -> None:
    assert read(text).diagnostics == []


@settings(max_examples=60)
@given(documents(), st.lists(operations, min_size=1, max_size=5))
def test_what_is_not_meant_stays(text: str, steps: list[tuple[str, Any, str]]) -> None:
    kept = comments(text)
    loaded = read(text)
    for name, what, id in steps:
        taken = [written.id for written in written_ids(loaded) if written.how == OWN]
        if name == "fix":
            loaded = mended(loaded, read, verdict).loaded
        elif id not in taken:
            loaded = renamed(loaded, taken[what % len(taken)], id) if name == "rename" else added(loaded, what, id)
        assert comments(loaded.text) == kept
    assert ("\r" in loaded.text) == ("\r" in text)


def renamed(loaded: Loaded, old: str, new: str) -> Loaded:
    edits = rename_edits(loaded, old, new)
    after = read(edited(loaded.text, edits))
    # No id here is a part of any other word.
    assert repr(after.briefing) == repr(loaded.briefing).replace(old, new)
    assert "".join(lines_outside(loaded.text, edits)) == loaded.text.replace(old, "")
    assert edited(after.text, rename_edits(after, new, old)) == loaded.text
    return after


def added(loaded: Loaded, what: dict[str, str], id: str) -> Loaded:
    assert loaded.briefing is not None
    given = {key: [words] for key, words in what.items() if key != "kind"}
    one = add_edits(loaded, KIND[what["kind"]], id, given)
    after = read(edited(loaded.text, one.edits))
    assert after.briefing is not None
    assert after.diagnostics == loaded.diagnostics
    new = after.briefing.entries[id]
    assert what["kind"] == new.KIND
    assert {key: getattr(new, key) for key in given if key != "when"} == {
        key: words for key, [words] in given.items() if key != "when"
    }
    assert after.path_of(new) == one.path
    before = {name: repr(entry) for name, entry in loaded.briefing.entries.items()}
    assert before == {name: repr(entry) for name, entry in after.briefing.entries.items() if name != id}
    return after
