"""Under which name what is typed from paper waits, until it is kept."""

PAPER = "paper:"


def paper_place(client: str = "", instrument: str = "", *, given: str = "") -> str:
    """Return the place of the row of a form; of the correction of a `given` score by its uid."""
    return f"{PAPER}{given or f'{client}:{instrument}'}:row"
