"""TARGETS: what reads something that somebody else wrote, each a function of bytes that raises nothing.

For mutated inputs in the tests, and for the fuzzer that is guided by coverage. Knows neither.

Why this file is long: each reader of somebody else's bytes has a few lines here, so that none is forgotten.
"""

import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

from briefing_tui.blocks.inline import bare_words, pieces_of
from briefing_tui.blocks.paragraph import paragraphs_of
from briefing_tui.config.key import key_written
from briefing_tui.export.markdown import escaped
from briefing_tui.follow import line_in
from briefing_tui.library.lastread import LastRead
from briefing_tui.links.malformed import malformed_at, malformed_openings
from briefing_tui.links.prose import address_stretches, code_stretches, links_in, verbatim_stretches
from briefing_tui.links.sentence import Sentences
from briefing_tui.lsp.document import Document
from briefing_tui.lsp.neighbours import Neighbours
from briefing_tui.lsp.offers import offers_at
from briefing_tui.lsp.place import place_at
from briefing_tui.meeting.address import broker_at
from briefing_tui.meeting.jotted import candidates, meant, name_begun, pieces, typed_line
from briefing_tui.meeting.link import CannotShareError
from briefing_tui.meeting.minutes_file import is_torn
from briefing_tui.meeting.minutes_file import mended as mended_line
from briefing_tui.meeting.minutes_lines import highest_id, is_item, line_of, may_go_on, taken_from
from briefing_tui.meeting.position import position_data, position_from
from briefing_tui.meeting.sockets import talk_from
from briefing_tui.meeting.timing import Runs, Stopwatch
from briefing_tui.meeting.update import decoded, encode, parse, written
from briefing_tui.model.text import clean, one_line, safe_url
from briefing_tui.model.time import When
from briefing_tui.source.diagnostic import Lines
from briefing_tui.source.excerpt import excerpt
from briefing_tui.state import State
from briefing_tui.themes.file import read_theme
from briefing_tui.tui.history import location_data, location_from
from tests.architecture.tree import ROOT
from tests.config.commands import read
from tests.fuzz.claim import claim
from tests.fuzz.seeds import seeds
from tests.source.answers import COMMANDS
from tests.tui.hostile import NAMES, WHENS

TODAY = date(2026, 3, 4)
NOW = datetime(2026, 3, 4, 10, 5, tzinfo=UTC)


class Target(NamedTuple):
    """Something that reads bytes, and what to begin with."""

    run: Callable[[bytes], object]
    seeds: Callable[[], list[str]]


