"""Measurements of Dreiklang, alone and beside other generators."""
