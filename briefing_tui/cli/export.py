"""`briefing export`: a briefing in another format, on standard output or in a file. Knows no format itself."""

import os
import stat
from pathlib import Path

import click

from briefing_tui.cli.open import STDIN, stdin_bytes
from briefing_tui.cli.printing import loaded_from, scope_of
from briefing_tui.cli.report import SOUND, Failure, put
from briefing_tui.export import EXPORTER, EXPORTERS
from briefing_tui.folders import replace_file
from briefing_tui.library.start import Start
from briefing_tui.model.text import one_line

_FORMATS = "\n".join(f"{exporter.name:<6}{exporter.summary}" for exporter in EXPORTERS)


@click.command(
    "export",
    help=f"""Write a briefing in another format.

    FILE is a briefing, or - for standard input. Without --output it goes to standard output.

    \b
    briefing export flood.yaml --to md
    briefing export flood.yaml -o flood.md
    briefing export flood.yaml --to text --notes

    \b
    {_FORMATS.replace(chr(10), chr(10) + "    ")}
    """,
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--to", "form", type=click.Choice(tuple(EXPORTER)), help="The format. Without it, the ending of --output tells."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write, replaced at one go.")
@click.option("--notes", is_flag=True, help="With the speaker's notes, which are left out otherwise.")
def export(file: Path, form: str | None, output: Path | None, notes: bool) -> int:
    """Writes one briefing in one format."""
    exporter = EXPORTER[form or _form_of(output)]
    stdin = stdin_bytes() if str(file) == STDIN else None
    loaded = loaded_from(Start(path=None if stdin is not None else file, stdin=stdin))
    content = exporter.export(scope_of(loaded, notes=notes))
    if output is None or str(output) == STDIN:
        put(content)
    else:
        _written(output, content.encode("utf-8", "replace"), None if stdin is not None else file)
    return SOUND


def _form_of(output: Path | None) -> str:
    """The format the ending of a file's name asks for. Raises UsageError."""
    ending = output.suffix.lower().removeprefix(".") if output is not None else ""
    for exporter in EXPORTERS:
        if ending == exporter.extension:
            return exporter.name
    raise click.UsageError(f"Say which format: --to {', '.join(EXPORTER)}.", click.get_current_context())


def _written(output: Path, content: bytes, briefing: Path | None) -> None:
    """Writes a file whole or not at all; never over the briefing it comes from."""
    name = one_line(str(output))
    try:
        # What a link leads to is written, not the link.
        real = Path(os.path.realpath(output))
        status = _status(real)
        if status is None or stat.S_ISREG(status.st_mode):
            if status is not None and briefing is not None and os.path.samestat(status, os.stat(briefing)):
                raise Failure(f"{name} is the briefing itself: name another file")
            replace_file(real, content, mode=0o666, lasting=True)
        else:
            # A pipe or a device is written into; a folder says itself that it is none.
            real.write_bytes(content)
    except OSError as error:
        raise Failure(f"{name} cannot be written: {error.strerror or 'unknown reason'}") from None


def _status(path: Path) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None
