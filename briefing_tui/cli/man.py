"""`briefing man`: the manual page, made from the commands themselves so that it cannot be stale."""

import re
import subprocess
import sys
from pathlib import Path
from shutil import which

import click

from briefing_tui import __version__
from briefing_tui.cli.commands import COMMANDS, OPEN
from briefing_tui.cli.group import EXAMPLES, briefing, command_at
from briefing_tui.cli.output import write_output
from briefing_tui.cli.report import SOUND, put

_ENVIRONMENT = (
    ("BRIEFING_PATH", "Folders of briefings, separated as in PATH: the library."),
    ("EDITOR, VISUAL", "The editor, with its options; started without a shell."),
    ("NO_COLOR", "Set and not empty: not one colour is sent."),
    ("XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_RUNTIME_DIR", "Where settings, places and sockets stand."),
)
_EXITS = (
    ("0", "No error was found, or it was done."),
    ("1", "Errors were found, or what --deny names."),
    ("2", "It could not run: a file is not there, an option is unknown."),
)


@click.command("man")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write, such as briefing.1.")
def man(output: Path | None) -> int:
    """Show the manual page, or write it.

    \b
    briefing man
    briefing man -o ~/.local/share/man/man1/briefing.1
    """
    page = manual_page()
    if output is not None:
        write_output(output, page.encode(), None)
    elif sys.stdout.isatty() and (reader := which("man")) is not None:
        # A name of ours and no shell: nothing of the user's is in the command.
        subprocess.run([reader, "-l", "-"], input=page.encode(), check=False)
    else:
        put(page)
    return SOUND


def manual_page() -> str:
    """The page in the man macros of roff."""
    lines = [f'.TH BRIEFING 1 "" "briefing {__version__}" "User Commands"', ".SH NAME"]
    lines += [r"briefing \- read, check and present situational briefings in the terminal", ".SH SYNOPSIS"]
    lines += [r".B briefing", r".RI [ PATH [# ID ]]", ".br", ".B briefing", ".I COMMAND", r".RI [ OPTION .\|.\|.]"]
    lines += [".SH DESCRIPTION", *_paragraphs(briefing.help or "")]
    lines += _options(command_at(OPEN))
    lines.append(".SH COMMANDS")
    for row in COMMANDS:
        command = command_at(row.at)
        lines += [f'.SS "briefing {_escaped(row.name)} {_escaped(_usage(command))}"']
        lines += [*_paragraphs(command.help or row.help), *_options(command)]
    lines.append(".SH EXAMPLES")
    for call, what in EXAMPLES:
        lines += [".TP", f".B {_escaped(call)}", _escaped(what)]
    for title, rows in (("EXIT STATUS", _EXITS), ("ENVIRONMENT", _ENVIRONMENT)):
        lines.append(f".SH {title}" if " " not in title else f'.SH "{title}"')
        for name, what in rows:
            lines += [".TP", f".B {_escaped(name)}", _escaped(what)]
    return "\n".join(lines) + "\n"


def _usage(command: click.Command) -> str:
    context = click.Context(command, info_name=command.name)
    return " ".join(command.collect_usage_pieces(context))


def _options(command: click.Command) -> list[str]:
    lines: list[str] = []
    context = click.Context(command, info_name=command.name)
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and parameter.name != "help":
            lines += [".TP", f".B {_escaped(record[0])}", _escaped(" ".join(record[1].split()))]
    return lines


def _paragraphs(help: str) -> list[str]:
    """A help text: paragraphs run on, those that click is told to leave alone are shown as they are."""
    lines: list[str] = []
    for paragraph in re.split(r"\n\s*\n", help.strip()):
        rows = paragraph.split("\n")
        if rows[0].strip() == "\b":
            lines += [".PP", ".nf", ".RS 4", *(_escaped(row.strip()) for row in rows[1:]), ".RE", ".fi"]
        else:
            lines += [".PP", _escaped(" ".join(paragraph.split()))]
    return lines


def _escaped(text: str) -> str:
    """Text in which roff sees no command: neither in backslashes and hyphens nor in how a line begins."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("’", r"\(cq")
    return rf"\&{text}" if text[:1] in (".", "'") else text
