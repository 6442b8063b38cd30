"""Strings that would command a terminal, reorder its line or break what shows them: a hundred of our own, by name.

What the sequences ask for is asked for by nothing else here: blinking, places far outside, modes of the number 7. So
one that came through cannot be taken for one of the program's.
"""

import json
from pathlib import Path

#: What a terminal obeys, in seven bits.
_SEQUENCES = {
    "title": "\x1b]0;pwned\x07",
    "window title, ended by ST": "\x1b]2;pwned\x1b\\",
    "icon name": "\x1b]1;pwned\x07",
    "property of the window": "\x1b]3;PWNED=1\x07",
    "palette": "\x1b]4;1;rgb:ff/00/00\x07",
    "palette, asked": "\x1b]4;1;?\x07",
    "working directory": "\x1b]7;file://evil.example/\x07",
    "link": "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "link, by BEL": "\x1b]8;id=1;javascript:alert(1)\x07click\x1b]8;;\x07",
    "notification": "\x1b]9;pwned\x07",
    "progress": "\x1b]9;4;1;50\x07",
    "foreground": "\x1b]10;#ff0000\x07",
    "background": "\x1b]11;#ff0000\x07",
    "background, asked": "\x1b]11;?\x1b\\",
    "colour of the cursor": "\x1b]12;red\x07",
    "font": "\x1b]50;fixed\x07",
    "clipboard": "\x1b]52;c;cHduZWQ=\x07",
    "clipboard, asked": "\x1b]52;c;?\x07",
    "selections": "\x1b]52;pqs01234567;cHduZWQ=\x1b\\",
    "palette, put back": "\x1b]104;1\x07",
    "foreground, put back": "\x1b]110\x07",
    "mark of a prompt": "\x1b]133;A\x07",
    "a command's output begins": "\x1b]133;C;cmdline=id\x1b\\",
    "notification of rxvt": "\x1b]777;notify;pwned;pwned\x07",
    "iTerm's file": "\x1b]1337;File=name=cHdu;inline=1:cHduZWQ=\x07",
    "iTerm's variable": "\x1b]1337;SetUserVar=x=cHdu\x07",
    "a title without end": "\x1b]0;pwned",
    "a title of many": "\x1b]0;" + "p" * 5000 + "\x07",
    "cleared": "\x1b[2;7J\x1b[7777H",
    "cleared with all that was": "\x1b[3J",
    "far away": "\x1b[7777;7777H",
    "a line up, and away with it": "\x1b[1A\x1b[2K",
    "blinking and hidden": "\x1b[5;8m",
    "colours": "\x1b[31;103m",
    "underlined oddly": "\x1b[4:3m\x1b[58:2::255:0:0m",
    "repeated": "x\x1b[9999b",
    "scrolled": "\x1b[3;5r\x1b[99S",
    "soft reset": "\x1b[!p",
    "protected": '\x1b[1"q',
    "shape of the cursor": "\x1b[5 q",
    "what are you": "\x1b[0c",
    "what are you, once more": "\x1b[>0c",
    "where are you": "\x1b[6n",
    "status": "\x1b[?996n",
    "mode, asked": "\x1b[?7;2026$p",
    "title, reported": "\x1b[21t",
    "window, moved and small": "\x1b[3;0;0t\x1b[8;5;5t",
    "title, kept and put back": "\x1b[22;0t\x1b[23;0t",
    "other screen": "\x1b[?1049;7h",
    "other screen, left": "\x1b[?1049;7l",
    "mouse": "\x1b[?1000;1006;7h",
    "pastes in brackets, off": "\x1b[?2004;7l",
    "cursor away": "\x1b[?25;7l",
    "132 columns": "\x1b[?3;7h",
    "keyboard of kitty": "\x1b[>7u\x1b[=7;1u",
    "inserting": "\x1b[4h",
    "sent on": "\x1b[5i\x1b[4i",
    "a sequence without end": "\x1b[31",
    "a sequence in a sequence": "\x1b[3\x1b[1;31m",
    "full reset": "\x1bc",
    "graphics for letters": "\x1b(0lqqk\x1b(B",
    "keypad": "\x1b=\x1b>",
    "screen full of E": "\x1b#8",
    "cursor kept and back": "\x1b7\x1b8",
    "screen's title": "\x1bkpwned\x1b\\",
    "lone ESC": "\x1b",
    "ESC at the end of a word": "word\x1b",
    "DCS": "\x1bP1$r0m\x1b\\",
    "terminfo, asked": "\x1bP+q544e\x1b\\",
    "setting, asked": '\x1bP$q"p\x1b\\',
    "sixel": "\x1bPq#0;2;0;0;0~\x1b\\",
    "tmux, let through": "\x1bPtmux;\x1b\x1b]0;pwned\x07\x1b\\",
    "synchronised": "\x1bP=1s\x1b\\",
    "APC": "\x1b_pwned\x1b\\",
    "picture of kitty": "\x1b_Ga=T,f=100;cHduZWQ=\x1b\\",
    "PM": "\x1b^pwned\x1b\\",
    "SOS": "\x1bXpwned\x1b\\",
}  # fmt: skip

