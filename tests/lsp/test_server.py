"""The server as a client meets it: every feature over real streams, in either encoding that clients prefer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.client import Client, RefusalError
from tests.lsp.written import FLOOD

#: The same words with characters before them that encodings count differently.
WIDE = FLOOD.replace("    The [[", "    洪水🌊 é: the [[").replace("{name: River", "{short: 🌊水, name: River")

AFTERMATH = """\
title: After the flood
as_of: 2026-03-09
supersedes: flood
situation:
  bottom_line: >-
    The [[flood#crest]] has passed; [[flood#town]] is dry.
"""


@pytest.fixture(params=[None, "utf-8"])
def client(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Client]:
    with Client(tmp_path, request.param) as client:
        yield client


@pytest.fixture
def any_client(tmp_path: Path) -> Iterator[Client]:
    with Client(tmp_path) as client:
        yield client


def settled(client: Client, uri: str) -> list[dict[str, Any]]:
    """What stands against the text once all of it was read: the last word is said when nothing is edited after."""
    version = client.versions[uri]
    told = client.told("textDocument/publishDiagnostics", lambda it: it["uri"] == uri and it["version"] == version)
    found: list[dict[str, Any]] = told["diagnostics"]
    return found


def test_positions_are_in_the_encoding_the_client_prefers(client: Client) -> None:
    assert client.begun["capabilities"]["positionEncoding"] == client.encoding


def test_a_sound_briefing_is_found_sound(client: Client) -> None:
    assert settled(client, client.open("flood.yaml", WIDE)) == []


def test_a_finding_stands_where_it_is(client: Client) -> None:
    uri = client.open("flood.yaml", WIDE.replace("[[crest]]", "[[crset]]"))
    [found] = settled(client, uri)
    assert client.words(uri, found["range"]) == "crset"
    assert (found["code"], found["severity"], found["source"]) == ("L401", 1, "briefing")
    assert found["message"].startswith("No entry is called “crset”\nDid you mean `crest`")


def test_a_finding_tells_its_other_place(any_client: Client) -> None:
    uri = any_client.open(
        "flood.yaml", FLOOD.replace("  town: Town", "  crest: Town").replace("affected: town", "affected: crest")
    )
    found = next(one for one in settled(any_client, uri) if one["code"] == "M308")
    [other] = found["relatedInformation"]
    assert any_client.words(uri, other["location"]["range"]) == "crest"
    assert other["location"]["uri"] == uri


def test_what_serves_nothing_is_tagged(any_client: Client) -> None:
    uri = any_client.open("flood.yaml", FLOOD.replace("    participants: {affected: town}\n", ""))
    [found] = settled(any_client, uri)
    assert any_client.words(uri, found["range"]) == "town"
    assert found["tags"] == [1]


def test_findings_come_while_typing_and_go(client: Client) -> None:
    uri = client.open("flood.yaml", WIDE)
    assert settled(client, uri) == []
    at = client.texts[uri].index("reported\n") + len("report")
    client.edit(uri, at, at + 2, "")
    client.type(uri, at, "🌊")
    # At once, and again when the whole has been read.
    for _ in range(2):
        [found] = settled(client, uri)
        assert client.words(uri, found["range"]) == "report🌊"
    client.edit(uri, at, at + 1, "ed")
    assert settled(client, uri) == []


def test_completion(client: Client) -> None:
    uri = client.open("flood.yaml", WIDE)
    at = client.texts[uri].index("Thursday")
    at = client.type(uri, at, "🌊 [[harrow")
    found = client.at("completion", uri, at)
    [item] = found["items"]
    assert (item["label"], item["detail"]) == ("town", "actor: Town of Harrow Bend")
    assert "on 🌊 [[town]]Thursday" in client.applied(uri, [item["textEdit"]])
    told = client.ask("completionItem/resolve", **item)
    assert told["documentation"]["value"].startswith("`town` actor\n\n**Town of Harrow Bend**")


def test_hover(client: Client) -> None:
    uri = client.open("flood.yaml", WIDE)
    found = client.at("hover", uri, client.texts[uri].index("[[crest]]") + 4)
    assert client.words(uri, found["range"]) == "crest"
    assert "**The crest reaches the town** (expected · ○ reported)" in found["contents"]["value"]
    assert found["contents"]["value"].endswith("named once")
    word = client.at("hover", uri, client.texts[uri].index("government-body") + 2)
    assert word["contents"]["value"] == "**government-body**: A ministry, agency, authority or court of a state."
    key = client.at("hover", uri, client.texts[uri].index("when:") + 1)
    assert key["contents"]["value"].startswith("**when**: When it occurred")
    assert client.words(uri, key["range"]) == "when"
    assert client.at("hover", uri, client.texts[uri].index("passes")) is None


def test_definition_references_and_highlights(client: Client) -> None:
    uri = client.open("flood.yaml", WIDE)
    text = client.texts[uri]
    named, own = text.index("{affected: town") + len("{affected: t"), text.index("town: Town")
    definition = client.at("definition", uri, named)
    assert client.offset(uri, definition["range"]["start"]) == own
    found = client.at("references", uri, own, context={"includeDeclaration": False})
    assert [client.offset(uri, one["range"]["start"]) for one in found] == [named - 1]
    both = client.at("documentHighlight", uri, named)
    assert {client.words(uri, one["range"]) for one in both} == {"town"}
    assert sorted(one["kind"] for one in both) == [2, 3]


def test_rename_from_either_end(client: Client) -> None:
    uri = client.open("flood.yaml", WIDE)
    text = client.texts[uri]
    expected = text.replace("river-authority", "authority")
    for at in (
        text.index("[[river-authority") + 5,
        text.index("  river-authority:") + 4,
        text.index("actor: river") + 8,
    ):
        place = client.at("prepareRename", uri, at)
        assert (client.words(uri, place["range"]), place["placeholder"]) == ("river-authority", "river-authority")
        edit = client.at("rename", uri, at, newName="authority")
        assert client.applied(uri, edit["changes"][uri]) == expected


def test_a_rename_that_cannot_be_says_why(any_client: Client) -> None:
    uri = any_client.open("flood.yaml", FLOOD)
    at = FLOOD.index("[[crest") + 3
    with pytest.raises(RefusalError, match="town is the id of another entry already"):
        any_client.at("rename", uri, at, newName="town")
    with pytest.raises(RefusalError, match="cannot be an id"):
        any_client.at("rename", uri, at, newName="The Crest")
    with pytest.raises(RefusalError, match="there is no id here"):
        any_client.at("prepareRename", uri, FLOOD.index("passes"))


def test_from_one_briefing_into_another(any_client: Client) -> None:
    (any_client.folder / "flood.yaml").write_text(FLOOD)
    uri = any_client.open("after.yaml", AFTERMATH)
    flood = (any_client.folder / "flood.yaml").as_uri()
    any_client.texts[flood] = FLOOD
    at = AFTERMATH.index("#crest") + 2
    definition = any_client.at("definition", uri, at)
    assert definition["uri"] == flood
    assert any_client.words(flood, definition["range"]) == "crest"
    assert "**The crest reaches the town**" in any_client.at("hover", uri, at)["contents"]["value"]
    assert any_client.at("definition", uri, AFTERMATH.index("supersedes: fl") + 14)["uri"] == flood
    assert any_client.at("definition", uri, AFTERMATH.index("[[flood#") + 4)["uri"] == flood
    edit = any_client.at("rename", uri, at, newName="high-water")
    assert any_client.applied(uri, edit["changes"][uri]) == AFTERMATH.replace("#crest", "#high-water")
    assert "\n  high-water:\n" in any_client.applied(flood, edit["changes"][flood])
    assert "[[high-water]]" in any_client.applied(flood, edit["changes"][flood])
    links = any_client.about("documentLink", uri)
    assert links[0]["target"] == flood
    lines = [FLOOD[: FLOOD.index(f"\n  {id}:") + 1].count("\n") + 1 for id in ("crest", "town")]
    assert [link["target"] for link in links[1:]] == [f"{flood}#L{line}" for line in lines]
    at = any_client.type(uri, AFTERMATH.index("is dry"), "[[flood#no")
    assert [item["label"] for item in any_client.at("completion", uri, at)["items"]] == ["note"]


def test_references_come_from_the_briefings_around(any_client: Client) -> None:
    (any_client.folder / "after.yaml").write_text(AFTERMATH)
    uri = any_client.open("flood.yaml", FLOOD)
    found = any_client.at("references", uri, FLOOD.index("  crest:") + 3, context={"includeDeclaration": True})
    assert {Path(one["uri"]).name for one in found} == {"flood.yaml", "after.yaml"}
    edit = any_client.at("rename", uri, FLOOD.index("  crest:") + 3, newName="high-water")
    assert {Path(one).name for one in edit["changes"]} == {"flood.yaml", "after.yaml"}


def test_symbols(client: Client) -> None:
    uri = client.open("flood.yaml", WIDE)
    found = {one["name"]: one for one in client.about("documentSymbol", uri)}
    assert list(found) == ["title", "as_of", "tlp", "status", "situation", "actors", "events", "sources"]
    [crest] = found["events"]["children"]
    assert (crest["name"], crest["detail"], crest["kind"]) == ("crest", "The crest reaches the town", 24)
    assert client.words(uri, crest["selectionRange"]) == "crest"
    assert client.words(uri, crest["range"]).endswith("{affected: town}")


def test_symbols_of_the_workspace(any_client: Client) -> None:
    (any_client.folder / "flood.yaml").write_text(FLOOD)
    (any_client.folder / "other.yaml").write_text("name: CI\non: push\n")
    any_client.open("after.yaml", AFTERMATH)
    found = any_client.ask("workspace/symbol", query="crest")
    assert [one["name"] for one in found] == ["crest (The crest reaches the town)"]
    assert found[0]["containerName"] == "flood"


def test_what_can_be_done_about_a_finding(client: Client) -> None:
    uri = client.open("flood.yaml", WIDE.replace("[[crest]]", "[[crset]]"))
    settled(client, uri)
    at = client.position(uri, client.texts[uri].index("crset") + 2)
    found = client.about("codeAction", uri, range={"start": at, "end": at}, context={"diagnostics": []})
    titles = [action["title"] for action in found]
    assert titles[0] == "Write crest"
    assert "Add the actor crset" in titles
    assert client.words(uri, found[0]["diagnostics"][0]["range"]) == "crset"
    assert "[[crest]]" in client.applied(uri, found[0]["edit"]["changes"][uri])
    added = next(action for action in found if action["title"] == "Add the event crset")
    assert "\n  crset:\n    title: " in client.applied(uri, added["edit"]["changes"][uri])


def test_all_that_is_certain_is_mended_at_once(any_client: Client) -> None:
    flawed = FLOOD.replace("expected", "expcted").replace("type: gov", "typ: gov").replace("reported", "reportd")
    uri = any_client.open("flood.yaml", flawed)
    settled(any_client, uri)
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
    context = {"diagnostics": [], "only": ["source.fixAll"]}
    [action] = any_client.about("codeAction", uri, range=whole, context=context)
    assert any_client.applied(uri, action["edit"]["changes"][uri]) == FLOOD


def test_lenses_folds_and_links(client: Client) -> None:
    uri = client.open("flood.yaml", WIDE.replace("publisher:", "url: 'https://example.org/a', publisher:"))
    lenses = client.about("codeLens", uri)
    said = {client.words(uri, lens["range"]): lens["command"]["title"] for lens in lenses}
    assert said == {
        "river-authority": "named twice",
        "town": "named once",
        "crest": "named once",
        "note": "named twice",
    }
    folds = [(fold["startLine"], fold["endLine"]) for fold in client.about("foldingRange", uri)]
    assert (4, 6) in folds
    assert (11, 17) in folds
    [link] = client.about("documentLink", uri)
    assert (client.words(uri, link["range"]).strip("'"), link["target"]) == ("https://example.org/a",) * 2


def test_a_whole_text_may_be_sent(any_client: Client) -> None:
    uri = any_client.open("flood.yaml", FLOOD)
    settled(any_client, uri)
    any_client.texts[uri], any_client.versions[uri] = FLOOD.replace("when: 2026-03-05", "when: soon"), 2
    any_client.tell(
        "textDocument/didChange",
        textDocument={"uri": uri, "version": 2},
        contentChanges=[{"text": any_client.texts[uri]}],
    )
    found = any_client.told(
        "textDocument/publishDiagnostics", lambda it: it["version"] == 2 and bool(it["diagnostics"])
    )
    assert any_client.words(uri, found["diagnostics"][0]["range"]) == "soon"


def test_closing_takes_everything_back(any_client: Client) -> None:
    uri = any_client.open("flood.yaml", FLOOD.replace("[[crest]]", "[[crset]]"))
    assert len(settled(any_client, uri)) == 1
    any_client.tell("textDocument/didClose", textDocument={"uri": uri})
    assert any_client.told("textDocument/publishDiagnostics")["diagnostics"] == []
    assert any_client.about("documentSymbol", uri) == []


def test_other_yaml_is_left_alone(any_client: Client) -> None:
    uri = any_client.open("ci.yaml", "name: CI\non: push\njobs: {build: {steps: [}\n")
    at = any_client.type(uri, 8, "\n")
    assert any_client.at("completion", uri, at)["items"] == []
    assert any_client.about("codeLens", uri) == []
    assert any_client.at("hover", uri, 2) is None
    assert any_client.heard("textDocument/publishDiagnostics") == []


def test_the_reader_beside_is_told_the_line(any_client: Client) -> None:
    from briefing_tui.follow import Listener

    uri = any_client.open("flood.yaml", FLOOD)
    listener = Listener(any_client.folder / "flood.yaml")
    try:
        any_client.type(uri, FLOOD.index("    when"), " ")
        any_client.at("hover", uri, 0)
        assert listener.line() == FLOOD[: FLOOD.index("    when")].count("\n") + 1
    finally:
        listener.close()


def test_it_leaves_as_the_protocol_has_it(tmp_path: Path) -> None:
    with Client(tmp_path) as client:
        assert client.leave() == 0
    with Client(tmp_path) as client:
        client.tell("exit")
        assert client.process.wait(30) == 1
