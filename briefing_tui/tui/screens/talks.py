"""Which screen a talk has in which role."""

from briefing_tui.library.start import Talk
from briefing_tui.tui.screens.shared import SharedScreen
from briefing_tui.tui.session import Session


def talk_screen(session: Session, talk: Talk) -> SharedScreen:
    """The screen of who presents, speaks or follows. The session has a sound version of its file."""
    if talk.role == "speak":
        from briefing_tui.tui.screens.speaking import SpeakScreen

        return SpeakScreen(session, talk)
    if talk.role == "follow":
        from briefing_tui.tui.screens.attending import FollowScreen

        return FollowScreen(session, talk)
    from briefing_tui.tui.screens.presenting import PresentScreen

    return PresentScreen(session, talk)
