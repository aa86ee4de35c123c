"""Nothing that was typed, and no key, is anywhere but in the encrypted pages."""

import stat
import traceback
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2
from sqlmodel import Session

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.clock import Clock
from ipt_tui.records import FIELDS
from ipt_tui.records.person import PersonFields
from ipt_tui.vault import (
    backup,
    clients,
    drafts,
    expectations,
    people,
    search,
    settings,
    ties,
    transfer,
    unlock,
)
from ipt_tui.vault.errors import (
    Busy,
    Damaged,
    DiskFull,
    NoPermission,
    NotValid,
    ReadOnly,
    Unreadable,
    VaultError,
    explain,
)
from ipt_tui.vault.key import Key, random_key
from ipt_tui.vault.vault import Vault, side_files
from tests.conftest import NOW
from tests.vault.world import TODAY, World, value

MARK = "Sentinel7391"
PASSPHRASE = "Sentinel7391 kettle bicycle"


def everything_written(vault: Vault) -> None:
    """Put the mark into every text there is, and change it once."""
    client = vault.write(clients.add, f"{MARK}K7"[:40], about=MARK, region=MARK, languages=MARK)
    texts = [name for name, f in PersonFields.model_fields.items() if f.annotation is str]
    long: dict[str, Any] = {name: MARK for name in texts if name not in ("died", "since", "added")}
    sam = vault.write(people.add, client, PersonLine(MARK, note=MARK), TODAY)
    noor = vault.write(people.add, client, PersonLine(f"{MARK} too"), TODAY)
    vault.write(people.tell, sam, **long)
    changed: dict[str, Any] = dict.fromkeys(long, f"{MARK}b")
    vault.write(people.tell, sam, **changed)
    vault.write(people.stand, sam, TODAY, contact=MARK, quality=MARK, confide=MARK, why=MARK)
    wish = vault.write(expectations.add, sam, MARK, MARK)
    vault.write(expectations.note, wish, TODAY, met=MARK, why=MARK)
    vault.write(ties.tie, sam, noor, MARK)
    vault.write(ties.add_kind, MARK, MARK, client)
    vault.keep(drafts.save, f"person:{MARK}", MARK, client)
    vault.keep(settings.put, MARK, {MARK: MARK})
    assert vault.read(search.find, MARK).hits
    assert vault.read(search.find, "Sentinel7392").instead == MARK.lower()


def test_nothing_typed_can_be_read_on_the_disk(tmp_path: Path) -> None:
    vault = unlock.create(tmp_path / "record.ipt", PASSPHRASE, Clock(NOW))
    everything_written(vault)
    backup.make(vault.path, vault.key, NOW)
    secrets = [vault.key.raw, vault.key.raw.hex().encode(), vault.key.raw.hex().upper().encode()]
    for mark in (MARK, MARK.lower(), MARK.upper(), "CREATE TABLE", "SQLite format"):
        secrets += [mark.encode(), mark.encode("utf-16-le")]
    for closed in (False, True):
        if closed:
            vault.close()
        files = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert len(files) == (2 if closed else 4)
        for path in files:
            whole = path.read_bytes()
            assert not any(secret in whole for secret in secrets), path.name
    assert not any("Sentinel" in path.name for path in tmp_path.rglob("*"))


