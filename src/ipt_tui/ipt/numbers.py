"""Numbers as they are said."""


def whole(number: float) -> str:
    """Return a median as it is said: "6", "5.5"."""
    return str(int(number)) if number == int(number) else str(number)
