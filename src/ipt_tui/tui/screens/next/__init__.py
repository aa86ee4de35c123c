"""The card for one's next session: what there is to bring, and the card as it is handed over."""
