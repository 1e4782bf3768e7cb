"""The door to Pelican; the only package that imports it."""
