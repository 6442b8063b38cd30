"""`python -m tests.oldest FOLDER [PYTEST ARGUMENT...]`: the tests with the oldest versions that pyproject.toml allows.

Makes an environment in FOLDER that holds exactly the lower bound of everything the program and its extras need, and the
newest of what only tests need. Says which versions it had.
"""

import re
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

#: What the tests that run here need besides.
TOOLS = ("pytest", "pytest-asyncio", "pytest-xdist", "hypothesis", "pexpect", "pyte", "jsonschema", "edtf")

#: A part of the tests that touches everything a dependency does for us.
SMOKE = (
    "tests/model/test_text.py", "tests/source/test_entries.py", "tests/source/test_objections.py",
    "tests/source/test_structure.py", "tests/schema", "tests/config", "tests/themes", "tests/test_folders.py",
    "tests/cli/test_check.py", "tests/cli/test_group.py", "tests/cli/test_export.py", "tests/cli/test_new.py",
    "tests/cli/test_completion.py", "tests/cli/test_man.py", "tests/lsp", "tests/meeting/test_credentials.py",
    "tests/meeting/test_nats_lines.py", "tests/meeting/test_broker.py", "tests/tui/test_reader.py",
    "tests/tui/test_palette.py", "tests/tui/test_live.py", "tests/tui/test_presenting.py", "tests/tui/test_views.py",
    "tests/e2e/test_reading.py", "tests/e2e/test_endings.py",
)  # fmt: skip

_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?>=([0-9][0-9.]*)(?:,<[0-9.]+)?")


def lower_bounds() -> dict[str, str]:
    """The oldest version allowed of each package that the program or an extra for its users needs.

    Raises ValueError for a requirement without one.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    return dict(
        _bounds([*project["dependencies"], *(line for name in extras if name != "dev" for line in extras[name])])
    )


def _bounds(requirements: list[str]) -> Iterator[tuple[str, str]]:
    for requirement in requirements:
        found = _REQUIREMENT.fullmatch(requirement.replace(" ", ""))
        if found is None:
            raise ValueError(f"{requirement!r} has no lower bound that could be tested")
        yield found[1], found[2]


def main() -> None:
    """Makes the environment, and runs the tests in it."""
    folder, *arguments = sys.argv[1:]
    home = Path(folder).resolve()
    pinned = home / "oldest.txt"
    text = "".join(f"{name}=={version}\n" for name, version in lower_bounds().items())
    if not pinned.exists() or pinned.read_text("utf-8") != text:
        print(f"Installing {text.replace(chr(10), ' ')}...", flush=True)
        venv.create(home, clear=True, with_pip=True)
        pip = [home / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        wanted = home / "wanted.txt"
        wanted.write_text(text, "utf-8")
        extras = ["--editable", f"{ROOT}[lsp,nats]"]
        if subprocess.run([*pip, "--constraint", wanted, *extras, *TOOLS], check=False).returncode:
            sys.exit(
                "The oldest versions cannot be installed together: a lower bound is not true, or there is no network."
            )
        wanted.rename(pinned)
    subprocess.run([home / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "freeze"], check=True)
    python = [str(home / "bin" / "python"), "-m", "pytest", "-q", "-n", "auto", "--dist", "loadgroup"]
    sys.exit(subprocess.run([*python, *(arguments or SMOKE)], cwd=ROOT, check=False).returncode)


if __name__ == "__main__":
    main()
