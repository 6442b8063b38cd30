"""What the program is made of: versions that were tried, licences that go with ours, nobody who came unseen."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from packaging.requirements import Requirement

from tests.architecture.tree import ROOT
from tests.oldest import SMOKE, lower_bounds

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = {name: lines for name, lines in PROJECT["optional-dependencies"].items() if name != "dev"}

#: Licences that ask for no more than their own text beside what is passed on, and none that asks it of us.
FREE = {"MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "ISC"}
#: Whose inner parts we build on: another major version is another package.
BUILT_ON = {"textual", "pygls", "nats-py"}

#: How those say it that do not use the words of SPDX.
_SPOKEN = {
    "MIT License": "MIT", "BSD License": "BSD-3-Clause", "Apache Software License": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0", "Apache 2 License": "Apache-2.0", "Apache License, Version 2.0": "Apache-2.0",
}  # fmt: skip


def listed() -> dict[str, str]:
    """The licence of each package, as SECURITY.md has it."""
    rows = re.findall(r"^\| ([a-z0-9, -]+) \| [^|]+ \| ([A-Za-z0-9., -]+) \|$", security(), re.MULTILINE)
    found: dict[str, str] = {}
    # Below the head and its rule.
    for packages, licences in [row for row in rows if row[0] not in ("package", "---")]:
        names, said = packages.split(", "), licences.split(", ")
        found |= dict(zip(names, said * len(names) if len(said) == 1 else said, strict=True))
    return found


def security() -> str:
    return (ROOT / "SECURITY.md").read_text("utf-8")


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def needed() -> set[str]:
    """Every package that the program and the extras for its users bring along here."""
    found: set[str] = set()
    waiting = [Requirement(line) for lines in (PROJECT["dependencies"], *EXTRAS.values()) for line in lines]
    asked: set[tuple[str, str]] = set()
    while waiting:
        requirement = waiting.pop()
        name = canonical(requirement.name)
        for extra in ("", *requirement.extras):
            if (name, extra) in asked:
                continue
            asked.add((name, extra))
            try:
                inner = map(Requirement, distribution(name).requires or ())
            except PackageNotFoundError:
                pytest.skip(f"{name} is not installed here")
            found.add(name)
            waiting += [one for one in inner if one.marker is None or one.marker.evaluate({"extra": extra})]
    return found


def test_every_dependency_has_a_lower_bound_that_make_oldest_tries() -> None:
    bounds = lower_bounds()
    lines = [*PROJECT["dependencies"], *(line for lines in EXTRAS.values() for line in lines)]
    assert {canonical(name) for name in bounds} == {canonical(Requirement(line).name) for line in lines}
    assert [path for path in SMOKE if not (ROOT / path).exists()] == []


def test_only_those_we_build_on_have_an_upper_bound() -> None:
    lines = map(Requirement, [*PROJECT["dependencies"], *(line for lines in EXTRAS.values() for line in lines)])
    bounded = {line.name: str(one) for line in lines for one in line.specifier if one.operator not in (">=",)}
    assert set(bounded) == BUILT_ON
    assert all(re.fullmatch(r"<\d+", bound) for bound in bounded.values())


def test_nobody_comes_along_who_is_not_listed() -> None:
    assert needed() - set(listed()) == set(), "look at it, and at its licence; then list it in SECURITY.md"


def test_every_licence_listed_goes_with_ours() -> None:
    assert listed()
    assert {name: licence for name, licence in listed().items() if licence not in FREE} == {}


@pytest.mark.parametrize("name", sorted(listed()))
def test_a_licence_is_the_one_the_package_names(name: str) -> None:
    try:
        told = distribution(name).metadata
    except PackageNotFoundError:
        pytest.skip("not installed here")
    classified = [
        line.rpartition(":: ")[2] for line in told.get_all("Classifier") or [] if line.startswith("License ::")
    ]
    said = [told.get("License-Expression"), told.get("License"), *classified]
    known = {_SPOKEN.get(word, word) for word in said if word and "\n" not in word and word != "OSI Approved"}
    assert not known or listed()[name] in known
