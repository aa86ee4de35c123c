"""What a running process costs, as the kernel counts it; None where there is no /proc."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path


def processor_ms(pid: int) -> float | None:
    """Return the processor time all threads of a process have used."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return None
    spent = 0
    for task in tasks:
        with contextlib.suppress(OSError):
            spent += int((task / "schedstat").read_text().split()[0])
    return spent / 1e6


def peak_mib(pid: int) -> float | None:
    """Return the most memory a process has had resident."""
    try:
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return None
    return int(found[1]) / 1024 if found else None


def forget_peak(pid: int) -> None:
    """Let the peak be counted anew from what is resident now."""
    with contextlib.suppress(OSError):
        Path(f"/proc/{pid}/clear_refs").write_text("5")
