"""The manual page names every command and option, and roff reads it without a complaint."""

import shutil
import subprocess

import click
import pytest

from briefing_tui.cli.commands import COMMANDS
from briefing_tui.cli.group import command_at
from briefing_tui.cli.man import manual_page
from tests.cli.conftest import Call


def test_it_names_every_command_and_every_option() -> None:
    page = manual_page().replace(r"\-", "-")
    for row in COMMANDS:
        assert f'.SS "briefing {row.name} ' in page
        for parameter in command_at(row.at).params:
            if isinstance(parameter, click.Option) and not parameter.hidden:
                assert parameter.opts[-1] in page


def test_nothing_in_a_text_is_a_command_to_roff() -> None:
    known = (".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".I", ".RI", ".br", ".nf", ".fi", ".RS", ".RE")
    for line in manual_page().splitlines():
        if line.startswith((".", "'")):
            assert line.split(" ")[0] in known


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_roff_has_nothing_to_say_about_it() -> None:
    ran = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-Kutf8"], input=manual_page(), capture_output=True, text=True, check=True
    )
    assert ran.stderr == ""
    assert "briefing check" in ran.stdout


def test_it_goes_to_standard_output_and_into_a_file(call: Call, tmp_path: object) -> None:
    shown = call("man")
    assert shown.exit_code == 0
    assert shown.stdout == manual_page()
