"""Themes: which there are, what one says, what is wrong with it. Names and numbers only: nothing is drawn here."""
