"""The configuration: its file to settings and findings. What is wrong is left at its default; nothing is raised."""

import os
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing_tui.config.settings import Settings
from briefing_tui.folders import config_folder
from briefing_tui.model.shape import Many, Table, fields_of
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, Lines, shown
from briefing_tui.source.file import file_text
from briefing_tui.source.plain import plain_tree
from briefing_tui.source.structure import conversion, is_ours, put
from briefing_tui.source.tree import HIDDEN, REFUSED, Tree

if TYPE_CHECKING:
    from briefing_tui.config.remapping import Commands

FILE = "config.yaml"

#: What is said of files and of YAML is written for briefings: here, some of it is put otherwise.
_MESSAGES = {"F102": "The configuration is not a regular file", "F104": "This is far too large for a configuration"}
_HELP = {
    "F102": "Move it away; `briefing config --write` writes a new one",
    "F104": "Move it away; `briefing config --write` writes a new one",
    "Y209": "There is one configuration: remove the line, and what is not meant to hold",
}

_NO_KEY = "The format has no key "

_DEFAULTS = Settings()


class Known(NamedTuple):
    """What settings may name and only others know."""

    themes: Callable[[], Iterable[str]]
    commands: "Commands"


class Configuration:
    """What the file holds. `settings` is what is sound in it; what is wrong, or not there, is at its default.

    `tree` is None where there is no file.
    """

    def __init__(
        self,
        path: Path | None = None,
        settings: Settings = _DEFAULTS,
        findings: tuple[Diagnostic, ...] = (),
        tree: Tree | None = None,
    ) -> None:
        self.path, self.settings, self.findings, self.tree = path, settings, findings, tree

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys of commands that have other keys than by default."""
        return self.settings.keys or {}

    @property
    def theme(self) -> str:
        """The theme that the file names; empty where it names none."""
        return self.settings.theme if self.is_set("theme") else ""

    @cached_property
    def lines(self) -> Lines:
        """The lines of the file."""
        return Lines(self.tree.text if self.tree is not None else "")

    def is_set(self, name: str) -> bool:
        """Whether the file sets this soundly."""
        return name in vars(self.settings)

    def is_tried(self, name: str) -> bool:
        """Whether the file says something of it, sound or not."""
        root = self.tree.root if self.tree is not None else None
        return isinstance(root, dict) and root.get(name) is not None

    def line_of(self, *path: str) -> int:
        """The line, from 1, on which a setting stands."""
        extent = self.tree.extent(path, key=True) if self.tree is not None else Extent(0, 0)
        return self.lines.position(extent.start).line


def config_file() -> Path:
    """Where the configuration is, or would be."""
    return config_folder() / FILE


def configuration(known: Known | None = None, path: Path | None = None) -> Configuration:
    """The user's configuration. Where nothing is `known`, names of themes and commands are taken as they come."""
    path = config_file() if path is None else path
    try:
        os.lstat(path)
    except (OSError, ValueError):
        # Also where it may not be looked at: it is as good as absent then, and no reason to say so each time.
        return Configuration(path)
    found = file_text(path)
    if found.problem is not None:
        return Configuration(path, findings=(_put_otherwise(found.problem),), tree=Tree(found.text))
    return configuration_of(found.text, path, known)


def configuration_of(text: str, path: Path | None = None, known: Known | None = None) -> Configuration:
    """What a text says."""
    tree, problems = plain_tree(text)
    reading = _Reading(tree, [_put_otherwise(found) for found in problems])
    settings = reading.settings(known)
    findings = sorted(dict.fromkeys(reading.problems), key=lambda found: (found.extent, found.code))
    return Configuration(path, settings, tuple(findings), tree)


