"""Many briefings: which there are, what each one is, and what changed on disk. Knows no screen and no command line."""
