"""The files of the checkout, as the rules of the house look at them. Knows no rule."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "briefing_tui"
SHIPPED = sorted(path for path in (ROOT / "briefings").glob("*.yaml") if not path.name.endswith(".minutes.yaml"))


def python_files(*folders: str) -> list[Path]:
    """Every Python file under these folders of the checkout, tracked or not."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def tracked_files() -> list[Path]:
    """Every file git tracks that is there; skips the test outside a git checkout."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout.decode()
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def in_checkout(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))
