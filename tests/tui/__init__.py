"""What is drawn, and what a key does."""
