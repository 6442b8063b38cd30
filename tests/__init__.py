"""A package, so that tests can share what they read from it under one name."""
