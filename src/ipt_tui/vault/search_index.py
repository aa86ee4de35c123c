"""The search index kept sound in files that were made with FTS5's `secure-delete`.

That option loses its place where a text that says one word some hundred times is replaced in one
transaction: the word then leads to rows that are gone, and every search for it fails as if the
file were damaged. What it promised the index cannot keep anyway while the history has the words.
"""

from contextlib import suppress

from sqlcipher3 import dbapi2

_ASKED_FOR = "SELECT 1 FROM search_config WHERE k = 'secure-delete' AND v <> 0"
_MENDED = (
    "BEGIN IMMEDIATE",
    "INSERT INTO search(search, rank) VALUES('secure-delete', 0)",
    "INSERT INTO search(search) VALUES('rebuild')",
    "COMMIT",
)


def mend(raw: dbapi2.Connection) -> None:
    """Turn the option off in an open file that has it, and make its index anew, once.

    Where that cannot be done now, as when another window writes, it is done at a later unlock.
    """
    with suppress(dbapi2.Error):
        if raw.execute(_ASKED_FOR).fetchone() is None:
            return
        try:
            for statement in _MENDED:
                raw.execute(statement)
        finally:
            if raw.in_transaction:
                raw.execute("ROLLBACK")
