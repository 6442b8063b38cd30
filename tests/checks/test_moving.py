"""Moving an entry to the front of its mapping: whatever comments, blank lines and line ends stand between them."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.checks.examples import whole
from briefing_tui.checks.moving import moved_first
from briefing_tui.source.edit import edited
from briefing_tui.source.load import load_text

BLANK = st.lists(st.sampled_from(["", "   "]), max_size=2)


@st.composite
def entries(draw: st.DrawFn, name: str) -> list[str]:
    """One scenario as lines, each of which says whose it is."""
    lines = [f"    # {name} above"] * draw(st.integers(0, 2))
    if draw(st.booleans()):
        lines.append(f"    {name}: {{title: {name} in braces}}   # {name} beside")
    else:
        lines += [f"    {name}:{draw(st.sampled_from(['', f'   # {name} beside']))}", f"      title: {name} in lines"]
        lines += draw(
            st.sampled_from(
                [
                    [],
                    ["      text: |", f"        {name} speaks.", "", f"        # {name} is text"],
                    ["      text: >-   # folded", f"        {name} speaks", f"        on. {name}"],
                    [f'      text: "{name} speaks', "", f'        on {name}"'],
                    [f"      horizon: {name}", f"      # {name}: commented out"],
                ]
            )
        )
    return [*lines, *draw(BLANK)]


@st.composite
def outlooks(draw: st.DrawFn) -> tuple[str, list[str]]:
    names = [f"way-{letter}" for letter in "abcde"[: draw(st.integers(2, 5))]]
    lines = ["outlook:", "  scenarios:   # head", *draw(st.sampled_from([[], ["    # of all of them", ""]]))]
    for name in names:
        lines += draw(entries(name))
    lines += draw(st.sampled_from([[], ["  # after", "  exclusive: yes"], ["tags: x"], ["# the end"]]))
    text = whole("\n".join(lines))
    if draw(st.booleans()):
        text = text.rstrip("\n")
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))), names


@given(outlooks(), st.data())
def test_what_is_moved_takes_its_comments_along_and_no_line_is_lost(
    outlook: tuple[str, list[str]], data: st.DataObject
) -> None:
    text, names = outlook
    moved = data.draw(st.sampled_from(names[1:]))
    loaded = load_text(text, "x")
    (edit,) = moved_first(loaded, ("outlook", "scenarios"), names[0], moved, "Put it first")
    now = edited(text, [edit])
    after = load_text(now, "x")
    assert loaded.briefing is not None
    assert after.briefing is not None
    assert after.diagnostics == []
    order = [moved, *(name for name in names if name != moved)]
    assert [one.id for one in after.briefing.outlook.scenarios] == order
    assert dict(after.briefing.entries) == dict(loaded.briefing.entries)
    assert Counter(now.splitlines()) == Counter(text.splitlines())
    # Every line that says whose it is stands among that entry's lines.
    owners = [line.split("way-")[1][0] for line in now.splitlines() if "way-" in line]
    assert [owner for n, owner in enumerate(owners) if n == 0 or owners[n - 1] != owner] == [name[-1] for name in order]


def test_nothing_is_moved_that_is_not_there_or_stands_first() -> None:
    loaded = load_text(whole("outlook:\n  scenarios:\n    a: {title: A}\n    b: {title: B}\n"), "x")
    for before, moved in (("a", "a"), ("b", "a"), ("a", "c"), ("c", "a")):
        assert moved_first(loaded, ("outlook", "scenarios"), before, moved, "Put it first") == ()
    assert moved_first(loaded, ("outlook", "judgements"), "a", "b", "Put it first") == ()
