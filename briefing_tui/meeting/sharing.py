"""How a talk is joined: as who presents, speaks or follows, on this machine or through a broker.

Each function starts a link in the running loop and returns at once; the link finds the others by itself.
"""

import asyncio
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from briefing_tui.meeting.guest import Guest
from briefing_tui.meeting.link import Heard, Link, Offer
from briefing_tui.meeting.local import Host
from briefing_tui.meeting.podium import Podium
from briefing_tui.meeting.sockets import RunningError
from briefing_tui.meeting.told import Told
from briefing_tui.meeting.update import Update

if TYPE_CHECKING:
    from briefing_tui.meeting.address import Broker

ALONE = "There can be no socket here: no second terminal can join"


def present(
    path: str | os.PathLike[str],
    heard: Heard,
    *,
    name: str,
    title: str = "",
    broker: "Broker | None" = None,
    offer: Offer | None = None,
) -> Link:
    """The link of who presents a file: over this machine's socket, and also over a broker's room where one is given.

    Whoever is there first drives. Where somebody presents this file on this machine already, or in this room, the link
    does not drive and says who does; it may ask or take, and takes the presentation on when the other one ends.
    Until something was published, others only know that somebody presents: the first step is published at once.
    `offer` gives the file's bytes to who follows in the room without having it. Where there can be no socket, it is
    said (`Heard.note`), and the talk goes on without.
    """
    return _Presenter(path, heard, name, title, broker, offer)


def speak(path: str | os.PathLike[str], heard: Heard, *, name: str) -> Link:
    """The link of the presenter's second terminal. It drives whenever the presenter does, without taking over."""
    return Guest(path, heard, "speak", name)


def follow(
    heard: Heard, *, path: str | os.PathLike[str] | None = None, broker: "Broker | None" = None, name: str = ""
) -> Link:
    """The link of who looks on: in a broker's room, or at what is presented of a file on this machine.

    Exactly one of `path` and `broker` is given; `sockets.running()` tells which files are being presented here.
    """
    if broker is not None:
        from briefing_tui.meeting.broker import Follower

        return Follower(broker, heard, name)
    assert path is not None
    return Guest(path, heard, "follow", name)


class _Presenter:
    """Who presents: at a podium of its own, or a guest at another's until that is free."""

    def __init__(
        self,
        path: str | os.PathLike[str],
        heard: Heard,
        name: str,
        title: str,
        broker: "Broker | None",
        offer: Offer | None,
    ) -> None:
        self._path, self._heard, self._name, self._title = path, heard, name, title
        self._broker, self._offer = broker, offer
        self._closing = False
        self._link: Link = self._podium() or Guest(path, heard, "present", name, self._free)

    def _podium(self, newest: Update | None = None) -> Podium | None:
        podium = Podium(self._heard, self._name)
        if newest is not None:
            podium.resume(newest)
        try:
            Host(podium, self._path, self._title)
        except RunningError:
            podium.told.silence()
            return None
        except OSError:
            # Said when whoever made the link has it.
            asyncio.get_running_loop().call_soon(podium.told.note, ALONE)
        if self._broker is not None:
            from briefing_tui.meeting.broker import Room

            Room(podium, self._broker, self._offer)
        return podium

    def _free(self) -> None:
        """The host is gone: whoever claims the talk first goes on with it."""
        if self._closing:
            return
        podium = self._podium(self._link.newest)
        if podium is not None:
            self._link.close()
            self._link = podium
            Told(self._heard).note("You drive now: the presentation goes on from here")

    @property
    def drives(self) -> bool:
        """See `Link`."""
        return self._link.drives

    @property
    def driver(self) -> str | None:
        """See `Link`."""
        return self._link.driver

    @property
    def newest(self) -> Update | None:
        """See `Link`."""
        return self._link.newest

    @property
    def followers(self) -> int | None:
        """See `Link`."""
        return self._link.followers

    def publish(self, position: Mapping[str, Any], digest: str) -> bool:
        """See `Link`."""
        return self._link.publish(position, digest)

    def ask(self) -> None:
        """See `Link`."""
        self._link.ask()

    def take(self) -> None:
        """See `Link`."""
        self._link.take()

    def yield_to(self, name: str) -> None:
        """See `Link`."""
        self._link.yield_to(name)

    async def fetch(self, digest: str) -> bytes:
        """See `Link`."""
        return await self._link.fetch(digest)

    def close(self) -> None:
        """See `Link`."""
        self._closing = True
        self._link.close()

    async def closed(self) -> None:
        """See `Link`."""
        await self._link.closed()
