"""What is wrong with a theme as it is written, with its place and the next step; or the theme, where nothing is."""

import re
from collections.abc import Iterable

from briefing_tui.model.text import one_line
from briefing_tui.source.codes import finding
from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, Severity, shown
from briefing_tui.source.tree import HIDDEN, REFUSED, Path, Tree
from briefing_tui.themes.furniture import MEANINGS
from briefing_tui.themes.theme import NEEDED, ON, READABLE, STYLES, Theme, paint_of

KEYS = ("title", "extends", "contrast", "colors", "roles")
EXAMPLE = '"#7cc4ff"'

_COLOR = re.compile("#[0-9a-fA-F]{6}")
_SHORT = re.compile("#[0-9a-fA-F]{3}")
_WORD = re.compile("[a-zA-Z][a-zA-Z0-9_-]*")
_BARE = re.compile(r"[ \t]*:[ \t]+(#[0-9a-fA-F]{3,8}\b)")
_WORDS = f"Words of style are {', '.join(STYLES)}; others are names from `colors`"
_ROLES = "`briefing themes dark` lists the roles"


class Judge:
    """Judges the tree of one file. What it takes from the theme it extends is given to `theme`."""

    def __init__(self, tree: Tree, name: str, problems: Iterable[Diagnostic]) -> None:
        self._tree = tree
        self._name = name
        self._found = list(problems)
        self._has_base = self._is_blind = False
        root = tree.root
        self._root = {key: value for key, value in root.items() if _seen(key)} if isinstance(root, dict) else {}
        if not isinstance(root, dict):
            if root is not REFUSED and not self._found:
                help = "Write `extends: dark` and below it what is to differ; `briefing themes --write NAME` writes one"
                what = "This file is empty" if root is None else "This is not a theme: it is not a mapping"
                self._say("T801", tree.extent(()), what, help)
            return
        for key in self._root:
            if key not in KEYS:
                message = f"A theme has no key “{shown(key)}”"
                self._misspelt("M302", tree.extent((key,), key=True), message, key, KEYS, f"It has {', '.join(KEYS)}")
        if not tree.broken and not {"extends", "colors", "roles"} & root.keys():
            help = "Write `extends: dark` and below it what is to differ"
            self._say("T801", tree.extent((), key=True), "This is not a theme: it has no colours and no roles", help)

    def findings(self) -> list[Diagnostic]:
        """What was found, in order of place."""
        return sorted(self._found, key=lambda found: (found.extent, found.code))

    def theme(self, base: Theme | None) -> Theme | None:
        """The theme, on top of the one it extends; None where something is an error."""
        self._is_blind = self._has_base and base is None
        colors = self._colors(base)
        roles = self._roles(colors)
        title = one_line(self._text("title") or self._name)
        contrast = self._contrast(base)
        missing = [name for name in NEEDED if name not in colors]
        if missing and not self._has_base and not self._is_hopeless():
            path: Path = ("colors",) if "colors" in self._root else ()
            help = f"Name {'them' if len(missing) > 1 else 'it'} under `colors`, or begin with `extends: dark`"
            self._say("T803", self._tree.extent(path, key=True), f"The colours lack {', '.join(missing)}", help)
        if any(found.severity is Severity.ERROR for found in self._found):
            return None
        if base is not None:
            roles = {**base.roles, **roles}
        plain = [role for role in MEANINGS if role not in roles]
        if plain:
            message = f"Not said, so these look like plain text: {', '.join(plain)}"
            place = self._tree.extent(("roles",), key=True)
            self._say("T809", place, message, "Say how they look under `roles`, or begin with `extends: dark`")
        return Theme(self._name, title, colors, roles, contrast)

    # what it extends --------------------------------------------------------------------

    def extends(self) -> str | None:
        """The name of the theme that this one extends, if it says so."""
        self._has_base = "extends" in self._root
        return self._text("extends")

    def no_base(self, word: str, known: Iterable[str]) -> None:
        """There is no theme of the name it extends."""
        message = f"There is no theme called “{shown(word)}”"
        there = f"There are {', '.join(known)}"
        self._misspelt("T806", self._tree.extent(("extends",)), message, word, known, there)

    def rests_on_itself(self, word: str) -> None:
        """What it extends extends it in turn."""
        message = f"“{shown(word)}” rests on this theme itself"
        self._say("T806", self._tree.extent(("extends",)), message, "Let one of them extend a theme that ships: dark")

    def unsound_base(self, word: str, problem: str) -> None:
        """What it extends is not sound."""
        message = f"“{shown(word)}” is not sound ({problem})"
        self._say("T806", self._tree.extent(("extends",)), message, "Mend that theme first, or extend another")

    def bad_name(self, name: str) -> None:
        """Its file has a name that a theme cannot have."""
        message = f"“{shown(name)}” cannot be the name of a theme"
        self._say("T807", Extent(0, 0), message, "Rename the file: lower-case letters, digits and hyphens, then .yaml")

    # what it says --------------------------------------------------------------------

    def _colors(self, base: Theme | None) -> dict[str, str]:
        colors = dict(base.colors) if base is not None else {}
        for name, value in self._mapping("colors").items():
            path: Path = ("colors", name)
            if name in STYLES or name == ON or not _WORD.fullmatch(name):
                what = "is a word of style" if _WORD.fullmatch(name) else "cannot be a colour's name"
                help = "Call it by one word of letters, digits and hyphens, as you will write it in `roles`"
                self._say("T802", self._tree.extent(path, key=True), f"“{shown(name)}” {what}", help)
            elif value is not REFUSED and self._is_color(path, value):
                colors[name] = str(value).lower()
                continue
            # So that its name is known: what is wrong with it was said once.
            colors.setdefault(name, "")
        return colors

    def _is_color(self, path: Path, value: object) -> bool:
        extent = self._tree.extent(path)
        if isinstance(value, str):
            if _COLOR.fullmatch(value):
                return True
            better = f'"#{"".join(char * 2 for char in value[1:])}"' if _SHORT.fullmatch(value) else ""
            help = f"Write {better}" if better else f"Write # and six hexadecimal digits in quotes, such as {EXAMPLE}"
            edits = (Edit(extent, better, f"Write {better}"),) if better else ()
            self._say("T802", extent, f"“{shown(value)}” is not a colour", help, edits)
        elif value is None:
            key = self._tree.extent(path, key=True)
            bare = _BARE.match(self._tree.text, key.end)
            if bare is not None:
                quoted = f'"{bare[1]}"'
                place = Extent(*bare.span(1))
                message = f"{bare[1]} is not read: in YAML, a space and # begin a comment"
                self._say(
                    "T802", place, message, f"Put it in quotes: {quoted}", (Edit(place, quoted, "Put it in quotes"),)
                )
            else:
                self._say("T802", key, f"“{shown(path[-1])}” is given no colour", f"Write one, such as {EXAMPLE}")
        else:
            self._say("M306", extent, "A colour is one value", f"Write it in quotes, such as {EXAMPLE}")
        return False

    def _roles(self, colors: dict[str, str]) -> dict[str, str]:
        roles: dict[str, str] = {}
        for role, value in self._mapping("roles").items():
            if role not in MEANINGS:
                place = self._tree.extent(("roles", role), key=True)
                self._misspelt("T804", place, f"“{shown(role)}” is no role", role, MEANINGS, _ROLES)
            elif isinstance(value, dict | list):
                help = "Write the words in a row, such as `bold accent`"
                self._say("M306", self._tree.extent(("roles", role)), "A role's look is one line of words", help)
            elif value is not REFUSED and self._are_words(role, words := " ".join(str(value or "").split()), colors):
                roles[role] = words
        return roles

    def _are_words(self, role: str, value: str, colors: dict[str, str]) -> bool:
        extent = self._tree.extent(("roles", role))
        known = (*STYLES, ON, *colors)
        # Of a theme whose base is not to be had, nobody knows the colours.
        unknown = [] if self._is_blind else [word for word in value.split() if word not in known]
        for word in unknown:
            found = re.search(rf"(?<!\S){re.escape(word)}(?!\S)", self._tree.text[extent.start : extent.end])
            place = Extent(extent.start + found.start(), extent.start + found.end()) if found else extent
            if _COLOR.fullmatch(word) or _SHORT.fullmatch(word):
                help = "Give it a name under `colors`, and write the name here"
                self._say("T805", place, f"A colour is called by its name here, not “{word}”", help)
            else:
                self._misspelt("T805", place, f"“{shown(word)}” is neither style nor colour", word, known, _WORDS)
        paint = paint_of(value)
        named = [word for word in value.split() if word not in STYLES]
        if not unknown and len(named) != bool(paint.color) + 2 * bool(paint.ground):
            help = "One colour of text, then `on` and the colour of the ground, such as `bold inverse on find`"
            self._say("T805", extent, f"“{shown(value)}” is not one colour, or one on another", help)
            return False
        return not unknown

    def _contrast(self, base: Theme | None) -> float:
        inherited = base.contrast if base is not None else READABLE
        if (text := self._text("contrast")) is None:
            return inherited
        try:
            number = float(text)
        except ValueError:
            number = 0.0
        if not 1 <= number <= 21:
            help = "Write 4.5 (WCAG's level AA) or 7 (level AAA)"
            self._say("M304", self._tree.extent(("contrast",)), f"“{shown(text)}” is no contrast ratio", help)
            return inherited
        return number

    # the tree --------------------------------------------------------------------

    def _text(self, key: str) -> str | None:
        value = self._root.get(key)
        if value is None and key in self._root:
            self._say(
                "M304", self._tree.extent((key,), key=True), f"“{key}” is given no value", "Write one, or remove it"
            )
        elif isinstance(value, dict | list):
            self._say("M306", self._tree.extent((key,)), f"“{key}” is one value", "Write it on the same line")
        return value if isinstance(value, str) else None

    def _mapping(self, key: str) -> dict[str, object]:
        value = self._root.get(key)
        if isinstance(value, dict):
            return {name: held for name, held in value.items() if _seen(name)}
        if value is not None and value is not REFUSED:
            help = "Write one name a line below it, two spaces in, each with a colon and its value"
            self._say("M306", self._tree.extent((key,)), f"“{key}” is a list of names with values", help)
        return {}

    def _is_hopeless(self) -> bool:
        """Whether so little was read that what is missing says nothing."""
        odd = not isinstance(self._root.get("colors", {}), dict)
        return odd or self._tree.broken or any(found.code in ("M302", "T801", "Y208") for found in self._found)

    def _say(self, code: str, place: Extent, message: str, help: str, edits: tuple[Edit, ...] = ()) -> None:
        self._found.append(finding(code, place, message, help, edits=edits))

    def _misspelt(
        self, code: str, place: Extent, message: str, word: str, known: Iterable[str], otherwise: str
    ) -> None:
        """Something that is not known, with what was probably meant; else what is possible."""
        # A sound theme, which every start reads, needs no guess.
        from briefing_tui.source.nearest import nearest

        meant = nearest(word, known, 1)
        edits = (Edit(place, meant[0], f"Write “{meant[0]}”", safe=False),) if meant else ()
        self._say(code, place, message, f"Did you mean “{meant[0]}”?" if meant else otherwise, edits)


def _seen(key: object) -> bool:
    """Whether a key is the author's: one that was refused is kept under a name that nobody can write."""
    return isinstance(key, str) and not key.startswith(HIDDEN)
