"""Keys given to commands, held against the commands there are: unknown ones, keys that two would have, no way out."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefing_tui.config.key import NONE, canonical, key_name
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Edit, Related, shown
from briefing_tui.source.nearest import nearest
from briefing_tui.source.refusals import MAX_PROBLEMS
from briefing_tui.source.tree import Path, Tree

#: The keys of each command in each mode, by their ids.
Commands = Mapping[str, Mapping[str, tuple[str, ...]]]
#: The keys given to commands.
Keys = dict[str, tuple[str, ...]]

#: Without these nobody would find out, or find a way out.
NEEDED = ("quit", "keys")


class Clash(NamedTuple):
    """A key of a command that cannot be had beside a key of another command, or of the same."""

    command: str
    key: str
    other: str
    other_key: str


def default_keys(modes: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """All keys of a command, whatever the mode, as they would be written."""
    return tuple(dict.fromkeys(canonical(key) for keys in modes.values() for key in keys))


def remapped(tree: Tree, given: Keys, commands: Commands, problems: list[Diagnostic]) -> Keys:
    """What holds of the keys given to commands in a configuration; what does not is added to the problems."""
    wanted: Keys = {}
    for id, keys in given.items():
        if id not in commands:
            if len(problems) < MAX_PROBLEMS:
                problems.append(_unknown(tree, id, commands))
        elif NONE in keys and len(keys) > 1:
            at = tree.extent(("keys", id))
            help = f"Write `{id}: none`, or take it out of the list"
            problems.append(finding("M304", at, "“none” cannot stand among keys", help))
        elif id in NEEDED and (not keys or keys == (NONE,)):
            help = "Give it a key, or remove this line"
            problems.append(finding("C702", tree.extent(("keys", id)), f"`{id}` must have a key", help))
        else:
            keys = () if keys == (NONE,) else tuple(dict.fromkeys(keys))
            # What a command has anyway is no change, also where it has other keys in another mode.
            if keys != default_keys(commands[id]):
                wanted[id] = keys
    # What is refused falls back to its own keys, which another may have been given: until nothing clashes.
    while (clash := _clash(wanted, commands)) is not None:
        problems.append(_taken(tree, clash, given[clash.command], wanted))
        del wanted[clash.command]
    return wanted


class _Held:
    """The keys of one mode and whose they are; of chords, also what they begin with."""

    def __init__(self, mode: str, wanted: Keys, commands: Commands) -> None:
        self._holders: dict[str, list[str]] = {}
        self._longer: dict[str, list[tuple[str, str]]] = {}
        for id, modes in commands.items():
            for key in wanted.get(id, tuple(map(canonical, modes[mode]))) if mode in modes else ():
                self._holders.setdefault(key, []).append(id)
                for beginning in _beginnings(key):
                    self._longer.setdefault(beginning, []).append((id, key))

    def against(self, key: str) -> Iterator[tuple[str, str]]:
        """The commands, and their keys, beside which a key cannot be had: the same, what begins it, what it begins."""
        for held in (key, *_beginnings(key)):
            yield from ((id, held) for id in self._holders.get(held, ()))
        yield from self._longer.get(key, ())


def _beginnings(key: str) -> list[str]:
    parts = key.split(" ")
    return [" ".join(parts[:size]) for size in range(1, len(parts))]


def _clash(wanted: Keys, commands: Commands) -> Clash | None:
    """The first key that cannot be had; of two commands with new keys, the one given them later yields."""
    modes = dict.fromkeys(mode for keys in commands.values() for mode in keys)
    held = {mode: _Held(mode, wanted, commands) for mode in modes}
    later = set(wanted)
    for id in wanted:
        later.discard(id)
        for key in wanted[id]:
            for mode in commands[id]:
                for other, other_key in held[mode].against(key):
                    if other not in later and (other, other_key) != (id, key):
                        return Clash(id, key, other, other_key)
    return None


def _taken(tree: Tree, clash: Clash, written: tuple[str, ...], wanted: Keys) -> Diagnostic:
    id, key, other = clash.command, key_name(clash.key), clash.other
    if clash.key == clash.other_key:
        message = f"`{key}` cannot be given to `{id}`: it is the key of `{other}`"
    elif clash.key.startswith(f"{clash.other_key} "):
        message = f"`{key}` cannot be given to `{id}`: `{key_name(clash.other_key)}` alone is the key of `{other}`"
    else:
        message = f"`{key}` cannot be given to `{id}`: it begins `{key_name(clash.other_key)}`, the key of `{other}`"
    help = f"Give `{id}` another key"
    if other != id:
        help += f", or `{other}`" + ("" if other in NEEDED else f"; `{other}: none` takes its keys away")
    path: Path = ("keys", id, written.index(clash.key))
    related: tuple[Related, ...] = ()
    if other != id and other in wanted:
        related = (Related(tree.extent(("keys", other)), f"the keys of `{other}`"),)
    return finding("C701", tree.extent(path), message, help, related=related)


def _unknown(tree: Tree, id: str, commands: Commands) -> Diagnostic:
    extent = tree.extent(("keys", id), key=True)
    meant = nearest(id.casefold().replace("_", "-").replace(" ", "-"), commands, 1)
    edits = (Edit(extent, meant[0], f"Write {meant[0]}"),) if meant else ()
    help = f"Did you mean `{meant[0]}`?" if meant else f"Known: {', '.join(commands)}"
    return finding("M303", extent, f"“{shown(id)}” is none of the commands", help, edits=edits)
