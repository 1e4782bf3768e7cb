"""A run of ``translate``: what is missing or stale is asked for, checked, and kept."""
