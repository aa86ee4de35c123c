"""Every write in any order, taken back and brought back in any order: always where one was."""

from pathlib import Path

import pytest
from hypothesis.stateful import rule, run_state_machine_as_test

from tests.attack import machine
from tests.attack.agreement_rules import OnAgreements
from tests.attack.bring_rules import AboutBringing
from tests.attack.concern_rules import AboutConcerns
from tests.attack.ending_rules import AboutEndings
from tests.attack.focus_rules import OnAFocus
from tests.attack.goal_rules import AboutGoals
from tests.attack.measure_rules import WithMeasures
from tests.attack.people_rules import AboutPeople
from tests.attack.rehearsal_rules import RehearsingAlone
from tests.attack.review_rules import InAReview
from tests.attack.session_rules import InSessions
from tests.attack.size import FULL, MACHINE_BATCHES, MACHINE_RUNS, MACHINE_STEPS, TALLY, tried
from tests.attack.talk_rules import AboutTalks
from tests.attack.timeline_rules import OverTime
from tests.attack.views import look
from tests.attack.writers import PASSING_ON, describing, named_first, passed_on, passed_to_write

pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
"""A failure is told in long texts, and it is said that that is long."""


def covered() -> set[str]:
    """Return every function of the vault that a rule of the machine writes with."""
    base = Path(machine.__file__)
    files = [base, *base.parent.glob("*_rules.py")]
    return {name for file in files for name in named_first(file, ("do", "replay"))}


def test_every_function_that_writes_is_in_a_rule() -> None:
    assert passed_to_write() <= covered()
    assert describing() <= covered()


def test_no_other_place_passes_a_function_on_to_a_write() -> None:
    assert passed_on() == PASSING_ON


class Record(
    AboutPeople, OverTime, AboutTalks, InSessions, WithMeasures, AboutConcerns,
    OnAFocus, AboutGoals, OnAgreements, AboutEndings, InAReview, AboutBringing, RehearsingAlone,
):  # fmt: skip
    """All rules on one record."""

    @rule()
    def see(self) -> None:
        """What can be kept can be shown."""
        for uid in self.clients.values():
            if uid is not None and any(r["uid"] == uid for r in self.rows["client"].values()):
                look(self.vault, uid)


@pytest.mark.parametrize("batch", range(MACHINE_BATCHES))
def test_undo_and_redo_lead_to_where_one_was(batch: int) -> None:
    run_state_machine_as_test(Record, settings=tried(MACHINE_RUNS, MACHINE_STEPS))


def test_every_rule_did_write_something() -> None:
    """Only in a long run: in a short one some may only ever have been refused."""
    wrote = {what.split()[-1] for what in TALLY if what.startswith("machine wrote")}
    inner = {"people.move", "talk_begin.begin_of"}  # these are told by what they call
    if FULL and wrote:
        missing = describing() - {"undo.redo_step", "undo.undo_step"} - wrote - inner
        assert not missing
