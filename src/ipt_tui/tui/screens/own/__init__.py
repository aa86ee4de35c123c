"""Own notes on the screen: over whatever one does, beside the record and never in it."""
