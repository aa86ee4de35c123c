"""Measures: what was answered, how scores went, and what is due."""
