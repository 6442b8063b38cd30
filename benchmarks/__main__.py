"""`python -m benchmarks [NAME...]`: measures, prints tables, and with no name writes all of it to RESULTS.md."""

import os
import platform
import sys
from argparse import ArgumentParser
from importlib import import_module
from time import perf_counter

from benchmarks.shelf import ROOT, Shelf
from benchmarks.table import Section, as_markdown, as_text

NAMES = ("start", "keys", "views", "memory", "load", "check", "lsp", "followers", "instructions")

RESULTS = ROOT / "benchmarks" / "RESULTS.md"


def main() -> None:
    """Measures what is named, or everything."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of {', '.join(NAMES)}")
    names: list[str] = parser.parse_args().names
    if unknown := sorted({*names} - {*NAMES}):
        parser.error(f"nothing is called {unknown[0]}: choose from {', '.join(NAMES)}")
    began = perf_counter()
    found: list[Section] = []
    with Shelf() as shelf:
        for name in names or NAMES:
            for section in import_module(f"benchmarks.{name}").sections(shelf):
                found.append(section)
                print(as_text(section), flush=True)
    print(f"{perf_counter() - began:.0f} s in all.")
    if not names:
        RESULTS.write_text(as_markdown(found, machine()), "utf-8")
        print("Written to benchmarks/RESULTS.md.")


def machine() -> str:
    """What it was measured on, in general terms."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    # What is measured here keeps about one core busy.
    also = f", which had other work to do as well (load {busy:.1f})" if busy > 1.6 else ""
    return f"{cores} cores, {platform.system()} and Python {python}{also}"


if __name__ == "__main__":
    main()
