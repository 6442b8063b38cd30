"""`briefing rehearse`: a presentation by the clock, and afterwards the minutes that each step should be given."""

from pathlib import Path

import click

from briefing_tui.authoring.weights import CannotWeighError, weight_edits, written_order
from briefing_tui.cli.change import changed, loaded_for_change
from briefing_tui.cli.printing import scope_of
from briefing_tui.cli.report import SOUND, Failure, put, say
from briefing_tui.cli.talking import minutes_of, opened
from briefing_tui.library.start import Talk
from briefing_tui.meeting.clock import planned
from briefing_tui.meeting.order import Stage, stages_of
from briefing_tui.meeting.rehearsal import PASSED, Proposal, grounds, proposals, table, used
from briefing_tui.meeting.timing import Run, Runs
from briefing_tui.model.text import one_line
from briefing_tui.source.edit import edited
from briefing_tui.source.load import Loaded
from briefing_tui.terminal import terminal_problem


@click.command("rehearse")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--minutes", type=float, metavar="N", help="How long it is to take in all. Without it, what its steps say."
)
@click.option("--propose", is_flag=True, help="Do not rehearse: print what the rehearsals so far propose.")
@click.option("--write", is_flag=True, help="Do not rehearse: write what they propose into the file.")
@click.option("--diff", "--dry-run", "diff", is_flag=True, help="Show what --write would change, and change nothing.")
def rehearse(file: Path, minutes: float | None, propose: bool, write: bool, diff: bool) -> int:
    """Present a briefing to yourself, by the clock.

    Each step's time is kept (numbers only, in your state folder). Afterwards a table says what was planned, what each
    step took, and the minutes it should be given: what it usually took in the last rehearsals, in halves of a minute.
    Questions and look-ups are counted apart.

    \b
    briefing rehearse flood.yaml --minutes 15
    briefing rehearse flood.yaml --propose
    briefing rehearse flood.yaml --write --diff
    """
    minutes = minutes_of(minutes) or None
    loaded = loaded_for_change(file)
    now = not (propose or write or diff)
    if now:
        if code := _rehearsed(file, minutes):
            return code
        # It may have been saved in the meantime.
        loaded = loaded_for_change(file)
    stages = stages_of(scope_of(loaded))
    runs = Runs().of(file)
    found = proposals(stages, runs, planned(stages, minutes))
    if all(step.minutes is None for step in found):
        if now:
            say(f"No step was shown for {PASSED:g} seconds: nothing is proposed.")
            return SOUND
        raise Failure(f"{one_line(loaded.name)}: no step was rehearsed yet: `briefing rehearse FILE` does")
    if write or diff:
        return _write(loaded, stages, found, diff=diff)
    _print(file, loaded, stages, found, used(runs))
    return SOUND


def _rehearsed(file: Path, minutes: float | None) -> int:
    """Presents it by the clock. Raises Failure where there is no terminal to do that on."""
    if (problem := terminal_problem()) is not None:
        raise Failure(f"it cannot be rehearsed, since {problem}; --propose says what came out before")
    return opened(file, Talk("present", minutes or 0.0, rehearsal=True))


def _print(
    file: Path, loaded: Loaded, stages: tuple[Stage, ...], found: tuple[Proposal, ...], runs: tuple[Run, ...]
) -> None:
    put("\n".join([*table([stage.title for stage in stages], found), "", grounds(runs)]) + "\n")
    name = one_line(str(file))
    if not _is_written(stages):
        say(f"There is no running order in {name} to write into. To paste:")
        put("\n" + _to_paste(stages, found))
    elif _new(loaded, stages, found):
        say(f"`briefing rehearse {name} --write` writes what is proposed into its running order.")


def _write(loaded: Loaded, stages: tuple[Stage, ...], found: tuple[Proposal, ...], *, diff: bool) -> int:
    name = one_line(loaded.name)
    try:
        edits = weight_edits(loaded, _proposed(stages, found))
    except CannotWeighError as error:
        if _is_written(stages) or loaded.tree.value(("running_order",)):
            raise Failure(f"{name}: {error}") from None
        put(_to_paste(stages, found))
        raise Failure(f"{name}: {error} to write into; the one above is to paste") from None
    if edits or diff:
        changed(loaded, edited(loaded.text, edits), diff=diff)
    if not diff:
        steps = "1 step has" if len(edits) == 1 else f"{len(edits)} steps have"
        say(f"{name}: {steps} other minutes now" if edits else f"{name}: its steps have these minutes already")
    return SOUND


def _to_paste(stages: tuple[Stage, ...], found: tuple[Proposal, ...]) -> str:
    return written_order([(stage.show, stage.view, step.minutes) for stage, step in zip(stages, found, strict=True)])


def _is_written(stages: tuple[Stage, ...]) -> bool:
    return any(stage.at >= 0 for stage in stages)


def _proposed(stages: tuple[Stage, ...], found: tuple[Proposal, ...]) -> dict[int, float]:
    """The minutes of each place in the running order that some are proposed for."""
    return {
        stage.at: step.minutes
        for stage, step in zip(stages, found, strict=True)
        if step.minutes is not None and stage.at >= 0
    }


def _new(loaded: Loaded, stages: tuple[Stage, ...], found: tuple[Proposal, ...]) -> bool:
    assert loaded.briefing is not None
    order = loaded.briefing.running_order
    return any(order[at].minutes != minutes for at, minutes in _proposed(stages, found).items())
