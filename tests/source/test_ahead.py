"""Reading in a process beside: what comes back is what would have been read here, and nothing is missed without it."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tui.folders import shipped_folder
from briefing_tui.source.ahead import packed, unpacked
from briefing_tui.source.tree import Path as TreePath
from briefing_tui.source.tree import Tree
from briefing_tui.source.yaml_tree import read_tree

FILES = sorted([*shipped_folder("briefings").glob("*.yaml"), *shipped_folder("themes").glob("*.yaml")])

#: What every program here begins with: a sound text, and one that is none.
BEGINNING = """
import os, signal, sys, time
from briefing_tui.source import ahead
from briefing_tui.source.plain import plain_tree
SOUND, UNSOUND = "title: A\\nlist: [b, {c: d}]\\n", "title: &a A\\n"
def is_parsed_here(): return "yaml" in sys.modules
ahead.processors = lambda: 2
"""


def paths_of(value: object, path: TreePath = ()) -> list[TreePath]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(below for step, item in items for below in paths_of(item, (*path, step)))]


def is_same(one: Tree, other: Tree) -> bool:
    paths = paths_of(one.root)
    return (one.text, one.root, one.start) == (other.text, other.root, other.start) and all(
        one.extent(path, key=key) == other.extent(path, key=key) for path in paths for key in (True, False)
    )


def output(program: str) -> str:
    """What a program prints that reads ahead: in a process of its own, as forking is."""
    ran = subprocess.run([sys.executable, "-c", BEGINNING + program], capture_output=True, text=True, timeout=30)
    assert ran.stderr == ""
    return ran.stdout


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_values_and_places_come_back_as_they_were(path: Path) -> None:
    tree = read_tree(path.read_text("utf-8"))
    again = unpacked(packed(tree))
    assert is_same(tree, again)


@pytest.mark.parametrize(
    "text", ["a: b\n", "- {}\n- []\n- a:\n  - b\n", "a: {b: [c, {d: }, []]}\ne:\n", "x: é\n\ny: |\n  two\n  lines\n"]
)
def test_odd_shapes_come_back_as_they_were(text: str) -> None:
    again = unpacked(packed(read_tree(text)))
    assert is_same(read_tree(text), again)


@pytest.mark.parametrize("cut", [0, 1, 10, 40])
def test_what_did_not_come_whole_is_nothing(cut: int) -> None:
    with pytest.raises((EOFError, ValueError, TypeError)):
        unpacked(packed(read_tree("a: [b, c, d]\ne: f\ng: {h: i}\n"))[:cut])


def test_what_was_read_beside_is_not_read_here() -> None:
    program = """
ahead.begin(lambda: (plain_tree(SOUND), plain_tree("other: text\\n")))
tree, problems = plain_tree(SOUND)
print(tree.root, problems, is_parsed_here())
print(plain_tree("other: text\\n")[0].root, is_parsed_here())
print(plain_tree(SOUND)[0].root == tree.root, is_parsed_here())
"""
    assert output(program).splitlines() == [
        "{'title': 'A', 'list': ['b', {'c': 'd'}]} [] False",
        "{'other': 'text'} False",
        # Once: afterwards nothing is kept.
        "True True",
    ]


@pytest.mark.parametrize(
    "work",
    [
        "plain_tree(UNSOUND)",
        "plain_tree('another: text')",
        "1 / 0",
        "os._exit(3)",
        "os.kill(os.getpid(), signal.SIGKILL)",
        "os.kill(os.getpid(), signal.SIGSEGV)",
        "os.kill(os.getpid(), signal.SIGINT) or time.sleep(1)",
    ],
)
def test_what_was_not_read_beside_is_read_here(work: str) -> None:
    program = f"""
ahead.begin(lambda: {work})
print(plain_tree(SOUND)[0].root["title"], len(plain_tree(UNSOUND)[1]), is_parsed_here())
try: os.waitpid(-1, os.WNOHANG)
except ChildProcessError: print("nobody is left")
"""
    assert output(program) == "A 1 True\nnobody is left\n"


def test_what_is_read_first_is_there_before_the_rest_is(tmp_path: Path) -> None:
    program = f"""
def work():
    plain_tree(SOUND)
    while not os.path.exists({str(tmp_path / "asked")!r}): time.sleep(0.01)
    plain_tree("other: text\\n")
ahead.begin(work)
print(plain_tree(SOUND)[0].root["title"])
open({str(tmp_path / "asked")!r}, "w").close()
print(plain_tree("other: text\\n")[0].root, is_parsed_here())
"""
    assert output(program).splitlines() == ["A", "{'other': 'text'} False"]


def test_nobody_is_left_when_nothing_more_is_wanted() -> None:
    program = """
ahead.begin(lambda: (plain_tree(SOUND), time.sleep(20)))
print(plain_tree(SOUND)[0].root["title"])
ahead.end()
try: os.waitpid(-1, os.WNOHANG)
except ChildProcessError: print("nobody is left")
ahead.end()
print(plain_tree(SOUND)[0].root["title"], is_parsed_here())
"""
    assert output(program).splitlines() == ["A", "nobody is left", "A True"]


def test_what_was_read_is_kept_where_something_else_is_asked_for_first() -> None:
    program = """
ahead.begin(lambda: (plain_tree("other: text\\n"), plain_tree(SOUND)))
plain_tree("something: else\\n")
del sys.modules["yaml"]
print(plain_tree(SOUND)[0].root["title"], plain_tree("other: text\\n")[0].root, is_parsed_here())
"""
    assert output(program).splitlines() == ["A {'other': 'text'} False"]


def test_a_fault_after_something_was_read_costs_what_was_not() -> None:
    program = """
ahead.begin(lambda: (plain_tree(SOUND), 1 / 0))
print(plain_tree(SOUND)[0].root["title"], is_parsed_here())
"""
    assert output(program) == "A False\n"


def test_nothing_is_begun_on_one_processor_or_where_no_process_can_be_had() -> None:
    program = """
ahead.processors = lambda: 1
ahead.begin(lambda: plain_tree(SOUND))
print(ahead._reader)
ahead.processors = lambda: 2
def none(): raise OSError
os.fork = none
ahead.begin(lambda: plain_tree(SOUND))
print(ahead._reader, plain_tree(SOUND)[0].root["title"])
"""
    assert output(program) == "None\nNone A\n"
