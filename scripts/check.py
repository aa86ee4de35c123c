"""Run every check of the project: format, lint, types, import contracts, tests."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTHON = sys.executable
BIN = Path(PYTHON).parent

SPREAD = ["-n", "2", "--dist", "loadgroup"]
"""The tests on both cores; those that share what is costly to make stay together and come first."""

CHECKS = (
    ("format", [PYTHON, "-m", "ruff", "format", "--check", "."]),
    ("lint", [PYTHON, "-m", "ruff", "check", "."]),
    ("types", [PYTHON, "-m", "mypy"]),
    ("import contracts", [str(BIN / "lint-imports")]),
    ("tests", [PYTHON, "-m", "pytest", *SPREAD, "--cov", "--cov-report=term:skip-covered"]),
)


def main() -> int:
    """Run the checks in turn, or those named; return 1 at the first that fails."""
    wanted = sys.argv[1:]
    for name, command in CHECKS:
        if wanted and name not in wanted:
            continue
        print(f"== {name}", flush=True)
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            print(f"== {name} failed", flush=True)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
