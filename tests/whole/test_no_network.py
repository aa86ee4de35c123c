"""No network: from unlock to quit, the real command never makes an internet socket."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.vault import clients, key, unlock
from tests.whole.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "seven lanterns over harbour"
WATCHED = """
import socket, sys
from pathlib import Path

INTERNET = (socket.AF_INET, socket.AF_INET6)


def watch(event, given):
    made = event == "socket.__new__" and given[1] in INTERNET
    if made or event in ("socket.getaddrinfo", "socket.gethostbyname"):
        with Path(__file__).with_name("tried").open("a") as file:
            file.write(event + "\\n")
        raise PermissionError(event)


sys.addaudithook(watch)
try:
    socket.socket()
except PermissionError:
    Path(__file__).with_name("tried").unlink()
else:
    sys.exit("nobody watches")

from ipt_tui.__main__ import main

sys.exit(main())
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a vault, its key derived in earnest, and the command under watch."""
    monkeypatch.setitem(key._SCRYPT, 1, {"n": 2**17, "r": 8, "p": 1})
    vault = unlock.create(tmp_path / "record.ipt", PASSPHRASE)
    vault.write(clients.add, "K7")
    vault.close()
    (tmp_path / "watched.py").write_text(WATCHED)
    return tmp_path


def test_from_unlock_to_quit_nothing_goes_out(home: Path) -> None:
    with Terminal(home=home, script=home / "watched.py", anew=True) as terminal:
        terminal.wait("passphrase")
        terminal.answer(PASSPHRASE)
        terminal.wait("1 Today")
        terminal.press("2")
        terminal.wait("before ▸ NOW|n adds|add people")
        terminal.control("q")
        assert terminal.ended() == 0
    assert not (home / "tried").exists()
