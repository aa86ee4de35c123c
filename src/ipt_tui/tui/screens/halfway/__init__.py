"""The halfway look: a course looked at together, and what is said of it."""
