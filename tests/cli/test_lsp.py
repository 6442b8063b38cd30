"""`briefing lsp` from a command line: it says what is missing, and that an editor starts it."""

import sys
from types import SimpleNamespace

import pytest

from tests.cli.conftest import Call


@pytest.mark.parametrize("package", ["pygls", "lsprotocol"])
def test_what_is_not_installed_is_named(package: str, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(("briefing_tui.lsp", "pygls", "lsprotocol"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    result = call("lsp")
    assert result.exit_code == 2
    assert "pip install 'briefing-tui[lsp]'" in result.stderr


def test_a_person_is_told_who_starts_it(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    streams = SimpleNamespace(stdin=Terminal(), stdout=sys.stdout)
    monkeypatch.setattr("briefing_tui.cli.lsp.sys", streams)
    result = call("lsp")
    assert result.exit_code == 2
    assert "briefing setup EDITOR" in result.stderr


def test_it_takes_the_option_that_editors_give(call: Call) -> None:
    result = call("lsp", "--help")
    assert result.exit_code == 0
    assert "--stdio" in result.stdout
