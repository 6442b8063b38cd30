import asyncio
import random
from collections.abc import Callable

import pytest

from briefing_tui.meeting import handing
from briefing_tui.meeting.handing import KEPT, PIECE, SILENT, TOO_LARGE, WRONG, Giver, Taker, may_be_sent
from briefing_tui.meeting.link import CannotShareError
from briefing_tui.meeting.update import digest_of, encode
from briefing_tui.source.file import MAX_BYTES
from briefing_tui.source.load import load_text
from tests.meeting.rooms import garbage

Answerer = Callable[[bytes], list[bytes]]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for what does not come."""
    for name, seconds in {"_WHOLE": 8.0, "_NOTHING": 0.5, "_PIECE": 0.02, "_REFUSED": 0.05, "_STALLED": 0.2}.items():
        monkeypatch.setattr(handing, name, seconds)


def honest(content: bytes | None) -> Answerer:
    giver = Giver(lambda: content)

    def answer(request: bytes) -> list[bytes]:
        found = giver.answer(request, digest_of(CONTENT))
        return [] if found is None else [found]

    return answer


def lying(content: bytes, tag: str, size: int | None = None, pieces: int = 10_000) -> Answerer:
    def answer(request: bytes) -> list[bytes]:
        n = next(n for n in range(10_000) if b'"n":%d,' % n in request)
        if n >= pieces or (b'"from":""' not in request and tag.encode() not in request):
            return []
        head = {"kind": "piece", "digest": digest_of(CONTENT), "from": tag, "n": n, "size": size or len(content)}
        return [encode(head) + content[n * PIECE : (n + 1) * PIECE]]

    return answer


async def fetched(*answerers: Answerer, digest: str = "") -> bytes:
    loop = asyncio.get_running_loop()

    def ask(request: bytes) -> None:
        for answerer in answerers:
            for answer in answerer(request):
                loop.call_soon(taker.heard, answer)

    taker = Taker(digest or digest_of(CONTENT), ask)
    return await taker.whole()


CONTENT = random.Random(1).randbytes(PIECE * 7 + 5)
WRONG_CONTENT = random.Random(2).randbytes(len(CONTENT))


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, PIECE * 9, MAX_BYTES])
async def test_a_file_of_any_size_arrives_whole(size: int) -> None:
    content = random.Random(size).randbytes(size)
    giver = Giver(lambda: content)
    digest = digest_of(content)
    assert await fetched(lambda request: [giver.answer(request, digest) or b""], digest=digest) == content


async def test_pieces_that_are_lost_are_asked_for_again() -> None:
    dice = random.Random(3)
    good = honest(CONTENT)
    assert await fetched(lambda request: [] if dice.random() < 0.5 else good(request)) == CONTENT


async def test_pieces_may_come_twice_and_in_any_order() -> None:
    held: list[bytes] = []
    good = honest(CONTENT)

    def answer(request: bytes) -> list[bytes]:
        held.extend(good(request))
        random.Random(4).shuffle(held)
        return held * 2

    assert await fetched(answer) == CONTENT


async def test_among_liars_the_true_file_is_found() -> None:
    liars = [
        lying(WRONG_CONTENT, "1" * 16), lying(WRONG_CONTENT, "2" * 16), lying(CONTENT[:-1], "3" * 16),
        lying(b"x" * PIECE, "4" * 16, size=100_000_000), lying(CONTENT, "5" * 16, pieces=2),
        lambda _: garbage(),
    ]  # fmt: skip
    assert await fetched(*liars, honest(CONTENT)) == CONTENT


async def test_liars_who_take_every_place_give_it_up_again() -> None:
    stalling = [lying(CONTENT, str(n) * 16, pieces=1) for n in range(handing._AT_ONCE)]
    assert await fetched(*stalling, honest(CONTENT)) == CONTENT


async def test_what_is_not_offered_is_said_in_words() -> None:
    with pytest.raises(CannotShareError, match=KEPT):
        await fetched(honest(None))


async def test_a_refusal_by_somebody_else_keeps_nobody_from_the_file() -> None:
    refusing = [encode({"kind": "kept", "digest": digest_of(CONTENT)})]
    assert await fetched(lambda _: refusing, honest(CONTENT)) == CONTENT


async def test_a_hundred_megabytes_are_refused_when_they_are_announced() -> None:
    with pytest.raises(CannotShareError, match="larger than a briefing") as found:
        await fetched(lying(b"x" * PIECE, "1" * 16, size=100_000_000))
    assert str(found.value) == TOO_LARGE


async def test_another_file_is_never_handed_on() -> None:
    with pytest.raises(CannotShareError, match=WRONG):
        await fetched(lying(WRONG_CONTENT, "1" * 16))


async def test_silence_ends() -> None:
    with pytest.raises(CannotShareError, match=SILENT):
        await fetched(lambda _: [])


async def test_more_than_was_announced_is_not_kept() -> None:
    taker = Taker(digest_of(CONTENT), lambda _: None)
    head = {"kind": "piece", "digest": digest_of(CONTENT), "from": "1" * 16, "n": 0, "size": 10}
    taker.heard(encode(head) + b"x" * 11)
    assert taker._givers == {}
    for n in range(1_000):
        head |= {"from": f"{n:016x}", "size": MAX_BYTES}
        taker.heard(encode(head) + b"x" * PIECE)
    assert len(taker._givers) <= handing._AT_ONCE
    taker._over.cancel()


def test_a_giver_answers_only_for_what_is_presented() -> None:
    giver = Giver(lambda: CONTENT)
    digest = digest_of(CONTENT)
    want = {"kind": "want", "digest": digest, "n": 0, "from": ""}
    assert giver.answer(encode(want), digest) is not None
    assert giver.answer(encode(want), digest_of(b"")) is None
    assert giver.answer(encode(want | {"n": 8}), digest) is None
    assert giver.answer(encode(want | {"from": "0" * 16}), digest) is None
    assert giver.answer(encode(want | {"digest": digest_of(b"")}), digest_of(b"")) is None
    for content in garbage():
        assert giver.answer(content, digest) is None
    large = b"x" * (MAX_BYTES + 1)
    assert Giver(lambda: large).answer(encode(want | {"digest": digest_of(large)}), digest_of(large)) is None
    assert Giver(None).answer(encode(want), digest) == encode({"kind": "kept", "digest": digest})


async def test_what_calls_itself_red_is_kept_even_if_it_is_offered() -> None:
    for text in (b"tlp: RED\n", b"events: {e: {title: E, tlp: red}}\n", b"'tlp' :\n  TLP:RED\n"):
        giver = Giver(lambda text=text: text)
        want = encode({"kind": "want", "digest": digest_of(text), "n": 0, "from": ""})
        assert giver.answer(want, digest_of(text)) == encode({"kind": "kept", "digest": digest_of(text)})


@pytest.mark.parametrize(
    ("head", "sent"),
    [
        ("tlp: GREEN", True), ("", True), ("tlp: AMBER+STRICT", True), ("banner: No infrared pictures", True),
        ("tlp: RED", False), ("tlp: TLP:RED", False), ('"tlp": "red"', False), ("tlp: RED # for now", False),
        ("tlp: RED and nothing else", False),
    ],
)  # fmt: skip
def test_red_never_leaves(head: str, sent: bool) -> None:
    text = f"title: T\nas_of: 2026-01-02\n{head}\nsituation: {{bottom_line: B}}\n"
    briefing = load_text(text, "t").briefing
    assert briefing is not None
    assert may_be_sent(briefing, text.encode()) is sent


def test_red_in_one_entry_keeps_the_whole_here() -> None:
    text = "title: T\nas_of: 2026-01-02\ntlp: GREEN\nsituation: {bottom_line: B}\n"
    text += "actors: {a: {name: A, type: person, tlp: RED}}\n"
    briefing = load_text(text, "t").briefing
    assert briefing is not None
    assert not may_be_sent(briefing, b"")
