"""Imprint, privacy notice and accessibility statement, made in every language from facts of site.yaml."""
