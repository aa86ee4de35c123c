"""The program with a clock that is set from outside, and in which nobody is ever away.

The clock stands at the moment that the file `now` names, in the folder of the vault. This is run
as a script.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

from ipt_tui.__main__ import main
from ipt_tui.ipt.clock import Clock
from ipt_tui.tui.idle import Away, IdleWatch


def now(_: Clock) -> datetime:
    """Return the moment the file names."""
    return datetime.fromisoformat(Path(os.environ["IPT_TUI_HOME"], "now").read_text()).astimezone()


def not_away(_: IdleWatch, **__: bool) -> Away:
    """Return that nothing is due: a clock that is set looks like a lid that was closed."""
    return Away.NOTHING


if __name__ == "__main__":
    setattr(Clock, "now", now)  # noqa: B010 - as a test would, but in another process
    IdleWatch.look = IdleWatch.touch = not_away  # type: ignore[assignment,method-assign]
    sys.exit(main())