class _Reading:
    """Reads one file: each setting stands or falls alone, and so does each item of a list and each command's keys."""

    def __init__(self, tree: Tree, problems: list[Diagnostic]) -> None:
        self.tree = tree
        self.problems = problems
        self.lines = Lines(tree.text)

    def settings(self, known: Known | None) -> Settings:
        root = self.tree.root
        made = Settings()
        if not isinstance(root, dict):
            if root is not None and root is not REFUSED and not self.problems:
                help = "Write settings as `measure: 76`, each on a line of its own"
                what = "The configuration is not a mapping of settings to values"
                self.problems.append(finding("Y210", self.tree.extent((), key=True), what, help))
            return made
        doubtful: dict[str, Any] = {}
        fields = fields_of(Settings)
        for key, value in root.items():
            if (field := fields.get(key)) is None:
                if not is_ours(key, value):
                    doubtful[key] = value
            elif value is not None and value is not REFUSED:
                sound, wrong = self._judged(field.shape, value, (key,))
                if sound is not None:
                    put(made, field.name, sound)
                if wrong is not None:
                    doubtful[key] = wrong
        if doubtful:
            from briefing_tui.source.explain import part_problems

            found = part_problems(self.tree, Settings, Settings, doubtful, (), [])
            self.problems.extend(map(_put_otherwise, found))
        if known is not None:
            self._hold_against(made, known)
        return made

    def _judged(self, shape: Any, value: Any, path: tuple[str, ...]) -> tuple[Any, Any]:
        """What is sound of a value, and what is not; None for nothing."""
        if isinstance(shape, Table) and isinstance(value, dict):
            return self._judged_table(shape, value, path)
        if isinstance(shape, Many) and isinstance(value, list):
            pairs = [(item, *self._judged(shape.item, item, path)) for item in value if item is not REFUSED]
            sound = [made for _, made, _ in pairs if made is not None]
            wrong = any(made is None for _, made, _ in pairs)
            # Objections are told by the number of the item: the whole list is judged again.
            return (tuple(sound) if sound or not value else None), (value if wrong else None)
        try:
            return conversion(shape)(value), None
        except ValueError:
            return None, value

    def _judged_table(self, shape: Table, value: dict[str, Any], path: tuple[str, ...]) -> tuple[Any, Any]:
        sound, wrong = {}, {}
        for key, item in value.items():
            if key.startswith(HIDDEN) or item is REFUSED:
                continue
            if item is None:
                self._no_key(key, self.tree.extent((*path, key), key=True))
                continue
            try:
                # Of a command's keys all hold or none: what is left of them might be what nobody would choose.
                sound[key] = conversion(shape.value)(item)
            except ValueError:
                wrong[key] = item
        return sound or None, wrong or None

    def _no_key(self, command: str, at: Extent) -> None:
        """Nothing after a command, unless what stands there was refused and is told already."""
        end = self.lines.extent(self.lines.position(at.start).line).end
        if not any(at.end <= found.extent.start < end for found in self.problems):
            help = 'Write it, in quotes where it is a sign such as "#"; `none` takes its keys away'
            self.problems.append(finding("M301", at, f"`{shown(command)}` has no key here", help))

    def _hold_against(self, made: Settings, known: Known) -> None:
        """Takes out what names nothing there is."""
        if "theme" in vars(made) and made.theme not in (names := list(known.themes())):
            extent = self.tree.extent(("theme",))
            from briefing_tui.source.nearest import nearest

            near = nearest(made.theme, names, 1)
            help = f"Did you mean `{near[0]}`? " if near else ""
            edits = (Edit(extent, near[0], f"Write {near[0]}"),) if near else ()
            what = f"There is no theme “{shown(made.theme)}”"
            self.problems.append(finding("M303", extent, what, f"{help}Known: {', '.join(names)}", edits=edits))
            del vars(made)["theme"]
        if made.keys:
            from briefing_tui.config.remapping import remapped

            put(made, "keys", remapped(self.tree, made.keys, known.commands, self.problems))


def _put_otherwise(found: Diagnostic) -> Diagnostic:
    code, message = found.code, found.message
    if message.startswith(_NO_KEY):
        message = f"There is no setting {message.removeprefix(_NO_KEY).removesuffix(' here')}"
    return found._replace(message=_MESSAGES.get(code, message), help=_HELP.get(code, found.help))
