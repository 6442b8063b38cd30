"""Fuzzing guided by coverage, with atheris: `make fuzz MINUTES=30`, or `python -m tests.fuzz.guided --minutes 30 load`.

Each target gets its share of the minutes, one after the other, in a process of its own. What it finds is written to
build/fuzz/found, one file for each place in the program; what it has learnt stays in build/fuzz/TARGET until cleaned.
At the end there is a line a target for LEDGER.md.
"""

import argparse
import hashlib
import os
import re
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

FOLDER = Path("build/fuzz")
#: Seconds after which an input that is not answered is a finding, megabytes that no input may take, longest input.
PATIENCE, MEMORY, LONGEST = 5, 1_500, 2_000
#: How much slower than this, in seconds, is worth a look.
SLOW = 1.0


def main() -> int:
    """Shares the minutes out, and says what came of them."""
    # The names of targets are known without loading what they are made of: the fuzzer has to load that itself.
    names = re.findall(
        r'^    "(\w+)": Target\(', (Path(__file__).parent / "targets.py").read_text("utf-8"), re.MULTILINE
    )
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.guided", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(names))
    given = parser.parse_args()
    targets = given.targets or names
    if unknown := set(targets) - set(names):
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    seconds = max(1, int(given.minutes * 60 / len(targets)))
    if given.one:
        return _fuzz(targets[0], seconds)
    lines = [_run(name, seconds) for name in targets]
    print("\n".join(lines))
    return 0


def _run(name: str, seconds: int) -> str:
    """Fuzzes one target; begins again after an input that ended the process, until its time is over."""
    before = set((FOLDER / "found").glob("*"))
    until, executed = time.monotonic() + seconds, 0
    while (left := int(until - time.monotonic())) > 0:
        command = [sys.executable, "-m", "tests.fuzz.guided", "--one", "--minutes", str(left / 60), name]
        ended = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        counts = re.findall(r"^#(\d+)", ended.stderr, re.MULTILINE)
        executed += int(counts[-1]) if counts else 0
        if not counts:
            sys.stderr.write(ended.stderr[-3000:])
            break
    found = len(set((FOLDER / "found").glob("*")) - before)
    return f"| {date.today()} | {name} | {seconds / 60:.0f} | {executed:,} | {found} |"


def _fuzz(name: str, seconds: int) -> int:
    import atheris

    with atheris.instrument_imports(include=["briefing_tui"]):
        from tests.fuzz.targets import TARGETS
    target = TARGETS[name]
    corpus, found = FOLDER / name, FOLDER / "found"
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    for text in target.seeds():
        data = text.encode("utf-8", "surrogatepass")[:LONGEST]
        (corpus / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)

    def one(data: bytes) -> None:
        began = time.process_time()
        try:
            target.run(data)
        except Exception as error:
            _keep(found, name, data, _place(error))
        if time.process_time() - began > SLOW:
            _keep(found, name, data, "slow")

    words = FOLDER / f"{name}.dict"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in _words()), encoding="ascii")
    limits = [f"-timeout={PATIENCE}", f"-rss_limit_mb={MEMORY}", f"-max_len={LONGEST}", f"-max_total_time={seconds}"]
    arguments = [sys.argv[0], *limits, f"-dict={words}", f"-artifact_prefix={found}/{name}-", str(corpus)]
    os.environ["HOME"] = str(FOLDER.resolve())
    atheris.Setup(arguments, one)
    atheris.Fuzz()
    return 0


def _keep(found: Path, name: str, data: bytes, place: str) -> None:
    """Keeps the smallest input for each place that something is wrong at."""
    file = found / f"{name}-{place}"
    if not file.exists() or file.stat().st_size > len(data):
        file.write_bytes(data)


def _place(error: Exception) -> str:
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    code = frame.tb_frame.f_code if frame is not None else None
    where = f"{Path(code.co_filename).stem}.{code.co_name}.{frame.tb_lineno}" if code and frame else "nowhere"
    return f"{type(error).__name__}-{where}"


def _words() -> list[str]:
    from tests.fuzz.mutation import ODD, SIGNS, WORDS

    return [word for word in (*SIGNS, *WORDS, *ODD) if word]


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "surrogatepass"))


if __name__ == "__main__":
    sys.exit(main())
