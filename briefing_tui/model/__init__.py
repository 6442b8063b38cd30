"""What a briefing is: frozen values, cleaned text, ordered times. No I/O, no screen, and no pydantic at import."""
