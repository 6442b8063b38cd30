"""Programs that are measured beside ours: how they are had, and how they are started. None is ever a dependency.

Each is installed from its registry into a folder of its own under the one that BRIEFING_RIVALS names. Where that is not
set, what is on the PATH is taken. `python -m benchmarks.rivals` installs them and says which there are.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

#: The variable that names the folder to install into.
FOLDER = "BRIEFING_RIVALS"

#: Seconds an installation may take.
_PATIENCE = 600


@dataclass(frozen=True, slots=True)
class Rival:
    """A program: `arguments` stand before the file; `key` shows more of it; with `slides` each section is one.

    `package` is its name on PyPI, which needs those `beside` it; `archives` are its packages on Debian. What opens no
    Markdown `shows` this.
    """

    name: str
    kind: str
    package: str = ""
    beside: tuple[str, ...] = ()
    archives: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    key: str = "\x1b[6~"
    slides: bool = False
    shows: str = ""

    @property
    def opens(self) -> bool:
        """Whether it reads Markdown."""
        return not self.shows


RIVALS = (
    Rival("less", "pager"),
    Rival("patat", "slides, Haskell", archives=("patat", "liblua5.3-0"), slides=True),
    Rival("frogmouth", "Markdown reader, Textual", "frogmouth"),
    Rival("hike", "Markdown reader, Textual", "hike"),
    Rival("prezo", "slides, Textual", "prezo", slides=True),
    # With a newer tree-sitter it crashes when it starts.
    Rival(
        "posting",
        "client for APIs, Textual",
        "posting",
        ("tree-sitter<0.26",),
        (),
        ("--collection",),
        shows="Collection",
    ),
)

YAMLLINT = Rival("yamllint", "checks YAML", "yamllint")


@dataclass(frozen=True, slots=True)
class Found:
    """Where a rival is, and what of: `program` is empty where there is none, and `word` says why."""

    program: str
    version: str = ""
    textual: str = ""
    word: str = ""
    #: Folders of libraries that came with it.
    libraries: str = ""


@cache
def found(rival: Rival) -> Found:
    """The rival, installed where it must be and can be."""
    folder = os.environ.get(FOLDER)
    if folder and (rival.package or rival.archives):
        home = Path(folder).expanduser().resolve() / rival.name
        try:
            return _from_pypi(rival, home) if rival.package else _from_debian(rival, home)
        except (OSError, subprocess.SubprocessError) as error:
            if shutil.which(rival.name) is None:
                return Found("", word=f"could not be installed ({_last_line(error)})")
    program = shutil.which(rival.name)
    if program is None:
        return Found("", word=f"not there; {FOLDER}=FOLDER installs it" if not folder else "not there")
    return Found(program, _said([program, "--version"]))


def said(one: Found) -> str:
    """Its version in a few words, or why there is none."""
    parts = (one.version, f"Textual {one.textual}" if one.textual else "", one.word)
    return ", ".join(filter(None, parts))


def _from_pypi(rival: Rival, home: Path) -> Found:
    python, ready = home / "bin" / "python", home / ".ready"
    if not ready.exists():
        ready.write_text(_installed(rival, home), "utf-8")
    asked = "from importlib.metadata import version as v, distributions as d\n"
    asked += f"print(v({rival.package!r})); print(v('textual') if any(x.name == 'textual' for x in d()) else '')"
    version, _, textual = _said([str(python), "-c", asked], whole=True).partition("\n")
    return Found(str(home / "bin" / rival.name), version, textual, ready.read_text("utf-8"))


def _installed(rival: Rival, home: Path) -> str:
    """Installs a package into an environment of its own; what is to be said of that. Raises as subprocess does."""
    newer = [
        python for python in ("python3.14", "python3.13", "python3.12") if _said([python, "-c", "print(1)"]) == "1"
    ]
    for python in (sys.executable, *newer):
        try:
            _run([python, "-m", "venv", "--clear", str(home)])
            _run([*_pip(home), rival.package, *rival.beside])
            return "" if python == sys.executable else f"with {python}"
        except subprocess.CalledProcessError:
            continue
    # What asks for a newer Python than there is often runs all the same.
    _run([*_pip(home), "--ignore-requires-python", rival.package, *rival.beside])
    return "asks for a newer Python than this"


def _pip(home: Path) -> list[str]:
    return [str(home / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]


def _from_debian(rival: Rival, home: Path) -> Found:
    """Takes the packages apart and installs nothing."""
    ready = home / ".ready"
    if not ready.exists():
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        _run(["apt-get", "download", "-qq", *rival.archives], home)
        for archive in home.glob("*.deb"):
            _run(["dpkg-deb", "-x", str(archive), str(home)])
        ready.touch()
    libraries = os.pathsep.join(sorted({str(path.parent) for path in home.rglob("*.so*")}))
    program = str(home / "usr" / "bin" / rival.name)
    return Found(program, _said([program, "--version"], LD_LIBRARY_PATH=libraries), libraries=libraries)


def _run(command: list[str], folder: Path | None = None) -> None:
    subprocess.run(
        command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True, timeout=_PATIENCE
    )


def _said(command: list[str], whole: bool = False, **more: str) -> str:
    environment = {**os.environ, **more}
    try:
        ran = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    except OSError:
        return ""
    said = (ran.stdout or ran.stderr).strip()
    return said if whole else said.partition("\n")[0].partition(" (")[0]


def _last_line(error: Exception) -> str:
    said = getattr(error, "stderr", None)
    lines = [line for line in str(said or error).splitlines() if line.strip() and not line.startswith("WARNING")]
    return lines[-1].strip()[:100] if lines else type(error).__name__


def main() -> None:
    """Has them all, and says so."""
    for rival in (*RIVALS, YAMLLINT):
        print(": ".join((rival.name, said(found(rival)))))


if __name__ == "__main__":
    main()
