"""What a start puts off is there when it is wanted, and what it leaves out is not missed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tui.thrift import left_out, patterns_on_demand


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a module that can be imported, and tells when it is run."""
    name = "tried_by_thrift"
    (tmp_path / f"{name}.py").write_text(
        "import re, sys\nsys.thrifty.append(__name__)\nWORD = re.compile('(?P<first>[a-z])[a-z]*', re.IGNORECASE)\n",
        "utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "thrifty", [], raising=False)
    monkeypatch.delitem(sys.modules, name, raising=False)
    return name


def test_a_pattern_that_is_made_on_demand_is_the_pattern(module: str) -> None:
    compile = re.compile
    with patterns_on_demand():
        word = __import__(module).WORD
    assert re.compile is compile
    assert not isinstance(word, re.Pattern)
    assert word.match("Crest of the flood")["first"] == "C"
    assert word.flags & re.IGNORECASE
    with pytest.raises(AttributeError):
        assert word.nothing


def test_a_pattern_that_is_none_says_so_when_it_is_used() -> None:
    with patterns_on_demand():
        broken = re.compile("(")
    with pytest.raises(re.error):
        broken.match("")


def test_what_is_left_out_is_an_empty_class_for_that_long(module: str) -> None:
    with left_out(module):
        empty = __import__(module).Palette
        assert isinstance(empty, type)
    assert sys.thrifty == []  # type: ignore[attr-defined]
    assert __import__(module).WORD.match("a")


def test_what_is_there_already_is_not_left_out(module: str) -> None:
    there = __import__(module)
    with left_out(module):
        assert sys.modules[module] is there
    assert sys.modules[module] is there


def test_yaml_is_read_by_others_as_ever() -> None:
    """The parser's import leaves its patterns for later; who uses them in the same process must not notice."""
    code = (
        "import briefing_tui.source.yaml_tree, yaml\n"
        "assert yaml.safe_load('[1, 2.5, on, 2026-11-23, ~, 0x1f, a]')[2:] == "
        "[True, __import__('datetime').date(2026, 11, 23), None, 31, 'a']\n"
        "assert yaml.safe_dump({'a': '1', 'b': 1}) == \"a: '1'\\nb: 1\\n\"\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
