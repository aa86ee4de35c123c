"""Rehearsing alone, in one's own vault: one question a screen."""
