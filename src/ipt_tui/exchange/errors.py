"""What can go wrong with what leaves and what enters."""


class ExchangeError(Exception):
    """`str(error)` is one sentence to show; it never holds the text of a record."""
