"""Values for the fields of records: what fits, and much that does not."""

from datetime import date, time
from typing import Any

from hypothesis import strategies as st
from sqlmodel import SQLModel

from tests.attack.hostile import texts
from tests.vault.world import EARLIER, TODAY

days = st.sampled_from([EARLIER, TODAY, date(2019, 2, 28), date(1, 1, 1), date(9999, 12, 31)])
ratings = st.none() | st.integers(-2, 12)
newcomers = st.lists(texts, max_size=2)
hours = st.sampled_from([time(0), time(4), time(23, 59)])
FITTING = {
    "at": "2026-11-09T21:30", "day": "2026-11-09", "since": "2026-11-01", "happened": "2019-21",
    "first_day": "2019-03-01", "last_day": "2019-05-31", "lasted": "2011/..", "died": "2019-04~",
    "onset": "2026-07~", "added": "2026-10-13", "safe_on": "2026-11-20", "life": "died",
    "status": "paused", "mood_better": "low", "better": "low", "role": "client",
    "start": "2026-10-01", "ended": "2026-11-24", "planned": "2026-11-24T14:00",
    "started": "2026-11-24T14:00", "looked_at": "2026-11-20", "kept": "brief",
    "kept_since": "2026-11-20", "look_again": "2026-12-20",
}  # fmt: skip
"""What fits where hardly any text would."""


def told_of(fields: type[SQLModel], *without: str) -> st.SearchStrategy[dict[str, Any]]:
    """Return values for one to three fields, by their names."""
    usable = [name for name in fields.model_fields if name not in without]
    one = st.sampled_from(usable).flatmap(
        lambda name: st.tuples(st.just(name), value_of(fields, name))
    )
    return st.lists(one, min_size=1, max_size=3).map(dict)


def value_of(fields: type[SQLModel], name: str) -> st.SearchStrategy[Any]:
    """Return values for one field."""
    kind = str(fields.model_fields[name].annotation)
    if "bool" in kind:
        return st.booleans()
    if "int" in kind:
        numbers = st.integers(-3, 12) | st.sampled_from([-(10**30), 10**30, 2**63])
        return st.none() | numbers if "None" in kind else numbers
    fitting = FITTING.get(name)
    return texts if fitting is None else st.just(fitting) | texts


def is_text(fields: type[SQLModel], name: str) -> bool:
    """Return whether a field holds text."""
    kind = str(fields.model_fields[name].annotation)
    return "bool" not in kind and "int" not in kind
