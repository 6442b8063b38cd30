"""How a talk is joined: as who presents, speaks or follows, on this machine or through a broker.

Each function starts a link in the running loop and returns at once; the link finds the others by itself.
"""

import os
from typing import TYPE_CHECKING

from briefing_tui.meeting.link import Heard, Link, Offer

if TYPE_CHECKING:
    from briefing_tui.meeting.address import Broker


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
    `offer` gives the file's bytes to who follows in the room without having it. Where there can be no socket, it is
    said (`Heard.note`), and the talk goes on without.
    """
    raise NotImplementedError


def speak(path: str | os.PathLike[str], heard: Heard, *, name: str) -> Link:
    """The link of the presenter's second terminal. It drives whenever the presenter does, without taking over."""
    raise NotImplementedError


def follow(
    heard: Heard, *, path: str | os.PathLike[str] | None = None, broker: "Broker | None" = None, name: str = ""
) -> Link:
    """The link of who looks on: in a broker's room, or at what is presented of a file on this machine.

    Exactly one of `path` and `broker` is given; `local.running()` tells which files are being presented here.
    """
    raise NotImplementedError
