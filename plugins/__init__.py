"""Dreiklang: the parts of a newsroom in several languages."""
