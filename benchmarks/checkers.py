"""Checkers: `briefing check` against others that check the same files, as whole processes."""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.check import seconds
from benchmarks.effort import is_quick, runs
from benchmarks.rivals import YAMLLINT, found, said
from benchmarks.shelf import ROOT, Shelf, briefing_command
from benchmarks.table import Row, Section

RUNS, LARGE_RUNS = 6, 3

FILES = (("flagship", "flagship"), ("bytes 30000", "30 KB"), ("bytes 1000000", "1 MB"))

_SCHEMA = ROOT / "briefing_tui" / "schema" / "briefing.schema.json"

_NOTE = """Whole processes, in turn. `briefing check` reads, validates, follows every reference and applies its rules;
check-jsonschema ({jsonschema}) judges by our schema alone; yamllint ({yamllint}), set to relaxed, judges how the YAML
is written. A ratio is to ours: above one, they take longer."""


def sections(shelf: Shelf) -> Iterator[Section]:
    """Each file by each checker there is."""
    lint = found(YAMLLINT)
    try:
        schema = version("check-jsonschema")
    except PackageNotFoundError:
        schema = ""
    rows = [
        row for file in FILES[: 1 if is_quick() else None] for row in _rows(shelf, *file, bool(schema), lint.program)
    ]
    note = _NOTE.replace("\n", " ").format(jsonschema=schema or "(not there)", yamllint=said(lint))
    yield Section("Checkers", note, tuple(rows))


def _rows(shelf: Shelf, name: str, shown: str, has_schema: bool, lint: str) -> Iterator[Row]:
    path = str(shelf.file(name))
    commands = {"briefing check": briefing_command("check", path)}
    if has_schema:
        commands["check-jsonschema"] = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(_SCHEMA), path]
    if lint:
        commands["yamllint"] = [lint, "-d", "relaxed", path]
    wall: dict[str, list[float]] = defaultdict(list)
    work: dict[str, list[float]] = defaultdict(list)
    large = Path(path).stat().st_size > 500_000
    for run in range(runs(LARGE_RUNS if large else RUNS) + 1):
        for checker, command in commands.items():
            try:
                took, worked = seconds(command, shelf)
            except subprocess.CalledProcessError as error:
                sys.exit(f"{checker} does not accept {shown}:\n{error.stdout.decode()}{error.stderr.decode()}")
            if run:
                wall[checker].append(took * 1000)
                work[checker].append(worked * 1000)
    ours = "briefing check"
    for checker in commands:
        other = checker != ours
        yield Row(f"{shown}, {checker}", wall[checker], "ms", wall[ours] if other else (), "briefing")
        yield Row(f"{shown}, {checker}, work", work[checker], "ms", work[ours] if other else (), "briefing")
