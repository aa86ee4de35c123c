"""Numbers as they are said."""

_WORDS = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
)  # fmt: skip


def whole(number: float) -> str:
    """Return a median as it is said: "6", "5.5"."""
    return str(int(number)) if number == int(number) else str(number)


def in_words(number: int) -> str:
    """Return "thirteen" for 13; what is more than twenty stays in digits."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else str(number)
