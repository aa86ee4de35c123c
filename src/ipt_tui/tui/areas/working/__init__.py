"""What one is working on, in a vault of one's own: goals, and small things to try."""
