"""Remembers expensive work under a digest of all its arguments."""
