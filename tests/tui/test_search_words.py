"""What holds a hit is called in words, never by the name of its table."""

from ipt_tui.tui.screens.search import KINDS
from ipt_tui.vault import schema


def test_whatever_the_search_reads_has_a_word_that_fits_its_column() -> None:
    read = {
        table.name
        for table in schema.tables()
        if any(column.info.get("searched") for column in table.columns)
    }
    assert read - set(KINDS) == {"client", "expectation", "outcome"}
    assert all("_" not in word and len(word) < 13 for word in KINDS.values())
