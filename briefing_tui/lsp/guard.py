"""The one policy for faults: recorded with nothing from a file, told by its place in the code, answered with nothing.

An editor goes on whatever happens here.
"""

import asyncio
import functools
from collections.abc import Callable
from typing import Any

from pygls.exceptions import JsonRpcException

from briefing_tui.crash import crash_place, recorded_crash


class RefusedError(JsonRpcException):
    """What was asked for cannot be done: the message is for the author, and no fault of the program."""

    #: The protocol's code for a request that failed for a reason the client may show.
    CODE = -32803

    def __init__(self, words: str) -> None:
        super().__init__(words, self.CODE)


class Guard:
    """Keeps faults in; `tell` is given a line about each."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell

    def fault(self, error: BaseException) -> None:
        """Records a fault. Never raises."""
        recorded_crash(error)
        try:
            self._tell(f"briefing: a fault in the program: {crash_place(error)}")
        except Exception:
            # Whoever should hear of it has gone.
            return

    def guarded(self, handler: Callable[..., Any], empty: Any) -> Callable[..., Any]:
        """A handler, sync or not, that answers `empty` where it fails."""
        if asyncio.iscoroutinefunction(handler):

            @functools.wraps(handler)
            async def later(*given: Any) -> Any:
                try:
                    return await handler(*given)
                except JsonRpcException:
                    raise
                except Exception as error:
                    self.fault(error)
                    return empty

            return later

        @functools.wraps(handler)
        def at_once(*given: Any) -> Any:
            try:
                return handler(*given)
            except JsonRpcException:
                raise
            except Exception as error:
                self.fault(error)
                return empty

        return at_once
