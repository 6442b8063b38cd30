"""Briefings as files: written by hand, checked by machine, read and presented in a terminal."""

__version__ = "0.1.0"
