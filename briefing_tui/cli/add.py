"""`briefing add`: one more entry at the end of its section, written as its neighbours are."""

import re
from collections.abc import Iterator
from pathlib import Path

import click

from briefing_tui.authoring.addition import Added, CannotAddError, add_edits
from briefing_tui.authoring.fields import Given
from briefing_tui.checks.placeholder import placeholders_in
from briefing_tui.cli.change import changed, loaded_for_change
from briefing_tui.cli.editing import edited_at, editor_problem
from briefing_tui.cli.report import SOUND, Failure, put, say
from briefing_tui.links.index import Links
from briefing_tui.links.problems import link_problems
from briefing_tui.model.kinds import KIND, KINDS
from briefing_tui.model.text import one_line
from briefing_tui.source.diagnostic import Diagnostic, Severity
from briefing_tui.source.edit import edited
from briefing_tui.source.load import Loaded, load_text
from briefing_tui.source.nearest import nearest

_KINDS = ", ".join(kind.name for kind in KINDS)
_OPTION = re.compile(r"--([a-z][a-z_.-]*)(?:=(.*))?", re.DOTALL)
_FIELD = re.compile(r"([a-z][a-z_.-]*)=(.*)", re.DOTALL)


@click.command(
    "add",
    context_settings={"ignore_unknown_options": True},
    help=f"""Add an entry to a briefing.

    KIND is one of {_KINDS}. The entry goes to the end of its section, written as its neighbours are; a section that is
    missing is made. What it must have and is not given becomes a placeholder, which `briefing check` finds.

    A FIELD is any key of the format, as --key VALUE or key=VALUE. A dot leads into it. Several values are a list.

    \b
    briefing add actor flood.yaml --name "Town of Harrow Bend" --type population
    briefing add event flood.yaml --id crest title="The crest" when=2026-03-05~ participants.affected=town
    briefing add communication flood.yaml --from town --to public --text "The road is closed." --sources radio
    briefing add judgement flood.yaml --edit
    """,
)
@click.argument("kind", metavar="KIND", shell_complete=lambda *given: _named_so(given[-1]))
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("fields", nargs=-1, type=click.UNPROCESSED, metavar="[FIELD]...")
@click.option("--id", "id", help="Its id. Without it, one is made of its name or text.")
@click.option("--edit", is_flag=True, help="Then open $EDITOR there, with comments that say what else belongs into it.")
@click.option("--diff", "--dry-run", "diff", is_flag=True, help="Show what would change, and change nothing.")
def add(kind: str, file: Path, fields: tuple[str, ...], id: str | None, edit: bool, diff: bool) -> int:
    """Adds one entry."""
    name = _kind(kind)
    given = fields_given(fields)
    loaded = loaded_for_change(file)
    try:
        added = add_edits(loaded, KIND[name], id, given, hints=edit)
    except CannotAddError as error:
        raise Failure(f"{one_line(str(file))}: {one_line(str(error))}") from None
    text = edited(loaded.text, added.edits)
    after = load_text(text, file.stem, loaded.name)
    problems = list(_problems(loaded, after, added))
    if any(found.severity is Severity.ERROR and found.code[0] != "L" for found in problems):
        raise Failure("nothing was added:\n" + "\n".join(f"  {_said(found)}" for found in problems))
    changed(loaded, text, diff=diff)
    if diff:
        return SOUND
    extent = after.tree.extent(added.path, key=True)
    line = after.lines.position(extent.start).line
    stands = f"{file}:{line}: {name} {added.path[-1] if isinstance(added.path[-1], str) else ''}"
    put(one_line(stands) + "\n")
    for found in problems:
        say(_said(found))
    if added.open:
        say(f"Still to be written: {', '.join(added.open)}")
    if edit:
        _edit(file, after, added, line)
    return SOUND


def fields_given(words: tuple[str, ...]) -> Given:
    """The fields on a command line: `--key value value`, `--key=value` or `key=value`. Raises UsageError."""
    given: dict[str, list[str]] = {}
    key, waiting = "", False
    for word in words:
        if (option := _OPTION.fullmatch(word)) is not None:
            key, waiting = option[1], option[2] is None
            given.setdefault(key, []).extend([] if waiting else [option[2]])
        elif not waiting and (pair := _FIELD.fullmatch(word)) is not None:
            key = pair[1]
            given.setdefault(key, []).append(pair[2])
        elif key:
            # What stands right after --key is its value, whatever it looks like.
            waiting = False
            given[key].append(word)
        else:
            raise _usage(f"“{one_line(word)}” belongs to no field: write title=“{one_line(word)}”")
    for key, values in given.items():
        if not any(value.strip() for value in values):
            raise _usage(f"--{key} is given without a value")
    return given


def _named_so(begun: str) -> list[str]:
    return [kind.name for kind in KINDS if kind.name.startswith(begun)]


def _kind(word: str) -> str:
    """The kind of a name, singular or plural. Raises UsageError."""
    found = next((kind.name for kind in KINDS if word in (kind.name, kind.plural)), None)
    if found is None:
        meant = nearest(word, [kind.name for kind in KINDS], 1)
        hint = f"did you mean {meant[0]}?" if meant else f"there are {_KINDS}"
        raise _usage(f"there is no kind of entry called {one_line(word)}; {hint}")
    return found


def _problems(before: Loaded, after: Loaded, added: Added) -> Iterator[Diagnostic]:
    """What is wrong with the new entry, and with what was sound without it."""
    if after.briefing is None:
        yield from after.diagnostics
        return
    known = {(found.code, found.message) for found in before.diagnostics}
    yield from (found for found in after.diagnostics if (found.code, found.message) not in known)
    extent = after.tree.extent(added.path)
    for found in link_problems(after, Links(after.briefing)):
        if extent.start <= found.extent.start <= extent.end:
            yield found


def _said(found: Diagnostic) -> str:
    return one_line(f"{found.message}. {found.help}" if found.help else found.message)


def _edit(file: Path, after: Loaded, added: Added, line: int) -> None:
    problem = editor_problem()
    if problem is not None:
        say(f"briefing: no editor is opened, since {problem}")
        return
    extent = after.tree.extent(added.path)
    first = next(placeholders_in(after.text[extent.start : extent.end]), None)
    if first is not None:
        line = after.lines.position(extent.start + first.start()).line
    edited_at(file, line)


def _usage(words: str) -> click.UsageError:
    return click.UsageError(words, click.get_current_context())
