"""What the index of the search is made of."""
