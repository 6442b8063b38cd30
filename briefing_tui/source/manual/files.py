"""What is told of files that cannot be had: F101 to F106."""

from briefing_tui.source.manual import Told

TOLD = {
    "F101": Told("""\
        Nothing is there under this name. Names are told apart by upper and lower case, and `.yaml` is not `.yml`.

        `briefing` alone lists the briefings it finds, and where it looks: in `$BRIEFING_PATH`, else in `./briefings`,
        else where the configuration says."""),
    "F102": Told("""\
        A briefing is a file. A folder is opened as a library (`briefing FOLDER`), and standard input is read where the
        path is `-`. Pipes, devices and sockets are refused: they may never end."""),
    "F103": Told("""\
        The system does not let you read this file, or the disk does not give it. `ls -l FILE` shows whose it is and
        who may read it; `chmod u+r FILE` gives yourself the right, where it is yours."""),
    "F104": Told("""\
        No briefing that people read is longer than 5 MB of text, or holds 800,000 values or 100,000 links in its prose,
        and one that does has most often been made by accident. It is refused at once, so that nothing hangs.

        Split it into several briefings. A link reaches from one into another: `[[other-briefing#id]]`."""),
    "F105": Told("""\
        Briefings are text in UTF-8, as every editor writes it by default today. A file from elsewhere may be in
        Latin-1, Windows-1252 or UTF-16, and what is not ASCII in it would be guessed at.

        Save it as UTF-8 in your editor, or convert it: `iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW`. A byte order mark
        at the beginning is tolerated, and kept by `--fix`."""),
    "F106": Told("""\
        The file is empty, or holds nothing but comments. Three keys make a briefing: `title`, `as_of` and `situation`
        with its `bottom_line`.

        An editor that saves in two steps leaves an empty file for a moment: look again before you worry."""),
}
