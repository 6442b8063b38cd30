"""Text with positions: from a file's bytes to a briefing and what is wrong with it.

Knows no screen and no command line.
"""
