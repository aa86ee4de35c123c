"""The real command in a real pseudo-terminal, driven by keys and read off its screen."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from typing import TYPE_CHECKING, Self

from tests import warm
from tests.whole.screen import Screen, Stream

if TYPE_CHECKING:
    from pathlib import Path

KEYS = {
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "backspace": "\x7f",
    "home": "\x1b[H",
    "end": "\x1b[F",
}
PATIENCE = 20.0
ESCAPED = 0.1
"""So long after an escape nothing is pressed that could be taken for the rest of a longer key."""
BURST = 256
"""So much is written at once; more than some thousand a terminal does not hold."""


class Terminal:
    """One run of `ipt-tui` with a folder of its own."""

    def __init__(
        self,
        *arguments: str,
        home: Path,
        now: str = "2026-11-23T18:00",
        size: tuple[int, int] = (100, 30),
        env: dict[str, str] | None = None,
        script: Path | None = None,
        anew: bool = False,
    ) -> None:
        """Start it, or a script; `now` is the clock it sees, `size` is columns and rows.

        It has all imported and knows the keys of vaults that were made for tests, unless it is to
        be started `anew`, as `python -m ipt_tui`.
        """
        columns, rows = size
        self.screen = Screen(columns, rows)
        self.stream = Stream(self.screen)
        self.raw = bytearray()
        self.status: int | None = None
        given = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "IPT_TUI_HOME": str(home),
            "IPT_TUI_NOW": now,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),  # the sources that are tested here
            **warm.ESCAPE,
            **(env or {}),
        }
        self.fd, other = pty.openpty()
        self._tell_size(columns, rows)
        self._process = warm.start(arguments, given, (other, other, other), script, anew=anew)
        self.pid = self._process.pid
        os.close(other)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def resize(self, columns: int, rows: int) -> None:
        """Drag the window to another size."""
        self.screen.resize(rows, columns)
        self._tell_size(columns, rows)

    def press(self, *keys: str) -> None:
        """Press keys by name, or a character each; an escape is followed by a pause."""
        for key in keys:
            self._write(KEYS.get(key, key))
            self._read(ESCAPED if key == "esc" else 0)

    def control(self, letter: str) -> None:
        """Press control and a letter."""
        self._write(chr(ord(letter.upper()) & 0x1F))
        self._read(0.05)

    def type(self, text: str) -> None:
        """Type text as fast as a paste without brackets would."""
        for start in range(0, len(text), BURST):
            self._write(text[start : start + BURST])
            self._read(0)

    def answer(self, text: str = "") -> None:
        """Type text and press enter, in one burst."""
        self.type(f"{text}\r")

    def wait(self, pattern: str, patience: float = PATIENCE) -> str:
        """Wait until the pattern stands on the screen; return the screen."""
        until = time.monotonic() + patience
        while not re.search(pattern, self.text):
            if time.monotonic() > until or self.status is not None:
                raise AssertionError(f"{pattern!r} never stood here:\n{self.text}")
            self._read(0.05)
        return self.text

    def wait_gone(self, pattern: str, patience: float = PATIENCE) -> str:
        """Wait until the pattern stands nowhere on the screen; return the screen."""
        until = time.monotonic() + patience
        while re.search(pattern, self.text):
            if time.monotonic() > until or self.status is not None:
                raise AssertionError(f"{pattern!r} stayed here:\n{self.text}")
            self._read(0.05)
        return self.text

    def settle(self, quiet: float = 0.25) -> str:
        """Wait until nothing more comes; return the screen."""
        until = time.monotonic() + PATIENCE
        while self._read(quiet) and time.monotonic() < until:
            pass
        return self.text

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def lit(self, column: int = 60) -> str:
        """Return the line whose background at `column` is unlike its neighbours': the cursor's."""
        rows = range(2, self.screen.lines - 1)
        colours = [self.screen.buffer[row][column].bg for row in rows]
        common = max(set(colours), key=colours.count)
        found = [row for row, colour in zip(rows, colours, strict=True) if colour != common]
        return self.screen.display[found[0]][column - 9 :].rstrip() if found else ""

    def wait_lit(self, words: str, column: int = 60) -> None:
        """Wait until the line under the cursor holds these words."""
        until = time.monotonic() + PATIENCE
        while words not in self.lit(column):
            if time.monotonic() > until or self.status is not None:
                raise AssertionError(f"the cursor never stood at {words!r}:\n{self.text}")
            self._read(0.05)

    def walk_to(self, words: str, column: int = 60) -> None:
        """Go down from the first line until the one under the cursor holds these words."""
        self.press("home")
        self.settle()
        while words not in (lit := self.lit(column)):
            self.press("down")
            until = time.monotonic() + PATIENCE
            while self.lit(column) in (lit, ""):  # nothing is lit while it is painted
                if time.monotonic() > until or self.status is not None:
                    raise AssertionError(f"the cursor never came to {words!r}:\n{self.text}")
                self._read(0.05)

    def ended(self, patience: float = PATIENCE) -> int:
        """Wait for the end; return the exit code."""
        until = time.monotonic() + patience
        while self.status is None:
            if time.monotonic() > until:
                raise AssertionError(f"it did not end:\n{self.text}")
            self._read(0.05)
        return self.status

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal and wait for the end."""
        if self.status is None:
            self._process.kill(number)
            with contextlib.suppress(AssertionError):
                self.ended(10)
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1

    def hang_up(self) -> None:
        """Close the terminal under it, as a closed window does."""
        os.close(self.fd)
        self.fd = -1
        self.status = self._process.status(PATIENCE)

    def _tell_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError):
            os.write(self.fd, text.encode())

    def _read(self, wait: float) -> bool:
        """Read what comes within `wait` seconds of silence; True if something came."""
        came = False
        while self.fd >= 0 and select.select([self.fd], [], [], wait)[0]:
            try:
                data = os.read(self.fd, 1 << 16)
            except OSError:
                data = b""
            if not data:
                self._reap(block=True)
                return came
            came = True
            self.raw += data
            self.stream.feed(data)
            wait = min(wait, 0.02)
        self._reap()
        return came

    def _reap(self, *, block: bool = False) -> None:
        if self.status is None:
            self.status = self._process.status(None if block else 0)
