"""Where a briefing opens that is asked for by view, pane and entry, or what is wrong with that. Knows no Textual."""

from collections.abc import Iterable
from typing import NamedTuple

from briefing_tui.model.kinds import PANES
from briefing_tui.source.nearest import nearest
from briefing_tui.tui.history import Location
from briefing_tui.tui.session import Session
from briefing_tui.tui.views import VIEWS, View, views_of


class Opening(NamedTuple):
    """What is open, and what the cursor is to be put on in it; empty for its beginning."""

    location: Location
    at: str = ""


def opening(session: Session, *, view: str = "", pane: str = "", entry: str = "") -> Opening:
    """Where to open a briefing. An entry is one that the session knows, or the name of a pane.

    Alone, an entry opens in its dossier; with a pane, or a view that is none of its own, it is where the cursor is.
    Raises ValueError in words that say what there is.
    """
    if entry in PANES and not pane:
        pane, entry = entry, ""
    view = _named(view)
    if pane:
        return Opening(Location(pane, view=_of(pane, view).id if view else ""), entry)
    if entry:
        return _at_entry(session, view, entry)
    return Opening(Location(_pane_with(view), view=view)) if view else Opening(Location())


def _named(word: str) -> str:
    """The id of the view that is called so, by its id or its title."""
    found = next((view.id for view in VIEWS if word.casefold() in ("", view.id, view.title.casefold())), None)
    if found is None:
        meant = nearest(word, [*_ids(VIEWS), *(view.title.casefold() for view in VIEWS)], 1)
        known = f"did you mean `{meant[0]}`?" if meant else f"there are {_list(_ids(VIEWS))}"
        raise ValueError(f"there is no view called {word}; {known}")
    return found if word else ""


def _at_entry(session: Session, view: str, entry: str) -> Opening:
    pane = session.pane_of(entry)
    own = views_of(session.place_of(pane, entry))
    if not view or view in _ids(own):
        return Opening(Location(pane, entry, view))
    if view not in _ids(views_of(pane)):
        pane = _pane_with(view)
    return Opening(Location(pane, view=view), entry)


def _of(pane: str, view: str) -> View:
    views = views_of(pane)
    if not views:
        raise ValueError(f"there is one way to look at {pane}: leave out the view")
    found = next((known for known in views if known.id == view), None)
    if found is None:
        raise ValueError(f"{pane} has no view called {view}: it has {_list(_ids(views))}")
    return found


def _pane_with(view: str) -> str:
    """The one pane that has a view."""
    places = [known.place for known in VIEWS if known.id == view]
    panes = [place for place in places if place in PANES]
    if len(panes) > 1:
        raise ValueError(f"{_list(panes)} have a view called {view}: say which pane")
    if not panes:
        raise ValueError(f"{view} is a view of one {' or '.join(places)}: say of which, by its id")
    return panes[0]


def _ids(views: Iterable[View]) -> list[str]:
    return list(dict.fromkeys([view.id for view in views]))


def _list(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