def test_only_their_owner_may_read_the_files(tmp_path: Path) -> None:
    home = tmp_path / "home" / "vaults"
    vault = Vault.create(home / "record.ipt", random_key(), Clock(NOW))
    vault.write(clients.add, "K7")
    made = backup.make(vault.path, vault.key, NOW)
    for path in (vault.path, *side_files(vault.path), made.path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name
    for folder in (home, made.path.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700, folder.name
    vault.close()


def test_a_key_is_not_shown_by_what_holds_it(vault: Vault) -> None:
    for thing in (vault.key, vault, vault._engine, vault._pool, vault._engine.url):
        for told in (repr(thing), str(thing)):
            assert vault.key.raw.hex() not in told
            assert repr(vault.key.raw) not in told
    assert repr(vault.key) == "Key()"


def all_told(error: BaseException) -> str:
    """Return what a traceback of this error would print, and all errors it came from."""
    told = "".join(traceback.format_exception(error))
    chain: BaseException | None = error
    while chain is not None:
        told += repr(chain) + str(chain) + repr(chain.args)
        chain = chain.__context__
    return told


def broken(session: Session, secret: str) -> None:
    session.execute(text("INSERT INTO person(name) VALUES (:name)"), {"name": secret})


def test_no_error_carries_what_was_typed(vault: Vault) -> None:
    secret = "Sentinel7391 said so"
    client = vault.write(clients.add, "K7")
    sam = vault.write(people.add, client, PersonLine("Sam"), TODAY)
    attempts: list[Any] = [
        lambda: vault.write(broken, secret),
        lambda: vault.write(people.tell, sam, notes=secret, trust=11),
        lambda: vault.write(people.tell, sam, name=secret * 30),
        lambda: vault.write(people.tell, sam, died=secret),
        lambda: vault.write(expectations.add, sam, "x", secret * 3),
        lambda: vault.read(clients.fields_of, secret + "\ud800"),
        lambda: unlock.unlock(vault.path, secret),
    ]
    for attempt in attempts:
        with pytest.raises(VaultError) as caught:
            attempt()
        assert secret not in all_told(caught.value)


def test_nor_does_the_error_a_write_itself_sees(vault: Vault) -> None:
    """Whatever becomes of it there: some are logged."""
    secret = "Sentinel7391 said so"

    def curious(session: Session) -> None:
        with pytest.raises(DBAPIError) as caught:
            broken(session, secret)
        assert secret not in all_told(caught.value)

    with pytest.raises(VaultError):
        vault.write(broken, secret)
    vault.read(curious)


def test_a_passphrase_is_in_no_error(tmp_path: Path) -> None:
    path = tmp_path / "record.ipt"
    unlock.create(path, PASSPHRASE).close()
    for typed in ("Sentinel7391", "Sentinel7391 " * 9, "0" * 50 + "Sentinel"):
        with pytest.raises(VaultError) as caught:
            unlock.unlock(path, typed)
        told = all_told(caught.value)
        assert typed.strip() not in told
        assert Key(b"", b"").literal not in told


class Driver(dbapi2.OperationalError):  # type: ignore[misc]
    """An error as the driver raises it, with what was typed in its text."""

    def __init__(self, name: str) -> None:
        super().__init__(f"near 'she said I was {MARK}'")
        self.sqlite_errorname = name


NAMES = {
    "SQLITE_FULL": DiskFull,
    "SQLITE_IOERR_WRITE": DiskFull,
    "SQLITE_IOERR_FSYNC": DiskFull,
    "SQLITE_IOERR_READ": Unreadable,
    "SQLITE_IOERR_SHORT_READ": Unreadable,
    "SQLITE_READONLY_DBMOVED": ReadOnly,
    "SQLITE_BUSY_SNAPSHOT": Busy,
    "SQLITE_LOCKED": Busy,
    "SQLITE_CORRUPT": Damaged,
    "SQLITE_NOTADB": Damaged,
    "SQLITE_CANTOPEN": NoPermission,
    "SQLITE_PERM": NoPermission,
    "SQLITE_CONSTRAINT_CHECK": NotValid,
    "SQLITE_NOMEM": VaultError,
    "": VaultError,
}


@pytest.mark.parametrize("name", NAMES)
def test_every_error_of_the_disk_is_one_sentence_of_ours(name: str) -> None:
    told = explain(Driver(name))
    assert type(told) is NAMES[name]
    assert MARK not in all_told(told)
    assert str(told).endswith(".")


@given(st.text() | st.sampled_from(sorted(NAMES)), st.text(min_size=3))
def test_an_explanation_never_holds_the_drivers_words(name: str, words: str) -> None:
    error = Driver(name)
    error.args = (words + MARK,)
    assert MARK not in all_told(explain(error))
    assert MARK not in all_told(explain(ValueError(words + MARK)))


def test_what_is_kept_about_the_work_is_never_in_an_export(world: World) -> None:
    world.vault.keep(drafts.save, "person:x:notes", MARK)
    world.vault.keep(settings.put, "audience", MARK)
    data = world.vault.read(transfer.dump)
    assert set(data) == set(FIELDS)
    assert MARK not in str(data)
    assert value(world.vault, "SELECT count(*) FROM history WHERE after LIKE '%Sentinel%'") == 0
