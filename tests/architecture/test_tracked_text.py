"""What is published names no machine it was written on, and no place it was fetched from."""

import re

from tests.architecture.tree import in_checkout, tracked_files

# None of these matches its own text below.
FORBIDDEN = {
    "a folder of one machine": re.compile(r"(?<![\w.:/*-])/(?:home|root|work|Users|tmp)/[\w.]"),
    "a package index": re.compile(r"pypi\.(?:org|io)|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org"),
    "an index in a command": re.compile(r"-{2}(?:extra-)?index-url|-{2}find-links"),
}


def test_no_tracked_file_names_a_machine_or_an_index() -> None:
    found = []
    for path in tracked_files():
        try:
            lines = path.read_text("utf-8").split("\n")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, 1):
            signs = [what for what, sign in FORBIDDEN.items() if sign.search(line)]
            found += [f"{in_checkout(path)}:{number} names {what}" for what in signs]
    assert found == []
