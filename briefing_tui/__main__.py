"""The way in: `briefing`, and `python -m briefing_tui`. Knows nothing but where the command line begins."""

import sys
from collections.abc import Callable
from functools import partial


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    try:
        from briefing_tui.cli.commands import path_alone, paths_to_check

        words = sys.argv[1:]
        call: Callable[[], int] | None = None
        # All else that can be called takes a parser of command lines, which takes long to import.
        if (path := path_alone(words)) is not None:
            from briefing_tui.cli.open import path_opened

            call = partial(path_opened, path)
        elif (paths := paths_to_check(words)) is not None:
            from briefing_tui.cli.check_files import checked_alone

            call = partial(checked_alone, paths)
        if call is None:
            from briefing_tui.cli.group import briefing
        else:
            from briefing_tui.cli.report import guarded
    except KeyboardInterrupt:
        # Before anything is there that could say so more nicely.
        sys.exit(130)
    if call is None:
        briefing.main()
    else:
        sys.exit(guarded(call))


if __name__ == "__main__":
    main()
