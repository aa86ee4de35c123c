"""What leaves and what enters."""