def _text(data: bytes) -> str:
    """Some text of these bytes: lone surrogates are let through, as they come with names of files and keys."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def _refused(error: Exception) -> None:
    """A refusal is in a few words, without a command."""
    words = str(error)
    assert words, "refused without a word"
    assert len(words) < 600, "refused at length"
    assert not COMMANDS.search(words), "refused with a control character"


def prose(data: bytes) -> None:
    """Everything that takes running text apart."""
    text = clean(_text(data))
    assert clean(text) == text, "cleaning twice is not cleaning once"
    assert one_line(one_line(text)) == one_line(text)
    assert not COMMANDS.search(text)
    for url in text.split():
        assert (found := safe_url(url)) is None or found.isascii()
    shown = "".join(piece.words for paragraph in paragraphs_of(text) for piece in pieces_of(paragraph.text))
    assert not COMMANDS.search(shown)
    bare_words(text)
    escaped(text)
    for stretches in (code_stretches(text), verbatim_stretches(text), address_stretches(text)):
        assert all(0 <= start <= end <= len(text) for start, end in stretches)
    sentences = Sentences(text)
    for link in list(links_in(text))[:20]:
        assert 0 <= link.start < link.end <= len(text)
        sentence = sentences.around(link.start, link.end, link.words or "x", lambda id: id)
        assert 0 <= sentence.start <= sentence.end <= len(sentence.text), sentence
    for at in malformed_openings(text):
        malformed_at(text, at, len(text), lambda id: id == "town")


def times(data: bytes) -> None:
    """A time as an author writes it: one that is refused is refused in words."""
    text = _text(data)
    try:
        when = When.parse(text)
    except ValueError as error:
        _refused(error)
        return
    assert When.parse(when.text) == when
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest, when
    assert sorted([when, When.UNKNOWN], key=lambda one: one.sort_key)
    for style in ("full", "short"):
        assert when.display(style)  # type: ignore[arg-type]
    assert when.precision or when == When.UNKNOWN
    assert not when.placed or when.known
    assert isinstance(when.approximate and when.uncertain, bool)


def minutes(data: bytes) -> None:
    """A file of minutes: what is read of it, and whether a line may be put at its end."""
    taken = taken_from(data)
    highest = highest_id(data)
    may_go_on(data)
    for jot in taken.jots:
        assert not COMMANDS.search(jot.text), jot
        assert jot.id <= highest or highest == 0 or jot.id > 99_999_999, "a number would be given twice"
        assert taken_from((typed_line(jot) + "\n").encode("utf-8")) is not None
    tail = data[data.rfind(b"\n") + 1 :]
    is_item(tail)
    if is_torn(tail):
        comment = mended_line(tail)
        assert len(comment) == len(tail)
        assert not is_torn(comment), comment
        line = line_of(id=highest + 1, kind="note", text="x").encode("utf-8")
        after = taken_from(data[: len(data) - len(tail)] + comment + b"\n" + line + b"\n")
        assert any(jot.id == highest + 1 for jot in after.jots) or len(after.unread) > len(taken.unread) - 2


def settings(data: bytes) -> None:
    """A configuration and a theme: what is wrong has a place in the text."""
    text = _text(data)
    found = read(text)
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        path = Path(folder) / "own.yaml"
        path.write_bytes(data)
        theme = read_theme(path)
    for one in (*found.findings, *(() if theme.tree is None else theme.findings)):
        assert one.message
        assert 0 <= one.extent.start <= one.extent.end <= max(len(text), len(data)), one
        assert not COMMANDS.search(one.message), one
    assert theme.theme is not None or theme.findings
    assert not COMMANDS.search(theme.problem)


def told(data: bytes) -> None:
    """What another program says: updates, places, greetings, lines of the editor, the protocol of a broker."""
    update = parse(data)
    if update is not None:
        assert parse(encode(written(update))) == update
        position = position_from(update.position)
        assert position is None or position_from(position_data(position)) == position
    found = decoded(data)
    for position in (position_from(found), position_from(update.position if update else None)):
        for place in position.stack if position else ():
            assert location_data(location_from(location_data(location_from(place)))) == location_data(
                location_from(place)
            )
    if found is not None:
        location_from(found)
    talk_from(found)
    line_in(data, "/x")
    _broker(data)
    text = _text(data)
    try:
        broker_at(text, text)
    except CannotShareError as error:
        _refused(error)


def _broker(data: bytes) -> None:
    from nats.errors import ProtocolError

    from briefing_tui.meeting.nats_lines import StrictParser

    async def took(*_: object) -> None:
        return None

    # Whatever the subject, somebody hears what was said on it.
    anybody = SimpleNamespace(get=lambda subject: lambda inbox, content: None)
    client = SimpleNamespace(
        handlers=anybody, _process_ping=took, _process_pong=took, _process_err=took, _process_info=took
    )
    parser = StrictParser(client)

    async def through() -> None:
        for at in range(0, len(data), 7):
            await parser.parse(data[at : at + 7])

    try:
        # Nothing in it waits: it runs to its end without a loop.
        through().send(None)
    except (StopIteration, ProtocolError):
        return


def typed(data: bytes) -> None:
    """What is typed in a meeting, and keys as people write them."""
    text = _text(data)
    line = meant(text, TODAY)
    assert not COMMANDS.search(line.text), line
    typed_line(line.jot)
    pieces(line.text)
    begun = name_begun(text)
    if begun is not None:
        candidates(begun[1], ())
    try:
        key = key_written(text)
    except ValueError as error:
        _refused(error)
        return
    assert key_written(key) == key, "written again, it is another key"


def kept(data: bytes) -> None:
    """Files of our own in the state folder: whatever stands in them is tolerated."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        path, about = Path(folder) / "state.json", Path("/x.yaml")
        path.write_bytes(data)
        state = State(path)
        assert not COMMANDS.search(state.theme + state.view("events") + "".join(state.marks(about)).strip())
        assert state.recent is not None
        location_from(state.place(about))
        state.keep_recent(about)
        state.keep_mark(about, "a", {"pane": "events"})
        state.keep_place(about, {"pane": "events"})
        state.keep_view("events", "lanes")
        assert "a" in State(path).marks(about)
        for keeper in (LastRead(Path(folder)), Runs(Path(folder))):
            keeper._file(about).write_bytes(data)
            keeper.of(about)
        broken_off = Runs(Path(folder)).broken_off(about, NOW)
        if broken_off is not None:
            Stopwatch.resumed(lambda: 0.0, NOW, broken_off).record()


