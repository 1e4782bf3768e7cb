"""Turns Markdown into a document of safe HTML, links, pictures and headings."""
