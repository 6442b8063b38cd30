"""`python -m tests.audit FOLDER`: whether what the program needs has known vulnerabilities, as pip-audit is told them.

Makes two environments in FOLDER: one that holds the program, its extras and nothing else, in the newest versions there
are, and one for pip-audit itself. Exit code: 0 none known, 1 some, 2 could not be asked.
"""

import json
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

#: What is no dependency: the program, and what every new environment holds.
OURS = {"briefing-tui", "pip", "setuptools"}


def main() -> None:
    """Asks, and says what came of it."""
    home = Path(sys.argv[1]).resolve()
    program = _with(home / "program", f"{ROOT}[lsp,nats]")
    audit = _with(home / "pip-audit", "pip-audit")
    (packages,) = (program / "lib").glob("python*/site-packages")
    command = [audit / "bin" / "pip-audit", "--path", packages, "--progress-spinner", "off", "--format", "json"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        told = json.loads(ran.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(ran.stderr.strip())
        sys.exit(_unasked("pip-audit got no answer: is there a network?"))
    asked = [one for one in told if one["name"] not in OURS]
    # Where its service does not know a package, pip-audit calls that clean.
    if unknown := [one["name"] for one in asked if "skip_reason" in one]:
        sys.exit(_unasked(f"the service that knows of vulnerabilities did not answer for {', '.join(unknown)}"))
    found = [(one["name"], one["version"], flaw) for one in asked for flaw in one["vulns"]]
    for name, version, flaw in found:
        fixed = ", ".join(flaw["fix_versions"]) or "nowhere yet"
        print(f"{name} {version}: {flaw['id']}, mended in {fixed}")
    print(f"{len(found)} known vulnerabilities in {len(asked)} packages.")
    sys.exit(bool(found))


def _with(folder: Path, wanted: str) -> Path:
    """A new environment that holds this and what it needs."""
    venv.create(folder, clear=True, with_pip=True)
    pip = [folder / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    if subprocess.run([*pip, wanted], stderr=subprocess.DEVNULL, check=False).returncode:
        sys.exit(_unasked(f"{Path(wanted).name} cannot be installed: is there a network?"))
    return folder


def _unasked(why: str) -> int:
    print(f"Not audited: {why}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    main()
