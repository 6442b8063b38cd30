"""`python -m tests.soak` soaks every shipped briefing and a generated one of 10,000 entries; with FILE, that one.

One row of LEDGER.md each, and exit code 1 where anything was found. `--seed` or BRIEFING_SEED does a run again. What
fails is made short: half of it is left out as long as it still fails, then a fourth, and so on; the rest is printed.
"""

import os
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tests.architecture.tree import SHIPPED
from tests.soak.shrinking import shortest

#: How many of a failing sequence are printed.
SHOWN = 60
GENERATED, ENTRIES = "generated-10000.yaml", 10_000
#: What a run may add to the process, in MB.
PROMISED = 20.0


def main() -> None:
    """Soaks one file or all of them."""
    parser = ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--place", default="reader", choices=("reader", "library", "present"))
    parser.add_argument("--seed", type=int, default=int(os.environ.get("BRIEFING_SEED") or 1))
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("file", type=Path, nargs="?")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        if options.file is not None:
            sys.exit(_one(options, Path(home)))
        sys.exit(max([_beside(options, path) for path in _all(Path(home))]))


def _all(folder: Path) -> Iterator[Path]:
    from benchmarks.generator import briefing

    yield from SHIPPED
    generated = folder / GENERATED
    generated.write_text(briefing(ENTRIES), encoding="utf-8")
    yield generated


def _beside(options: Namespace, path: Path) -> int:
    """In a process of its own, whose memory is nobody else's."""
    words = ["--place", options.place, "--seed", str(options.seed), "--events", str(options.events), str(path)]
    return subprocess.run([sys.executable, "-m", "tests.soak", *words], check=False).returncode


def _one(options: Namespace, home: Path) -> int:
    _live_in(home)
    from tests.soak.happenings import happenings
    from tests.soak.soaking import Soak, library

    os.environ["BRIEFING_PATH"] = str(library(home, SHIPPED))
    soak = Soak(options.place, options.file.resolve(), home / "files")
    sequence = happenings(options.seed, options.events)
    begun = time.process_time()
    found = soak.of(sequence)
    minutes = (time.process_time() - begun) / 60
    sizes = " ".join(f"{size:.0f}" for size in found.sizes)
    print(
        f"| {date.today()} | {options.place} | {options.file.name} | {options.seed} | {found.after:,} | {found.starts} "
        f"| {sizes} | {found.growth:+.1f} | {minutes:.0f} | {found.finding or 0} |",
        flush=True,
    )
    if found.finding:
        for happening in shortest(sequence[: found.after], lambda some: bool(soak.of(some).finding))[-SHOWN:]:
            print("   ", *happening, file=sys.stderr)
    return int(bool(found.finding) or found.growth > PROMISED)


def _live_in(home: Path) -> None:
    """A home of its own, on a terminal that can show everything."""
    for name in ("config", "state", "cache", "data"):
        os.environ[f"XDG_{name.upper()}_HOME"] = str(home / name)
    (home / "run").mkdir(mode=0o700)
    (home / "files").mkdir()
    # Any command may be chosen from the palette: the editor is one that ends at once.
    own = {"XDG_RUNTIME_DIR": str(home / "run"), "HOME": str(home), "BRIEFING_FAULTS": "end", "EDITOR": "true"}
    os.environ.update({**own, "TERM": "xterm-256color", "COLORTERM": "truecolor"})


if __name__ == "__main__":
    main()
