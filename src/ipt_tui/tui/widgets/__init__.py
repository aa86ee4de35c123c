"""Reusable things on a screen."""
