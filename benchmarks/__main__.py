"""`python -m benchmarks [NAME...]`: measures, prints tables, and with no name writes all of it to RESULTS.md."""

import os
import platform
import sys
import traceback
from argparse import ArgumentParser
from importlib import import_module
from time import perf_counter

from benchmarks.effort import be_quick
from benchmarks.page import RESULTS, page
from benchmarks.promises import kept
from benchmarks.shelf import Shelf
from benchmarks.table import Listing, Section, as_text

NAMES = (
    "start", "keys", "views", "memory", "save", "load", "check", "lsp", "followers", "instructions", "side-by-side",
    "checkers", "scaling", "anatomy",
)  # fmt: skip


def main() -> None:
    """Measures what is named, or everything."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of {', '.join(NAMES)}")
    parser.add_argument("--quick", action="store_true", help="only to see that it works: few runs, nothing is written")
    options = parser.parse_args()
    names: list[str] = options.names
    if unknown := sorted({*names} - {*NAMES}):
        parser.error(f"nothing is called {unknown[0]}: choose from {', '.join(NAMES)}")
    if options.quick:
        be_quick()
    began, failed, where = perf_counter(), False, machine()
    found: list[Section | Listing] = []
    with Shelf() as shelf:
        for name in names or NAMES:
            start = perf_counter()
            try:
                for section in import_module(f"benchmarks.{name.replace('-', '_')}").sections(shelf):
                    found.append(section)
                    print(as_text(section), flush=True)
            except Exception:
                # An hour's figures are not lost for one that could not be had.
                failed = True
                traceback.print_exc()
                found.append(Section(name.capitalize(), "Could not be measured: `make bench` said why."))
            print(f"{name}: {perf_counter() - start:.0f} s", flush=True)
    if not names:
        print(as_text(kept(found)))
    print(f"{perf_counter() - began:.0f} s in all.")
    if not names and not options.quick:
        RESULTS.write_text(page(found, where), "utf-8")
        print("Written to benchmarks/RESULTS.md.")
    sys.exit(failed)


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
