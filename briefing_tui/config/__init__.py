"""What the user has set: the settings there are, their file and what is wrong in it. Knows no screen."""
