"""`briefing export`: a briefing in another format, on standard output or in a file. Knows no format itself."""

from pathlib import Path

import click

from briefing_tui.cli.open import STDIN, stdin_bytes
from briefing_tui.cli.output import write_output
from briefing_tui.cli.printing import loaded_from, scope_of
from briefing_tui.cli.report import SOUND, put
from briefing_tui.export import EXPORTER, EXPORTERS
from briefing_tui.library.start import Start

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
        write_output(output, content.encode("utf-8", "replace"), None if stdin is not None else file)
    return SOUND


def _form_of(output: Path | None) -> str:
    """The format the ending of a file's name asks for. Raises UsageError."""
    ending = output.suffix.lower().removeprefix(".") if output is not None else ""
    for exporter in EXPORTERS:
        if ending == exporter.extension:
            return exporter.name
    raise click.UsageError(f"Say which format: --to {', '.join(EXPORTER)}.", click.get_current_context())
