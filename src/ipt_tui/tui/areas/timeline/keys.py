"""The keys of the questions about an entry: the name of a field, or `tie`."""

FIELDS = {
    "mood": ("value", "feelings", "when", "people", "note", "sensitive"),
    "event": (
        "title", "when", "people", "category", "area", "valence", "controllable", "anniversary",
        "note", "sensitive",
    ),
    "spell": ("name", "kind", "when", "severity", "note", "sensitive"),
    "jotting": ("text", "when", "sensitive"),
}  # fmt: skip
"""The fields asked about, by the sort of entry, in their order."""
TIE = "tie"
