"""What happens when the program itself fails: a report without a word of what anybody typed."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from ipt_tui.ipt.about import PROGRAM

if TYPE_CHECKING:
    from datetime import datetime


def report(error: BaseException, folder: Path, now: datetime) -> Path | None:
    """Write where the program failed into a file (0600) and return it, None if that fails too.

    Its name is its own even where the clock stands still, as in the demo.
    Only types, files, lines and function names: a message or a local could hold a person's words.
    Of a worker that failed it is what made it fail.
    """
    import tempfile

    from ipt_tui import __version__

    lines = [f"ipt-tui {__version__}, Python {sys.version.split()[0]}, {now:%Y-%m-%d %H:%M}"]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__qualname__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__)
        ]
        seen = seen.__cause__ or seen.__context__ or getattr(seen, "error", None)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, path = tempfile.mkstemp(".txt", f"crash-{now:%Y%m%d-%H%M%S}-", folder)
        with os.fdopen(handle, "w") as file:
            file.write("\n".join(lines) + "\n")
    except OSError:
        return None
    return Path(path)


def sentence(path: Path | None, *, kept: bool, called: str = PROGRAM) -> str:
    """Return what the person reads afterwards; `kept` is whether all that was typed was saved.

    The program is `called` so: where the window has another name, nothing says what it is.
    """
    draft = "What you typed is kept as a draft." if kept else "What you typed last was not saved."
    said = f"{called} stopped because of a fault of its own. {draft}"
    return f"{said} Where it failed (none of your words): {path}" if path else said
