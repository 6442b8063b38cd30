"""load(): a file or a text to `Loaded(briefing | None, tree, diagnostics)`. Never raises on bad input.

`briefing` is None only for text that does not parse or lacks a required header; a bad entry is left out, counted and
reported. What can be saved of such a text is `recovered`.
"""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from briefing_tui.model.briefing import Briefing
from briefing_tui.source.diagnostic import Diagnostic, Lines
from briefing_tui.source.entries import Builder
from briefing_tui.source.file import decoded, file_text
from briefing_tui.source.refusals import too_many_links
from briefing_tui.source.tree import Path as TreePath
from briefing_tui.source.tree import Tree
from briefing_tui.thrift import uncollected


@dataclass
class Loaded:
    """What a text holds. `paths` tells where an entry or reference (by identity) stands in the tree.

    `recovered` is what could be read where there is no briefing: for who helps to write it, never to be presented.
    """

    name: str
    text: str
    briefing: Briefing | None
    diagnostics: list[Diagnostic]
    tree: Tree
    path: Path | None = None
    stamp: tuple[int, ...] = ()
    paths: dict[int, TreePath] = field(default_factory=dict)
    recovered: Briefing | None = None

    @cached_property
    def lines(self) -> Lines:
        """The line table of the text."""
        return Lines(self.text)

    def path_of(self, thing: object) -> TreePath:
        """Where an entry or a reference of this briefing stands in the tree."""
        return self.paths.get(id(thing), ())

    def line_of(self, thing: object) -> int:
        """The line (from 1) on which an entry begins."""
        return self.lines.position(self.tree.extent(self.path_of(thing), key=True).start).line


def load(path: Path) -> Loaded:
    """The briefing in a file, with everything that is wrong with it."""
    found = file_text(path)
    if found.problem is not None:
        return Loaded(str(path), found.text, None, [found.problem], Tree(found.text), path, found.stamp)
    loaded = load_text(found.text, path.stem, str(path))
    loaded.path, loaded.stamp = path, found.stamp
    return loaded


def load_bytes(data: bytes, stem: str, name: str) -> Loaded:
    """The briefing in some bytes, such as standard input's."""
    found = decoded(data)
    if found.problem is not None:
        return Loaded(name, found.text, None, [found.problem], Tree(found.text))
    return load_text(found.text, stem, name)


def load_text(text: str, stem: str, name: str = "<text>") -> Loaded:
    """The briefing in a text; `stem` becomes its id."""
    text = text.removeprefix("\ufeff")
    with uncollected():
        tree, problems = _tree(text)
        builder = Builder(tree, problems)
        briefing = builder.briefing(stem)
    sound = None if tree.broken else briefing
    if sound is not None and (too_many := too_many_links(text)) is not None:
        builder.problems.append(too_many)
        sound = builder.recovered = None
    diagnostics = sorted(builder.problems, key=lambda found: (found.extent, found.code))
    recovered = builder.recovered if sound is None else None
    return Loaded(name, text, sound, diagnostics, tree, paths=builder.paths, recovered=recovered)


def _tree(text: str) -> tuple[Tree, list[Diagnostic]]:
    from briefing_tui.source.plain import plain_tree

    tree, problems = plain_tree(text)
    if " #" in text or "\t#" in text:
        from briefing_tui.source.lost import lost_text

        known = {found.extent for found in problems}
        problems += [found for found in lost_text(tree) if found.extent not in known]
    return tree, problems
