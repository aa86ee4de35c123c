"""How hard the attack is: a little in every run of the tests, all of it where it is asked for."""

import os
from collections import Counter

from hypothesis import HealthCheck, Phase, settings

FULL = os.environ.get("IPT_TUI_ATTACK") == "full"
"""Whether all of it is asked for; see `docs/testing.md`."""

MACHINE_BATCHES = 12 if FULL else 1
MACHINE_RUNS = 50 if FULL else 24
"""In each batch: what has been run is remembered until the end of its batch."""
MACHINE_STEPS = 40 if FULL else 8
TEXTS_A_FIELD = 80 if FULL else 2
"""How many hostile texts each field of the vault is given."""
RECORDS_FULL = 20 if FULL else 1
"""How many records have a hostile text in every field at once."""
TYPED_A_QUESTION = 2 if FULL else 0
"""How many hostile texts each question on the screen is given; 0: a few questions get one."""
KILLS_A_WRITE = 4 if FULL else 0
"""How often each kind of write is killed; 0: a dozen of them once."""

TALLY: Counter[str] = Counter()
"""What was done, for the summary at the end of the run."""


def tried(examples: int, steps: int = 50) -> settings:
    """Return the settings of one attack of so many examples."""
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=[Phase.generate],  # a world in which something failed is no place to shrink in
        suppress_health_check=list(HealthCheck),
    )
