"""One briefing as a library shows it: a row made from a loaded file, and the order of rows."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from briefing_tui.model.briefing import Briefing
from briefing_tui.model.scales import tlp
from briefing_tui.model.text import is_blank, one_line
from briefing_tui.model.time import When
from briefing_tui.source.diagnostic import Diagnostic, Severity
from briefing_tui.source.load import Loaded

#: A file that has none of these at its top is some other program's.
SIGNS = ("title", "as_of", "situation")
_SIGN = re.compile(rf"^['\"]?(?:{'|'.join(SIGNS)})['\"]?[ \t]*:", re.MULTILINE)

#: Seconds from 0001-01-01, where times of the model begin, to 1970-01-01, where those of files do.
_UNIX = int((datetime(1970, 1, 1, tzinfo=UTC) - datetime(1, 1, 1, tzinfo=UTC)).total_seconds())


class Counts(NamedTuple):
    """How many entries of each kind a briefing holds."""

    actors: int = 0
    events: int = 0
    communications: int = 0
    judgements: int = 0
    sources: int = 0


_NONE = Counts()


@dataclass(frozen=True, slots=True)
class Row:
    """A briefing in the library. `stamp` is that of the file it was read from.

    `problem` is the first error the loader found, `line` (from 1) where, `errors` how many. Where `opens` is false
    there is no briefing to show: title and date are those that can be made out, the file's name and None at worst.
    """

    path: Path
    title: str
    as_of: When | None = None
    tlp: str | None = None
    banner: str = ""
    status: tuple[str, ...] = ()
    counts: Counts = _NONE
    opens: bool = True
    problem: Diagnostic | None = None
    line: int = 0
    errors: int = 0
    stamp: tuple[int, ...] = ()
    changed: int = 0
    """When the file was last changed, in nanoseconds since 1970."""

    @property
    def id(self) -> str:
        """The briefing's id: its file's stem, cleaned."""
        return one_line(self.path.stem)

    @property
    def sort_key(self) -> tuple[float, str, str]:
        """Newest first by `as_of`. What has no date that can be placed stands where its file's last change puts it: a
        briefing that an edit has just broken is at the top, where it is looked for, and not under everything."""
        anchor = (self.as_of.end or self.as_of.start) if self.as_of is not None else None
        instant = anchor.earliest if anchor is not None else self.changed / 1e9 + _UNIX
        return -instant, self.title, str(self.path)


def row_of(loaded: Loaded, path: Path, changed: int = 0) -> Row | None:
    """The row for a loaded file; None for YAML that is no briefing (see `is_briefing`)."""
    if not is_briefing(loaded):
        return None
    errors = [found for found in loaded.diagnostics if found.severity is Severity.ERROR]
    problem = errors[0] if errors else None
    line = loaded.lines.position(problem.extent.start).line if problem else 0
    header = _header(loaded.briefing) if loaded.briefing is not None else _made_out(loaded.tree.root, path)
    return Row(path, **header, problem=problem, line=line, errors=len(errors), stamp=loaded.stamp, changed=changed)


def is_briefing(loaded: Loaded) -> bool:
    """Whether a file found in a folder is meant as a briefing: it has a title, an as_of or a situation at its top.

    An empty file, or one that cannot be read at all, counts as one: better seen than missed.
    """
    root = loaded.tree.root
    if loaded.briefing is not None or not loaded.text.strip():
        return True
    if isinstance(root, dict):
        return any(sign in root for sign in SIGNS)
    if any(found.code.startswith("F") for found in loaded.diagnostics):
        return True
    return root is None and _SIGN.search(loaded.text) is not None


def _header(briefing: Briefing) -> dict[str, Any]:
    return {
        "title": briefing.title,
        "as_of": briefing.as_of,
        "tlp": briefing.tlp,
        "banner": briefing.banner or "",
        "status": briefing.status,
        "counts": Counts(
            len(briefing.actors),
            len(briefing.events),
            len(briefing.communications),
            len(briefing.outlook.judgements),
            len(briefing.sources),
        ),
    }


def _made_out(root: Any, path: Path) -> dict[str, Any]:
    """What can be told of a file that holds no whole briefing."""
    root = root if isinstance(root, dict) else {}
    title, as_of, handling, banner = (root.get(key) for key in ("title", "as_of", "tlp", "banner"))
    found: dict[str, Any] = {"title": one_line(title) if isinstance(title, str) else "", "opens": False}
    if is_blank(found["title"]):
        found["title"] = one_line(path.stem)
    if isinstance(as_of, str):
        with suppress(ValueError):
            found["as_of"] = When.parse(as_of)
    if isinstance(handling, str) and (label := tlp(handling)) is not None:
        found["tlp"] = label.name
    if isinstance(banner, str):
        found["banner"] = one_line(banner)
    return found
