"""`briefing config`: where the configuration is, what is in force and why, what is wrong; or a first one, written."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from briefing_tui.cli.findings import Checked, full_text
from briefing_tui.cli.report import ERRORS, SOUND, Failure, put, say
from briefing_tui.config.configuration import Configuration, config_file
from briefing_tui.config.key import NONE
from briefing_tui.config.remapping import default_keys
from briefing_tui.config.settings import Settings
from briefing_tui.config.written import Row, written
from briefing_tui.folders import made
from briefing_tui.library.catalog import library
from briefing_tui.meeting.author import author_name
from briefing_tui.model.shape import fields_of
from briefing_tui.model.text import one_line
from briefing_tui.source.diagnostic import Severity
from briefing_tui.state import State
from briefing_tui.terminal import no_colour
from briefing_tui.themes.shelf import all_themes
from briefing_tui.tui.commands import COMMANDS
from briefing_tui.tui.configured import configured, known, theme_to_wear

DEFAULT = "default"


class Setting(NamedTuple):
    """What is in force, and where that comes from."""

    name: str
    value: str
    origin: str


@click.command("config")
@click.option(
    "--write", "new", is_flag=True, help="Write a configuration to begin with. One that is there is left alone."
)
@click.option("--path", "where", is_flag=True, help="Print only where the configuration is, or would be.")
def config(new: bool, where: bool) -> int:
    """Show what is configured, where it comes from, and what is wrong with it.

    The configuration is one YAML file: theme, keys, width of text and the like. What is wrong in it is left at its
    default. Edit it, and open the reader again.

    \b
    briefing config
    briefing config --write
    $EDITOR "$(briefing config --path)"

    Exit code: 0 no error, 1 errors, 2 could not run.
    """
    if new and where:
        raise click.UsageError("--write and --path are two questions: ask one", click.get_current_context())
    path = config_file()
    if where:
        put(f"{path}\n")
        return SOUND
    return _written(path) if new else _shown(configured())


def _shown(configuration: Configuration) -> int:
    rows = [_file(configuration), *_settings(configuration)]
    # A long path is no reason to set everything else far apart.
    widths = [max(len(row[n]) for row in rows[n:]) for n in range(2)]
    put("".join(f"{name:<{widths[0]}}  {value:<{widths[1]}}  {origin}\n" for name, value, origin in rows))
    name = one_line(str(configuration.path))
    if configuration.findings:
        put("\n" + full_text(Checked(name, configuration.lines, configuration.findings)))
    if configuration.tree is None:
        say("`briefing config --write` writes one with every setting explained.")
        return SOUND
    errors = sum(found.severity is Severity.ERROR for found in configuration.findings)
    say(f"{name}: {errors} {'error' if errors == 1 else 'errors'}" if errors else f"{name}: nothing to report")
    return ERRORS if errors else SOUND


def _file(configuration: Configuration) -> Setting:
    there = "there" if configuration.tree is not None else "not there"
    return Setting("file", one_line(str(configuration.path)), there)


def _settings(configuration: Configuration) -> Iterator[Setting]:
    """Every setting in the order of the model."""
    for name in fields_of(Settings):
        if name == "theme":
            yield _theme(configuration)
        elif name == "library":
            yield _library(configuration)
        elif name == "author":
            by = author_name(configuration.settings) or "nobody: this user has no name here"
            yield Setting(name, by, _origin(configuration, name))
        elif name == "keys":
            yield from _keys(configuration)
        else:
            value = getattr(configuration.settings, name)
            words = ("no", "yes")[value] if isinstance(value, bool) else str(value)
            yield Setting(name, words, _origin(configuration, name))


def _theme(configuration: Configuration) -> Setting:
    if no_colour():
        return Setting("theme", "monochrome", "$NO_COLOR")
    state = State()
    name = theme_to_wear(configuration, state)
    chosen = state.theme == name
    return Setting("theme", one_line(name), "chosen in the reader" if chosen else _origin(configuration, "theme"))


def _library(configuration: Configuration) -> Setting:
    roots, origin = library(configured=configuration.settings.library)
    if origin in ("configuration", "shipped"):
        origin = _origin(configuration, "library")
    shown = [one_line(str(path)) + ("" if path.exists() else " (not there)") for path in roots]
    return Setting("library", ", ".join(shown), origin)


def _keys(configuration: Configuration) -> Iterator[Setting]:
    """The keys that are not what they are by default."""
    for id, keys in configuration.keys.items():
        yield Setting(f"keys.{id}", ", ".join(keys) or NONE, _line(configuration, "keys", id))
    if not configuration.keys:
        yield Setting("keys", "as shipped", DEFAULT)


def _origin(configuration: Configuration, name: str) -> str:
    if configuration.is_set(name):
        return _line(configuration, name)
    return f"{DEFAULT}: see {_line(configuration, name)}" if configuration.is_tried(name) else DEFAULT


def _line(configuration: Configuration, *path: str) -> str:
    return f"line {configuration.line_of(*path)}"


def _written(path: Path) -> int:
    """Writes a configuration in which nothing is changed, never over anything."""
    name = one_line(str(path))
    keys = known().commands
    text = written([Row(row.id, row.title, default_keys(keys[row.id])) for row in COMMANDS], all_themes())
    try:
        made(path.parent)
    except OSError as error:
        raise Failure(f"{name} cannot be written: {error.strerror or error}") from None
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    except FileExistsError:
        raise Failure(f"{name} is there already, and is left as it is") from None
    except OSError as error:
        raise Failure(f"{name} cannot be written: {error.strerror or 'unknown reason'}") from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise Failure(f"{name} cannot be written: {error.strerror or 'unknown reason'}") from None
    put(f"{name}\n")
    say("Take the # away before what you want to change. `briefing config` says whether it is sound.")
    return SOUND
