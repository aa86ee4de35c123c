"""Where a passphrase comes from, in which order, and what is said where it cannot be had."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from ipt_tui.cli import passphrase
from ipt_tui.cli.passphrase import COMMAND_VARIABLE, FILE_VARIABLE, PassphraseError, source
from ipt_tui.ipt.passphrase import prepare
from tests.cli.prompt import PASSPHRASE, Place, empty, k7, opened


def given(file: Path | None = None, env: Mapping[str, str] | None = None) -> str:
    found = source(file, env or {})
    assert found is not None
    return found()


def file_of(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "given"
    path.write_bytes(content)
    return path


def printing(text: str) -> str:
    return f'"{sys.executable}" -c "import sys; sys.stdout.write({text!r})"'


def refused(file: Path | None = None, env: Mapping[str, str] | None = None) -> str:
    with pytest.raises(PassphraseError) as caught:
        given(file, env)
    assert PASSPHRASE not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"one two\n", "one two"),
        (b"one two", "one two"),
        (b"one two\r\nthree\n", "one two"),
        (b" spaces stay \n", " spaces stay "),
        (b"\xef\xbb\xbfmark\n", "mark"),
        ("\u00fcber\n".encode(), "\u00fcber"),
    ],
)
def test_the_first_line_of_a_file(tmp_path: Path, content: bytes, expected: str) -> None:
    path = file_of(tmp_path, content)
    assert given(path) == expected
    assert given(env={FILE_VARIABLE: str(path)}) == expected


def test_bytes_that_are_no_text_still_make_one_key(tmp_path: Path) -> None:
    one, other = (prepare(given(file_of(tmp_path, raw))) for raw in (b"\xff\xfe", b"\xff\xfd"))
    assert one != other


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("one two\n", "one two"), ("one two", "one two"), ("one\r\n", "one"), ("one\n\n", "one\n")],
)
def test_what_a_command_prints(printed: str, expected: str) -> None:
    assert given(env={COMMAND_VARIABLE: printing(printed)}) == expected


def test_a_command_is_run_without_a_shell() -> None:
    words = f'"{sys.executable}" -c "import sys; print(sys.argv[1:])" $HOME; echo x | cat'
    assert given(env={COMMAND_VARIABLE: words}) == "['$HOME;', 'echo', 'x', '|', 'cat']"


def test_the_option_goes_before_the_file_and_the_file_before_the_command(tmp_path: Path) -> None:
    option, file = tmp_path / "option", tmp_path / "file"
    option.write_text("option")
    file.write_text("file")
    env = {FILE_VARIABLE: str(file), COMMAND_VARIABLE: printing("command")}
    assert given(option, env) == "option"
    assert given(env=env) == "file"
    assert given(env=env | {FILE_VARIABLE: ""}) == "command"
    assert source(None, {}) is None
    assert source(None, {FILE_VARIABLE: "", COMMAND_VARIABLE: ""}) is None


def test_what_cannot_be_had(tmp_path: Path) -> None:
    missing = tmp_path / "no"
    assert refused(missing) == f"The passphrase file {missing} cannot be read."
    empty_file = file_of(tmp_path, b"\nsecond line\n")
    assert refused(empty_file) == f"The passphrase file {empty_file} is empty."
    assert refused(file_of(tmp_path, b"")).endswith("is empty.")
    failed = f"The command in {COMMAND_VARIABLE} failed, so there is no passphrase."
    words = f'"{sys.executable}" -c "print(1); raise SystemExit(3)"'
    for command in (words, "no-such-command-at-all", '"unclosed', "  ", str(tmp_path)):
        assert refused(env={COMMAND_VARIABLE: command}) == failed
    nothing = f"The command in {COMMAND_VARIABLE} printed nothing."
    assert refused(env={COMMAND_VARIABLE: printing("\n")}) == nothing


def test_with_nothing_given_and_no_terminal(tmp_path: Path) -> None:
    for words in (["show", "people"], ["backup"], ["new", "--vault", str(tmp_path / "n.ipt")]):
        done = k7(tmp_path / "home").run(*words)
        assert done.code == 1
        assert done.out == ""
        assert done.err.startswith("There is no terminal to ask for the passphrase; give it by")
        assert done.err.count("\n") == 1
    assert not (tmp_path / "n.ipt").exists()


@pytest.mark.parametrize("way", ["--passphrase-file", FILE_VARIABLE, COMMAND_VARIABLE])
def test_every_way_opens_the_vault(tmp_path: Path, way: str) -> None:
    place = k7(tmp_path / "home")
    value = printing(PASSPHRASE) if way == COMMAND_VARIABLE else str(place.passphrase)
    words, env = ([way, value], {}) if way.startswith("--") else ([], {way: value})
    run = place.run_anew if way == COMMAND_VARIABLE else place.run
    done = run("show", "people", *words, env=env)
    assert done.code == 0, done.err
    assert done.err == ""
    assert done.out.startswith("K7, circle on 23 Nov 2026")


def test_a_wrong_one_is_one_sentence(tmp_path: Path) -> None:
    place = k7(tmp_path / "home")
    place.passphrase.write_text("another one altogether")
    done = place.call("show", "people")
    assert (done.code, done.out) == (1, "")
    assert done.err == "That passphrase does not open this file.\n"


def test_typed_at_a_terminal_it_is_not_seen(tmp_path: Path) -> None:
    place = k7(tmp_path / "home")
    done = place.type("show", "people", answers=[("Passphrase: ", f"{PASSPHRASE}\n")])
    assert done.code == 0
    assert "closest: Sam, partner" in done.out
    assert PASSPHRASE not in done.out


def test_a_new_one_is_asked_for_twice(tmp_path: Path) -> None:
    place = empty(tmp_path / "home")
    done = place.type(
        "new",
        answers=[
            ("New passphrase: ", "short\n"),
            ("At least eight characters, please.", ""),
            ("New passphrase: ", f"{PASSPHRASE}\n"),
            ("The same again: ", "something else\n"),
            ("These two are not the same.", ""),
            ("New passphrase: ", f"{PASSPHRASE}\n"),
            ("The same again: ", f"{PASSPHRASE}\n"),
        ],
    )
    assert done.code == 0, done.out
    assert "Strong." in done.out
    assert PASSPHRASE not in done.out
    opened(place).close()


@pytest.mark.parametrize(
    ("typed", "code", "said"), [("\x04", 1, "No passphrase was given."), ("\x03", 130, "")]
)
def test_end_of_input_and_ctrl_c_at_the_prompt(
    tmp_path: Path, typed: str, code: int, said: str
) -> None:
    done = k7(tmp_path / "home").type("show", "people", answers=[("Passphrase: ", typed)])
    assert done.code == code
    assert "Traceback" not in done.out
    assert done.out.replace("Passphrase: ", "").replace("^C", "").strip() == said


def test_a_new_one_that_is_given_must_be_acceptable(tmp_path: Path) -> None:
    place = empty(tmp_path / "home")
    place.passphrase.write_text("12345678\n")
    done = place.call("new")
    assert (done.code, done.out) == (1, "")
    assert "cannot be used" in done.err
    assert not place.vault.exists()


def test_a_weak_one_is_said_to_be_weak_unless_quiet(tmp_path: Path) -> None:
    for quiet in (False, True):
        place: Place = empty(tmp_path / str(quiet))
        place.passphrase.write_text("herons99\n")
        done = place.call("new", *(["--quiet"] if quiet else []))
        assert done.code == 0
        assert ("Weak:" in done.err) is not quiet


def test_letters_that_are_no_text_at_the_prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    def undecodable(_: str) -> str:
        return b"\xff".decode()

    monkeypatch.setattr(passphrase, "_can_ask", lambda: True)
    monkeypatch.setattr("getpass.getpass", undecodable)
    with pytest.raises(PassphraseError, match="not UTF-8 text"):
        passphrase.existing(None)


def test_without_any_terminal_standard_input_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_terminal(*_: object) -> int:
        raise OSError

    monkeypatch.setattr(os, "open", no_terminal)
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(PassphraseError, match="no terminal"):
        passphrase.existing(None)
