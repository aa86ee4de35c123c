"""Sessions: the note one types while somebody sits opposite, and what it becomes."""
