"""How long each step of the running order should take: the edits that write minutes there. Knows not why so many."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing_tui.authoring.insertion import Pair, insertion
from briefing_tui.authoring.spelling import scalar
from briefing_tui.model.briefing import Briefing
from briefing_tui.source.diagnostic import Edit, Extent
from briefing_tui.source.edit import edited
from briefing_tui.source.load import Loaded, load_text
from briefing_tui.source.tree import Path

_ORDER = "running_order"
#: A step's keys, as they are written: minutes go after what is shown and how.
_KEYS = ("show", "view", "minutes", "build", "notes")


class CannotWeighError(ValueError):
    """No minutes can be written; why, in words for the author."""


def weight_edits(loaded: Loaded, minutes: Mapping[int, float]) -> list[Edit]:
    """The edits that give steps of the running order (from 0) their minutes, in order of place; none where they have.

    Raises CannotWeighError where the text has no running order, or one that is not sound.
    """
    briefing = loaded.briefing
    if briefing is None:
        raise CannotWeighError("there is no briefing in it")
    if not briefing.running_order:
        if loaded.tree.value((_ORDER,)):
            raise CannotWeighError("something is wrong with its running order: mend that first")
        raise CannotWeighError("it has no running order")
    edits: list[Edit] = []
    for n in sorted(minutes):
        if briefing.running_order[n].minutes != minutes[n]:
            edits += _step(loaded, (_ORDER, n), f"{minutes[n]:g}")
    _prove(loaded, edits, minutes)
    return edits


def written_order(steps: list[tuple[str, str, float | None]]) -> str:
    """A running order to paste: of each step what is shown, the view, and its minutes."""
    lines = [f"{_ORDER}:"]
    for show, view, minutes in steps:
        pairs = [f"show: {scalar(show, flow=True)}"]
        pairs += [f"view: {view}"] if view else []
        pairs += [f"minutes: {minutes:g}"] if minutes is not None else []
        lines.append(f"  - {{{', '.join(pairs)}}}" if len(pairs) > 1 else f"  - {scalar(show)}")
    return "\n".join(lines) + "\n"


def _step(loaded: Loaded, path: Path, words: str) -> Iterator[Edit]:
    tree, text = loaded.tree, loaded.text
    held, extent = tree.value(path), tree.extent(path)
    if isinstance(held, str):
        yield _edit(extent, f"{{show: {_in_flow(text, extent, held)}, minutes: {words}}}")
    elif held.get("minutes") is not None:
        yield _edit(tree.extent((*path, "minutes")), words)
    elif "minutes" in held:
        colon = text.index(":", tree.extent((*path, "minutes"), key=True).end) + 1
        yield _edit(Extent(colon, colon), f" {words}")
    elif tree.outermost_flow((*path, "show")) is None:
        yield from insertion(tree, path, Pair("minutes", words), _KEYS)
    elif text.startswith("{", extent.start):
        # After what is shown, or how; the notes behind may be long.
        ends = [tree.extent((*path, key)).end for key in ("show", "view") if held.get(key) is not None]
        yield _edit(Extent(max(ends), max(ends)), f", minutes: {words}")
    else:
        # A pair alone in [...], which may be written without braces.
        yield _edit(extent, f"{{{text[extent.start : extent.end]}, minutes: {words}}}")


def _in_flow(text: str, extent: Extent, value: str) -> str:
    """A bare name as it is written, where it can stand so in braces."""
    written = text[extent.start : extent.end]
    plain = scalar(value, flow=True)
    return written if written[:1] in "'\"" and "\n" not in written else plain


def _prove(loaded: Loaded, edits: list[Edit], minutes: Mapping[int, float]) -> None:
    """Raises CannotWeighError where the text would not say the same afterwards, but for the minutes."""
    assert loaded.briefing is not None
    after = load_text(edited(loaded.text, edits), loaded.briefing.id, loaded.name).briefing
    if after is None or after != _with_minutes(loaded.briefing, minutes):
        raise CannotWeighError("its running order is written in a way that is not understood here: write them by hand")


def _with_minutes(briefing: Briefing, minutes: Mapping[int, float]) -> Briefing:
    steps = tuple(
        replace(step, minutes=minutes[n]) if n in minutes else step for n, step in enumerate(briefing.running_order)
    )
    return replace(briefing, running_order=steps)


def _edit(extent: Extent, text: str) -> Edit:
    return Edit(extent, text, "Write the minutes")
