"""Help with writing: a new briefing, one more entry, another id. Span edits on a text; writes no file."""
