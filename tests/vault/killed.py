"""A process that starts writers to be killed: started once, so that a kill costs no import.

It reads one line of JSON for each writer, forks it, and says when it has ended. A writer says
what has reached the file only after it has.
"""

import itertools
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.clock import Clock
from ipt_tui.ipt.people import Ring
from ipt_tui.ipt.uid import new_uid
from ipt_tui.vault import (
    clients,
    drafts,
    expectations,
    people,
    settings,
    talk_parts,
    talking,
    ties,
    transfer,
    turns,
    undo,
)
from ipt_tui.vault.key import Key, random_key
from ipt_tui.vault.vault import Vault
from tests.vault.talked import begin_with
from tests.vault.world import EARLIER, TODAY, World, fill, value

KINDS = 28
"""So many writes there are until they begin anew."""


def say(line: str) -> None:
    """Say a line at once."""
    os.write(1, f"{line}\n".encode())


def writes(world: World) -> Iterator[str]:
    """Write in every way there is, for ever; yield what has been kept after each."""
    vault, client = world.vault, world.client_id

    def newest(table: str) -> str:
        sql = f"SELECT uid FROM {table} WHERE client_id = {client} ORDER BY id DESC LIMIT 1"
        return str(value(vault, sql))

    def step() -> str:
        return f"step {value(vault, 'SELECT max(id) FROM step')}"

    for turn in itertools.count(int(value(vault, "SELECT count(*) FROM step"))):
        line = PersonLine(f"person {turn}", "friend", Ring.CLOSE, Ring.WIDER, Ring.CLOSEST)
        kai = vault.write(people.add, world.client, line, TODAY)
        yield step()
        vault.write(people.place, kai, Ring.OUTSIDE, EARLIER)
        yield step()
        vault.write(people.stand, kai, TODAY, gives=turn % 11, why="x" * turn)
        yield step()
        vault.write(people.redate, newest("standing"), day=TODAY - timedelta(days=9))
        yield step()
        vault.keep(drafts.save, "person:notes", f"{turn} {'x' * 2000}")
        yield f"draft {turn}"
        vault.write(people.tell, kai, notes=f"note {turn} " * 200)
        yield step()
        vault.write(ties.tie, kai, world.noor, f"tie {turn}")
        yield step()
        vault.write(ties.untie, newest("tie"))
        yield step()
        wish = vault.write(expectations.add, kai, f"wish {turn}")
        yield step()
        vault.write(expectations.note, wish, TODAY, said=True, why=f"why {turn}")
        yield step()
        vault.write(expectations.change, wish, text="less")
        yield step()
        vault.write(undo.undo, client)
        yield step()
        vault.write(undo.redo, client)
        yield step()
        vault.write(expectations.remove, wish)
        yield step()
        for _ in talk_writes(vault, kai, turn):
            yield step()
        vault.write(people.remove, kai)
        yield step()
        vault.keep(settings.put, settings.PLACE, turn)
        yield f"setting {turn}"
        vault.write(ties.add_kind, f"word {turn}", f"back {turn}")
        yield step()
        vault.write(transfer.load, other_record(vault, turn))
        yield step()
        vault.write(clients.change, world.client, about=f"about {turn}")
        yield step()
        vault.write(clients.add, f"client {turn}")
        yield step()


def talk_writes(vault: Vault, person: str, number: int) -> Iterator[None]:
    """Write a talk turn by turn; what is called "a turn" changes two rows, "said" three."""
    talk = vault.write(begin_with, person)
    yield
    last = vault.write(
        turns.add, talk, [("me", "x" * number), ("them", "b"), ("me", f"c {number}")]
    )
    yield
    vault.write(turns.split, last, "c", str(number))
    yield
    vault.write(turns.move, last, -1)
    yield
    vault.write(turns.say_again, last, [("them", "y" * 9000), ("me", "e"), ("them", "f")])
    yield
    vault.write(talk_parts.add, "alternative", talk, last, line=f"line {number}")
    yield
    vault.write(turns.remove, last)
    yield
    if number % 3 == 0:
        vault.write(talking.remove, talk)
        yield


def other_record(vault: Vault, turn: int) -> transfer.Data:
    """Return a client with three people, as a file would hold them."""
    ours = vault.read(transfer.dump)
    client = ours["client"][0] | {"uid": new_uid(), "code": f"M{turn}"}
    person = ours["person"][0] | {"client": client["uid"]}
    return {"client": [client], "person": [person | {"uid": new_uid()} for _ in range(3)]}


def write_until_killed(path: Path, key: Key, asked: dict[str, Any]) -> None:
    """Write, and say of each write that it was kept, until somebody ends it."""
    vault = Vault.open(path, key, Clock())
    say("open 1")
    uids: dict[str, Any] = json.loads(vault.read(settings.get, "uids"))
    for kept in writes(World(vault, **uids)):
        say(kept)


def make(path: Path, key: Key) -> None:
    """Make a vault for writers to write into."""
    world = fill(Vault.create(path, key))
    uids = {name: getattr(world, name) for name in ("client", "sam", "noor", "wish", "tie")}
    world.vault.keep(settings.put, "uids", json.dumps(uids))
    world.vault._raw.execute("PRAGMA wal_autocheckpoint=20")
    world.vault.close()


def serve(writer: Callable[[Path, Key, dict[str, Any]], None]) -> None:
    """Fork a writer for every line that is read."""
    say("ready")
    for line in sys.stdin:
        asked = json.loads(line)
        path = Path(asked["path"])
        key = Key(bytes.fromhex(asked["raw"]), bytes.fromhex(asked["salt"]))
        child = os.fork()
        if child == 0:
            try:
                writer(path, key, asked)
            finally:
                os._exit(3)
        say(f"pid {child}")
        _, status = os.waitpid(child, 0)
        say(f"end {os.waitstatus_to_exitcode(status)}")


def warm() -> None:
    """Do everything once, so that the writers need not begin by learning how."""
    with tempfile.TemporaryDirectory() as folder:
        path, key = Path(folder) / "warm.ipt", random_key()
        make(path, key)
        vault = Vault.open(path, key)
        uids: dict[str, Any] = json.loads(vault.read(settings.get, "uids"))
        for _ in itertools.islice(writes(World(vault, **uids)), KINDS):
            pass
        vault.close()


if __name__ == "__main__":
    warm()
    serve(write_until_killed)
