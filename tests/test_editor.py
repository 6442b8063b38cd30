"""How the user's editor is started: without a shell, at a line."""

import pytest

from briefing_tui.editor import editor_command


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim -n", ["vim", "-n", "+7", "a b;c.yaml"]),
        ("/usr/bin/nano", ["/usr/bin/nano", "+7", "a b;c.yaml"]),
        ("hx", ["hx", "a b;c.yaml:7"]),
        ("code", ["code", "--goto", "--wait", "a b;c.yaml:7"]),
        ("code -w -g", ["code", "-w", "-g", "a b;c.yaml:7"]),
        ("codium --wait", ["codium", "--wait", "--goto", "a b;c.yaml:7"]),
        ("emacs -nw", ["emacs", "-nw", "+7", "a b;c.yaml"]),
        ("emacsclient -t", ["emacsclient", "-t", "+7", "a b;c.yaml"]),
        ("helix", ["helix", "a b;c.yaml:7"]),
        ("gvim -f", ["gvim", "-f", "+7", "a b;c.yaml"]),
        ("some-editor --wait", ["some-editor", "--wait", "a b;c.yaml"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(
    editor: str, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    assert editor_command(7, "a b;c.yaml") == command


def test_the_visual_editor_comes_first_and_vi_last(monkeypatch: pytest.MonkeyPatch) -> None:
    assert editor_command(1, "a.yaml") == ["vi", "+1", "a.yaml"]
    monkeypatch.setenv("EDITOR", "nano")
    monkeypatch.setenv("VISUAL", "vim")
    assert editor_command(1, "a.yaml") == ["vim", "+1", "a.yaml"]


@pytest.mark.parametrize("editor", ["'unclosed", "  "])
def test_what_is_no_command_is_refused(editor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", editor)
    with pytest.raises(ValueError, match=r"."):
        editor_command(1, "a.yaml")
