"""`briefing lsp`: the language server, for editors. What it needs beyond the program itself is an extra."""

import sys

import click

from briefing_tui.cli.report import COULD_NOT_RUN, Failure

#: The packages of the extra, as Python calls them.
_EXTRA = ("pygls", "lsprotocol", "cattrs", "attrs")


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Speak on standard input and output; it always does.")
def lsp(stdio: bool) -> int:
    """Run the language server, which an editor starts by itself.

    `briefing setup EDITOR` prints what to paste into the editor's configuration. It speaks the Language Server Protocol
    on standard input and output: findings while you type, completion, hover cards, definition and references, rename,
    symbols, quick fixes.
    """
    if sys.stdin is None or sys.stdout is None or sys.stdin.isatty():
        raise Failure("an editor starts this, not a person: `briefing setup EDITOR` prints how")
    try:
        from briefing_tui.lsp.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise Failure(
            "the language server needs pygls, which is not installed: pip install 'briefing-tui[lsp]'", COULD_NOT_RUN
        ) from None
    return serve(sys.stdin.buffer, sys.stdout.buffer)
