"""Settings a person writes by hand: `config.toml`, read once at the start.

Nothing in it can keep the program from starting: what is wrong is left at its default, and
`Config.problem` is one sentence that says where and why.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path
from typing import Any, Literal

from ipt_tui.exchange.config_rules import RULES

FILE = "config.toml"
_BOM = b"\xef\xbb\xbf"
_SETS = r"""^[ \t]* (?:{0}|"{0}"|'{0}') [ \t]*=
    [^#\r\n]*? (?P<comment>(?:[ \t]*\#[^\r\n]*)?) (?=[\r\n]|\Z)"""
_AT_LINE = re.compile(r"(.*) \(at (?:(line \d+), column \d+|end of document)\)", re.DOTALL)
HOME_VARIABLE = "IPT_TUI_HOME"


@dataclass(frozen=True, slots=True)
class Config:
    """The settings, each with its default.

    `keys` maps the id of a command to a key, minutes are whole, `day_starts_at` is local wall
    time, `neutral_title` is the title of the terminal in place of the program's name. Notes are
    copied in the sections of `paste_profile`, as ASCII alone, in lines of `paste_width` letters; 0
    leaves lines as they are. `self_check` has a practitioner asked a few lines after a session.
    `noncommercial_measures` keeps forms that may not be used commercially. `areas` are the problem
    areas that are offered, all of them where it is empty.
    """

    theme: str = "ipt-dark"
    keys: Mapping[str, str] = field(default_factory=dict)
    idle_curtain_minutes: int = 5
    idle_lock_minutes: int = 15
    day_starts_at: time = time(4)
    region: str = "anywhere"
    animations: Literal["none", "basic", "full"] = "none"
    neutral_title: str | None = None
    paste_profile: str = "plain"
    paste_ascii: bool = False
    paste_width: int = 0
    self_check: bool = False
    noncommercial_measures: bool = True
    areas: tuple[str, ...] = ()
    problem: str | None = None


def config_path(env: Mapping[str, str]) -> Path:
    """Return where the file is: in IPT_TUI_HOME, else in the user's configuration folder."""
    if home := env.get(HOME_VARIABLE):
        return Path(home) / FILE
    import platformdirs

    return Path(platformdirs.user_config_dir("ipt-tui", appauthor=False)) / FILE


def content_folder(env: Mapping[str, str]) -> Path:
    """Return the folder in which a person's own content stands, laid over what is shipped."""
    return config_path(env).parent / "content"


def region_meant(
    env: Mapping[str, str], config: Config, of_client: str = "", handed: str | None = None
) -> str:
    """Return the region of the help lines, the same on every screen and in every command.

    What was on screen when it was locked (`handed`) goes before the setting, that before the
    client's own, and the language of the terminal comes last.
    """
    from ipt_tui.ipt.help_lines import region_of, territory

    return region_of((handed, config.region, of_client, territory(env)), content_folder(env))


def use_own_content(env: Mapping[str, str], config: Config) -> None:
    """Take into use what a person adds by files of their own: instruments, problem areas."""
    from ipt_tui.ipt import areas, instruments

    areas.use(content_folder(env), config.areas)
    instruments.use(content_folder(env), noncommercial=config.noncommercial_measures)


def read_config(path: Path) -> Config:
    """Return the settings at `path`; without a file, the defaults. Never raises for its content."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Config()
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        return Config(problem=f"{path} could not be read ({reason}), so the defaults are used.")
    import tomllib

    try:
        text = raw.decode("utf-8-sig")
        return _from_table(tomllib.loads(text), text.splitlines(), path)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Config(problem=_unusable(path, f"line {line}: this is not UTF-8 text"))
    except (ValueError, RecursionError) as error:
        return Config(problem=_unusable(path, _said_by_parser(error)))


def remember_theme(path: Path, name: str) -> None:
    """Write `theme = "…"` into the file at `path`, and change no other byte of it.

    Raises ValueError, one sentence, if the file is not valid TOML or the name no plain word (then
    nothing is written), and OSError if the folder refuses.
    """
    if not re.fullmatch(r"[\w.-]+", name):
        raise ValueError("The name of a theme is letters, digits and dashes.")
    _remember(path, "theme", name)


def remember_title(path: Path, title: str) -> str:
    """Write `neutral_title = "…"` into the file at `path` as above; return the title as it is read.

    Raises ValueError and OSError as above, ValueError also for what is no title.
    """
    try:
        title = RULES["neutral_title"](title)
    except ValueError as error:
        raise ValueError(f"The name of the window should be {error}.") from None
    _remember(path, "neutral_title", title)
    return title


def forget_title(path: Path) -> None:
    """Take `neutral_title` out of the file at `path`, and change no other line of it.

    Raises ValueError and OSError as above.
    """
    if path.exists():
        _remember(path, "neutral_title", None)


def _remember(path: Path, name: str, value: str | None) -> None:
    """Write one setting, a text, into the file at `path`; take it out for None.

    Makes the file (0600) and its folder (0700) if there is none. The file is replaced in one
    move, with its mode kept; a link stays a link.
    """
    path = path.resolve()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    old, mode = (path.read_bytes(), path.stat().st_mode) if path.exists() else (b"", 0o600)
    _replace(path, _with(old, name, value, path), mode & 0o777)


def _with(old: bytes, name: str, value: str | None, path: Path) -> bytes:
    """The content with a setting set: the first candidate that means just that, and no more."""
    try:
        wanted = {**_meaning(old), name: value}
    except (ValueError, RecursionError) as error:
        raise ValueError(_left_alone(path, _said_by_parser(error))) from None
    text = json.dumps(value, ensure_ascii=False)  # of printable signs: as TOML writes them, too
    candidates = _candidates(old, name, f"{name} = {text}".encode())
    if value is None:
        del wanted[name]
        candidates = _candidates_without(old, name)
    for new in candidates:
        try:
            if _meaning(new) == wanted:
                return new
        except ValueError:
            continue
    what = name.rpartition("_")[2]
    raise ValueError(_left_alone(path, f"the {what} is set there in a way that cannot be replaced"))


def _candidates(old: bytes, name: str, line: bytes) -> Iterator[bytes]:
    """The content with the line in place of each line that may set it, then with it at the top."""
    sets = re.compile(_SETS.format(name).encode(), re.MULTILINE | re.VERBOSE)
    for found in sets.finditer(old):
        yield old[: found.start()] + line + found["comment"] + old[found.end() :]
        yield old[: found.start()] + line + old[found.end() :]
    start = len(_BOM) if old.startswith(_BOM) else 0
    end = b"\r\n" if b"\r\n" in old else b"\n"
    yield old[:start] + line + end + old[start:]


def _candidates_without(old: bytes, name: str) -> Iterator[bytes]:
    """The content as it is, then without each line that may set it; a comment there stays."""
    yield old
    sets = re.compile(_SETS.format(name).encode(), re.MULTILINE | re.VERBOSE)
    for found in sets.finditer(old):
        rest = old[found.end() :]
        comment = found["comment"].lstrip()
        if not comment:
            rest = rest.removeprefix(b"\r").removeprefix(b"\n")
        yield old[: found.start()] + comment + rest


def _meaning(content: bytes) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(content.decode("utf-8-sig"))


def _replace(path: Path, content: bytes, mode: int) -> None:
    """Put the content at `path` in one move, through a file beside it that is never left over."""
    import tempfile

    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(mode)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _left_alone(path: Path, reason: str) -> str:
    return f"{path} was left as it is, since {reason}."


def _from_table(table: Mapping[str, Any], lines: list[str], path: Path) -> Config:
    good: dict[str, Any] = {}
    wrong: list[str] = []
    for name, value in table.items():
        where = f"{_line_of(name, lines)}“{name}”"
        rule = RULES.get(name)
        if rule is None:
            wrong.append(f"{where} is not a setting")
            continue
        try:
            good[name] = rule(value)
        except ValueError as error:
            wrong.append(f"{where} should be {error}")
    problem = f"In {path}, {'; '.join(wrong)}. The rest is used." if wrong else None
    return Config(**good, problem=problem)


def _unusable(path: Path, reason: str) -> str:
    return f"In {path}, {reason}, so the defaults are used."


def _said_by_parser(error: Exception) -> str:
    """The parser's "Invalid value (at line 3, column 5)" with the line first.

    Other than such an error it lets through Python's own, for what is too deep or too long.
    """
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    found = _AT_LINE.fullmatch(str(error))
    if not found:
        return "one of its numbers is too long" if "digits" in str(error) else str(error)
    return f"{found[2] or 'at the end'}: {found[1][:1].lower()}{found[1][1:]}"


def _line_of(name: str, lines: list[str]) -> str:
    """Words such as "line 3, " for the first line that seems to set this name, if one does."""
    sets = re.compile(rf"""\s*\[*\s*["']?{re.escape(name)}["']?\s*[=.\]]""")
    return next((f"line {at}, " for at, line in enumerate(lines, 1) if sets.match(line)), "")
