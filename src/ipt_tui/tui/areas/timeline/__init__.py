"""The timeline: moods and what happened, as they go together."""
