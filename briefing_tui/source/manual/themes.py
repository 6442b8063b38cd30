"""What is told of themes: T801 to T809."""

from briefing_tui.source.manual import Told

TOLD = {
    "T801": Told(
        """\
        A theme is a file of keys: `extends` names one it rests on, `colors` names colours, `roles` says how something
        looks. `briefing themes --write NAME` writes one to begin with.""",
        bad="- extends: dark\n",
        good="extends: dark\n",
        whole=True,
    ),
    "T802": Told(
        """\
        A colour is # and six hexadecimal digits. Without quotes YAML takes the # for a comment. Its name is one word,
        and none of the words of style (`bold`, `italic` and so on).""",
        bad='extends: dark\ncolors:\n  accent: "#8a1c3"\n',
        good='extends: dark\ncolors:\n  accent: "#ff9eb5"\n',
        whole=True,
    ),
    "T803": Told("""\
        The screen itself is painted with some colours that every theme has: ground, text, rule, accent and others; the
        finding names those that are missing.

        Name them under `colors`, or begin with `extends: dark`, which has them all."""),
    "T804": Told(
        """\
        Under `roles` stands what text can mean: `link`, `claim`, `heading`. This is none of them, and would never be
        seen.

        `briefing themes dark` lists them with their meaning.""",
        bad="extends: dark\nroles:\n  lnik: accent underline\n",
        good="extends: dark\nroles:\n  link: accent underline\n",
        whole=True,
    ),
    "T805": Told(
        """\
        How a role looks is said in words: words of style (`bold`, `italic`, `underline`, `reverse`, `strike`), a name
        from `colors`, and `on` with the name of another for its ground.""",
        bad="extends: dark\nroles:\n  link: accent underlined\n",
        good="extends: dark\nroles:\n  link: accent underline\n",
        whole=True,
    ),
    "T806": Told(
        """\
        A theme that extends another takes over what it does not say itself. The other has to be there, has to be
        sound, and may not rest on this one.""",
        bad="extends: darc\n",
        good="extends: dark\n",
        whole=True,
    ),
    "T807": Told("""\
        A theme is called by its file's name, in the palette and on the command line: lower-case letters, digits and
        hyphens, then `.yaml`. Rename the file."""),
    "T808": Told("""\
        WCAG 2 asks that text stands out from its ground by 4.5:1, or whatever the theme promises with `contrast`.
        Fainter text cannot be read on a poor projector, in sunlight, or by tired eyes.

        The finding names a colour near it that would do."""),
    "T809": Told("""\
        A theme that extends none says how everything looks. What it does not say looks like plain text; nothing else
        is lost. Say it under `roles`, or begin with `extends: dark`."""),
}
