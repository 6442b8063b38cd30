"""What is told of text that is not YAML, or more than plain data: Y201 to Y219."""

from briefing_tui.source.manual import Told

TOLD = {
    "Y201": Told(
        """\
        Something here is not YAML, and it is none of the usual slips: those have codes of their own. Most often a
        bracket or a brace is left open, closes nothing, or a backslash stands in double quotes.

        Where in doubt, write prose in a block: `>-` after the colon and the text on the lines below, indented. Nothing
        YAML does can bite there.""",
        bad="events:\n  crest: {title: The crest arrives, when: 2026-03-03\n",
        good="events:\n  crest: {title: The crest arrives, when: 2026-03-03}\n",
    ),
    "Y202": Told("""\
        Text files hold letters, spaces, tabs and ends of lines. Other control characters come with what is pasted from
        a terminal or a PDF; nobody sees them, and some command a terminal.

        Remove it. The position is given as line and column; an editor that shows invisible characters finds it."""),
    "Y203": Told("""\
        A briefing needs four or five levels. Forty are a mistake, or an attempt to make a reader run out of memory.

        Give the inner things ids of their own, and refer to them."""),
    "Y204": Told(
        """\
        In YAML `*name` repeats what an anchor marked elsewhere. It is refused: what stands in a file is what is read,
        and nobody has to look elsewhere for what an entry says.

        Write the value out. Where the asterisk belongs to the text, put the value in quotes.""",
        bad="events:\n  crest: {title: The crest arrives, when: 2026-03-03, where: *bridge }\n",
        good='events:\n  crest: {title: The crest arrives, when: 2026-03-03, where: "*bridge" }\n',
    ),
    "Y205": Told(
        """\
        In YAML `&name` marks a value to be repeated elsewhere. It is refused, as what would repeat it is.

        Remove it. Where the sign belongs to the text, put the value in quotes.""",
        bad="events:\n  crest: {title: The crest arrives, when: 2026-03-03, where: &bridge Harrow Bend}\n",
        good="events:\n  crest: {title: The crest arrives, when: 2026-03-03, where: Harrow Bend}\n",
    ),
    "Y206": Told(
        """\
        In YAML `!name` says of what type a value is. It is refused: a value is text until the format says otherwise,
        and no file makes a program build anything.

        Remove it. Where the sign belongs to the text, put the value in quotes.""",
        bad="events:\n  crest: {title: !Urgent the crest arrives, when: 2026-03-03}\n",
        good='events:\n  crest: {title: "!Urgent the crest arrives", when: 2026-03-03}\n',
    ),
    "Y207": Told(
        """\
        In YAML `<<` takes keys over from another mapping. It is refused: what stands in an entry is what it says.

        Write the keys out.""",
        bad="events:\n  crest:\n    title: The crest arrives\n    when: 2026-03-03\n    <<: {where: Harrow Bend}\n",
        good="events:\n  crest:\n    title: The crest arrives\n    when: 2026-03-03\n    where: Harrow Bend\n",
    ),
    "Y208": Told(
        """\
        Only one of the two can be meant, and YAML does not say which: the first one is read. Most often an entry was
        copied and its id left as it was.

        Remove one of them, or give it another name.""",
        bad="actors:\n  town: Town of Harrow Bend\n  town: Town of Millbrook\n",
        good="actors:\n  town: Town of Harrow Bend\n  millbrook: Town of Millbrook\n",
    ),
    "Y209": Told(
        """\
        A line of three hyphens begins a second document in the same file. A briefing is one: what follows is not read.

        Remove the line, or put what follows into a file of its own. In prose, `***` draws a line.""",
        bad="actors:\n  town: Town of Harrow Bend\n---\nasks: {sandbags: {text: Fill the sandbags.}}\n",
        good="actors:\n  town: Town of Harrow Bend\nasks: {sandbags: {text: Fill the sandbags.}}\n",
    ),
    "Y210": Told(
        """\
        At its top a briefing has keys with values: `title`, `as_of`, `situation`. Here stands a list, or a single
        text.""",
        bad="- title: The crest reaches Harrow Bend\n- as_of: 2026-03-04T06:00Z\n",
        good="title: The crest reaches Harrow Bend\nas_of: 2026-03-04T06:00Z\n"
        "situation: {bottom_line: The crest arrives on Thursday.}\ntlp: GREEN\nstatus: exercise\n",
        whole=True,
    ),
    "Y211": Told(
        """\
        A key is a word. Here it is missing, or is a list or a mapping: a link that begins a line, for instance.

        Write a word before the colon; where a link begins a text, put the text in quotes or in a block after `>-`.""",
        bad="actors:\n  [[town]]: Town of Harrow Bend\n",
        good="actors:\n  town: Town of Harrow Bend\n",
    ),
    "Y212": Told(
        """\
        To YAML a square bracket at the start of a value begins a list. So `[[town]]` is a list in a list, and not the
        link it was meant as. It is the slip that authors make most.

        Put the value in quotes, or write it in a block: `>-` after the colon, and the text on the next line.""",
        bad="situation:\n  bottom_line: [[town]] closes the bridge.\nactors:\n  town: Town of Harrow Bend\n",
        good="situation:\n  bottom_line: '[[town]] closes the bridge.'\nactors:\n  town: Town of Harrow Bend\n",
    ),
    "Y213": Told(
        """\
        To YAML a colon and a space end a key. In plain text they make a key of what stands before them, and the text
        is torn in two.

        Put the value in quotes, or write it in a block: `>-` after the colon, and the text on the next line.""",
        bad="situation:\n  bottom_line: One thing is clear: the crest arrives on Thursday.\n",
        good="situation:\n  bottom_line: 'One thing is clear: the crest arrives on Thursday.'\n",
    ),
    "Y214": Told(
        """\
        To YAML a space and # begin a comment. In plain text the rest of the line is silently not read, and the
        briefing says half of what its author wrote.

        Put the value in quotes. Where a comment is meant, put a space after the #.""",
        bad="events:\n  failure:\n    title: Gauge #7 fails\n    when: 2026-03-04\n",
        good="events:\n  failure:\n    title: 'Gauge #7 fails'\n    when: 2026-03-04\n",
    ),
    "Y215": Told("""\
        YAML is indented with spaces. A tab looks like some of them, in each editor like another number.

        Use two spaces for each step. Most editors can do that for a whole file, and insert spaces for the Tab key in
        YAML by themselves (in vim: `set expandtab`)."""),
    "Y216": Told(
        """\
        A value that begins with a quotation mark ends with it. Here text follows after the quotation, or it never
        ends.

        Put the whole value in quotes of the other sort, or write it in a block after `>-`.""",
        bad='events:\n  call:\n    title: "Leave now" is what the town was told\n    when: 2026-03-04\n',
        good="events:\n  call:\n    title: '\"Leave now\" is what the town was told'\n    when: 2026-03-04\n",
    ),
    "Y217": Told(
        """\
        YAML keeps some signs for itself: a plain value cannot begin with @, %, `, *, &, !, > or |, nor with a hyphen
        and a space.

        Put the value in quotes, or write it in a block after `>-`.""",
        bad="events:\n  post:\n    title: @harrow-bend warns of the crest\n    when: 2026-03-04\n",
        good="events:\n  post:\n    title: '@harrow-bend warns of the crest'\n    when: 2026-03-04\n",
    ),
    "Y218": Told(
        """\
        Inside {...} and [...] a comma ends the value, and so do brackets. What follows is taken for another key.

        Put the value in quotes, or write the keys on lines of their own.""",
        bad="events:\n  crest: {title: The crest arrives, at last, when: 2026-03-03}\n",
        good="events:\n  crest: {title: 'The crest arrives, at last', when: 2026-03-03}\n",
    ),
    "Y219": Told(
        """\
        What belongs together stands in one column; what belongs to a key stands deeper than it. This line stands in a
        column that fits nothing above it, or has no colon.

        Indent it like its neighbours. Text that runs on over several lines stands deeper than its key.""",
        bad="events:\n  crest:\n    title: The crest arrives\n   when: 2026-03-03\n",
        good="events:\n  crest:\n    title: The crest arrives\n    when: 2026-03-03\n",
    ),
}
