"""The panes and dossiers of a small briefing, as they were last looked at by a person."""

from briefing_tui.blocks.dossier import dossier_blocks
from briefing_tui.blocks.panes import pane_blocks
from briefing_tui.model.kinds import PANES
from tests.blocks.briefings import scope_of
from tests.blocks.notation import written
from tests.goldens.golden import FLOOD, check


def test_panes() -> None:
    scope = scope_of(FLOOD, head="")
    check("panes.txt", "".join([f"@@ {pane}\n{written(pane_blocks(scope, pane))}\n" for pane in PANES]))


def test_dossiers() -> None:
    scope = scope_of(FLOOD, head="")
    targets = [*scope.briefing.entries, "bottom-line", "highlights", "background", "outlook", "header"]
    check("dossiers.txt", "".join([f"@@ {target}\n{written(dossier_blocks(scope, target))}\n" for target in targets]))
