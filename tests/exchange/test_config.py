"""Settings: real files, good and faulty, and the one line the program itself writes."""

import os
import subprocess
import sys
from datetime import time
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipt_tui.exchange.config import Config, config_path, read_config

ALL = """
theme = "ipt-light"
idle_curtain_minutes = 2
idle_lock_minutes = 30
day_starts_at = "05:30"
region = "UK"
animations = "basic"
neutral_title = "notes"

[keys]
"timeline.zoom-in" = "z"
help = "f1"
[keys.circle]
nearer = "plus"
"""
UNPRIVILEGED = pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write anything")


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "config.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def problem(folder: Path, text: str | bytes) -> str:
    """The sentence for a faulty file."""
    sentence = read_config(written(folder, text)).problem
    assert sentence is not None
    assert str(folder / "config.toml") in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_without_a_file_the_defaults(tmp_path: Path) -> None:
    config = read_config(tmp_path / "config.toml")
    assert config == Config()
    assert config.problem is None
    assert (config.theme, config.animations, config.region) == ("ipt-dark", "none", "anywhere")
    assert (config.idle_curtain_minutes, config.idle_lock_minutes) == (5, 15)
    assert config.day_starts_at == time(4)
    assert config.neutral_title is None
    assert config.keys == {}


def test_every_setting_is_read(tmp_path: Path) -> None:
    assert read_config(written(tmp_path, ALL)) == Config(
        theme="ipt-light",
        keys={"timeline.zoom-in": "z", "help": "f1", "circle.nearer": "plus"},
        idle_curtain_minutes=2,
        idle_lock_minutes=30,
        day_starts_at=time(5, 30),
        region="UK",
        animations="basic",
        neutral_title="notes",
    )


def test_an_editor_may_have_added_a_mark_and_other_line_ends(tmp_path: Path) -> None:
    text = b"\xef\xbb\xbf" + ALL.replace("\n", "\r\n").encode()
    config = read_config(written(tmp_path, text))
    assert config.problem is None
    assert config.region == "UK"


def test_a_time_may_be_written_without_quotes(tmp_path: Path) -> None:
    assert read_config(written(tmp_path, "day_starts_at = 03:00:00")).day_starts_at == time(3)


def test_an_unknown_setting_is_named_and_the_rest_is_used(tmp_path: Path) -> None:
    text = '# mine\nregion = "IE"\n\ncolour = "red"\n[sounds]\nbell = true\n'
    config = read_config(written(tmp_path, text))
    assert config.region == "IE"
    said = problem(tmp_path, text)
    assert "line 4, “colour” is not a setting" in said
    assert "line 5, “sounds” is not a setting" in said
    assert said.endswith("The rest is used.")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("theme = 3", "one of ipt-dark, ipt-light"),
        ('theme = "nord"', "one of ipt-dark, ipt-light"),
        ('idle_curtain_minutes = "5"', "whole number of minutes from 1 to 60"),
        ("idle_curtain_minutes = true", "whole number of minutes from 1 to 60"),
        ("idle_curtain_minutes = 0", "whole number of minutes from 1 to 60"),
        ("idle_lock_minutes = 2.5", "whole number of minutes from 1 to 240"),
        ("idle_lock_minutes = 241", "whole number of minutes from 1 to 240"),
        ('day_starts_at = "4"', "a time like 04:00"),
        ('day_starts_at = "24:00"', "a time like 04:00"),
        ("day_starts_at = 4", "a time like 04:00"),
        ("region = 44", "text of at most 40 characters"),
        ('region = " "', "text of at most 40 characters"),
        ('animations = "some"', "one of none, basic, full"),
        ("animations = false", "one of none, basic, full"),
        ('neutral_title = "\\u001b[2J"', "text of at most 40 characters"),
        (f'neutral_title = "{"a" * 41}"', "text of at most 40 characters"),
        ("keys = 3", "a table of commands and their keys"),
        ("keys.help = 3", "“help” has no key in quotes"),
        ('keys.help = ""', "“help” has no key in quotes"),
    ],
)
def test_a_wrong_value_is_left_at_its_default(tmp_path: Path, line: str, wanted: str) -> None:
    text = f"# mine\n{line}\n"
    config = read_config(written(tmp_path, text))
    said = problem(tmp_path, text)
    assert config == Config(problem=said)
    name = line.split(" ", 1)[0].split(".", 1)[0]
    assert f"line 2, “{name}” should be " in said
    assert wanted in said


def test_one_wrong_value_does_not_undo_the_others(tmp_path: Path) -> None:
    config = read_config(written(tmp_path, ALL.replace("= 30", '= "long"')))
    assert config.idle_lock_minutes == 15
    assert config.region == "UK"
    assert config.problem is not None
    assert config.problem.count("“") == 1


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('region = "UK"\ntheme = \n', "line 2: invalid value"),
        ('region = "UK"\nregion = "IE"\n', "line 2: "),
        ("[keys", "at the end: "),
        (b'region = "UK"\n# caf\xe9\n', "line 2: this is not UTF-8 text"),
        ("a = " + "[" * 5000, "it is nested too deeply"),
        ("a = " + "9" * 5000, "one of its numbers is too long"),
    ],
)
def test_a_file_that_is_no_toml_gives_the_defaults(
    tmp_path: Path, text: str | bytes, where: str
) -> None:
    said = problem(tmp_path, text)
    assert where in said
    assert said.endswith("so the defaults are used.")
    assert read_config(tmp_path / "config.toml") == Config(problem=said)


def test_a_folder_in_its_place_gives_the_defaults(tmp_path: Path) -> None:
    config = read_config(tmp_path)
    assert config.problem is not None
    assert "could not be read" in config.problem
    assert config == Config(problem=config.problem)


@UNPRIVILEGED
def test_a_file_that_may_not_be_read_gives_the_defaults(tmp_path: Path) -> None:
    path = written(tmp_path, ALL)
    path.chmod(0)
    assert "could not be read" in (read_config(path).problem or "")


@settings(deadline=None)
@given(raw=st.binary(max_size=200))
def test_no_file_keeps_the_program_from_starting(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    read_config(written(tmp_path_factory.mktemp("config"), raw))


def test_the_place_is_the_home_of_the_program_if_given(tmp_path: Path) -> None:
    assert config_path({"IPT_TUI_HOME": str(tmp_path)}) == tmp_path / "config.toml"


def test_else_the_place_is_the_users_configuration_folder() -> None:
    folder = Path(platformdirs.user_config_dir("ipt-tui", appauthor=False))
    assert config_path({}) == folder / "config.toml"


def test_starting_without_a_file_loads_neither_parser_nor_platformdirs(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from ipt_tui.exchange.config import *\n"
        f"read_config(config_path({{'IPT_TUI_HOME': {str(tmp_path)!r}}}))\n"
        "print([name for name in ('tomllib', 'platformdirs', 'textual') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
