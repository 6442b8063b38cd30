"""`briefing check --fix`: what is written where, and what is left alone."""

import os
import subprocess
from pathlib import Path

import pytest

from briefing_tui.checks import fixing
from briefing_tui.source import rewriting
from briefing_tui.source.rewriting import ChangedError
from tests.cli.conftest import Call

TEXT = """\
# a note to myself
title: A crest above the levee   # as it was told
as_of: 2026-03-04T06:00Z
tlp: GREEN
status: exercize
situation: {bottom_line: 'The [[The flood crest]] passes, and a [[crset]].'}
events:
  crest: {title: The flood crest, when: 2026-03-03}
"""
MENDED = TEXT.replace("[[The flood crest]]", "[[crest]]").replace("exercize", "exercise")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "flood.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_without_it_nothing_is_written_and_the_summary_says_what_could_be(call: Call, file: Path) -> None:
    ended = call("check", "flood.yaml", "--now", "2026-03-04")
    assert ended.exit_code == 1
    assert ended.stderr == ("1 file checked: 3 errors; 2 can be mended with --fix, 1 more with --unsafe-fixes\n")
    assert file.read_text("utf-8") == TEXT


def test_what_is_certain_is_mended_and_the_rest_reported(call: Call, file: Path) -> None:
    ended = call("check", "flood.yaml", "--now", "2026-03-04", "--fix", "--output-format", "concise")
    assert file.read_text("utf-8") == MENDED
    assert [line.partition(" ")[0] for line in ended.stdout.splitlines()] == ["flood.yaml:6:57:"]
    assert ended.stderr == "1 file checked, 2 findings mended: 1 error; 1 can be mended with --unsafe-fixes\n"
    assert ended.exit_code == 1


def test_a_good_guess_too_where_that_is_asked_for(call: Call, file: Path) -> None:
    ended = call("check", "flood.yaml", "--now", "2026-03-04", "--unsafe-fixes")
    assert file.read_text("utf-8") == MENDED.replace("crset", "crest")
    assert (ended.exit_code, ended.stdout) == (0, "")
    assert ended.stderr == "1 file checked, 3 findings mended: nothing to report\n"


def test_only_what_is_selected(call: Call, file: Path) -> None:
    call("check", "flood.yaml", "--now", "2026-03-04", "--fix", "--ignore", "L")
    assert file.read_text("utf-8") == TEXT.replace("exercize", "exercise")


