"""The guide of one's own vault."""
