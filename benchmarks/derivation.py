"""The key derivation by itself: prints its milliseconds. `python -m benchmarks.derivation`."""

from __future__ import annotations

import statistics
import time

from ipt_tui.ipt.passphrase import prepare
from ipt_tui.vault.key import derive, new_salt

TIMES = 3

if __name__ == "__main__":
    salt, taken = new_salt(), []
    for _ in range(TIMES):
        begun = time.perf_counter()
        derive(prepare("seven lanterns over harbour"), salt)
        taken.append((time.perf_counter() - begun) * 1000)
    print(statistics.median(taken))
