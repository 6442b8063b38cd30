"""The terminal interface. The only layer that knows Textual and rich."""
