"""SECURITY.md names nothing that is not there: each test, module and command exists, and the README leads to it."""

import re

import pytest

from tests.architecture.tree import PACKAGE, ROOT

SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`([^`]+)`", SECURITY)


@pytest.mark.parametrize("name", sorted({name for name in NAMED if name.startswith("tests/")}))
def test_a_test_it_names_is_there_and_tests_something(name: str) -> None:
    assert re.search(r"^(?:async )?def test_", (ROOT / name).read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", sorted({name for name in NAMED if re.fullmatch(r"[a-z_/]+\.py", name)}))
def test_a_module_it_names_is_there(name: str) -> None:
    assert (ROOT / name if name.startswith("tests/") else PACKAGE / name).is_file()


@pytest.mark.parametrize("target", sorted({name.split()[1] for name in NAMED if name.startswith("make ")}))
def test_a_target_it_names_is_in_the_makefile(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_every_table_of_promises_says_what_shows_each() -> None:
    rows = re.findall(r"^\| (?!promised|package|---)(.+) \| ([^|]+) \|$", SECURITY, re.MULTILINE)
    promises = [(promised, shown) for promised, shown in rows if "|" not in promised]
    assert len(promises) > 20
    assert [promised for promised, shown in promises if "`tests/" not in shown and "`make " not in shown] == []


def test_the_readme_leads_to_it() -> None:
    assert "(SECURITY.md)" in (ROOT / "README.md").read_text("utf-8")
