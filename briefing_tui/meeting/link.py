"""What a screen knows of sharing: the link it tells and asks, and what it is told. The same for socket and broker.

Everything here belongs to one running event loop: made, called and calling back in it. Nothing called here waits.
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal, Protocol

from briefing_tui.meeting.update import Update

#: `speak` is the presenter's own second terminal; `present` another presenter; `follow` only looks on.
Role = Literal["speak", "present", "follow"]

#: Gives the bytes of the briefing's file, or None where they are not to be handed out (TLP:RED never is). Called in
#: the loop whenever somebody wants a piece: it gives what is in memory, and reads nothing.
Offer = Callable[[], bytes | None]


class Heard(Protocol):
    """What a screen is told. What it raises goes to the loop's exception handler, and the link lives on."""

    def placed(self, update: Update) -> None:
        """The talk is here now: also the first thing heard on joining. Never what this very link published."""

    def asked(self, name: str) -> None:
        """Somebody asks to drive; only whoever drives is told. `Link.yield_to(name)` lets them, silence does not."""

    def taken(self, name: str) -> None:
        """This link drove, and now somebody else does. `placed` follows, where they are."""

    def note(self, words: str) -> None:
        """Something to be said quietly: connected, lost, back."""


class Link(Protocol):
    """One end of a talk, until it is closed. Every method returns at once and raises nothing."""

    @property
    def drives(self) -> bool:
        """Whether what is published here moves everybody. Always false for followers."""

    @property
    def driver(self) -> str | None:
        """Who drives; None while nobody is known to."""

    @property
    def newest(self) -> Update | None:
        """Where the talk is, as far as is known here; `digest` tells whether the file at hand is the same."""

    @property
    def followers(self) -> int | None:
        """How many follow on this machine; None where that is not known. Those behind a broker are not counted."""

    def publish(self, position: Mapping[str, Any], digest: str) -> bool:
        """Moves everybody to a position in the file of this digest (`update.digest_of`). False where it did not.

        It does not where somebody else drives, where there is no presentation (yet), or where the position is too
        large to be told. Of many that follow each other faster than somebody can take them, they get the newest.
        """

    def ask(self) -> None:
        """Asks whoever drives to be let. What comes of it is heard as `placed` with this link's own name as driver."""

    def take(self) -> None:
        """Drives from now on; whoever drove is told. Nothing for followers."""

    def yield_to(self, name: str) -> None:
        """Lets somebody drive who has asked. Nothing where this link does not drive."""

    async def fetch(self, digest: str) -> bytes:
        """The bytes of the file with this digest, from whoever presents; they were verified by it.

        They are as untrusted as any file: `load_bytes` reads them. Raises CannotShareError, in words for the user.
        """

    def close(self) -> None:
        """Ends it: nothing is heard any more, and what it held is let go. What was published last still goes out."""

    async def closed(self) -> None:
        """Until, after `close`, everything is let go; a second or so at most."""


class CannotShareError(Exception):
    """What could not be done, in words for the user; they hold no password."""
