"""What is told of keys in the configuration: C701 and C702."""

from briefing_tui.source.manual import Told

TOLD = {
    "C701": Told(
        """\
        A key does one thing. Of two commands that would have the same, the one that had it keeps it, and the other
        falls back to its own. A key that begins a sequence (`g` of `g g`) cannot be had alone beside it.

        Give it another key, or take the key from the other command: `other: none`.""",
        bad="keys:\n  find: f\n",
        good="keys:\n  find: F\n",
        whole=True,
    ),
    "C702": Told(
        """\
        Without a key to leave, nobody would find out of the program; without one that shows the keys, nobody would
        find anything. These two always have one.""",
        bad="keys:\n  quit: none\n",
        good="keys:\n  quit: ctrl+x\n",
        whole=True,
    ),
}
