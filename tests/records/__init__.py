"""What is kept, and what is refused."""
