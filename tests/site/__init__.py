"""Whole sites: written from a text archive, built, edited, built again."""
