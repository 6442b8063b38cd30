"""The language server: what an editor shows while a briefing is being written. pygls is imported only here."""
