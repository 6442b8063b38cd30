"""The way in: `briefing`, and `python -m briefing_tui`. Knows nothing but where the command line begins."""

import sys


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    try:
        from briefing_tui.cli.group import briefing
    except KeyboardInterrupt:
        # Before anything is there that could say so more nicely.
        sys.exit(130)
    briefing.main()


if __name__ == "__main__":
    main()
