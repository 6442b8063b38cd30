"""What is told of entries and keys that are not as the format has them: M301 to M308."""

from briefing_tui.source.manual import Told

TOLD = {
    "M301": Told(
        """\
        An entry lacks what makes it one: an event its `title` and `when`, an actor its `name`, a judgement its `text`.
        Without it the entry is left out, and the screen says how many are. The briefing itself needs `title`, `as_of`
        and `situation` with a `bottom_line`.

        Add the key. Of a time that is not known, write `when: unknown`: that is an answer, silence is none.""",
        bad="events:\n  crest: {title: The crest arrives}\n",
        good="events:\n  crest: {title: The crest arrives, when: unknown}\n",
    ),
    "M302": Told(
        """\
        The format has no such key here: it is misspelt, or belongs elsewhere. What stands under it would be read by
        nobody, so the entry is left out until it is mended.

        Keys of your own begin with `x-`: they are kept, and never shown.""",
        bad="events:\n  crest: {title: The crest arrives, when: 2026-03-03, locatoin: Harrow Bend}\n",
        good="events:\n  crest: {title: The crest arrives, when: 2026-03-03, x-locatoin: Harrow Bend}\n",
    ),
    "M303": Told(
        """\
        Some values are words of a fixed list, so that they mean the same to every reader: likelihoods (ICD 203),
        statuses, roles, types, TLP labels. This one is not on the list.

        The help of the finding names the nearest, or all of them.""",
        bad="events:\n  crest: {title: The crest arrives, when: 2026-03-03, phase: planed}\n",
        good="events:\n  crest: {title: The crest arrives, when: 2026-03-03, phase: planned}\n",
    ),
    "M304": Told(
        """\
        The value is not of the kind that is wanted here: a number, a country's code, a code of CAMEO, an address.

        The help of the finding says what is wanted.""",
        bad="countries: [Utopia]\n",
        good="countries: [GB]\n",
    ),
    "M305": Told(
        """\
        Times are written as in EDTF (ISO 8601-2), exactly as well as they are known: `2026`, `2026-03`, `2026-03-05`,
        `2026-03-05T06:00Z`, `2026-03-05~` (about), `2026-03-05?` (uncertain), `2026-03-01/2026-03-05` (from, to),
        `2026-03-01/..` (since), or `unknown`.""",
        bad="events:\n  crest: {title: The crest arrives, when: 3 March 2026}\n",
        good="events:\n  crest: {title: The crest arrives, when: 2026-03-03}\n",
    ),
    "M306": Told(
        """\
        A list or a mapping stands where text is wanted, or text where a mapping is. Most often YAML made one of the
        text: a bracket or a colon in it, or a hyphen before it.

        Put the text in quotes, or write it in a block after `>-`.""",
        bad="events:\n  crest:\n    title: [The crest arrives]\n    when: 2026-03-03\n",
        good="events:\n  crest:\n    title: '[The crest arrives]'\n    when: 2026-03-03\n",
    ),
    "M307": Told(
        """\
        An id is what links name: lower-case letters, digits and hyphens. Names of the format (`situation`, `public`,
        `unknown` and so on) are none, since they mean something in links already.

        `--fix` writes the id that is meant; references to the old one are found as broken, with the new one
        offered.""",
        bad="actors:\n  Harrow_Bend: Town of Harrow Bend\n",
        good="actors:\n  harrow-bend: Town of Harrow Bend\n",
    ),
    "M308": Told(
        """\
        Ids are one namespace for the whole file, so that `[[flood]]` means one thing, whether that is an actor or an
        event. The second entry of that id is left out.

        Call one of them otherwise, and correct what refers to it.""",
        bad="actors:\n  relief: The relief committee\n"
        "events:\n  relief: {title: The relief begins, when: 2026-03-03}\n",
        good="actors:\n  relief: The relief committee\n"
        "events:\n  relief-begins: {title: The relief begins, when: 2026-03-03}\n",
    ),
}
