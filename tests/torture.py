"""The long run: `make torture` runs what bears the mark `torture`, FACTOR times as large, and prints a table.

`@pytest.mark.torture("part")` names the part of the table; `alone=True` leaves a test out of every other run. A test
takes its size from FACTOR, and says with the fixture `tally` what it did, how often, and what it found.
"""

import os
from collections.abc import Callable, Iterator

import pytest

#: How much more is done than in an ordinary run; a part that is chosen by chance takes CHANCE into its seed.
FACTOR = max(1, int(os.environ.get("BRIEFING_TORTURE") or 1))
#: The seed of a run: the same each time, but in a long run another one, or the one that is given.
CHANCE = int(os.environ.get("BRIEFING_SEED") or (0 if FACTOR == 1 else int.from_bytes(os.urandom(3))))

_TALLY = "torture"

Tally = Callable[[str, int, int], None]


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """Counts for the table: what was done, how often, and how many findings there were. May be called again."""
    return lambda what, many, findings=0: record_property(_TALLY, [what, many, findings])


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        # One seed for all workers.
        os.environ["BRIEFING_SEED"] = str(CHANCE)
        config.pluginmanager.register(_Table(), "torture-table")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        mark = item.get_closest_marker("torture")
        if mark is None:
            continue
        # Reports cross from process to process with what was recorded, and with nothing else of their test.
        item.user_properties.append(("torture-part", mark.args[0] if mark.args else item.parent.name))
        if mark.kwargs.get("alone") and "BRIEFING_TORTURE" not in os.environ:
            item.add_marker(pytest.mark.skip(reason="runs with `make torture`"))


class _Table:
    """Adds up what the tests say, by part and what was done."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], list[float]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        recorded = dict(report.user_properties)
        if report.when != "call" or report.skipped or "torture-part" not in recorded:
            return
        tallies = [value for name, value in report.user_properties if name == _TALLY]
        name = report.nodeid.rpartition("::")[2].partition("[")[0].removeprefix("test_").replace("_", " ")
        # What fails before it has counted is a finding.
        for what, many, findings in tallies or [(name, 1, int(report.failed))]:
            row = self._rows.setdefault((str(recorded["torture-part"]), what), [0, 0, 0.0])
            row[0] += many
            row[1] += findings or (report.failed and len(tallies) == 1)
            row[2] += report.duration / max(1, len(tallies))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if "BRIEFING_TORTURE" not in os.environ or not self._rows:
            return
        terminalreporter.write_line("")
        for line in self.lines():
            terminalreporter.write_line(line)

    def lines(self) -> Iterator[str]:
        """The table, as Markdown."""
        yield f"Factor {FACTOR}, seed {CHANCE} (`BRIEFING_SEED={CHANCE} BRIEFING_TORTURE={FACTOR} make torture`):"
        yield ""
        yield "| part | what | how many | findings | seconds |"
        yield "| --- | --- | ---: | ---: | ---: |"
        for (part, what), (many, findings, seconds) in sorted(self._rows.items()):
            yield f"| {part} | {what} | {int(many):,} | {int(findings)} | {seconds:,.0f} |"
