"""Killed in the middle of every kind of write: what was said to be kept is there, whole."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session

from ipt_tui.vault import backup, drafts, settings
from ipt_tui.vault.vault import Vault
from tests.attack import killed, shelf
from tests.attack.size import KILLS_A_WRITE, TALLY
from tests.attack.writers import describing
from tests.vault.test_killed import Writers, started
from tests.vault.unbroken import ask, contradiction
from tests.vault.world import World

ALL = [*killed.KINDS, *killed.KEPT]
FEW = 12
LONGEST = 0.015
"""A write takes a few thousandths of a second; seconds."""
MOST_SAID = 6


@pytest.fixture(scope="module")
def writers() -> Iterator[Writers]:
    yield from started(killed.__file__)


def test_every_kind_of_write_is_killed_here() -> None:
    tried = {kind.split()[0] for kind in killed.KINDS}
    assert describing() - tried == {"undo.redo_step", "undo.undo_step"}, "these follow every write"


def test_what_was_kept_is_there_and_nothing_is_half_done(
    made_once: World, tmp_path: Path, writers: Writers
) -> None:
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    kinds = ALL * KILLS_A_WRITE or chance.sample(ALL, FEW)
    for number, kind in enumerate(kinds):
        path = tmp_path / f"{number}.ipt"
        shutil.copy2(made_once.vault.path, path)
        uids = {name: getattr(made_once, name) for name in killed.UIDS}
        lines, after = chance.randint(0, MOST_SAID), chance.uniform(0, LONGEST)
        said = writers.kill_one(path, made_once.vault.key, lines, after, kind=kind, **uids)
        problem = wrong_with(path, made_once, kind, said)
        assert not problem, f"seed {seed}, {kind}: {problem}"
        TALLY["kills"] += 1
        TALLY[f"kills in {kind}"] += 1
        for left in tmp_path.glob(f"{number}.ipt*"):
            left.unlink()


def wrong_with(path: Path, made: World, kind: str, said: dict[str, int]) -> str:
    """Return what is wrong with a vault whose writer was killed, "" if nothing is."""
    backup.verify(path, made.vault.key)
    vault = Vault.open(path, made.vault.key)
    try:
        if kind in killed.KEPT:
            found = vault.read(_kept, kind)
            if found not in (said.get("kept", 0), said.get("kept", 0) + 1):
                return f"{said} was kept, and it is {found}"
        vault.keep(shelf.check_index)
        last = killed.newest(vault)
        if "step" in said and last not in (said["step"], said["step"] + 1):
            return f"step {said['step']} was kept, and the last is {last}"
        return (
            vault.read(contradiction)
            or vault.read(_half_done)
            or shelf.index_problem(vault, shelf.rows(vault))
        )
    finally:
        vault.close()


def _kept(session: Session, kind: str) -> int:
    if kind == "drafts.save":
        line = drafts.load(session, "person:notes")
        return int(line.text.split()[0]) if line else 0
    found = settings.get(session, settings.PLACE)
    return int(found[0]) if found else 0


def _half_done(session: Session) -> str:
    """Return whether a step changed fewer rows than its like, or its undo others than it."""
    shapes: dict[tuple[str, str], set[str]] = {}
    since = "(SELECT min(target) FROM step)"
    for step, kind, what in ask(session, f"SELECT id, kind, what FROM step WHERE id >= {since}"):
        rows = session.execute(
            text(
                """SELECT "table", before IS NULL, after IS NULL FROM history
                WHERE step = :step ORDER BY 1, 2, 3"""
            ),
            {"step": step},
        )
        told = [(name, *((old, new) if kind != "undo" else (new, old))) for name, old, new in rows]
        shapes.setdefault(("undo" if kind == "undo" else "do", what), set()).add(str(sorted(told)))
    if len(shapes) > 2 or any(len(shape) != 1 for shape in shapes.values()):
        return "a step changed other rows than its like"
    if len(set.union(*shapes.values(), set())) > 1:
        return "what was taken back is not what was done"
    return ""
