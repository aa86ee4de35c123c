"""Today: who comes next, what there is to say before, and what is still to be done."""
