"""Commands without a screen, and the program as a whole."""
