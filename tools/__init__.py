"""What keeps the house in order: installing, drawing, measuring."""
