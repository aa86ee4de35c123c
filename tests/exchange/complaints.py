"""What a file that cannot be read is refused with: one sentence, and nothing of what it holds."""

from collections.abc import Callable

import pytest

from ipt_tui.exchange.errors import ExchangeError

SECRET = "never in a message"


def complaint_of(read: Callable[[], object]) -> str:
    """Return the sentence a reading is refused with; it tells nothing that holds SECRET."""
    with pytest.raises(ExchangeError) as caught:
        read()
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert SECRET not in sentence
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return sentence
