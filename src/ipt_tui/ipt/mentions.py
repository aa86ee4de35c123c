"""Who is named in a text: whole words, as typed, upper and lower case alike."""

import re


def lines_naming(name: str, text: str) -> list[str]:
    """Return the lines of `text` that name `name`, exactly as they were typed."""
    if not name.strip() or name.casefold() not in text.casefold():
        return []
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return [line for line in text.splitlines() if whole.search(line)]
