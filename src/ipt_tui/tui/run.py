"""Running the program until it ends, and starting it anew after a lock."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from ipt_tui.exchange.config import use_own_content
from ipt_tui.tui.covered_app import REGION_HANDED
from ipt_tui.tui.guarded_app import LOCKED, LOCKED_AT_HELP

if TYPE_CHECKING:
    from pathlib import Path

    from ipt_tui.tui.app import IptApp


def run(app: IptApp) -> int:
    """Run the program until it ends; return the exit code.

    After a lock the process replaces itself, so that memory holds nothing readable.
    """
    use_own_content(os.environ, app.config)
    try:
        result = app.run()
    finally:
        app.close_now()
    if result in (LOCKED, LOCKED_AT_HELP):
        os.environ[REGION_HANDED] = app.region_at_end
        _start_again(app.path, at_help_lines=result == LOCKED_AT_HELP)
    return app.return_code or 0


def _start_again(vault: Path, *, at_help_lines: bool) -> None:
    """Replace this process by a locked one; until it paints, the terminal says "Locked.".

    `-P` keeps modules that lie about in the working folder out of it.
    """
    sys.stdout.write("\x1b[?1049h\x1b[2J\x1b[H\x1b[?25l\r\n  Locked.\r\n")
    sys.stdout.flush()
    arguments = [sys.executable, "-P", "-m", "ipt_tui", f"--vault={vault}", "--after-lock"]
    if at_help_lines:
        arguments += ["--at", "help-lines"]
    os.execv(sys.executable, arguments)  # noqa: S606
