"""Machine translation engines behind one protocol of two methods."""
