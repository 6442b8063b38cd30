"""CODES: the one list of what can be found besides the editor's rules, with stable code, name and severity."""

from briefing_tui.source.diagnostic import Diagnostic, Edit, Extent, Related, Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

#: code: (name, severity, what it means in a sentence)
CODES: dict[str, tuple[str, Severity, str]] = {
    "F101": ("not-found", ERROR, "There is no file at the path given."),
    "F102": ("not-a-file", ERROR, "Only regular files are read: no folder, device, pipe or socket."),
    "F103": ("unreadable", ERROR, "The system refuses to let the file be read."),
    "F104": ("too-large", ERROR, "A briefing is at most 5 MB of YAML, 800,000 values and 100,000 links."),
    "F105": ("not-utf8", ERROR, "Briefings are UTF-8 text."),
    "F106": ("empty", ERROR, "The file holds nothing."),
    "Y201": ("syntax", ERROR, "The text is not YAML."),
    "Y202": ("control-character", ERROR, "A character that text files do not hold."),
    "Y203": ("too-deep", ERROR, "Lists and mappings are nested more than 40 deep."),
    "Y204": ("alias", ERROR, "YAML aliases (*name) are refused: what stands in a file is what is read."),
    "Y205": ("anchor", ERROR, "YAML anchors (&name) are refused."),
    "Y206": ("tag", ERROR, "YAML tags (!name) are refused: a scalar is text until the model says otherwise."),
    "Y207": ("merge-key", ERROR, "YAML merge keys (<<) are refused."),
    "Y208": ("duplicate-key", ERROR, "The same key stands twice in one mapping."),
    "Y209": ("second-document", ERROR, "A briefing is one YAML document."),
    "Y210": ("not-a-mapping", ERROR, "A briefing is a mapping of keys to values."),
    "Y211": ("complex-key", ERROR, "A key is a plain word."),
    "Y212": ("unquoted-link", ERROR, "A plain value begins with [[id]] or [^source], which YAML takes for a list."),
    "Y213": ("colon-in-text", ERROR, "A colon and a space in a plain value make it a mapping."),
    "Y214": ("text-lost-to-comment", ERROR, "A space and # begin a comment: the rest of the line is not read."),
    "Y215": ("tab-indent", ERROR, "YAML is indented with spaces, never with tabs."),
    "Y216": ("quote-opens", ERROR, "A value that begins with a quotation mark must end with it."),
    "Y217": (
        "reserved-start",
        ERROR,
        "A plain value cannot begin with a sign that YAML keeps for itself, such as @, *, & or %.",
    ),
    "Y218": ("comma-in-braces", ERROR, "Inside {...} a comma ends the value."),
    "Y219": ("indentation", ERROR, "The line does not stand under what it belongs to."),
    "M301": ("missing-key", ERROR, "An entry lacks a key that it must have."),
    "M302": ("unknown-key", ERROR, "The format has no such key here."),
    "M303": ("not-in-vocabulary", ERROR, "The value is none of the words the format knows here."),
    "M304": ("bad-value", ERROR, "The value is not of the kind wanted here."),
    "M305": ("bad-time", ERROR, "The time is not EDTF level 0 or 1."),
    "M306": ("wrong-shape", ERROR, "A list or a mapping stands where text is wanted, or the other way round."),
    "M307": ("bad-id", ERROR, "An id is lower-case letters, digits and hyphens, and no name of the format."),
    "M308": ("duplicate-id", ERROR, "Two entries bear the same id; ids are one namespace for the whole file."),
    "L401": ("broken-reference", ERROR, "A reference or link names nothing in this briefing."),
    "L402": ("wrong-kind", ERROR, "A reference names an entry of a kind that cannot stand here."),
    "L403": ("malformed-link", ERROR, "Something that looks like a link is not one."),
    "S901": ("ignored-without-reason", WARNING, "A comment ignores a finding and does not say why."),
    "S902": ("ignored-unknown", WARNING, "A comment is to ignore something that is no finding, or cannot be ignored."),
    "S903": ("ignored-nothing", INFO, "A comment ignores something that is not found where it holds."),
    "C701": ("key-taken", ERROR, "Of two commands that would have the same key, one keeps what it had."),
    "C702": ("key-needed", ERROR, "The commands that leave and that show the keys have a key, always."),
    "T801": ("not-a-theme", ERROR, "A theme is a mapping with `colors` and `roles`, or with `extends`."),
    "T802": ("bad-colour", ERROR, "A colour is # and six hexadecimal digits, in quotes."),
    "T803": ("missing-colour", ERROR, "A theme has, with what it extends, the colours the screen is painted with."),
    "T804": ("unknown-role", ERROR, "A theme styles something that nothing on the screen is."),
    "T805": ("unknown-word", ERROR, "A role's look is words of style and names of the theme's colours."),
    "T806": ("bad-base", ERROR, "`extends` names a sound theme that does not rest on this one."),
    "T807": ("bad-theme-name", ERROR, "A theme's file is named in lower-case letters, digits and hyphens."),
    "T808": ("weak-contrast", WARNING, "Text does not stand out from its ground as WCAG 2 asks."),
    "T809": ("plain-role", INFO, "A theme does not say how something looks: it looks like plain text."),
}


def finding(
    code: str,
    extent: Extent,
    message: str,
    help: str = "",
    *,
    related: tuple[Related, ...] = (),
    edits: tuple[Edit, ...] = (),
) -> Diagnostic:
    """A diagnostic of a code in CODES at a place."""
    name, severity, _ = CODES[code]
    return Diagnostic(code, name, severity, message, extent, help, related, edits)
