"""A small briefing in every format, as it was last looked at by a person."""

from typing import Any

import pytest

from briefing_tui.export import EXPORTERS
from tests.blocks.briefings import scope_of
from tests.goldens.golden import FLOOD, check


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_each_format(exporter: Any) -> None:
    check(f"flood.{exporter.extension}", exporter.export(scope_of(FLOOD, head="")))
