"""A theme's file: read, with what it extends, to a sound theme or to what is wrong and where."""

from pathlib import Path
from typing import NamedTuple

from briefing_tui.model.text import one_line
from briefing_tui.source.diagnostic import Diagnostic, Lines, Severity
from briefing_tui.source.file import file_text
from briefing_tui.source.plain import plain_tree
from briefing_tui.source.tree import Tree
from briefing_tui.themes.judge import Judge
from briefing_tui.themes.shelf import all_themes, is_own, shipped_themes
from briefing_tui.themes.theme import NAME, Theme

#: What is said of files and YAML is written for briefings: for a theme some of it reads otherwise.
_HELP = {
    "F101": "`briefing themes` lists the themes there are",
    "F102": "Name the YAML file of a theme",
    "F104": "A theme is a few pages of YAML",
    "Y209": "One file is one theme: remove the line, or move what follows to a file of its own",
}
_MESSAGES = {"F102": "This is no regular file", "F104": "This is far too large for a theme"}


class ThemeFile(NamedTuple):
    """What a file holds. `theme` is None where something is an error.

    `stamps` are of this file and those it extends: they change when one of them does.
    """

    name: str
    path: Path
    tree: Tree
    lines: Lines
    theme: Theme | None
    findings: tuple[Diagnostic, ...]
    stamps: dict[Path, tuple[int, ...]]

    @property
    def own(self) -> bool:
        """Whether it is the user's, and no theme that ships with the program."""
        return is_own(self.path)

    @property
    def problem(self) -> str:
        """The first error in a line, with its place; empty for a sound theme."""
        found = next((found for found in self.findings if found.severity is Severity.ERROR), None)
        if found is None:
            return ""
        line = f", line {self.lines.position(found.extent.start).line}" if self.lines.text else ""
        return f"{one_line(self.path.name)}{line}: {found.message}"


def read_theme(path: Path, below: tuple[Path, ...] = ()) -> ThemeFile:
    """The theme in a file. `below` are the files that extend it, which it may not extend in turn. Never raises."""
    read = file_text(path)
    lines = Lines(read.text)
    if read.problem is not None:
        code = read.problem.code
        problem = read.problem._replace(
            message=_MESSAGES.get(code, read.problem.message), help=_HELP.get(code, read.problem.help)
        )
        return ThemeFile(path.stem, path, Tree(read.text), lines, None, (problem,), {path: read.stamp})
    tree, problems = plain_tree(read.text)
    problems = [found._replace(help=_HELP.get(found.code, found.help)) for found in problems]
    judge = Judge(tree, path.stem, problems)
    if is_own(path) and not NAME.fullmatch(path.stem):
        judge.bad_name(path.stem)
    base = None
    stamps = {path: read.stamp}
    if (word := judge.extends()) is not None:
        # A theme that is called as what it extends takes its place, and means the shipped one.
        # One that ships rests on what ships: the user's own changes the themes that are the user's.
        places = all_themes() if is_own(path) and word != path.stem else shipped_themes()
        where = places.get(word)
        if where is None:
            judge.no_base(word, places)
        elif where in (*below, path):
            judge.rests_on_itself(word)
        else:
            found = read_theme(where, (*below, path))
            base, stamps = found.theme, {**stamps, **found.stamps}
            if base is None:
                judge.unsound_base(word, found.problem)
    theme = judge.theme(base)
    return ThemeFile(path.stem, path, tree, lines, theme, tuple(judge.findings()), stamps)
