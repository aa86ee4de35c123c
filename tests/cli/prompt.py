"""Running `ipt-tui` as one does at a prompt: in this process, in one of its own, at a terminal."""

import gc
import io
import os
import pty
import select
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from unittest import mock

import ipt_tui
from ipt_tui.__main__ import main
from ipt_tui.exchange import json_file
from ipt_tui.vault import settings, transfer, unlock
from ipt_tui.vault.key import Key
from ipt_tui.vault.vault import Vault
from tests import warm

SOURCE = Path(ipt_tui.__file__).parents[1]
RECORD = Path(__file__).parents[1] / "exchange" / "golden" / "k7.json"
PASSPHRASE = "seven purple herons waiting"
NOW = "2026-11-23T18:00"
_SECONDS = 60
_QUICK = mock.patch.object(unlock, "derive", warm.derived)
"""Within it each key is derived only once; in a process begun anew it always is."""


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with a vault of its own, and the passphrase in a file beside it."""

    folder: Path

    @property
    def vault(self) -> Path:
        return self.folder / "record.ipt"

    @property
    def passphrase(self) -> Path:
        return self.folder / "passphrase"

    @property
    def env(self) -> dict[str, str]:
        """The environment in which this vault is the usual one."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("IPT_TUI", "PYTHON"))}
        ours = {"IPT_TUI_HOME": str(self.folder), "IPT_TUI_NOW": NOW, "PYTHONPATH": str(SOURCE)}
        return kept | ours

    def call(self, *words: str, env: Mapping[str, str] | None = None) -> Done:
        """Run a command in this process, with the passphrase given by file."""
        given = {"IPT_TUI_PASSPHRASE_FILE": str(self.passphrase)}
        out, err, mask = io.StringIO(), io.StringIO(), os.umask(0o022)
        changed = mock.patch.dict(os.environ, self.env | given | dict(env or {}), clear=True)
        try:
            with changed, _QUICK, redirect_stdout(out), redirect_stderr(err):
                code = main(words)
        finally:
            os.umask(mask)
            gc.enable()
        return Done(code, out.getvalue(), err.getvalue())

    def run(self, *words: str, env: Mapping[str, str] | None = None) -> Done:
        """Run a command in a process of its own that has no terminal and is given nothing."""
        with TemporaryFile() as out, TemporaryFile() as err, Path(os.devnull).open("rb") as none:
            files = none.fileno(), out.fileno(), err.fileno()
            code = warm.start(words, self.env | dict(env or {}), files).status(_SECONDS)
            assert code is not None, f"{words} did not end"
            out.seek(0)
            err.seek(0)
            return Done(code, out.read().decode(), err.read().decode())

    def run_anew(
        self,
        *words: str,
        env: Mapping[str, str] | None = None,
        python: Sequence[str] = ("-m", "ipt_tui"),
    ) -> Done:
        """Run a command as `run` does, but from the start of Python on."""
        done = subprocess.run(
            [sys.executable, *python, *words],
            env=self.env | dict(env or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            start_new_session=True,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def type(self, *words: str, answers: Sequence[tuple[str, str]]) -> Done:
        """Run a command at a terminal; each answer is typed once its question stands there."""
        here, there = pty.openpty()
        process = warm.start(words, self.env, (there, there, there))
        os.close(there)
        shown, looked = "", 0
        try:
            for question, answer in answers:
                while question not in shown[looked:]:
                    more = _read(here)
                    assert more, f"{question!r} was not asked: {shown!r}"
                    shown += more
                looked = shown.index(question, looked) + len(question)
                os.write(here, answer.encode())
            while more := _read(here):
                shown += more
            code = process.status(_SECONDS)
            assert code is not None, f"{words} did not end"
            return Done(code, shown, "")
        finally:
            os.close(here)
            process.kill()


def k7(folder: Path, audience: str = "clients") -> Place:
    """Return a place in `folder` with the case K7 in its vault."""
    return _with(folder, _k7(audience))


def ready(folder: Path, make: Callable[[Place], None]) -> Place:
    """Return a place in `folder` with the vault that `make` makes, once for all tests."""
    return _with(folder, _made(make))


def new(place: Place) -> None:
    """Make an empty vault."""
    assert place.call("new", "--quiet").code == 0


def _with(folder: Path, vault: bytes) -> Place:
    place = empty(folder)
    place.vault.write_bytes(vault)
    place.vault.chmod(0o600)
    return place


def empty(folder: Path) -> Place:
    """Return a place in `folder` without a vault."""
    folder.mkdir(mode=0o700, exist_ok=True)
    place = Place(folder)
    place.passphrase.write_text(f"{PASSPHRASE}\n")
    return place


def opened(place: Place, path: Path | None = None) -> Vault:
    """Open a vault of this place."""
    with _QUICK:
        return unlock.unlock(path or place.vault, PASSPHRASE)


def key(place: Place) -> Key:
    """Return the key of the vault of this place."""
    with closing(opened(place)) as vault:
        return vault.key


@cache
def _k7(audience: str) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "record.ipt"
        vault = unlock.create(path, PASSPHRASE)
        vault.keep(settings.put, settings.AUDIENCE, audience)
        vault.write(transfer.load, json_file.read(RECORD)[1])
        vault.close()
        return path.read_bytes()


@cache
def _made(make: Callable[[Place], None]) -> bytes:
    with TemporaryDirectory() as folder:
        place = empty(Path(folder) / "home")
        make(place)
        return place.vault.read_bytes()


def _read(terminal: int) -> str:
    """Return what came from the terminal, "" at its end."""
    ready, _, _ = select.select([terminal], [], [], _SECONDS)
    assert ready, "nothing came for a minute"
    try:
        return os.read(terminal, 65536).decode(errors="replace")
    except OSError:  # Linux says so when the other side is closed
        return ""
