"""Which findings are wanted, in the words of a command line: codes, beginnings of codes, names, levels."""

from collections.abc import Iterable

from briefing_tui.checks.names import ALWAYS, codes_meant, nearest_name
from briefing_tui.source.diagnostic import Diagnostic, Severity

#: What `--deny` calls a level, and what is as bad or worse.
LEVELS = {
    "errors": (Severity.ERROR,),
    "warnings": (Severity.ERROR, Severity.WARNING),
    "info": tuple(Severity),
}


class UnknownWordError(ValueError):
    """A word that names no finding. Its message says which, and what was probably meant."""

    def __init__(self, word: str, meant: str | None) -> None:
        hint = f"did you mean `{meant}`?" if meant else "`briefing explain` lists what there is"
        super().__init__(f"nothing is called {word}; {hint}")


class Selection:
    """The findings that are selected and not ignored. Of two words that fit a code, the longer one decides.

    Without `select`, all are selected. What cannot be read as a part of the briefing (F, Y and M) is always wanted.
    Raises UnknownWordError for a word that names nothing, ValueError for one that may not be ignored.
    """

    def __init__(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> None:
        self._select = _exactness(select)
        words = tuple(ignore)
        self._ignore = _exactness(words)
        for word in words:
            if any(code.startswith(ALWAYS) for code in codes_meant(word)):
                raise ValueError(f"{word} cannot be ignored: what it finds is left out until it is mended")

    def takes(self, code: str) -> bool:
        """Whether a finding of this code is wanted."""
        if code.startswith(ALWAYS):
            return True
        selected = self._select.get(code, 0) if self._select else 1
        return selected > self._ignore.get(code, 0)


class Denied:
    """The findings that count as errors: whole levels (`errors`, `warnings`, `info`), or single ones.

    Raises UnknownWordError for a word that names nothing.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        named = list(words)
        self._levels = {level for word in named for level in LEVELS.get(_level(word), ())} | {Severity.ERROR}
        self._codes = set(_exactness(word for word in named if _level(word) not in LEVELS))

    def __contains__(self, found: Diagnostic) -> bool:
        return found.severity in self._levels or found.code in self._codes


def _exactness(words: Iterable[str]) -> dict[str, int]:
    """For each code that is meant, how many characters of it the longest word says; a name says all of it."""
    exact: dict[str, int] = {}
    for word in words:
        codes = codes_meant(word)
        if not codes:
            raise UnknownWordError(word, nearest_name(word))
        for code in codes:
            exact[code] = max(exact.get(code, 0), len(code) if len(codes) == 1 else len(word))
    return exact


def _level(word: str) -> str:
    word = word.lower()
    return word if word in LEVELS else f"{word}s"
