"""The schema in the hands of a validator: every sound briefing passes, every kind of mistake is one line."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.generator import briefing
from briefing_tui.checks.examples import whole
from briefing_tui.checks.listing import RULES
from briefing_tui.schema.file import shipped_schema
from briefing_tui.source.load import load_text
from tests.architecture.tree import ROOT, SHIPPED
from tests.schema.mistakes import MISTAKES

pytestmark = pytest.mark.xdist_group("check-jsonschema")

Errors = dict[str, list[dict[str, str]]]


def checked(*files: Path) -> Errors:
    """What the command says of each file; nothing of a sound one."""
    command = shutil.which("check-jsonschema", path=str(Path(sys.executable).parent)) or shutil.which(
        "check-jsonschema"
    )
    if command is None:
        pytest.skip("no check-jsonschema here (pip install check-jsonschema)")
    arguments = [command, "--schemafile", shipped_schema(), "-o", "json", *files]
    ran = subprocess.run(arguments, capture_output=True, text=True, check=False)
    found = json.loads(ran.stdout)
    assert found.get("parse_errors", []) == [], ran.stderr
    errors: Errors = {}
    for error in found.get("errors", []):
        errors.setdefault(Path(error["filename"]).name, []).append(error)
    return errors


def sound_briefings() -> dict[str, str]:
    """Every briefing there is in the checkout that loads without a finding."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    texts = {f"readme-{n}": text for n, text in enumerate(re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL))}
    texts |= {path.stem: path.read_text(encoding="utf-8") for path in (*SHIPPED, ROOT / "tests/goldens/flood.yaml")}
    for rule in RULES:
        texts |= {f"{rule.name}-{which}": whole(getattr(rule, which)) for which in ("bad", "good")}
    texts["generated"] = briefing(300)
    return {name: text for name, text in texts.items() if load_text(text, name).diagnostics == []}


def written(folder: Path, texts: dict[str, str]) -> list[Path]:
    files = []
    for name, text in texts.items():
        files.append(folder / f"{re.sub('[^a-z0-9]+', '-', name)}.yaml")
        files[-1].write_text(text, encoding="utf-8")
    return files


@pytest.fixture(scope="module")
def errors(tmp_path_factory: pytest.TempPathFactory) -> Errors:
    files = written(tmp_path_factory.mktemp("mistakes"), {name: mistake.text for name, mistake in MISTAKES.items()})
    assert len(set(files)) == len(MISTAKES)
    return checked(*files)


def test_every_sound_briefing_there_is_passes(tmp_path: Path) -> None:
    texts = sound_briefings()
    assert len(texts) > 60
    found = checked(*written(tmp_path, texts))
    # A key with nothing after it is a value for a parser of YAML, and nothing for the loader.
    nothing = "None is not of type "
    assert [row for rows in found.values() for row in rows if not row["message"].startswith(nothing)] == []


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_error_in_one_line(name: str, errors: Errors) -> None:
    mistake = MISTAKES[name]
    (found,) = errors[f"{re.sub('[^a-z0-9]+', '-', name)}.yaml"]
    assert found["path"] == mistake.path
    assert mistake.command.fullmatch(found["message"]), found["message"]


@pytest.mark.parametrize("name", MISTAKES)
def test_what_is_a_mistake_here_is_one_for_the_loader(name: str) -> None:
    assert load_text(MISTAKES[name].text, "example").diagnostics != []
