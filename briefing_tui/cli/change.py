"""A change to the file of a briefing: written at one go, or shown as a diff and left. Knows no reason for it."""

from pathlib import Path

from briefing_tui.cli.open import STDIN
from briefing_tui.cli.patch import OBEYED_WORDS, patch
from briefing_tui.cli.printing import loaded_from
from briefing_tui.cli.report import Failure, put
from briefing_tui.library.start import Start
from briefing_tui.model.text import obeyed, one_line
from briefing_tui.source.load import Loaded
from briefing_tui.source.rewriting import ChangedError, original, rewrite


def loaded_for_change(path: Path) -> Loaded:
    """The briefing in a file that is to be changed. Raises Failure where there is none, or no file."""
    if str(path) == STDIN:
        raise Failure("standard input cannot be changed: name a file")
    return loaded_from(Start(path=path))


def changed(loaded: Loaded, text: str, *, diff: bool = False) -> None:
    """Puts another text in place of a file's, or the difference on standard output. Raises Failure."""
    assert loaded.path is not None
    name = one_line(loaded.name)
    try:
        if diff:
            found = patch(loaded.name, loaded.text, text, mark=original(loaded.path)[0])
            if obeyed(found):
                raise Failure(f"{name}: {OBEYED_WORDS}")
            put(found)
        else:
            rewrite(loaded.path, loaded.text, text)
    except ChangedError:
        raise Failure(f"{name} has changed in the meantime, and is left as it is: try again") from None
    except OSError as error:
        raise Failure(f"{name} cannot be written: {error.strerror or error}") from None
