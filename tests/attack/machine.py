"""A record to which anything may be done in any order, and beside it all it ever was."""

import itertools
import shutil
import tempfile
from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ipt_tui.ipt.clock import Clock
from ipt_tui.ipt.text import clean
from ipt_tui.vault import undo
from ipt_tui.vault.errors import CannotUndo, VaultError
from ipt_tui.vault.key import random_key
from ipt_tui.vault.vault import Vault
from tests.attack import shelf
from tests.attack.size import TALLY
from tests.conftest import NOW
from tests.vault.unbroken import contradiction
from tests.vault.world import World, fill

which = st.integers(0, 12)
"""Which of the rows there are a rule is about."""


class Attacked(RuleBasedStateMachine):
    """Writes, and takes back and brings back what was written.

    `alone` is whether everything is done to one record and taken back in order: then nothing may
    be refused to be taken back. `standing` and `undone` are the steps of each record as undo and
    redo should go through them.
    """

    @initialize(alone=st.booleans())
    def open(self, alone: bool) -> None:
        self.alone = alone
        self.folder = tempfile.TemporaryDirectory()
        self.world = _copied(Path(self.folder.name) / "record.ipt")
        self.vault = self.world.vault
        self.home = self.world.client_id
        self.rows = shelf.rows(self.vault)
        self.start = self.rows
        self.changes: dict[int, shelf.Change] = {}
        self.owner: dict[int, int | None] = {}
        self.final: set[int] = set()
        self.standing: dict[int | None, list[int]] = defaultdict(list)
        self.older: list[int] = []
        self.undone: dict[int | None, list[int]] = defaultdict(list)
        self.clients: dict[int | None, str | None] = {None: None, self.home: self.world.client}
        TALLY["machine runs"] += 1

    def one_of(self, table: str, pick: int) -> str | None:
        """Return the uid of one of the rows of a table."""
        there = self.rows[table].values()
        uids = [row["uid"] for row in there if not self.alone or self._is_home(row)]
        return uids[pick % len(uids)] if uids else None

    def _is_home(self, row: shelf.Row) -> bool:
        whose = row.get("client_id", row["id"])
        return bool(whose == self.home)

    def client_of(self, table: str, uid: str) -> str:
        """Return the uid of the client whose row this is."""
        row = next(row for row in self.rows[table].values() if row["uid"] == uid)
        return str(self.rows["client"][row["client_id"]]["uid"])

    def do(self, fn: Any, *args: Any, **values: Any) -> Any:
        """Write; what is refused changes nothing. Return what `fn` does, None if it was refused."""
        last = self._last_step()
        TALLY["machine steps"] += 1
        try:
            result = self.vault.write(fn, *args, **values)
        except VaultError as error:
            self._nothing_happened(error, last)
            return None
        after = shelf.rows(self.vault)
        step = self._last_step()
        if step == last:
            assert after == self.rows, f"{fn.__name__} changed rows without a step"
            return result
        TALLY[f"machine wrote {fn.__module__.rpartition('.')[2]}.{fn.__name__}"] += 1
        self.changes[step] = shelf.change(self.rows, after)
        assert self.changes[step]
        client, final = self._owner_of(step)
        self.owner[step] = client
        if final:
            self.final.add(step)
        if client is not None:
            self.clients[client] = after["client"][client]["uid"]
        self.standing[client].append(step)
        self.undone[client] = []
        self.rows = after
        return result

    def _nothing_happened(self, error: VaultError, last: int) -> None:
        sentence = str(error)
        assert type(error) is not VaultError, sentence
        assert sentence == clean(sentence), "a refusal is shown, so nothing may steer in it"
        assert self._last_step() == last
        assert shelf.rows(self.vault) == self.rows

    def _last_step(self) -> int:
        return int(self.vault._scalar("SELECT coalesce(max(id), 0) FROM step"))

    def _owner_of(self, step: int) -> tuple[int | None, bool]:
        asked = "SELECT client_id, final FROM step WHERE id = ?"
        client, final = self.vault._raw.execute(asked, (step,)).fetchone()
        return client, bool(final)

    def replay(self, fn: Any, asked: Any, step: int, *, backwards: bool) -> bool:
        """Take a step back or bring it back; return whether that was done."""
        last = self._last_step()
        TALLY["machine steps"] += 1
        try:
            self.vault.write(fn, asked)
        except CannotUndo as error:
            self._nothing_happened(error, last)
            may_be_refused = step in self.final or not self.alone
            assert may_be_refused, "what was just done could not be taken back"
            return False
        TALLY[f"machine {'took' if backwards else 'brought'} back"] += 1
        expected = shelf.replayed(self.rows, self.changes[step], backwards=backwards)
        found = shelf.rows(self.vault)
        if self.alone:
            assert found == expected
        assert shelf.untimed(found) == shelf.untimed(expected)
        self.rows = found
        return True

    def records(self, steps: dict[int | None, list[int]]) -> list[int | None]:
        """Return the records of which there is something to take back, or to bring back."""
        return [client for client, there in steps.items() if there]

    @precondition(lambda self: self.records(self.standing))
    @rule(pick=which)
    def take_back(self, pick: int) -> None:
        there = self.records(self.standing)
        client = there[pick % len(there)]
        step = self.standing[client][-1]
        if self.replay(undo.undo_for, self.clients[client], step, backwards=True):
            self.undone[client].append(self.standing[client].pop())

    @precondition(lambda self: self.records(self.undone))
    @rule(pick=which)
    def bring_back(self, pick: int) -> None:
        there = self.records(self.undone)
        client = there[pick % len(there)]
        step = self.undone[client][-1]
        if self.replay(undo.redo_for, self.clients[client], step, backwards=False):
            self.standing[client].append(self.undone[client].pop())

    @precondition(lambda self: self.records(self.standing))
    @rule(pick=which, steps=st.integers(1, 6))
    def there_and_back(self, pick: int, steps: int) -> None:
        """Take several steps back, and bring back all of them but one."""
        for _ in range(steps):
            if self.records(self.standing):
                self.take_back(pick)
        for _ in range(steps - 1):
            if self.records(self.undone):
                self.bring_back(pick)

    @precondition(lambda self: not self.alone and self.all_standing())
    @rule(pick=st.integers(0, 40))
    def take_back_from_the_list(self, pick: int) -> None:
        there = self.all_standing()
        step = there[pick % len(there)]
        if self.replay(undo.undo_step, step, step, backwards=True):
            for steps in (self.older, *self.standing.values()):
                if step in steps:
                    steps.remove(step)
            self.undone[self.owner[step]].append(step)

    @precondition(lambda self: not self.alone and self.records(self.undone))
    @rule(pick=st.integers(0, 40))
    def bring_back_from_the_list(self, pick: int) -> None:
        there = self.records(self.undone)
        client = there[pick % len(there)]
        step = self.undone[client][pick % len(self.undone[client])]
        if self.replay(undo.redo_step, step, step, backwards=False):
            self.undone[client].remove(step)
            self.standing[client].append(step)

    @precondition(lambda self: not self.alone)
    @rule()
    def unlock(self) -> None:
        """From now on undo reaches back to here, and redo too."""
        self.vault.begin()
        self.older += self.all_standing()
        self.standing.clear()
        self.undone.clear()

    def all_standing(self) -> list[int]:
        """Return every step that stands."""
        return [*self.older, *itertools.chain.from_iterable(self.standing.values())]

    @invariant()
    def search_agrees(self) -> None:
        if hasattr(self, "vault"):
            problem = shelf.index_problem(self.vault, self.rows)
            assert not problem, problem

    @invariant()
    def no_two_clients_have_one_code(self) -> None:
        if hasattr(self, "vault"):
            TALLY["machine rules run"] += 1
            codes = [row["code"].casefold() for row in self.rows["client"].values()]
            assert len(codes) == len(set(codes)), "two clients have one code"

    def teardown(self) -> None:
        if not hasattr(self, "vault"):
            return
        try:
            if self.alone:
                self._back_to_the_start()
            problem = self.vault.read(contradiction)
            assert not problem, problem
            self.vault.keep(shelf.check_index)
        finally:
            self.vault.close()
            self.folder.cleanup()
            self.__dict__.clear()  # whoever made this keeps it, and it is large

    def _back_to_the_start(self) -> None:
        steps = self.standing[self.home]
        while steps and steps[-1] not in self.final:
            self.take_back(0)
        if not steps:
            assert self.rows == self.start


@cache
def _template() -> tuple[Path, World]:
    """Make the small record once, in a place that goes with the process."""
    folder = tempfile.TemporaryDirectory()
    path = Path(folder.name) / "record.ipt"
    _kept.append(folder)
    world = fill(Vault.create(path, random_key(), Clock(NOW)))
    world.vault.close()
    return path, world


_kept: list[tempfile.TemporaryDirectory[str]] = []


def _copied(path: Path) -> World:
    """Return the small record in a vault of its own."""
    made, world = _template()
    shutil.copy2(made, path)
    return replace(world, vault=Vault.open(path, world.vault.key, Clock(NOW)))
