"""What holds of any bytes whatever: the loader answers, its findings can be shown, and a briefing shows everywhere."""

import json
from datetime import date
from random import Random

from briefing_tui.blocks.scope import Scope
from briefing_tui.checks.engine import verdict
from briefing_tui.checks.fixing import mended
from briefing_tui.cli.findings import Checked, concise_text, full_text
from briefing_tui.export import EXPORTERS
from briefing_tui.links.index import Links
from briefing_tui.model.kinds import PANES
from briefing_tui.source.diagnostic import Diagnostic
from briefing_tui.source.load import Loaded, load_bytes, load_text
from briefing_tui.tui.history import SCALES, Lens
from briefing_tui.tui.layout import Layout
from briefing_tui.tui.rows import row_text
from briefing_tui.tui.session import Session
from briefing_tui.tui.views import VIEWS
from tests.source.answers import COMMANDS, LONGEST_MESSAGE, check_extent, check_strings

#: The day on which everything is judged.
TODAY = date(2026, 3, 4)
#: One input of so many is also shown: panes, dossiers, views, exports; one of so many judged by the editor's rules.
SHOWN, JUDGED, MENDED = 25, 25, 100
#: Findings of one input that are drawn with their places.
DRAWN = 4


def claim(data: bytes, chance: Random | None = None) -> Loaded:
    """The claim about some bytes. With `chance`, what takes longer is looked at now and then; without, always.

    Raises whatever the program raises, and AssertionError where an answer is not as it must be.
    """
    loaded = load_bytes(data, "fuzzed", "fuzzed")
    briefing = loaded.briefing
    assert briefing is not None or loaded.diagnostics, "no briefing and no word"
    assert not (loaded.tree.broken and briefing is not None), "a briefing of what does not parse"
    _findings(loaded, loaded.diagnostics)
    for found in (briefing, loaded.recovered):
        if found is not None:
            check_strings(found)
    if briefing is None:
        return loaded
    if chance is None or chance.randrange(JUDGED) == 0:
        _findings(loaded, verdict(loaded, TODAY).findings)
    if chance is None or chance.randrange(MENDED) == 0:
        mended(loaded, lambda text: load_text(text, "fuzzed"), lambda read: verdict(read, TODAY), unsafe=True)
    if chance is None or chance.randrange(SHOWN) == 0:
        _shown(loaded)
    return loaded


def _findings(loaded: Loaded, findings: list[Diagnostic] | tuple[Diagnostic, ...]) -> None:
    for found in findings:
        assert found.help or not found.code.startswith(("F", "Y", "M")), f"{found.code} has no next step"
        check_extent(loaded, found.extent)
        for other in found.related:
            check_extent(loaded, other.extent)
        for edit in found.edits:
            check_extent(loaded, edit.extent)
        assert len(found.message) <= LONGEST_MESSAGE, f"{found.code} says {len(found.message)} characters"
    if findings:
        told = Checked("fuzzed", loaded.lines, tuple(findings))
        for text in (concise_text(told), full_text(told._replace(findings=told.findings[:DRAWN]))):
            assert not COMMANDS.search(text), f"control character in {COMMANDS.search(text)}"


def _shown(loaded: Loaded) -> None:
    assert loaded.briefing is not None
    session = Session(loaded)
    targets = [*list(loaded.briefing.entries)[:8], "bottom-line", "header"]
    documents = [session.document(pane) for pane in PANES] + [session.document("", target) for target in targets]
    first = {"actor": loaded.briefing.actors[:1], "judgement": loaded.briefing.outlook.judgements[:1]}
    for n, view in enumerate(VIEWS):
        entries = [entry.id for entry in first.get(view.place, ())] if view.place in first else [""]
        lens = Lens("occurred" if n % 2 else "reported", SCALES[n % len(SCALES)], None)
        drawn = view.at and view.id in ("lanes", "timeline", "ladder")
        documents += [session.document(view.place, entry, view.id, lens if drawn else Lens()) for entry in entries]
    for document in documents:
        layout = Layout(document, 40)
        for y in range(min(layout.height, 60)):
            assert not COMMANDS.search(row_text(layout.row(y)).replace("\n", "\0")), "control character on the screen"
    scope = Scope(loaded.briefing, Links(loaded.briefing), notes=True)
    for exporter in EXPORTERS:
        text = exporter.export(scope)
        assert not COMMANDS.search(text), f"control character in {exporter.name}"
        if exporter.name == "json":
            json.loads(text)
            again = load_text(text, "fuzzed")
            assert again.briefing is not None, f"its JSON cannot be opened: {again.diagnostics[:1]}"
