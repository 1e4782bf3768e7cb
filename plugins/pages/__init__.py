"""Views of the newsroom, and their rendering."""
