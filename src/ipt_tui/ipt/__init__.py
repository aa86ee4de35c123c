"""The therapy itself: vocabularies, rules, scoring, sentences. Pure, standard library only."""
