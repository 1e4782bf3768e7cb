"""Markdown as people of this trade type it, turned into plain Markdown that all readers read alike."""
