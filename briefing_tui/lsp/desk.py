"""When what is read: the edited entry at once, the whole some time after the last key, in a thread of its own.

One job at a time, so that a machine of two cores stays with its user. What an edit has overtaken is given up.
"""

import asyncio
import gc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from typing import Any, TypeVar

from briefing_tui.checks.engine import verdict
from briefing_tui.checks.listing import RULES
from briefing_tui.checks.rule import Rule
from briefing_tui.lsp.document import Document
from briefing_tui.lsp.ours import Ours, ours
from briefing_tui.lsp.reading import Reading
from briefing_tui.source.diagnostic import Diagnostic
from briefing_tui.source.file import too_large
from briefing_tui.source.load import load_text

#: Seconds from the last key to the reading of the whole.
PAUSE = 0.15

#: Seconds after which nobody is thought to be typing.
REST = 5.0

T = TypeVar("T")

#: Enough to have everything loaded that a text with a slip in it needs.
_WARMING = "title: T\nas_of: 2026\nsituation: {bottom_line: B}\nevents: {e: {title: E, when: x, statu: [[y]]}\n"


class OvertakenError(Exception):
    """The text has changed since; nobody wants the answer any more."""


class Desk:
    """Reads and judges documents; `tell` is called when there is something new to say of one, `fault` with faults."""

    def __init__(self, tell: Callable[[Document], None], fault: Callable[[BaseException], None]) -> None:
        self._tell = tell
        self._fault = fault
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self._passes: dict[str, asyncio.Task[None]] = {}
        self._jobs: dict[str, tuple[int, asyncio.Future[Reading]]] = {}

    def warm(self) -> None:
        """Loads behind the scenes what the first slip would need."""
        self._pool.submit(_warmed)

    def close(self) -> None:
        """Gives everything up."""
        for running in self._passes.values():
            running.cancel()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def changed(self, document: Document, *, pause: float = PAUSE) -> None:
        """Has a document read as a whole when nothing more is typed for a while."""
        self.forget(document)
        if document.ours is Ours.NO:
            return
        if document.too_long:
            document.findings = [too_large()]
            self._tell(document)
            return
        self._passes[document.uri] = asyncio.get_running_loop().create_task(self._pass(document, pause))

    def forget(self, document: Document) -> None:
        """Gives up what is still to be read of a document."""
        running = self._passes.pop(document.uri, None)
        if running is not None:
            running.cancel()

    async def reading(self, document: Document) -> Reading:
        """A reading of the text as it stands at the moment of the call."""
        if document.reading is not None and document.reading.version == document.version:
            return document.reading
        version, job = self._jobs.get(document.uri, (None, None))
        if job is None or version != document.version or job.cancelled():
            make = partial(_read, document, document.text.content, document.version)
            job = asyncio.get_running_loop().run_in_executor(self._pool, make)
            job.add_done_callback(partial(self._keep, document))
            self._jobs[document.uri] = (document.version, job)
        return await asyncio.shield(job)

    async def made(self, make: Callable[[], T]) -> T:
        """What a function makes, in the thread that reads."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, make)

    def _keep(self, document: Document, job: "asyncio.Future[Reading]") -> None:
        if not job.cancelled() and job.exception() is None:
            document.read(job.result())

    async def _pass(self, document: Document, pause: float) -> None:
        try:
            await asyncio.sleep(pause)
            version = document.version
            reading = await self.reading(document)
            if document.ours is Ours.YES and ours(reading.loaded.text, document.path) is Ours.NO:
                document.ours, document.findings = Ours.NO, []
                self._tell(document)
            if document.ours is not Ours.YES:
                return
            found = await self.made(partial(_judged, document, reading))
            if document.version == version and not document.closed:
                document.findings = found
                self._tell(document)
                await asyncio.sleep(REST)
                # Not while somebody types: it stops everything for as long as a text is long.
                gc.collect()
        except (OvertakenError, asyncio.CancelledError):
            return
        except Exception as error:
            self._fault(error)


def _read(document: Document, content: str, version: int) -> Reading:
    reading = Reading(content, document.stem, document.path, version)
    # What the next key asks for, made here rather than then.
    reading.known.distance("", "")
    _ = reading.known.candidates
    return reading


def _judged(document: Document, reading: Reading) -> list[Diagnostic]:
    return list(verdict(reading.loaded, date.today(), rules=_while_wanted(document, reading.version)).findings)


def _while_wanted(document: Document, version: int) -> Iterator[Rule]:
    for rule in RULES:
        if document.version != version or document.closed:
            raise OvertakenError
        yield rule


def _warmed() -> Any:
    loaded = load_text(_WARMING, "warming")
    return loaded.diagnostics, verdict(load_text(_WARMING + "}", "warming"))
