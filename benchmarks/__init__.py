"""How fast the program is, beside an empty Textual app on the same machine in the same round."""
