"""The therapy itself: vocabularies, rules, sentences."""
