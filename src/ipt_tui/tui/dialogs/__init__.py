"""Small screens over a screen."""
