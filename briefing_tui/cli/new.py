"""`briefing new`: a new briefing's file, from a template or from the briefing it supersedes, opened in the editor."""

import os
from datetime import datetime
from pathlib import Path

import click

from briefing_tui.authoring.naming import ascii_slug
from briefing_tui.authoring.succession import CannotSucceedError, next_stem, successor
from briefing_tui.authoring.template import TEMPLATES, begun
from briefing_tui.checks import placeholder
from briefing_tui.checks.draft import Draft
from briefing_tui.cli.change import loaded_for_change
from briefing_tui.cli.editing import edited_at, editor_problem
from briefing_tui.cli.report import SOUND, Failure, put, say
from briefing_tui.library.walk import ENDINGS
from briefing_tui.model.text import is_blank, one_line
from briefing_tui.schema.file import FILE_NAME, modeline
from briefing_tui.source.diagnostic import Severity
from briefing_tui.source.load import load

#: As many characters of a title as go into the name of a file.
_LONGEST = 60

_FILE = click.Path(path_type=Path)

_TEMPLATES = "\n".join(f"    {template.name:<11}{template.summary}" for template in TEMPLATES)


@click.command(
    "new",
    help=f"""Begin a briefing, and open it in $EDITOR.

    The file is called after TITLE and the day, and is put into ./briefings where that is, else here. It is sound at
    once; <words in angle brackets> say what is to be written, and `briefing check` finds those that are left.

    \b
    briefing new "Crest above the levee at Harrow Bend" --from flood
    briefing new "The crest has passed" --supersedes harrow-bend-1.yaml
    briefing new "Tokens in a build log" --from incident -o incidents/tokens.yaml --no-edit

    \b
    Templates:
{_TEMPLATES}

    With --supersedes it is the next number of a series: what stays true is carried over with its comments, what may
    have changed is marked. Without TITLE it has the old one's.
    """,
)
@click.argument("title", required=False, default="")
@click.option(
    "--from", "template", type=click.Choice([one.name for one in TEMPLATES]), help="The template; else blank."
)
@click.option("--supersedes", "old", type=_FILE, metavar="FILE", help="The briefing it replaces.")
@click.option("-o", "--output", type=_FILE, metavar="FILE", help="The file to write. It must not be there.")
@click.option("--dir", "folder", type=_FILE, metavar="FOLDER", help="The folder to put it into.")
@click.option("--no-edit", is_flag=True, help="Only write it. Without a terminal, no editor is opened either.")
def new(
    title: str, template: str | None, old: Path | None, output: Path | None, folder: Path | None, no_edit: bool
) -> int:
    """Writes a new file and opens it."""
    _agreeing(title, template, old, output, folder)
    moment = datetime.now().astimezone()
    if old is not None:
        text, path = _next(old, title, moment, output, folder)
    else:
        text = begun(template or "blank", title, moment, modeline())
        path = output or _folder(folder) / f"{_stem(title, moment)}.yaml"
    _write(path, text)
    put(f"{one_line(str(path))}\n")
    opened = not no_edit and editor_problem() is None and edited_at(path, _first_open(path))
    _tell(path, opened)
    return SOUND


def _agreeing(title: str, template: str | None, old: Path | None, output: Path | None, folder: Path | None) -> None:
    """Raises UsageError where options contradict each other."""
    context = click.get_current_context()
    if old is not None and template is not None:
        raise click.UsageError("--supersedes and --from are two beginnings: choose one", context)
    if output is not None and folder is not None:
        raise click.UsageError("--output and --dir are two places: choose one", context)
    if old is None and is_blank(one_line(title)):
        raise click.UsageError('give it a title: briefing new "Crest above the levee"', context)


def _next(old: Path, title: str, moment: datetime, output: Path | None, folder: Path | None) -> tuple[str, Path]:
    """The text and the file of the next number. It stands beside the old one, where its id is looked for."""
    loaded = loaded_for_change(old)
    assert loaded.briefing is not None
    try:
        text = successor(loaded, moment, title, modeline())
    except CannotSucceedError as error:
        raise Failure(one_line(str(error))) from None
    stem = next_stem(loaded.briefing, moment) or _stem(title or loaded.briefing.title, moment)
    path = output or (folder or old.parent) / f"{stem}.yaml"
    if os.path.abspath(path.parent) != os.path.abspath(old.parent):
        say(f"{one_line(old.name)} stands in another folder: the checker looks for it beside the new one")
    return text, path


def _stem(title: str, moment: datetime) -> str:
    """The name of a file without its ending: of a long title, the first words."""
    words = ascii_slug(title)
    if len(words) > _LONGEST:
        words = words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]
    return f"{words or 'briefing'}-{moment.date().isoformat()}"


def _folder(folder: Path | None) -> Path:
    if folder is not None:
        return folder
    return Path("briefings") if os.path.isdir("briefings") else Path()


def _write(path: Path, text: str) -> None:
    """Writes a file that is not there yet. Raises Failure."""
    name = one_line(str(path))
    try:
        # Never over anything, not even at the same moment.
        with open(path, "x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise Failure(f"{name} is there already, and nothing was written: name another file with -o") from None
    except FileNotFoundError:
        raise Failure(f"there is no folder {one_line(str(path.parent))}: make it, or name another") from None
    except OSError as error:
        raise Failure(f"{name} cannot be written: {error.strerror or 'unknown reason'}") from None


def _open_lines(path: Path) -> list[int] | None:
    """The lines in which something is still to be written; None where the file cannot be read as a briefing."""
    loaded = load(path)
    if loaded.briefing is None or any(found.severity is Severity.ERROR for found in loaded.diagnostics):
        return None
    return [loaded.lines.position(found.extent.start).line for found in placeholder.RULE.check(Draft(loaded))]


def _first_open(path: Path) -> int:
    return min(_open_lines(path) or [1])


def _tell(path: Path, opened: bool) -> None:
    """What is left to do."""
    name = one_line(str(path))
    lines = _open_lines(path)
    if lines is None:
        say(f"`briefing check {name}` says what is wrong with it.")
    elif lines:
        left = "1 placeholder is" if len(lines) == 1 else f"{len(lines)} placeholders are"
        say(f"{left} to be written, the first in line {min(lines)}. `briefing check {name}` finds them.")
    else:
        say(f"`briefing check {name}` is what a severe editor would say; `briefing {name}` opens it.")
    if not opened and not (path.parent / FILE_NAME).exists():
        where = one_line(str(path.parent))
        say(f"`briefing schema --write {where}` lets your editor complete and explain what it may say.")
    if not path.name.lower().endswith(ENDINGS):
        say("The library lists files that end in .yaml: this one it will not.")
