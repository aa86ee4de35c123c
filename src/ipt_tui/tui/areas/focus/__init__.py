"""Focus: what the course is about, in chapters, from the problem areas to the ending."""
