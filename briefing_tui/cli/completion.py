"""`briefing completion`: what a shell needs to complete commands, options, files and the ids in them."""

import click

from briefing_tui.cli.report import SOUND, put

#: Where each shell looks for it.
PLACES = {
    "bash": "~/.local/share/bash-completion/completions/briefing",
    "zsh": "a folder of $fpath, as _briefing",
    "fish": "~/.config/fish/completions/briefing.fish",
}


@click.command("completion")
@click.argument("shell", type=click.Choice(tuple(PLACES)))
def completion(shell: str) -> int:
    """Print what your shell needs to complete commands, files and ids.

    \b
    briefing completion bash > ~/.local/share/bash-completion/completions/briefing
    briefing completion zsh > ~/.zfunc/_briefing      # a folder of your $fpath
    briefing completion fish > ~/.config/fish/completions/briefing.fish

    Then `briefing flood.yaml#` and Tab lists the ids of that briefing.
    """
    from click.shell_completion import get_completion_class

    from briefing_tui.cli.commands import COMPLETING
    from briefing_tui.cli.group import briefing

    source = get_completion_class(shell)
    assert source is not None
    put(f"# Completion of `briefing` for {shell}; stands in {PLACES[shell]}.\n")
    put(source(briefing, {}, "briefing", COMPLETING).source() + "\n")
    return SOUND
