"""`briefing setup`: what to paste into an editor's configuration. The texts stand in setups/, as editors read them."""

from importlib.util import find_spec
from pathlib import Path

import click

from briefing_tui.cli.report import SOUND, put, say
from briefing_tui.schema.file import shipped_schema

#: The file of each editor.
SETUPS = {
    "vim": "vim.vim",
    "nvim": "nvim.lua",
    "helix": "helix.toml",
    "emacs": "emacs.el",
    "vscode": "vscode.json",
    "nano": "nano.nanorc",
}

#: Has no language client, so that nothing is missing without a server.
_WITHOUT = ("nano",)

#: Where the path of the shipped schema goes.
_SCHEMA = "{schema}"


@click.command("setup")
@click.argument("editor", type=click.Choice(tuple(SETUPS)))
def setup(editor: str) -> int:
    """Print what to paste into the configuration of your editor, and where.

    \b
    briefing setup helix
    briefing setup nvim >> ~/.config/nvim/init.lua

    What it prints runs `briefing lsp`, so `briefing` must be on the path of the editor. nano and plain Vim get the
    checker instead. With yaml-language-server, `briefing schema` serves any editor.
    """
    put(setup_text(editor))
    if editor not in _WITHOUT and find_spec("pygls") is None:
        say("briefing: the language server needs one package more: pip install 'briefing-tui[lsp]'")
    return SOUND


def setup_text(editor: str) -> str:
    """What is printed for an editor."""
    text = Path(__file__).with_name("setups").joinpath(SETUPS[editor]).read_text(encoding="utf-8")
    return text.replace(_SCHEMA, str(shipped_schema()).replace("\\", "/"))
