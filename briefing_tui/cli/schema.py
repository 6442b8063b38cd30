"""`briefing schema`: the JSON Schema that tells an editor what a briefing may say; printed, or written for one."""

import os
import stat
from pathlib import Path

import click

from briefing_tui.cli.output import write_output
from briefing_tui.cli.report import SOUND, Failure, put, put_bytes, say
from briefing_tui.model.text import one_line
from briefing_tui.schema.file import FILE_NAME, is_ours, modeline, shipped_schema

#: More than any schema has: the rest of what is in the way need not be read to know that it is none of ours.
_MOST = 4_000_000


@click.command("schema")
@click.option(
    "--write",
    "place",
    metavar="[PATH]",
    type=click.Path(),
    is_flag=False,
    flag_value="",
    help=f"Write it to a file or into a folder, as {FILE_NAME}. Without PATH: into ./briefings, else where you are.",
)
@click.option("--path", "where", is_flag=True, help="Print only where the shipped schema is, for an editor's settings.")
def schema(place: str | None, where: bool) -> int:
    """Print the JSON Schema of a briefing (draft-07), or write it beside your briefings.

    With it an editor completes keys and words, says what each means, and marks what is no part of the format. Any
    editor with yaml-language-server does: put this line first in a briefing, with the path from the briefing's folder.

    \b
    # yaml-language-server: $schema=briefing.schema.json

    It needs no network. What names what, and whether it is there, a schema cannot say: `briefing check` does.

    \b
    briefing schema --write
    briefing schema --write reports/
    check-jsonschema --schemafile "$(briefing schema --path)" flood.yaml

    Exit code: 0 done, 2 could not run.
    """
    if place is not None and where:
        raise click.UsageError("--write and --path are two questions: ask one", click.get_current_context())
    if place is not None:
        return _written(_target(place))
    if where:
        put(f"{shipped_schema()}\n")
    else:
        put_bytes(_content())
    return SOUND


def _content() -> bytes:
    try:
        return shipped_schema().read_bytes()
    except OSError as error:
        raise Failure(f"the schema that belongs to the program cannot be read: {error.strerror or error}") from None


def _target(place: str) -> Path:
    """The file that is meant: in a folder, under its own name."""
    folder = Path(place or "briefings")
    if folder.is_dir():
        return folder / FILE_NAME
    return Path(place or FILE_NAME)


def _written(path: Path) -> int:
    name = one_line(str(path))
    if not _may_be_replaced(path):
        raise Failure(f"{name} is there already and is no schema of a briefing: name another file")
    write_output(path, _content(), None)
    put(f"{name}\n")
    # What stands there is read up to the first space.
    place = path.name if not any(map(str.isspace, path.name)) else path.resolve().as_uri()
    say(f"The first line of a briefing beside it:\n{modeline(place)}")
    return SOUND


def _may_be_replaced(path: Path) -> bool:
    """Whether there is nothing, or an earlier schema. Only a regular file is opened: a pipe would be waited for."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return True
    except OSError as error:
        raise Failure(f"{one_line(str(path))} cannot be written: {error.strerror or 'unknown reason'}") from None
    with os.fdopen(handle, "rb") as file:
        return stat.S_ISREG(os.fstat(handle).st_mode) and is_ours(file.read(_MOST))
