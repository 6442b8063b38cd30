"""The group of commands, and what `briefing` alone or with a path means. Imports a command only when it runs."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import click

from briefing_tui import __version__
from briefing_tui.cli.commands import COMMANDS, COMPLETING, OPEN, is_perhaps_misspelt
from briefing_tui.cli.report import INTERRUPTED, Failure, guarded
from briefing_tui.model.text import one_line

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


EXAMPLES = (
    ("briefing", "the library"),
    ("briefing flood.yaml", "read a briefing"),
    ("briefing flood.yaml#crest", "read it, beginning at the entry `crest`"),
    ("briefing flood.yaml --follow-editor", "read it beside your editor"),
    ("briefing reports/", "a folder as a library"),
    ("briefing - < flood.yaml", "read what comes in on standard input"),
    ("briefing flood.yaml | less", "in a pipe: the briefing as plain text"),
    ("briefing present flood.yaml", "present it; `briefing speak` beside it"),
    ('briefing new "Crest above the levee"', "a new briefing, in your editor"),
    ("briefing check flood.yaml", "what is wrong with it, and where"),
    ("briefing explain broken-reference", "what a finding means"),
    ("briefing export flood.yaml --to md", "the briefing as Markdown"),
    ("briefing rehearse flood.yaml", "present it by the clock"),
    ("briefing room flood.yaml --size 80x24", "does it suit the room?"),
    ("briefing minutes flood.yaml", "what was taken down in the meeting"),
    ("briefing shot flood.yaml -o flood.svg", "a picture of its first screen"),
)


class Briefing(click.Group):
    """The group of commands; what is no command's name is a path."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> NoReturn:
        """Runs the command line and ends the process. None of click's own ways to end is used: report.py owns that."""
        words = list(sys.argv[1:] if args is None else args)
        sys.exit(guarded(lambda: self._code(words)))

    def _code(self, words: list[str]) -> int | None:
        try:
            self._main_shell_completion({}, "briefing", COMPLETING)
            with self.make_context("briefing", words) as context:
                code: int | None = self.invoke(context)
                return code
        except click.exceptions.Exit as end:
            return end.exit_code
        except click.Abort:
            return INTERRUPTED
        except click.ClickException as error:
            raise Failure(_usage(error)) from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, as in COMMANDS."""
        return [row.name for row in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        at = next((row.at for row in COMMANDS if row.name == cmd_name), None)
        return None if at is None else command_at(at)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named first; where that names none, opening it as a path."""
        command = self.get_command(ctx, args[0])
        if command is not None:
            return args[0], command, args[1:]
        if (meant := meant_command(args[0])) is not None:
            name = one_line(args[0])
            raise Failure(f"there is no file and no command called {name}; did you mean `{meant}`?")
        return "", command_at(OPEN), args

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """The commands from their rows, files, and behind `FILE#` the ids in it."""
        from click.shell_completion import CompletionItem

        from briefing_tui.cli.completed import path_and_id

        named = [CompletionItem(row.name, help=row.help) for row in COMMANDS if row.name.startswith(incomplete)]
        return [*named, *path_and_id(ctx, None, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands from their rows, so that none is imported for it; then the examples."""
        with formatter.section("Commands"):
            formatter.write_dl([(row.name, row.help) for row in COMMANDS])
        with formatter.section("Examples"):
            formatter.write_dl([(call, what) for call, what in EXAMPLES], col_max=50)


def _usage(error: click.ClickException) -> str:
    """What was wrong with a call, in words for the user."""
    words = one_line(error.format_message())
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        words += f"\n`{one_line(context.command_path)} --help` says what is possible."
    return words


def command_at(place: str) -> click.Command:
    """The command at `module:attribute`."""
    module, _, name = place.partition(":")
    found: click.Command = getattr(import_module(module), name)
    return found


def meant_command(word: str) -> str | None:
    """The command whose name was probably misspelt: only for a word that is not the path of anything."""
    if not is_perhaps_misspelt(word):
        return None
    from briefing_tui.source.nearest import nearest

    return next(iter(nearest(word, [row.name for row in COMMANDS], 1)), None)


@click.command(
    "briefing",
    cls=Briefing,
    invoke_without_command=True,
    subcommand_metavar="[PATH[#ID] | COMMAND ...]",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="briefing", message="%(prog)s %(version)s")
@click.pass_context
def briefing(context: click.Context) -> int | None:
    """Read, check and present situational briefings in the terminal.

    A PATH is the file of a briefing, a folder of them, or - for standard input. With #ID it opens at that entry.

    Alone, it opens the library: what $BRIEFING_PATH names, else ./briefings, else what is configured, else the
    briefings that come with it.
    """
    if context.invoked_subcommand is not None:
        return None
    from briefing_tui.cli.open import library_opened

    return library_opened(None)
