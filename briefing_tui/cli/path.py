"""`briefing PATH` as a command with options: what they are, and what its help says."""

import click

from briefing_tui.cli.open import path_opened


class _Nameless(click.Command):
    """A command that is called by no name of its own."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage("briefing", "PATH[#ID]")


@click.command(cls=_Nameless)
@click.argument("path", metavar="PATH[#ID]")
@click.option("--follow-editor", is_flag=True, help="Go to the entry that is being edited, and to what a save changes.")
def path(path: str, follow_editor: bool) -> int:
    """Open a briefing, at an entry where an #ID is given; a folder as a library; or - for standard input.

    Where there is no terminal to draw on, it is written as plain text.

    With --follow-editor it goes along with an editor beside it: one with the language server says by itself which line
    is being edited, any other may call `briefing here FILE:LINE`; without either it goes to what each save changes.
    """
    return path_opened(path, follow_editor)
