"""A program in a pseudo-terminal that answers its queries and notes when each output came.

What comes is only noted at first and drawn later, in a silence, so that drawing is never counted
as the program's time. Times are of `time.perf_counter`, in seconds.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import random
import re
import select
import signal
import struct
import termios
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ROOT = Path(__file__).parents[1]
COLUMNS, ROWS = 100, 30
NAMED = {
    "enter": "\r",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
}
QUIET, PATIENCE = 0.05, 20.0
_BEGIN, _END = b"\x1b[?2026h", b"\x1b[?2026l"
_ANSWERS = (
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[\?u"), b"\x1b[?0u"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?(?!2026)(\d+)\$p"), b"\x1b[?\\1;0$y"),
    (re.compile(rb"\x1b\](1[01]);\?(?:\x07|\x1b\\)"), b"\x1b]\\1;rgb:0000/0000/0000\x07"),
)
"""What a terminal is asked, and what this one answers: frames may be held together, no more."""
_NOT_DRAWN = re.compile(
    rb"\x1b\[[<=>?][0-9;]*[pu]|\x1b\[[0-9;?>]*\$[a-z]|\x1b\[>[0-9;]*[a-z]"
    rb"|\x1b[P\]][^\x07\x1b]*(?:\x07|\x1b\\)"
)
_CUT_OFF = re.compile(rb"\x1b(?:\[[0-9;?<=>$]*|[P\]][^\x07\x1b]*\x1b?)?\Z")


@dataclass(frozen=True, slots=True)
class Seen:
    """When something was first on a whole frame (None: never), and when the last output came."""

    first: float | None
    last: float


class Program:
    """One run of one command; `with` ends it whatever happens."""

    def __init__(self, command: Sequence[str], home: Path, **env: str) -> None:
        """Start it with `home` as its folder for everything."""
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self._waiting: list[tuple[float, bytes]] = []
        self._held, self._within = b"", False
        self.ended = False
        given = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{_ROOT}{os.pathsep}{_ROOT / 'src'}",
            "HOME": str(home),
            "IPT_TUI_HOME": str(home),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            **env,
        }
        self.started = self.last = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execve(command[0], list(command), given)
        os.set_blocking(self.fd, False)

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the program, whatever it is doing."""
        if not self.ended:
            for number in (signal.SIGTERM, signal.SIGKILL):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(self.pid, number)
                if self._gone(2.0):
                    break
        os.close(self.fd)

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait(self, pattern: str, quiet: float = 0.2) -> Seen:
        """Wait until the pattern stands there and the output rests; raise if it never does."""
        seen = self._follow(lambda: re.search(pattern, self.text) is not None, quiet, PATIENCE)
        if seen.first is None:
            raise RuntimeError(f"{pattern!r} never stood on the screen:\n{self.text}")
        return seen

    def rest(self, quiet: float = 0.2) -> None:
        """Wait until nothing more comes."""
        self._follow(lambda: True, quiet, PATIENCE)

    def pause(self, seconds: float) -> None:
        """Let time go by."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0 and not self.ended:
            self._read(left)

    def key(
        self, key: str, quiet: float = QUIET, patience: float = 0.6
    ) -> tuple[float, float] | None:
        """Press a key; return ms to the first frame it changed and to the last output it caused.

        None if nothing changed.
        """
        self.pause(random.uniform(0.004, 0.025))
        self._draw(lambda: False)
        before = self._picture()
        pressed = time.perf_counter()
        self.write(key)
        seen = self._follow(lambda: self._picture() != before, quiet, patience, pressed)
        if seen.first is None:
            return None
        return (seen.first - pressed) * 1000, (seen.last - pressed) * 1000

    def burst(self, keys: Sequence[str]) -> float:
        """Send keys at once; return ms to the last output they caused."""
        self.rest()
        pressed = time.perf_counter()
        self.write(*keys)
        return (self._follow(lambda: True, 0.3, PATIENCE, pressed).last - pressed) * 1000

    def quit(self) -> float:
        """Press the key that ends it; return ms to the end of the process."""
        pressed = time.perf_counter()
        self.write("\x11")
        if not self._gone(10.0):
            raise RuntimeError(f"it did not end:\n{self.text}")
        return (time.perf_counter() - pressed) * 1000

    def write(self, *keys: str) -> None:
        """Press keys by name, or type text."""
        with contextlib.suppress(OSError):
            os.write(self.fd, "".join(NAMED.get(key, key) for key in keys).encode())

    def _follow(
        self, test: Callable[[], bool], quiet: float, patience: float, since: float = 0.0
    ) -> Seen:
        """Read until a whole frame passed the test and then nothing came for `quiet` seconds."""
        until = time.perf_counter() + patience
        first: float | None = None
        while True:
            while self._read(min(quiet, until - time.perf_counter())):
                pass
            found = self._draw(test)
            first = first if first is not None else found
            rested = time.perf_counter() - max(self.last, since) >= quiet
            if self.ended or time.perf_counter() >= until or (first is not None and rested):
                return Seen(first, self.last)

    def _read(self, wait: float) -> bool:
        """Read once what comes within `wait` seconds, and answer what is asked in it."""
        if wait <= 0 or not select.select([self.fd], [], [], wait)[0]:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            data = b""
        if not data:
            self.ended = True
            return False
        self.last = time.perf_counter()
        data = self._held + data
        cut = match.start() if (match := _CUT_OFF.search(data)) else len(data)
        data, self._held = data[:cut], data[cut:]
        self._waiting.append((self.last, data))
        for asked, answer in _ANSWERS:
            for found in asked.finditer(data):
                os.write(self.fd, found.expand(answer))
        return True

    def _draw(self, test: Callable[[], bool]) -> float | None:
        """Draw what came; return when a whole frame first passed the test."""
        first = None
        for stamp, data in self._waiting:
            if (begun := data.rfind(_BEGIN)) != (ended := data.rfind(_END)):
                self._within = begun > ended
            self._stream.feed(_NOT_DRAWN.sub(b"", data))
            if first is None and not self._within and test():
                first = stamp
        self._waiting.clear()
        return first if first is not None else (self.last if not self._within and test() else None)

    def _picture(self) -> Any:
        screen = self.screen
        cells = [tuple(screen.buffer[y][x] for x in range(COLUMNS)) for y in range(ROWS)]
        return cells, (screen.cursor.x, screen.cursor.y)

    def _gone(self, patience: float) -> bool:
        """Drain what it still says; True when the process has ended."""
        until = time.perf_counter() + patience
        while time.perf_counter() < until:
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                self.ended = True
                return True
            if self.ended:
                time.sleep(0.0005)
            else:
                self._read(0.001)
        return False
