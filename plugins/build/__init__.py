"""The build, from content to output: named stages, and what they need."""
