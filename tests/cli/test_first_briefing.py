"""The way to a first briefing that the README shows can be gone, step by step, as it stands there."""

import shlex
from pathlib import Path

from briefing_tui.source.load import load
from tests.architecture.tree import ROOT
from tests.cli.conftest import Call

README = (ROOT / "README.md").read_text(encoding="utf-8")
SECTION = README.split("### Your first one, in ten minutes\n")[1].split("\n### ")[0]
STEPS = [line.strip().split("   ")[0] for line in SECTION.splitlines() if line.startswith("    briefing ")]


def test_every_step_does_what_it_says(call: Call, tmp_path: Path) -> None:
    assert len(STEPS) >= 7
    for step in STEPS:
        words = shlex.split(step)[1:]
        done = call(*words)
        # Placeholders are warnings; what mends and shows a difference may say with 1 that there is one.
        assert done.exit_code in ((0, 1) if "--diff" in words else (0,)), (step, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr
    first, second = load(tmp_path / "bridge.yaml"), load(tmp_path / "bridge-2.yaml")
    assert first.diagnostics == second.diagnostics == []
    assert first.briefing is not None
    assert "bend-school" in first.briefing.entries
    assert second.briefing is not None
    assert second.briefing.supersedes == "bridge"
