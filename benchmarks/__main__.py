"""`python -m benchmarks`: measure, print the table, and write it into docs/performance.md."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from benchmarks import big_vault, report, rounds
from benchmarks.figures import PAIRS
from benchmarks.world import World

DOCS = Path(__file__).parents[1] / "docs" / "performance.md"
ROUNDS, TIMES = 5, 40
QUICK_ROUNDS, QUICK_TIMES, QUICK_CLIENTS = 1, 8, 20


def main() -> int:
    """Measure what was asked for; only a whole run is written down."""
    asked = _asked()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started ends too
    quick = bool(asked.quick)
    wanted = asked.only or [pair.name for pair in PAIRS if not (quick and pair.long)]
    pairs = [pair for pair in PAIRS if pair.name in wanted]
    count = asked.rounds or (QUICK_ROUNDS if quick else ROUNDS)
    clients = asked.clients or (QUICK_CLIENTS if quick else big_vault.CLIENTS)
    world = World.make(QUICK_TIMES if quick else TIMES, clients)
    try:
        results = rounds.run(pairs, world, count, warm_up=not quick)
    finally:
        world.remove()
    print(report.plain(results))
    if not quick and not asked.only:
        report.write(DOCS, report.markdown(results, world, count))
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--quick",
        action="store_true",
        help="one round with few keys and no big vault, a minute or so; writes nothing",
    )
    parser.add_argument(
        "--only", action="append", metavar="NAME", choices=[pair.name for pair in PAIRS],
        help=f"one of {', '.join(p.name for p in PAIRS)}; can be repeated; writes nothing",
    )  # fmt: skip
    parser.add_argument("--rounds", type=int, metavar="N", help=f"rounds (default {ROUNDS})")
    parser.add_argument(
        "--clients",
        type=int,
        metavar="N",
        help=f"clients of the big vault (default {big_vault.CLIENTS})",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
