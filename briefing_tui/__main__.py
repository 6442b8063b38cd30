"""The way in: `briefing`, and `python -m briefing_tui`. Knows nothing but where the command line begins."""

import sys


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    try:
        from briefing_tui.cli.commands import checked_alone, path_alone

        path, checked = path_alone(sys.argv[1:]), checked_alone(sys.argv[1:])
        # All else that can be called takes a parser of command lines, which takes long to import.
        if path is not None:
            from briefing_tui.cli.open import path_opened
            from briefing_tui.cli.report import guarded
        elif checked is not None:
            from briefing_tui.cli.check_files import checked_alone as check
            from briefing_tui.cli.report import guarded
        else:
            from briefing_tui.cli.group import briefing
    except KeyboardInterrupt:
        # Before anything is there that could say so more nicely.
        sys.exit(130)
    if path is not None:
        sys.exit(guarded(lambda: path_opened(path)))
    if checked is not None:
        sys.exit(guarded(lambda: check(checked)))
    briefing.main()


if __name__ == "__main__":
    main()
