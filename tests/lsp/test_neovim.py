"""A headless Neovim, set up as `briefing setup nvim` says: what its user would see."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tui.cli.setup import setup_text
from tests.architecture.tree import ROOT

SCRIPT = Path(__file__).with_name("neovim.lua")

TEXT = """\
title: River Authority warns of a crest
as_of: 2026-03-04
tlp: GREEN
status: exercise
situation:
  bottom_line: >-
    The water rises.
    The [[crset|crest]] passes on Thursday, says the [[river-authority]][^note].
actors:
  river-authority: {name: River Authority, type: government-body}
events:
  crest:
    title: The crest reaches the town
    when: 2026-03-05
    phase: expected
    status: reported
    sources: note
    participants: {initiator: river-authority}
sources:
  note: {title: A note, date: 2026-03-04, type: official, reliability: B, publisher: The desk, actor: river-authority}
"""


@pytest.mark.skipif(shutil.which("nvim") is None, reason="there is no Neovim here (apt install neovim)")
def test_neovim_finds_completes_mends_goes_and_renames(tmp_path: Path) -> None:
    bin = tmp_path / "bin"
    bin.mkdir()
    briefing = bin / "briefing"
    briefing.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefing_tui "$@"\n')
    briefing.chmod(0o755)
    out, setup, file = tmp_path / "out.json", tmp_path / "setup.lua", tmp_path / "flood.yaml"
    setup.write_text(setup_text("nvim"))
    file.write_text(TEXT)
    environment = {
        **os.environ,
        "PATH": f"{bin}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "BRIEFING_TEST": f"{out}\n{setup}\n{file}",
        "LC_ALL": "C.UTF-8",
    }
    command = ["nvim", "--clean", "--headless", "-n", "-S", str(SCRIPT)]
    ran = subprocess.run(
        command, cwd=tmp_path, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False
    )
    assert out.exists(), ran.stderr.decode(errors="replace")
    seen = json.loads(out.read_text("utf-8"))
    assert "error" not in seen, (seen, ran.stderr.decode(errors="replace"))
    assert seen["findings"] == ["No entry is called “crset”"]
    assert seen["completed"] == "river-authority"
    assert seen["line"] == "    🌊🌊 The water rises. [[river-authority]]"
    assert seen["action"] == "Write crest"
    assert seen["card"].startswith("`crest` event\n\n**The crest reaches the town**")
    assert "[[high-water|crest]]" in seen["text"]
    assert "\n  high-water:\n" in seen["text"]