#: And what it obeys in one character.
_CONTROLS = {
    "C1: CSI": "\x9b31;5m",
    "C1: OSC": "\x9d0;pwned\x9c",
    "C1: DCS, APC, PM, SOS": "\x90q\x9c\x9fx\x9c\x9ex\x9c\x98x\x9c",
    "C1: all": "".join(map(chr, range(0x80, 0xA0))),
    "C1, as a wrong decoding leaves it": "Â\x9b31m",
    "C0: all but tab and newline": "".join(chr(code) for code in range(32) if code not in (9, 10)),
    "NUL": "a\x00b",
    "BEL, BS, VT, FF": "a\x07b\x08\x08c\x0bd\x0ce",
    "SO and SI": "\x0elqk\x0f",
    "CAN and SUB amid a sequence": "\x1b[3\x18m\x1b[3\x1am",
    "DEL": "\x7f" * 5,
    "carriage return over what was": "harmless\rmalicious",
    "CRLF": "one\r\ntwo\n\rthree",
}

#: And what moves, hides or piles up what is beside it.
_CHARACTERS = {
    "bidi: overrides": "a\u202eb\u202dc\u202ad\u202be\u202cf",
    "bidi: isolates": "a\u2066b\u2067c\u2068d\u2069e",
    "bidi: marks in both ways": "\u200fשלום\u200e \u061c مرحبا",
    "line and paragraph separators, NEL": "a\u2028b\u2029c\x85d",
    "combining flood": "e" + "\u0301" * 2000,
    "combining flood, over joiners": "a" + "\u0301\u200d\u034f\u0302" * 60,
    "combining, on nothing": "\u0301\u0489\u20dd x",
    "joiners": "a" + "\u200d" * 60 + "b\u200c\u200bc\u2060",
    "emoji that join": "👩‍👩‍👧‍👦 🏳️‍🌈 🇫🇷🇩 👍🏽 ❤️‍🔥" * 3,
    "selectors of variants": "a\ufe0f\ufe0eb\U000e0100c" + "\ufe0f" * 40,
    "tags": "x\U000e0001\U000e0041\U000e0042\U000e007fy",
    "byte order marks, noncharacters": "\ufeffa\ufeff\ufffe\uffff\ufdd0\U0010ffff",
    "surrogates": "a\ud800b\udc00c\udbffd\ud83d\ude00",
    "private use, unassigned": "\ue000\uf8ff\U000f0000\u0378\U000e1000\u05ff",
    "very wide, tabs": "﷽𒐫⸻꧅\t\tx\ty",
    "what programs read": "[@click=app.quit]x[/] [/b] %s%n{0} $(id) `id` {{7*7}} =1+1 <script>alert(1)</script>",
}

OWN: dict[str, str] = {**_SEQUENCES, **_CONTROLS, **_CHARACTERS}


def commanding() -> dict[str, str]:
    """Those that a terminal would obey, by name."""
    return {name: text for name, text in OWN.items() if name in _SEQUENCES or name in _CONTROLS}


def naughty(corpora: Path) -> list[str]:
    """The big list of naughty strings: 515."""
    texts = [str(text) for text in json.loads((corpora / "blns.json").read_text(encoding="utf-8"))]
    assert len(texts) == 515
    return texts
