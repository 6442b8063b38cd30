"""Keys as people write them and as terminals send them: one canonical form for both. Knows no command.

A character stands for itself, other keys have a name; modifiers stand before them in the order of the alphabet; the
keys of a chord are apart by a space.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from briefing_tui.model.text import one_line

#: What takes all its keys from a command.
NONE = "none"

#: The most keys one after the other.
CHORD = 3

_NAMED = (
    "enter", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown",
    "up", "down", "left", "right", *(f"f{n}" for n in range(1, 25)),
)  # fmt: skip

#: Other names for keys, as they stand on keyboards and in other programs' settings.
_ALIASES = {
    "return": "enter", "cr": "enter", "del": "delete", "ins": "insert", "bs": "backspace", "spacebar": "space",
    "pgup": "pageup", "pgdn": "pagedown", "pgdown": "pagedown", "page-up": "pageup", "page-down": "pagedown",
    "page_up": "pageup", "page_down": "pagedown", "esc": "escape", "⏎": "enter", "⌫": "backspace", "←": "left",
    "→": "right", "↑": "up", "↓": "down", "period": ".", "dot": ".", "hash": "#", "hyphen": "-", "dash": "-",
    "equal": "=", "quote": "'", "backtick": "`",
}  # fmt: skip

#: What terminals send as one and the same.
_SAME = {
    "ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+[": "escape", "ctrl+@": "ctrl+space",
    "ctrl+-": "ctrl+_", "ctrl+/": "ctrl+_",
}  # fmt: skip

_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

_MODIFIERS = ("alt", "ctrl", "shift")
#: How else people write ctrl+ and alt+.
_OTHER_SPELLING = r"(?i:(ctrl|control|c)|alt|meta|option|m|a)[-+](.+)"

_SHOWN = {
    "enter": "⏎", "backspace": "⌫", "pagedown": "PgDn", "pageup": "PgUp", "up": "↑", "down": "↓", "left": "←",
    "right": "→", "delete": "Del", "insert": "Ins",
}  # fmt: skip


def key_written(value: Any) -> str:
    """The key, or the chord, that somebody has written, in canonical form. Raises ValueError in words for them."""
    if not isinstance(value, str):
        raise ValueError("a key is a word or a sign, not a list or a mapping")
    parts = one_line(value).split()
    if not parts:
        raise ValueError("is empty")
    if len(parts) == 1 and parts[0].casefold() == NONE:
        return NONE
    if len(parts) > CHORD:
        raise ValueError(f"“{_shown(value)}” is more than {CHORD} keys one after the other: write fewer")
    return " ".join(_one(part) for part in parts)


def keys_pressed(words: str) -> tuple[str, ...]:
    """Keys as people write them, one press after the other, in canonical form; Esc is one as well.

    Raises ValueError in words for them.
    """
    return tuple(["escape" if word.casefold() in ("esc", "escape") else _one(word) for word in one_line(words).split()])


@lru_cache(maxsize=512)
def canonical(key: str) -> str:
    """A key as the terminal's driver or COMMANDS call it, in canonical form; each of a chord's."""
    if " " in key and key != " ":
        return " ".join(map(canonical, key.split(" ")))
    prefix, base = _taken_apart(key)
    if len(base) > 1:
        base = base.casefold()
        base = _signs().get(base, base)
    return _put_together(prefix, base)


def key_name(key: str) -> str:
    """A key, or a chord, as it is shown to people."""
    return " ".join(map(_shown_key, canonical(key).split(" ")))


def _shown_key(key: str) -> str:
    prefix, base = _taken_apart(key)
    shown = base if len(base) == 1 else _SHOWN.get(base, base.capitalize())
    if prefix and len(shown) == 1:
        shown = shown.upper()
    return "+".join([*(modifier.capitalize() for modifier in prefix), shown])


def _one(word: str) -> str:
    prefix, base = _taken_apart(unicodedata.normalize("NFC", word))
    if len(base) > 1:
        small = base.casefold()
        small = _ALIASES.get(small, small)
        base = _signs().get(small, small)
        if len(base) > 1 and base not in _NAMED and base != "escape":
            raise ValueError(f"“{_shown(word)}” is not a key: write {_advice(word, base)}")
    elif not base.isprintable() or unicodedata.category(base)[0] in "MCZ":
        raise ValueError(f"“{_shown(word)}” is not a key that can be typed: write another one")
    if "shift" in prefix and len(base) == 1 and not base.isalpha():
        raise ValueError(f"“{_shown(word)}” depends on the keyboard: write the sign that Shift makes of it")
    key = _put_together(prefix, base)
    if key == "escape":
        raise ValueError(f"“{_shown(word)}” only closes what is open, on every screen: write another key")
    return key


def _taken_apart(key: str) -> tuple[tuple[str, ...], str]:
    """The modifiers of a key, and the key itself."""
    prefix = set()
    while (at := key.find("+")) > 0 and at + 1 < len(key) and (modifier := key[:at].casefold()) in _MODIFIERS:
        prefix.add(modifier)
        key = key[at + 1 :]
    return tuple(sorted(prefix)), key


def _put_together(prefix: tuple[str, ...], base: str) -> str:
    if len(base) == 1 and base.isalpha():
        if prefix == ("shift",):
            prefix, base = (), _one_char(base.upper(), base)
        elif prefix:
            # With another modifier, terminals say of Shift what they can, and of a capital letter nothing.
            if base.isupper() and "alt" in prefix:
                prefix = tuple(sorted({*prefix, "shift"}))
            base = _one_char(base.casefold(), base)
    key = "+".join([*prefix, base])
    return _SAME.get(key, key)


def _one_char(changed: str, char: str) -> str:
    """The other case of a letter, where that is one letter: a ligature has two."""
    return changed if len(changed) == 1 else char


def _advice(word: str, base: str) -> str:
    """What was probably meant by a word that is no key."""
    from briefing_tui.source.nearest import nearest

    if (other := re.fullmatch(_OTHER_SPELLING, word)) is not None:
        return f"`{'ctrl' if other[1] else 'alt'}+{_shown(other[2].casefold())}`"
    if base in _MODIFIERS:
        return f"it before another key, such as `{base}+f`"
    if len(base) > 2 and (near := nearest(base, [*_NAMED, *_ALIASES, *_signs()], 1)):
        return f"`{_ALIASES.get(near[0], near[0])}`"
    if len(base) <= CHORD and "+" not in word:
        return f"`{' '.join(word)}` for one key after the other"
    return "one character, or a name such as enter, space, pagedown, f5 or ctrl+f"


@cache
def _signs() -> dict[str, str]:
    """The signs of ASCII by the names that the terminal's driver gives them: Unicode's, a few of them shorter."""
    short = {
        "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
        "plus_sign": "plus", "low_line": "underscore",
    }  # fmt: skip
    names = {unicodedata.name(sign).lower().replace("-", "_").replace(" ", "_"): sign for sign in _PUNCTUATION}
    return {short.get(name, name): sign for name, sign in names.items()}


def _shown(word: str) -> str:
    text = one_line(word[:120])
    return text if len(text) <= 30 else text[:29] + "…"
