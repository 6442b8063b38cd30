"""Who takes minutes is killed at any instant: what was confirmed is on the disk, and the file is one YAML document.

BRIEFING_KILLS=500 kills as often as the release is proved with.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import yaml

from briefing_tui.meeting.jot import Jot
from briefing_tui.meeting.minutes import Minutes
from tests.architecture.tree import ROOT

KILLS = int(os.environ.get("BRIEFING_KILLS", "60"))


def test_every_confirmed_line_is_there_and_the_file_still_loads(tmp_path: Path) -> None:
    script = [sys.executable, "-m", "tests.meeting.jotting_down", str(tmp_path), str(KILLS), "7"]
    ran = subprocess.run(script, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    confirmed = json.loads(ran.stdout)
    assert len(confirmed) > KILLS / 4
    found: dict[str, dict[int, str]] = {}
    for folder in tmp_path.iterdir():
        minutes = Minutes(folder / "flood.yaml")
        assert minutes.aside == ""
        # What the last of them may have left behind is mended by the next line.
        minutes.append(Jot("note", "afterwards"))
        text = minutes.where.read_text("utf-8")
        plain = {item["id"]: item["text"] for item in yaml.safe_load(text)}
        taken = minutes.read()
        assert {jot.id: jot.text for jot in taken.jots} == plain
        assert len(taken.jots) == len(plain)
        assert taken.unread == ()
        found[folder.name] = plain
    assert [told for told in confirmed if found.get(told[0], {}).get(told[1]) != told[2]] == []
