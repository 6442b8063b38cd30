"""Who refers to whom in one briefing: references both ways, mentions, what rests on which source, what is broken.

Pure functions over the model; only problems.py and places.py know the source text. Nothing here knows a screen.
"""
