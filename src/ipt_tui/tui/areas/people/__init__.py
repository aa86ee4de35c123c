"""People: the interpersonal inventory as a circle, and the card of whoever is lit."""
