"""Fills missing editions, and proves that nothing was lost."""
