"""A configuration gives what is sound in it, and for the rest findings with a place and a next step; never a fault."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.config.configuration import config_file, configuration
from briefing_tui.config.settings import Settings
from briefing_tui.model.text import clean
from briefing_tui.source.file import MAX_BYTES
from tests.config.commands import KNOWN, read, told


def test_without_a_file_all_is_at_its_default(own_home: Path) -> None:
    found = configuration(KNOWN)
    assert found.path == own_home / "config" / "briefing" / "config.yaml" == config_file()
    assert (found.settings, found.findings, found.keys, found.theme) == (Settings(), (), {}, "")
    assert not config_file().parent.exists()


@pytest.mark.parametrize(
    "text", ["", "\n", "# nothing yet\n", "keys:\n", "theme:\nmeasure:\n", "\ufeff", "{}", "---\n"]
)
def test_a_file_that_sets_nothing_is_sound(text: str) -> None:
    found = read(text)
    assert (found.settings, told(found)) == (Settings(), [])


def test_what_is_set_is_in_force() -> None:
    found = read(
        "theme: light\nmeasure: 72\ndensity: compact\nfocus_rule: no\nstart_pane: events\n"
        "library: [~/reports, /srv/briefings]\nkeys: {find: [ctrl+f, F3], hints: none, down: [], top: '<'}\nx-mine: 1\n"
    )
    assert told(found) == []
    assert found.settings == Settings(
        theme="light",
        measure=72,
        density="compact",
        focus_rule=False,
        start_pane="events",
        library=(Path.home() / "reports", Path("/srv/briefings")),
        keys={"find": ("ctrl+f", "f3"), "hints": (), "down": (), "top": ("<",)},
    )
    assert found.theme == "light"
    assert (found.line_of("measure"), found.line_of("keys", "top")) == (2, 7)


def test_one_folder_needs_no_list() -> None:
    assert read("library: /srv/briefings").settings.library == (Path("/srv/briefings"),)


@pytest.mark.parametrize(
    ("text", "said", "help"),
    [
        ("thme: dark", "1 M302 There is no setting “thme”", "Did you mean `theme`?"),
        ("theme: lihgt", "1 M303 There is no theme “lihgt”", "Did you mean `light`? Known: dark, light, projector"),
        (
            "density: compct",
            "1 M303 “compct” is none of the words for density",
            "Did you mean `compact`? Known: comfortable, compact",
        ),
        ("measure: 39", "1 M304 “39” is not a measure", "Write a number of columns from 40 to 84"),
        ("measure: 85", "1 M304 “85” is not a measure", "Write a number of columns from 40 to 84"),
        ("measure: ７２", "1 M304 “７２” is not a measure", "Write a number of columns from 40 to 84"),
        ("measure: 0072", None, ""),
        ("focus_rule: perhaps", "1 M304 “perhaps” is neither yes nor no", "Write yes or no"),
        ("start_pane: Event", "1 M303 “Event” is none of the words for start_pane", None),
        ("library: reports", "1 M304 “reports” would be another folder wherever you are", "Write it from / or ~ on"),
        ("library: $HOME/x", "1 M304 “$HOME/x” would be another folder wherever you are", "Write it from / or ~ on"),
        ("theme: [dark]", "1 M306 “theme” is a list where text is wanted", None),
        ("measure: {a: b}", "1 M306 “measure” is a mapping where text is wanted", None),
        ("keys: none", "1 M306 “keys” is text where a mapping is wanted", None),
        ("keys: [find]", "1 M306 “keys” is a list where a mapping is wanted", None),
        ("- theme", "1 Y210 The configuration is not a mapping of settings to values", None),
        ("dark", "1 Y210 The configuration is not a mapping of settings to values", None),
        ("theme: dark\ntheme: light", "2 Y208 “theme” stands here a second time; the first one is read", None),
        ("theme: !x dark", "1 Y206 !x is a YAML tag, which is not allowed", None),
        ("theme: dark\n---\ntheme: light", "2 Y209 A second YAML document begins here", None),
        ("keys:\n\tfind: x", "2 Y215 This line is indented with a tab, which YAML does not allow", None),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_left_at_its_default(
    text: str, said: str | None, help: str | None
) -> None:
    found = read(f"{text}\n")
    assert told(found) == ([said] if said else [])
    assert help is None or help == "".join(one.help for one in found.findings)
    default = Settings(theme="dark") if text.startswith("theme: dark") else Settings()
    assert found.settings == (default if said else Settings(measure=72))


def test_one_mistake_costs_one_setting_one_folder_and_one_command() -> None:
    found = read(
        "measure: 1\ndensity: compact\nlibrary: [/srv, here, /mnt]\nkeys: {find: entr, hints: [x, gg], top: ctrl+t}\n"
    )
    assert found.settings == Settings(
        density="compact", library=(Path("/srv"), Path("/mnt")), keys={"top": ("ctrl+t",)}
    )
    assert told(found) == [
        "1 M304 “1” is not a measure",
        "3 M304 “here” would be another folder wherever you are",
        "4 M304 “entr” is not a key",
        "4 M304 “gg” is not a key",
    ]


def test_what_is_no_yaml_costs_only_its_lines() -> None:
    found = read("density: compact\nkeys:\n  keys: ?\n  find: *\n  hints: x\nmeasure: 72\n")
    assert found.settings == Settings(density="compact", measure=72, keys={"hints": ("x",)})
    assert [line[:6] for line in told(found)] == ["3 Y217", "4 Y217"]


@pytest.mark.parametrize(("text", "codes"), [("find: #", ["M301"]), ("find: !", ["Y206"]), ("find: ", ["M301"])])
def test_a_sign_that_yaml_takes_for_its_own_is_told_once(text: str, codes: list[str]) -> None:
    found = read(f"keys:\n  {text}\n  hints: x\n")
    assert [one.code for one in found.findings] == codes
    assert "quotes" in found.findings[0].help
    assert found.keys == {"hints": ("x",)}


def test_what_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.mkdir()
    assert told(configuration(KNOWN, path)) == ["1 F102 The configuration is not a regular file"]
    path.rmdir()
    os.mkfifo(path)
    assert told(configuration(KNOWN, path)) == ["1 F102 The configuration is not a regular file"]
    path.unlink()
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert told(configuration(KNOWN, path)) == ["1 F104 This is far too large for a configuration"]
    path.write_bytes("theme: lïght".encode("latin-1"))
    assert told(configuration(KNOWN, path)) == ["1 F105 This is not UTF-8: byte 0xef cannot stand here"]
    path.unlink()
    path.symlink_to(tmp_path / "gone")
    assert told(configuration(KNOWN, path)) == ["1 F101 There is no such file"]


@given(
    st.recursive(
        st.text("ab:#!?*&[]{}'\"\t -\n\x00é", max_size=8), lambda inner: st.lists(inner, max_size=3), max_leaves=6
    )
)
def test_nothing_is_raised_whatever_stands_there(value: object) -> None:
    for name in ("theme", "keys", "library", "measure"):
        found = read(f"{name}: {value}\ndensity: compact\n")
        assert isinstance(found.settings, Settings)
        assert all(clean(one.message) == one.message for one in found.findings)


@given(st.text(max_size=200))
def test_nothing_is_raised_by_any_text(text: str) -> None:
    read(text)


def test_a_file_of_nothing_but_mistakes_is_told_of_within_bounds() -> None:
    found = read("keys:\n" + "".join(f"  fnd-{n}: entr\n" for n in range(3000)))
    assert 0 < len(found.findings) <= 2000
    found = read("keys:\n" + "".join(f"  fnd-{n}: x\n" for n in range(3000)))
    assert len(found.findings) == 1000
    keys = ", ".join(f"alt+{chr(97 + n % 26)} {chr(97 + n // 26 % 26)} {chr(97 + n // 676)}" for n in range(17_000))
    assert len(read(f"keys: {{find: [{keys}]}}").keys["find"]) == 17_000


def test_a_sound_one_is_read_without_pydantic(own_home: Path) -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_text("theme: light\nkeys: {find: ctrl+f}\nlibrary: [/srv]\n", "utf-8")
    code = (
        "import sys; from briefing_tui.tui.configured import configured; found = configured();"
        "assert found.keys and not found.findings; sys.exit('pydantic' in sys.modules or 'textual' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
