"""What every test stands on: a home of its own, and a hypothesis that does not judge by the clock."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("briefing", deadline=None, print_blob=True)
settings.load_profile("briefing")

pytest_plugins = ("tests.torture",)

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home folder: no test reads the settings of whoever runs it, or leaves anything with them."""
    home = tmp_path_factory.mktemp("home")
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setenv("HOME", str(home))
    for name in ("BRIEFING_PATH", "EDITOR", "VISUAL", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    # What a style looks like is made once for a process (rich's Style), in the colours of whoever first asks.
    for name, value in (("TERM", "xterm-256color"), ("COLORTERM", "truecolor")):
        monkeypatch.setenv(name, value)
    # A fault that the program survives is one all the same.
    monkeypatch.setenv("BRIEFING_FAULTS", "end")
    return home


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The corpora of real and hostile files kept beside a checkout; without them, the test is skipped."""
    folder = ROOT.parent / "shared" / "corpora"
    if not folder.is_dir():
        pytest.skip("no corpora beside this checkout (../shared/corpora)")
    return folder
