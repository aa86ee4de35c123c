"""Run the checks of the project: format, lint, types, import contracts, tests.

`scripts/check.py coverage` runs the tests of the layers under the screen once more, and notes what
they reach; it is run only when named.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTHON = sys.executable
BIN = Path(PYTHON).parent

CHECKS = (
    ("format", [PYTHON, "-m", "ruff", "format", "--check", "."]),
    ("lint", [PYTHON, "-m", "ruff", "check", "."]),
    ("types", [PYTHON, "-m", "mypy"]),
    ("import contracts", [str(BIN / "lint-imports")]),
    ("tests", [PYTHON, "-m", "pytest", "-n", "2"]),
)
LAYERS = [f"tests/{name}" for name in ("ipt", "records", "vault", "exchange")]
COVERAGE = (
    "coverage",
    [PYTHON, "-m", "pytest", "-n", "2", "--cov", "--cov-report=term:skip-covered", *LAYERS],
)
"""What the tests of a layer reach in it; to note it nearly doubles what they cost."""


def main() -> int:
    """Run the checks in turn, or those named; return 1 at the first that fails."""
    wanted = sys.argv[1:]
    named = [check for check in (*CHECKS, COVERAGE) if check[0] in wanted]
    for name, command in named or CHECKS:
        print(f"== {name}", flush=True)
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            print(f"== {name} failed", flush=True)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
