"""Two windows on one file: no words are lost, and nobody saves over what they have not read."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from ipt_tui.ipt.people import Ring
from ipt_tui.vault import clients, drafts, expectations, people
from ipt_tui.vault.errors import Busy, ChangedElsewhere, Vanished
from ipt_tui.vault.vault import Vault
from tests.vault.world import TODAY, World, content, value

WRITER = """
import sys
from pathlib import Path
from ipt_tui.vault import clients, drafts
from ipt_tui.vault.key import Key
from ipt_tui.vault.vault import Vault

raw, salt = sys.stdin.readline().split()
vault = Vault.open(Path(sys.argv[1]), Key(bytes.fromhex(raw), bytes.fromhex(salt)))
for number in range(int(sys.argv[3])):
    vault.write(clients.add, f"{sys.argv[2]}{number}")
    vault.write(clients.change, sys.argv[4], about=f"{sys.argv[2]}{number}")
    for place in "xyz":
        vault.keep(drafts.save, place, f"{sys.argv[2]}{number}")
vault.close()
"""


@pytest.fixture
def other(world: World) -> Iterator[Vault]:
    """Another window on the same file."""
    vault = Vault.open(world.vault.path, world.vault.key, world.vault.clock)
    yield vault
    vault.close()


def test_each_window_sees_what_the_other_wrote(world: World, other: Vault) -> None:
    world.vault.write(people.place, world.sam, Ring.WIDER, TODAY)
    assert other.read(content) == world.vault.read(content)


def test_a_card_changed_in_the_other_window_is_not_saved_over(world: World, other: Vault) -> None:
    fields, seen = world.vault.read(clients.fields_of, world.client)
    assert fields.code == "K7"
    other.write(clients.change, world.client, seen, about="hers")
    with pytest.raises(ChangedElsewhere):
        world.vault.write(clients.change, world.client, seen, about="mine")
    fields, newer = world.vault.read(clients.fields_of, world.client)
    assert fields.about == "hers"
    world.vault.write(clients.change, world.client, newer, about="mine after all")
    wish_seen = value(world.vault, "SELECT updated_at FROM expectation")
    assert wish_seen
    other.write(expectations.change, world.wish, text="less often")
    assert other.read(clients.fields_of, world.client)[0].about == "mine after all"


def test_reading_goes_on_while_the_other_window_writes(world: World, other: Vault) -> None:
    before = other.read(content)
    world.vault._raw.execute("BEGIN IMMEDIATE")
    try:
        assert other.read(content) == before
    finally:
        world.vault._raw.execute("ROLLBACK")


def test_while_the_other_window_writes_one_is_asked_to_try_again(
    world: World, other: Vault
) -> None:
    other._raw.execute("PRAGMA busy_timeout=20")
    world.vault._raw.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy, match="Another window"):
        other.write(people.place, world.sam, Ring.WIDER, TODAY)
    with pytest.raises(Busy):
        other.keep(drafts.save, "x", "y")
    world.vault._raw.execute("ROLLBACK")
    other.write(people.place, world.sam, Ring.WIDER, TODAY)
    other.keep(drafts.save, "x", "y")


def test_two_processes_writing_at_once_lose_nothing(world: World) -> None:
    vault, each = world.vault, 25
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(vault.path), name, str(each), world.client],
            stdin=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for name in ("a", "b")
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write(f"{vault.key.raw.hex()} {vault.key.salt.hex()}\n")
        writer.stdin.close()
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    codes = {line.code for line in vault.read(clients.listing)}
    assert codes == {"K7"} | {f"{name}{number}" for name in "ab" for number in range(each)}
    images = vault.read(_images)
    assert [after for _, after in images] == [before for before, _ in images[1:]] + [
        value(vault, "SELECT about FROM client WHERE code = 'K7'")
    ]
    assert len(images) == 2 * each


def _images(session: object) -> list[tuple[str, str]]:
    """Return what each change of the client's page found and left."""
    from sqlalchemy import text

    sql = "SELECT before, after FROM history WHERE \"table\" = 'client' AND before IS NOT NULL"
    rows = session.execute(text(f"{sql} AND after IS NOT NULL ORDER BY id"))  # type: ignore[attr-defined]
    return [(json.loads(before)["about"], json.loads(after)["about"]) for before, after in rows]


@pytest.mark.parametrize("how", ["replaced", "moved", "removed"])
def test_a_file_that_is_not_there_any_more_is_not_written_to(world: World, how: str) -> None:
    path = world.vault.path
    if how == "removed":
        path.unlink()
    else:
        path.rename(path.with_name("elsewhere.ipt"))
    if how == "replaced":
        path.write_bytes(path.with_name("elsewhere.ipt").read_bytes())
    with pytest.raises(Vanished):
        world.vault.write(people.place, world.sam, Ring.WIDER, TODAY)
    with pytest.raises(Vanished):
        world.vault.keep(drafts.save, "x", "y")
