"""The one line of the settings that the program itself writes."""

import os
import stat
import tomllib
from pathlib import Path

import pytest

from ipt_tui.exchange.config import forget_title, read_config, remember_theme

OWN = '# mine\nregion = "UK"\ntheme = "ipt-light"\n\n[keys]\nhelp = "f1"\n'


def written(folder: Path, content: bytes | str) -> Path:
    path = folder / "config.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b'theme = "ipt-light"\n'),
        (b'theme = "ipt-dark"\n', b'theme = "ipt-light"\n'),
        (b"theme='ipt-dark'", b'theme = "ipt-light"'),
        (b'region = "UK"\n', b'theme = "ipt-light"\nregion = "UK"\n'),
        (b'# mine\n"theme" = "x"   # dark\r\n', b'# mine\ntheme = "ipt-light"   # dark\r\n'),
        (b"theme = 3 # three\n", b'theme = "ipt-light" # three\n'),
        (b'theme = "a#b" # c\n', b'theme = "ipt-light"#b" # c\n'),
        (b'region = "UK"\r\n', b'theme = "ipt-light"\r\nregion = "UK"\r\n'),
        (b'\xef\xbb\xbfregion = "UK"\n', b'\xef\xbb\xbftheme = "ipt-light"\nregion = "UK"\n'),
        (b'[other]\ntheme = "x"\n', b'theme = "ipt-light"\n[other]\ntheme = "x"\n'),
        (b'#theme = "x"\n', b'theme = "ipt-light"\n#theme = "x"\n'),
        (
            b'neutral_title = """\ntheme = "x"\n"""\ntheme = "y"\n',
            b'neutral_title = """\ntheme = "x"\n"""\ntheme = "ipt-light"\n',
        ),
        (b'[keys]\nhelp = "\xc3\xa9"', b'theme = "ipt-light"\n[keys]\nhelp = "\xc3\xa9"'),
    ],
)
def test_remembering_a_theme_keeps_every_other_byte(
    tmp_path: Path, before: bytes, after: bytes
) -> None:
    path = written(tmp_path, before)
    remember_theme(path, "ipt-light")
    assert path.read_bytes() == after
    assert [file.name for file in tmp_path.iterdir()] == ["config.toml"]


def test_remembering_twice_changes_one_line(tmp_path: Path) -> None:
    path = written(tmp_path, OWN)
    remember_theme(path, "ipt-contrast-dark")
    remember_theme(path, "ipt-dark")
    assert path.read_text() == OWN.replace('"ipt-light"', '"ipt-dark"')
    assert read_config(path).theme == "ipt-dark"


def test_a_file_is_made_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "ipt" / "tui" / "config.toml"
    remember_theme(path, "ipt-light")
    assert read_config(path).theme == "ipt-light"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_mode_of_a_file_is_kept(tmp_path: Path) -> None:
    path = written(tmp_path, OWN)
    path.chmod(0o644)
    remember_theme(path, "ipt-dark")
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    real = written(tmp_path / "dotfiles", OWN)
    link = tmp_path / "config.toml"
    link.symlink_to(real)
    remember_theme(link, "ipt-dark")
    assert link.is_symlink()
    assert tomllib.loads(real.read_text())["theme"] == "ipt-dark"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('region = "UK"\ntheme = \n', "line 2: invalid value"),
        ('theme = """\nx"""\n', "cannot be replaced"),
        ('[theme]\nname = "x"\n', "cannot be replaced"),
    ],
)
def test_a_file_that_cannot_be_changed_safely_is_left_alone(
    tmp_path: Path, text: str, why: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ValueError, match=why) as caught:
        remember_theme(path, "ipt-dark")
    assert str(caught.value).startswith(f"{path} was left as it is, since ")
    assert path.read_text() == text


@pytest.mark.parametrize("name", ["", 'a"b', "a\nb", "a b"])
def test_only_a_plain_word_is_a_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / "config.toml"
    with pytest.raises(ValueError, match="name of a theme"):
        remember_theme(path, name)
    assert not path.exists()


def test_when_the_move_fails_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, OWN)

    def refuse(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="no space"):
        remember_theme(path, "ipt-dark")
    assert path.read_text() == OWN
    assert [file.name for file in tmp_path.iterdir()] == ["config.toml"]


def test_taking_the_title_back_takes_its_line_out_and_no_more(tmp_path: Path) -> None:
    forget_title(tmp_path / "config.toml")
    assert list(tmp_path.iterdir()) == []
    path = written(tmp_path, OWN + 'neutral_title = "in a table"\n')
    forget_title(path)
    assert path.read_text() == OWN + 'neutral_title = "in a table"\n'
    for line, left in (
        (b'neutral_title = "notes"\r\n', b""),
        (b"neutral_title='x' # y\n", b"# y\n"),
    ):
        path = written(tmp_path, b"# mine\n" + line + OWN.encode())
        forget_title(path)
        assert path.read_bytes() == b"# mine\n" + left + OWN.encode()
