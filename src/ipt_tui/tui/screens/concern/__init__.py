"""Concerns on the screen: raised with two keys, gone through, closed by an outcome."""
