"""What a terminal is left with by the bytes written to it: its modes, and the text on its normal screen."""

import re
from dataclasses import dataclass, field

#: One sequence, one control character, or a run of text. CAN ends a sequence that was cut in half.
_PART = re.compile(
    rb"\x1b\[(?P<private>[<-?]?)(?P<numbers>[0-9:;]*)(?P<middle>[ -/]*)(?P<final>[@-~])"
    rb"|\x1b[\]PX^_](?P<string>[^\x07\x18\x1b]*)(?:\x07|\x1b\\|\x18)"
    rb"|\x1b[ -/]*[0-~]|\x1b[^\x18]*\x18|(?P<text>[^\x00-\x1f\x7f]+)|[\x00-\x1f\x7f]",
    re.DOTALL,
)

#: Private modes that are on in a terminal that nobody has touched: wrapping, the cursor.
ON = frozenset({7, 25})


@dataclass
class Modes:
    """The modes of a terminal; `Modes()` are those of a fresh one."""

    on: set[int] = field(default_factory=lambda: set(ON))
    #: kitty's keys: a stack for each screen.
    keys: dict[bool, list[int]] = field(default_factory=lambda: {False: [], True: []})
    letters: list[int] = field(default_factory=list)
    #: Whatever else lasts: margins, shape of the cursor and the pointer, titles, colours, other keys.
    others: dict[str, str] = field(default_factory=dict)


def modes_after(data: bytes) -> tuple[Modes, str]:
    """The modes after some bytes, and the text that is on the normal screen then."""
    modes, shown = Modes(), bytearray()
    for part in _PART.finditer(data):
        alternate = 1049 in modes.on
        if part["text"] is not None or part[0] == b"\n":
            if not alternate:
                shown += part[0]
        elif part["string"] is not None:
            _string(modes, part["string"].decode(errors="replace"))
        elif part["final"] is not None:
            _sequence(modes, part, alternate)
    return modes, shown.decode(errors="replace")


def _sequence(modes: Modes, part: re.Match[bytes], alternate: bool) -> None:
    private, middle, final = part["private"], part["middle"], part["final"]
    numbers = [int(number or 0) for number in re.split(b"[;:]", part["numbers"])]
    if private == b"?" and not middle and final in b"hl":
        (modes.on.update if final == b"h" else modes.on.difference_update)(numbers)
    elif final == b"u" and private == b">":
        modes.keys[alternate].append(numbers[0])
    elif final == b"u" and private == b"<":
        del modes.keys[alternate][-max(1, numbers[0]) :]
    elif final == b"u" and private == b"=":
        modes.others["keys"] = part["numbers"].decode()
    elif final == b"m" and not private:
        modes.letters = [] if numbers == [0] else [*modes.letters, *numbers]
    elif (final == b"m" and private) or (final == b"r" and not private) or (final == b"q" and middle == b" "):
        _lasting(modes, (private + middle + final).decode(), part["numbers"].decode())


def _string(modes: Modes, words: str) -> None:
    kind, _, rest = words.partition(";")
    if kind == "22":
        _lasting(modes, "pointer", "" if rest in ("", "default") else rest)
    elif kind in ("0", "1", "2", "4", "10", "11", "12"):
        _lasting(modes, f"osc {kind}", rest)


def _lasting(modes: Modes, name: str, value: str) -> None:
    if value in ("", "0"):
        modes.others.pop(name, None)
    else:
        modes.others[name] = value
