"""The program as a whole: exit codes, what it imports, what it hands to the screen."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import ipt_tui
import ipt_tui.tui
from ipt_tui.cli import commands
from ipt_tui.cli.arguments import COMMANDS
from ipt_tui.ipt.content import ContentError
from tests.cli.prompt import Place, empty, k7

HEAVY = [
    "textual",
    "rich",
    "sqlmodel",
    "sqlalchemy",
    "sqlcipher3",
    "pydantic",
    "platformdirs",
    "asyncio",
    "json",
    "subprocess",
    "tempfile",
    "ipt_tui.exchange",
    "ipt_tui.vault.vault",
    "ipt_tui.records",
]
WATCH = """
import sys, types
for name, stands in (("app", "IptApp"), ("run", "run")):
    stub = types.ModuleType(f"ipt_tui.tui.{name}")
    setattr(stub, stands, lambda *a, **k: 0)
    sys.modules[stub.__name__] = stub
from ipt_tui.__main__ import main
from ipt_tui.cli import saying
saying.need_terminal = lambda: None
code = main(sys.argv[2:])
print([name for name in sys.argv[1].split() if name in sys.modules], file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["import", "-h"], ["--bogus"]])
def test_help_and_version_import_nothing_heavy(tmp_path: Path, words: list[str]) -> None:
    done = Place(tmp_path).run_anew(" ".join(HEAVY), *words, python=["-c", WATCH])
    assert done.err.splitlines()[-1] == "[]"


def test_before_the_screen_nothing_heavy_is_imported(tmp_path: Path) -> None:
    place = empty(tmp_path / "home")
    done = place.run_anew(" ".join(set(HEAVY) - {"platformdirs"}), python=["-c", WATCH])
    assert (done.code, done.err) == (0, "[]\n")


def test_version(tmp_path: Path) -> None:
    done = Place(tmp_path).run_anew("--version")
    assert (done.code, done.out, done.err) == (0, f"ipt-tui {ipt_tui.__version__}\n", "")


def test_help_names_every_command(tmp_path: Path) -> None:
    done = Place(tmp_path).run("--help")
    assert (done.code, done.err) == (0, "")
    for command in COMMANDS:
        assert f"\n  ipt-tui {command} " in done.out
    assert max(map(len, done.out.splitlines())) <= 92
    named = [line.split(" --")[0][:29] for line in done.out.splitlines() if "  ipt-tui " in line]
    assert sorted(set(named)) == sorted(named)
    assert Place(tmp_path).run("show", "--help").out.startswith("usage: ipt-tui show")


def test_wrong_usage_is_one_line_and_two(tmp_path: Path) -> None:
    done = Place(tmp_path).run("show", "moods")
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert done.err.endswith("Help: ipt-tui show --help\n")


def test_a_reader_that_goes_away_is_no_trouble(tmp_path: Path) -> None:
    place = k7(tmp_path / "home")
    read, write_ = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "ipt_tui", "show", "people"],
        env=place.env | {"IPT_TUI_PASSPHRASE_FILE": str(place.passphrase)},
        stdout=write_,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write_)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_output_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ipt_tui", "where"],
            env=place.env,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "The output could not be written.\n"


def test_closed_standard_output_is_no_trouble(tmp_path: Path) -> None:
    program = """
import os, sys
os.close(1)
os.close(2)
os.execv(sys.executable, [sys.executable, "-m", "ipt_tui", *sys.argv[1:]])
"""
    assert Place(tmp_path).run_anew("where", python=["-c", program]).code == 0
    assert Place(tmp_path).run_anew("show", "people", python=["-c", program]).code == 1


def test_a_terminal_that_lacks_letters_gets_question_marks(tmp_path: Path) -> None:
    place = empty(tmp_path / "h\u00f6me")
    done = place.run_anew("where", env={"PYTHONIOENCODING": "ascii"})
    assert done.code == 0, done.err
    assert "h?me/record.ipt" in done.out


def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    place = k7(tmp_path / "home")
    command = f'"{sys.executable}" -c "import time; print(0, flush=True); time.sleep(60)"'
    process = subprocess.Popen(
        [sys.executable, "-m", "ipt_tui", "show", "people"],
        env=place.env | {"IPT_TUI_PASSPHRASE_COMMAND": f"{command}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.exists():
        process.kill()
        pytest.skip("there is no /proc")
    while not children.read_text():
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b""
    assert b"ipt_tui" not in err


def test_a_fault_of_our_own_is_one_sentence_without_what_it_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        secret = "what somebody said"
        raise RuntimeError(secret)

    monkeypatch.setattr(commands, "run", fail)
    done = Place(tmp_path).call("where")
    assert (done.code, done.out) == (1, "")
    said = "ipt-tui stopped because of a fault of its own (RuntimeError, test_main.py line "
    assert done.err.startswith(said)
    assert "somebody" not in done.err
    assert done.err.count("\n") == 1


def test_a_faulty_content_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise ContentError("card.toml", "is not written in UTF-8", 3)

    monkeypatch.setattr(commands, "run", fail)
    done = Place(tmp_path).call("where")
    assert (done.code, done.err) == (1, "card.toml, line 3: is not written in UTF-8.\n")


def test_files_are_private_and_memory_is_not_dumped(tmp_path: Path) -> None:
    program = """
import os, resource, sys
from ipt_tui.__main__ import main
main(["where", "--quiet"])
print(oct(os.umask(0)), resource.getrlimit(resource.RLIMIT_CORE))
"""
    done = Place(tmp_path).run_anew(python=["-c", program])
    assert done.out.splitlines()[1] == "0o77 (0, 0)"
