"""The way in: `briefing`, and `python -m briefing_tui`. Knows nothing but where the command line begins."""

import sys


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    try:
        from briefing_tui.cli.commands import path_alone

        path = path_alone(sys.argv[1:])
        if path is None:
            from briefing_tui.cli.group import briefing
        else:
            # All else that can be called takes a parser of command lines, which takes long to import.
            from briefing_tui.cli.open import path_opened
            from briefing_tui.cli.report import guarded
    except KeyboardInterrupt:
        # Before anything is there that could say so more nicely.
        sys.exit(130)
    if path is None:
        briefing.main()
    sys.exit(guarded(lambda: path_opened(path)))


if __name__ == "__main__":
    main()
