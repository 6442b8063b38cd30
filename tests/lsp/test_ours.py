"""Only briefings are annotated: other YAML is left alone."""

from pathlib import Path

import pytest

from briefing_tui.lsp.ours import Ours, ours
from tests.architecture.tree import SHIPPED


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_briefing_is_one(path: Path) -> None:
    assert ours(path.read_text("utf-8"), path) is Ours.YES


@pytest.mark.parametrize(
    "text",
    [
        "title: T\nas_of: 2026\n",
        "title: T\nevents:\n",
        "as_of: 2026\nsituation: {{{ broken\n",
        "# yaml-language-server: $schema=../briefing.schema.json\n",
        '"title": T\nsituation:\n',
    ],
)
def test_what_begins_like_one_is_one(text: str) -> None:
    assert ours(text, None) is Ours.YES


@pytest.mark.parametrize(
    "text",
    [
        "name: CI\non: push\njobs: {}\n",
        "services:\n  web:\n    image: nginx\nversion: '3'\n",
        "title: A blog\nlayout: post\ndate: 2026-01-01\n",
        "openapi: 3.0.0\ninfo:\n  title: T\npaths: {}\n",
        "events:\n  - x\nsources: []\n",
        "site_name: Docs\nnav: []\n",
        "  title: not at the top\n  as_of: 2026\n",
    ],
)
def test_other_yaml_is_left_alone(text: str) -> None:
    assert ours(text, Path("/somewhere/file.yaml")) is Ours.NO


def test_what_may_become_one_is_helped_and_not_judged() -> None:
    assert ours("title: T\n", Path("/somewhere/file.yaml")) is Ours.BEGUN
    assert ours("", Path("/somewhere/briefings/new.yaml")) is Ours.BEGUN
    assert ours("", Path("/somewhere/file.yaml")) is Ours.NO