def editing(data: bytes) -> None:
    """A text that is being written: what stands at a place is known wherever the cursor is, and what may."""
    text = _text(data).encode("utf-8", "replace").decode("utf-8")
    document = Document("untitled:x", None, "x", text, 1)
    around = Neighbours(list, list).around(document)
    lines = Lines(text)
    for offset in {len(text) * n // 7 for n in range(8)}:
        place = place_at(document.text, offset)
        assert 0 <= place.token.start <= place.token.end <= len(text), place
        offers_at(text, offset, place, document.known(), around)
        document.look(offset)
        excerpt(lines, place.token)
    document.replace(len(text) // 3, len(text) // 2, "\n  x: [[")
    place_at(document.text, min(len(document.text.content), len(text) // 3 + 8))


def load(data: bytes) -> None:
    """A briefing, and all that is shown of it."""
    claim(data)


def _prose_seeds() -> list[str]:
    return [
        *NAMES,
        "Word `code` **bold [[town]]** _it_ https://a.example/x_(y). [^paper: p. 3] said [[a|b",
        "> a\n> - b\n\n1. c",
    ]


def _minute_seeds() -> list[str]:
    line = line_of(id=1, kind="action", text="Close @[the gate] by 2026-03-05", at="2026-03-04T10:00Z", names=["a"])
    other = '- id: 2\n  kind: note\n  text: >-\n    more\n# x\n- {edit: 1, text: "y"}\n- {strike: 1}\n- {id: 3, kind'
    return [line, f"{line}\n{other}", other]


def _settings_seeds() -> list[str]:
    themes = [path.read_text("utf-8") for path in (ROOT / "themes").glob("*.yaml")]
    own = 'extends: dark\ntitle: X\ncontrast: 7\ncolors: {accent: "#7cc4ff"}\nroles: {link: bold accent on ground}\n'
    return ["theme: dark\nmeasure: 76\nkeys:\n  find: [ctrl+f, g f]\n  hints: none\nlibrary: [~/x]\n", own, *themes[:1]]


def _told_seeds() -> list[str]:
    digest = "0" * 64
    place = '{"pane":"events","entry":"crest","place":{"key":"a","offset":1,"link":0},"lens":{"clock":"occurred"}}'
    position = f'{{"key":"levee","number":3,"shown":2,"stack":[{place}],"blank":false,"started":1.5,"press":"next"}}'
    update = f'{{"term":1,"seq":2,"driver":"Anna","digest":"{digest}","position":{position}}}'
    talk = '{"kind":"talk","path":"2f78","title":"T","since":1.5}'
    wire = (
        'INFO {"headers":true}\r\nMSG a 1 _INBOX.a.b 5\r\nhello\r\nHMSG a 1 12 17\r\nNATS/1.0\r\n\r\nhello\r\nPING\r\n'
    )
    return [update, position, talk, wire, '{"path":"/x","line":4}', "nats://u:p@host:4222,tls://h", "tls://tok@[::1]:1"]


def _typed_seeds() -> list[str]:
    return ["action: @anna closes @[the gate] by friday", "q whether 5 March?", "ctrl+shift+f", "g g", "due 2026-03-05"]


def _kept_seeds() -> list[str]:
    place = '{"pane":"events","entry":"crest","view":"lanes","place":{"key":"a","offset":1},"scale":"day"}'
    state = (
        f'{{"theme":"dark","recent":["/x.yaml"],"places":{{"/x.yaml":{place}}},"marks":{{"/x.yaml":{{"61":{place}}}}}}}'
    )
    read_ = '{"stamp":[1,2],"salt":"0123456789abcdef","entries":{"a":"0123456789abcdef"},"parts":{}}'
    run = '{"started":"2026-03-04T10:00:00.000+00:00","minutes":5,"steps":[["a",1.5,0]],"at":"a","blank":0}'
    return [state, read_, f'{{"runs":[{run}]}}']


TARGETS: dict[str, Target] = {
    "load": Target(load, seeds),
    "prose": Target(prose, _prose_seeds),
    "times": Target(times, lambda: list(WHENS)),
    "minutes": Target(minutes, _minute_seeds),
    "settings": Target(settings, _settings_seeds),
    "told": Target(told, _told_seeds),
    "typed": Target(typed, _typed_seeds),
    "kept": Target(kept, _kept_seeds),
    "editing": Target(editing, seeds),
}
