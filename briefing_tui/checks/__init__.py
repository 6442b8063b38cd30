"""The editor's rules: what a severe editor would say of a briefing before the meeting does. One rule a file.

`listing.RULES` is the list of them, `engine.judged` what others call. Nothing is imported here: a reader needs none.
"""
