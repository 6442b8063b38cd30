"""The wheel, built from the source archive and installed into an empty environment, is the whole program."""

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing_tui import __version__
from tests.architecture.tree import ROOT

# One worker builds once for all of these.
pytestmark = pytest.mark.xdist_group("wheel")


@dataclass(frozen=True)
class Installed:
    """An environment that holds the wheel, and an empty folder to call it from."""

    wheel: Path
    environment: Path
    folder: Path

    @property
    def package(self) -> Path:
        return next(self.environment.glob("lib*/python*/site-packages/briefing_tui"))

    @property
    def briefings(self) -> list[Path]:
        return sorted((self.package / "_shipped" / "briefings").glob("*.yaml"))

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        """What a shell with nothing but this environment and the system's own commands makes of `command`."""
        return subprocess.run(
            command,
            shell=True,
            cwd=self.folder,
            env={
                "HOME": str(self.folder.parent),
                "LANG": "C.UTF-8",
                "PATH": os.pathsep.join([str(self.environment / "bin"), os.defpath]),
                "TERM": "xterm-256color",
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )


def python(*arguments: object) -> None:
    ran = subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def build(*arguments: object) -> None:
    python("-m", "build", "--no-isolation", *arguments, ROOT)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    top = tmp_path_factory.mktemp("wheel")
    build("--outdir", top / "dist")
    (wheel,) = (top / "dist").glob("*.whl")
    environment, folder = top / "environment", top / "elsewhere"
    folder.mkdir()
    venv.create(environment, symlinks=True)
    pip = ("-m", "pip", "--disable-pip-version-check", "--python", environment / "bin" / "python")
    python(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel)
    made = Installed(wheel, environment, folder)
    # The dependencies come from the running environment, so this needs no network. A folder named in a .pth file
    # has its own .pth files ignored: the checkout, where this environment has it installed, stays out of sight.
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (made.package.parent / "lent.pth").write_text("\n".join(sorted(lent)) + "\n")
    return made


def test_the_package_that_runs_is_the_installed_one(installed: Installed) -> None:
    ran = installed.run("python -c 'import briefing_tui; print(briefing_tui.__file__)'")
    assert ran.stdout.strip() == str(installed.package / "__init__.py"), ran.stderr


def test_the_wheel_holds_every_module_and_shipped_file_and_nothing_else(installed: Installed) -> None:
    def under(folder: str, *kinds: str) -> set[str]:
        return {path.relative_to(ROOT).as_posix() for kind in kinds for path in (ROOT / folder).rglob(kind)}

    shipped = {name for name in under("briefings", "*.yaml") if not name.endswith(".minutes.yaml")}
    code = under("briefing_tui", "*.py", "*.tcss", "*.json")
    expected = code | {f"briefing_tui/_shipped/{name}" for name in shipped | under("themes", "*.yaml")}
    assert shipped
    held = set(zipfile.ZipFile(installed.wheel).namelist())
    assert expected - held == set()
    tops = {name.partition("/")[0] for name in held}
    assert tops == {"briefing_tui", f"briefing_tui-{__version__}.dist-info"}
    assert [name for name in held if name.endswith((".pyc", ".minutes.yaml"))] == []


def test_the_wheel_holds_no_tests_no_caches_no_minutes_and_nothing_unasked(installed: Installed) -> None:
    about = f"briefing_tui-{__version__}.dist-info"
    # The last five are what `briefing setup` prints for editors.
    kinds = {"py", "tcss", "json", "yaml", "el", "lua", "nanorc", "toml", "vim"}
    with zipfile.ZipFile(installed.wheel) as wheel:
        held = wheel.infolist()
    told = {one.filename.removeprefix(f"{about}/") for one in held if one.filename.startswith(about)}
    assert told == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}
    inside = [one.filename for one in held if not one.filename.startswith(about)]
    assert {name.rpartition(".")[2] for name in inside} == kinds
    odd = {"tests", "benchmarks", "__pycache__", "docs"}
    assert [name for name in inside if odd & set(name.split("/")) or "/." in name or ".minutes." in name] == []
    # A link or a device in an archive is unpacked as one; what the builder wrote itself says nothing of its type.
    assert {one.external_attr >> 28 for one in held} <= {0, 0o10}


def test_whoever_builds_it_wherever_and_whenever_gets_the_same_wheel(installed: Installed, tmp_path: Path) -> None:
    checkout, dist = tmp_path / "another place", tmp_path / "dist"
    checkout.mkdir(mode=0o700)
    for name in ("briefing_tui", "briefings", "themes"):
        shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, checkout)
    for path in checkout.rglob("*"):
        # As with umask 077, and a clock that is years behind.
        path.chmod(0o700 if path.is_dir() else 0o600)
        os.utime(path, (1_000_000_000, 1_000_000_000))
    here = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    there = {**here, "PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(dist), str(checkout)]
    ran = subprocess.run(command, env=there, umask=0o077, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert (dist / installed.wheel.name).read_bytes() == installed.wheel.read_bytes()


@pytest.mark.parametrize("command", ["briefing --version", "python -m briefing_tui --version"])
def test_it_says_its_version(installed: Installed, command: str) -> None:
    ran = installed.run(command)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert __version__ in ran.stdout


def test_its_own_briefings_check_clean(installed: Installed) -> None:
    assert installed.briefings
    for briefing in installed.briefings:
        ran = installed.run(f"briefing check {shlex.quote(str(briefing))}")
        assert ran.returncode == 0, ran.stdout + ran.stderr


def test_in_a_pipe_a_briefing_is_plain_text(installed: Installed) -> None:
    for briefing in installed.briefings:
        ran = installed.run(f"briefing {shlex.quote(str(briefing))} | cat")
        assert ran.stderr == ""
        assert len(ran.stdout.splitlines()) > 10
        assert "\x1b" not in ran.stdout


def test_the_schema_comes_with_it(installed: Installed) -> None:
    ran = installed.run("briefing schema")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == (ROOT / "briefing_tui/schema/briefing.schema.json").read_text(encoding="utf-8")


def test_a_file_that_is_not_there_is_a_message(installed: Installed) -> None:
    ran = installed.run("briefing check nowhere.yaml")
    assert ran.returncode == 2
    assert "nowhere.yaml" in ran.stderr
    assert "Traceback" not in ran.stderr
