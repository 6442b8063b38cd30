"""Screens: what fills the terminal, and what lies over it for a moment."""