def test_mark_line_ends_mode_and_links_stay(call: Call, file: Path, tmp_path: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    file.chmod(0o604)
    (tmp_path / "link.yaml").symlink_to("flood.yaml")
    call("check", "link.yaml", "--fix")
    assert file.read_bytes() == b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode()
    assert file.stat().st_mode & 0o777 == 0o604
    assert (tmp_path / "link.yaml").is_symlink()


def test_a_diff_writes_nothing_and_can_be_applied(call: Call, file: Path, tmp_path: Path) -> None:
    for mark, end in ((b"", "\n"), (b"\xef\xbb\xbf", "\r\n")):
        before = mark + TEXT.replace("\n", end).encode()
        file.write_bytes(before)
        ended = call("check", "flood.yaml", "--now", "2026-03-04", "--diff")
        assert ended.exit_code == 1
        assert ended.stderr.startswith("1 file checked, 2 findings would be mended: 1 error")
        assert file.read_bytes() == before
        assert ended.stdout.startswith("--- flood.yaml\n+++ flood.yaml\n@@ ")
        (tmp_path / "the.patch").write_bytes(ended.stdout_bytes)
        subprocess.run(["patch", "-p0", "--binary", "-s", "-i", "the.patch"], cwd=tmp_path, check=True)
        assert file.read_bytes() == mark + MENDED.replace("\n", end).encode()


def test_a_diff_of_what_is_sound_is_empty(call: Call, sound: Path) -> None:
    ended = call("check", "flood.yaml", "--now", "2026-03-04", "--diff")
    assert (ended.exit_code, ended.stdout) == (0, "")


def test_a_diff_from_standard_input(call: Call) -> None:
    ended = call("check", "-", "--diff", given=TEXT.rstrip("\n").encode())
    assert ended.stdout.splitlines()[0] == "--- standard input"
    assert ended.stdout.endswith("\n\\ No newline at end of file\n")


@pytest.mark.parametrize(
    ("given", "back"), [(TEXT, MENDED), (MENDED, MENDED), ("\ufeff" + TEXT, "\ufeff" + MENDED), ("", "")]
)
def test_standard_input_comes_back_mended_and_findings_go_to_standard_error(given: str, back: str, call: Call) -> None:
    ended = call("check", "-", "--fix", "--output-format", "concise", given=given.encode())
    assert ended.stdout_bytes.decode() == back
    assert "standard input:" in ended.stderr


@pytest.mark.parametrize(
    "given", [b"\xff\x00a", b"title: \x1b]0;x\x07\n", b"title: \x7f\n", b"title: \xc2\x9b1m\n", b"a\rb"]
)
def test_what_a_terminal_would_obey_goes_to_no_output(given: bytes, call: Call) -> None:
    for mending in (("--fix",), ("--fix", "--unsafe-fixes")):
        ended = call("check", "-", *mending, given=given)
        assert (ended.exit_code, ended.stdout_bytes) == (2, b"")
        assert "standard input: it holds control characters" in ended.stderr


def test_a_diff_with_what_a_terminal_would_obey_is_not_shown(call: Call, tmp_path: Path) -> None:
    (tmp_path / "evil.yaml").write_text(TEXT.replace("title: ", "title: \x1b]0;x\x07"), encoding="utf-8")
    (tmp_path / "flood.yaml").write_text(TEXT, encoding="utf-8")
    ended = call("check", "evil.yaml", "flood.yaml", "--unsafe-fixes", "--diff")
    assert ended.exit_code == 2
    assert "evil.yaml: it holds control characters" in ended.stderr
    # The other one is.
    assert ended.stdout.startswith("--- flood.yaml")
    assert "\x1b" not in ended.stdout


def test_standard_input_is_mended_alone(call: Call, file: Path) -> None:
    ended = call("check", "-", "flood.yaml", "--fix", given=b"")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert file.read_text("utf-8") == TEXT


@pytest.mark.parametrize(
    ("fault", "words"),
    [(ChangedError(), "it has changed in the meantime"), (OSError(28, "No space left on device"), "No space left")],
)
def test_what_cannot_be_written_is_left_as_it_was_and_still_reported(
    fault: Exception, words: str, call: Call, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path, before: str, after: str) -> None:
        raise fault

    monkeypatch.setattr(rewriting, "rewrite", fails)
    ended = call("check", "flood.yaml", "--now", "2026-03-04", "--fix", "--output-format", "concise")
    assert ended.exit_code == 2
    assert ended.stderr.startswith(
        f"briefing: flood.yaml: {words}" if "it has" in words else "briefing: flood.yaml: it cannot"
    )
    assert words in ended.stderr
    assert len(ended.stdout.splitlines()) == 3
    assert "mended" not in ended.stderr.splitlines()[-1].partition(";")[0]


def test_a_file_that_changes_while_it_is_mended_is_not_overwritten(
    call: Call, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fixing.mended

    def slow(*arguments: object, **options: object) -> object:
        done = before(*arguments, **options)  # type: ignore[arg-type]
        file.write_text("title: Mine\n", encoding="utf-8")
        return done

    monkeypatch.setattr(fixing, "mended", slow)
    assert call("check", "flood.yaml", "--now", "2026-03-04", "--fix").exit_code == 2
    assert file.read_text("utf-8") == "title: Mine\n"
    assert os.listdir(file.parent) == ["flood.yaml"]
