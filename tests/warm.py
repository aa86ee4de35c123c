"""The command in a process of its own that is forked off one in which all is imported already.

To start Python and import the program takes most of a second, and a test that asks what the program
does learns nothing from it. What can be seen only in a process begun anew (what it imports, what it
holds in memory, how it reads its environment at the start) is asked of one that is.

Run as a script this is the process that is forked: each request is a line of JSON and three files.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import pkgutil
import runpy
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipt_tui.vault.key import Key, derive

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[1]
ESCAPE = {"ESCDELAY": "20"}
"""Thousandths of a second after which Textual takes an escape for the key of that name, not 100."""
_LONGEST = 1 << 17
_KEYS: dict[str, str] = {}
"""Keys that were derived here, by what they were derived from: a forked one need not again."""


def derived(prepared: bytes, salt: bytes) -> Key:
    """Derive a key, once for this process and those that it has forked."""
    name = f"{prepared.hex()} {salt.hex()}"
    if name not in _KEYS:
        remember(prepared, derive(prepared, salt))
    return Key(bytes.fromhex(_KEYS[name]), salt)


def remember(prepared: bytes, key: Key) -> None:
    """Have this key known to the processes that are forked from now on."""
    _KEYS[f"{prepared.hex()} {key.salt.hex()}"] = key.raw.hex()


@dataclass(slots=True)
class Started:
    """A process that was forked, until it is closed."""

    pid: int
    _minder: socket.socket
    _status: int | None = None

    def status(self, seconds: float | None = 0) -> int | None:
        """Return how it ended, as `subprocess` does; None if it has not within these seconds."""
        if self._status is None:
            self._minder.settimeout(seconds)
            with suppress(BlockingIOError, TimeoutError):
                self._status = int(self._minder.recv(_LONGEST))
                self._minder.close()
        return self._status

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal, unless it has ended."""
        if self.status() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)


def start(
    words: Sequence[str],
    env: Mapping[str, str],
    files: tuple[int, int, int],
    script: Path | None = None,
    *,
    anew: bool = False,
) -> Started:
    """Run the command, or a script that calls it, in the environment `env`.

    `files` become its standard input, output and error; a terminal becomes its own. With `anew` it
    is run from the start of Python on.
    """
    ours, theirs = socket.socketpair()
    command = [str(script)] if script else ["-m", "ipt_tui"]
    asked = {"command": command, "words": [*words], "env": {**env}, "anew": anew}
    known = {"cwd": str(Path.cwd()), "keys": _KEYS}
    line = json.dumps(asked | known).encode()
    assert len(line) < _LONGEST
    with theirs:
        socket.send_fds(_forked(), [line], [*files, theirs.fileno()])
    return Started(int(ours.recv(_LONGEST)), ours)


@cache
def _forked() -> socket.socket:
    """Return the line to the process that is forked; it ends when this one does."""
    ours, theirs = socket.socketpair(type=socket.SOCK_SEQPACKET)
    with theirs:
        subprocess.Popen(
            [sys.executable, "-m", __name__, str(theirs.fileno())],
            cwd=ROOT,
            env={**os.environ, **ESCAPE},
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
    atexit.register(ours.close)
    return ours


def _serve(line: socket.socket) -> dict[str, Any] | None:
    """Fork for each request; return it in the process that is to fulfil it, None at the end."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        data, files, _, _ = socket.recv_fds(line, _LONGEST, 4)
        if not data:
            return None
        if not os.fork():
            line.close()
            return _begin(json.loads(data), files)
        for file in files:
            os.close(file)


def _begin(asked: dict[str, Any], files: list[int]) -> dict[str, Any] | None:
    """Fork the process itself; the one left behind tells its number and how it ends."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    minder = socket.socket(fileno=files.pop())
    if pid := os.fork():
        for file in files:
            os.close(file)
        minder.send(str(pid).encode())
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        with suppress(OSError):  # nobody wants to know any more
            minder.send(str(status).encode())
        os._exit(0)
    minder.close()
    os.setsid()
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    if os.isatty(0):
        import fcntl
        import termios

        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    return asked


def _as_begun_anew(asked: dict[str, Any]) -> None:
    """Have the environment and the standard files that Python would have at its start."""
    os.environ.clear()
    os.environ.update(asked["env"])
    time.tzset()
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        old = getattr(sys, name)
        stream = open(  # noqa: SIM115 - for as long as the process lives
            number,
            "w" if number else "r",
            encoding=old.encoding,
            errors=old.errors,
            closefd=False,
            buffering=1 if number == 2 or os.isatty(number) else -1,
        )
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    from ipt_tui.vault import unlock

    _KEYS.update(asked["keys"])
    setattr(unlock, "derive", derived)  # noqa: B010 - as a test would, but in another process
    sys.argv = [asked["command"][-1], *asked["words"]]


def _import_all() -> None:
    import ipt_tui

    for module in pkgutil.walk_packages(ipt_tui.__path__, "ipt_tui."):
        importlib.import_module(module.name)


if __name__ == "__main__":
    _import_all()
    request = _serve(socket.socket(fileno=int(sys.argv[1])))
    if request is None:
        sys.exit()
    os.chdir(request["cwd"])
    if request["anew"]:
        given = [sys.executable, *request["command"], *request["words"]]
        os.execve(sys.executable, given, request["env"])
    _as_begun_anew(request)
    program = request["command"][-1]
    if program == "ipt_tui":
        from ipt_tui.__main__ import main

        sys.exit(main())
    runpy.run_path(program, run_name="__main__")
