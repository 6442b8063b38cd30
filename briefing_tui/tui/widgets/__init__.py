"""Widgets: few, each drawing its own lines."""
