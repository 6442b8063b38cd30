"""What is told of references and links: L401 to L403."""

from briefing_tui.source.manual import Told

TOLD = {
    "L401": Told(
        """\
        A reference, or a link in prose, names an entry that is not in this briefing: it is misspelt, was renamed, or
        is yet to be written. On the screen it leads nowhere.

        The finding names what is spelt nearly so. `briefing rename FILE OLD NEW` renames an entry with all that refers
        to it. Into another briefing a link reaches with its name: `[[other-briefing#id]]`.""",
        bad="situation:\n  bottom_line: The [[twon]] closes the bridge.\nactors:\n  town: Town of Harrow Bend\n",
        good="situation:\n  bottom_line: The [[town]] closes the bridge.\nactors:\n  town: Town of Harrow Bend\n",
    ),
    "L402": Told(
        """\
        A reference names an entry that is there, but of a kind that makes no sense here: an event as a sender, an
        actor as a source that is cited.

        A citation, `[^id]`, names a source; a link, `[[id]]`, names anything.""",
        bad="situation:\n  bottom_line: The bridge is closed [^town].\nactors:\n  town: Town of Harrow Bend\n",
        good="situation:\n  bottom_line: The bridge is closed, says [[town]].\nactors:\n  town: Town of Harrow Bend\n",
    ),
    "L403": Told(
        """\
        Something looks like a link and is none: a bracket is missing, the id holds spaces or capitals, or a name
        stands where the id belongs.

        A link is `[[id]]` or `[[id|other words]]`; a citation is `[^source]` or `[^source: p. 2]`. What only looks
        like one stands between backticks.""",
        bad="situation:\n  bottom_line: The [[town] closes the bridge.\nactors:\n  town: Town of Harrow Bend\n",
        good="situation:\n  bottom_line: The [[town]] closes the bridge.\nactors:\n  town: Town of Harrow Bend\n",
    ),
}
