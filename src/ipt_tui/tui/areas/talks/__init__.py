"""Talks: communication analysis, one talk looked at closely."""
