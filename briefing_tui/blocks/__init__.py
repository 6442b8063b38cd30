"""Entries to blocks: what every surface shows of a briefing, whatever it looks like there. Pure functions of a Scope.

`panes.pane_blocks`, `dossier.dossier_blocks` and `document.briefing_blocks` are what others call. Nothing is imported
here: the first screen needs one of the three.
"""
