"""What people can read and extend: data files and guide pages, and the one place that opens them.

A person's own folder may hold files of the same names. What stands there is laid over what came
with the program; a faulty file of one's own never hides the shipped one, which `load` and `text`
still give when asked without the folder.
"""

import re
from pathlib import Path
from typing import Any

_SHIPPED = Path(__file__).parent  # not importlib.resources, whose import alone takes 25 ms
_NAMES = ("id", "word")
_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)")


class ContentError(ValueError):
    """A content file that cannot be used. Its message is one sentence for the person who wrote it.

    `name` is the file, `line` the line counted from 1, None where no line is to blame.
    """

    def __init__(self, name: str, reason: str, line: int | None = None) -> None:
        self.name = name
        self.line = line
        place = f"{name}, line {line}" if line else name
        super().__init__(f"{place}: {reason}.")


def load(name: str, extra_dir: Path | None = None) -> dict[str, Any]:
    """Return a data file, with a person's own of the same name laid over it.

    Args:
        name: The file below the content folder, such as `kinds.toml` or `demo/k7.json`. JSON by
            its ending, else TOML.
        extra_dir: The person's own folder of content, which need not exist.

    Returns:
        The whole file as a dictionary. Tables are laid over each other key by key; of a list of
        tables those with an `id` or `word` that is there already replace it, others are added;
        any other value is replaced. The caller may change it.

    Raises:
        ContentError: If one of the files is faulty, or there is none.
    """
    files = _files(name, extra_dir)
    merged: dict[str, Any] = {}
    for file in files:
        merged = _merged(name, merged, _read(name, file))
    return merged


def text(name: str, extra_dir: Path | None = None) -> str:
    """Return a page such as `guide/grief.md`, a person's own instead of the shipped one.

    Raises:
        ContentError: If the page cannot be read, or there is none.
    """
    return _decoded(name, _files(name, extra_dir)[-1])


def names(folder: str, ending: str, extra_dir: Path | None = None) -> tuple[str, ...]:
    """Return the files of a folder of content, shipped and one's own, as `load` takes them.

    `names("instruments", ".toml")` is `("instruments/gad7.toml", "instruments/phq9.toml")`.
    """
    folders = [root / folder for root in (_SHIPPED, extra_dir) if root is not None]
    files = {file.name for place in folders if place.is_dir() for file in place.iterdir()}
    return tuple(f"{folder}/{file}" for file in sorted(files) if file.endswith(ending))


def _files(name: str, extra_dir: Path | None) -> list[Path]:
    """Return the files there are of this name, the shipped one first."""
    if Path(name).is_absolute() or ".." in Path(name).parts:
        raise ContentError(name, "is not a name below the content folder")
    roots = [root for root in (_SHIPPED, extra_dir) if root is not None]
    files = [root / name for root in roots if _is_there(root / name)]
    if not files:
        raise ContentError(name, "there is no such file")
    return files


def _is_there(file: Path) -> bool:
    """Whether there is something of this name, also if it cannot be looked at."""
    try:
        return file.exists()
    except OSError:
        return True


def _decoded(name: str, file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        line = problem.object.count(b"\n", 0, problem.start) + 1
        raise ContentError(name, "is not written in UTF-8", line) from None
    except OSError as problem:
        reason = (problem.strerror or "it cannot be read").lower()
        raise ContentError(name, f"cannot be opened ({reason})") from None


def _read(name: str, file: Path) -> dict[str, Any]:
    """Return one file as a dictionary."""
    source = _decoded(name, file)
    try:
        data = _json(source) if name.endswith(".json") else _toml(source)
    except RecursionError:
        raise ContentError(name, "is nested too deeply") from None
    except ValueError as problem:
        raise _fault(name, source, problem) from None
    if not isinstance(data, dict):
        raise ContentError(name, "should be an object with names and values", 1)
    return data


def _json(source: str) -> Any:
    import json

    return json.loads(source)


def _toml(source: str) -> Any:
    import tomllib

    return tomllib.loads(source)


def _fault(name: str, source: str, problem: ValueError) -> ContentError:
    """Return the sentence for what a parser found wrong."""
    said = str(problem)
    at = _LINE.search(said)
    line = int(at[1]) if at else getattr(problem, "lineno", None)
    if line is None and "end of document" in said:
        line = source.count("\n") + 1
    reason = getattr(problem, "msg", None) or said
    reason = " ".join(_LINE.sub("", reason).replace("(at end of document)", "").split())
    return ContentError(name, reason[:1].lower() + reason[1:].rstrip("."), line)


def _merged(name: str, base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Return one table with another laid over it."""
    merged = dict(base)
    for key, value in own.items():
        there = base.get(key)
        if isinstance(there, dict | list) and not isinstance(value, type(there)):
            kind = "table" if isinstance(there, dict) else "list"
            raise ContentError(name, f"{key} should be a {kind}")
        if isinstance(there, dict):
            merged[key] = _merged(name, there, value)
        elif isinstance(there, list) and any(isinstance(item, dict) for item in there):
            merged[key] = _listed(there, value)
        else:
            merged[key] = value
    return merged


def _listed(base: list[Any], own: list[Any]) -> list[Any]:
    """Return a list of tables with another laid over it, each in the place it had."""
    merged = list(base)
    for item in own:
        mark = _mark(item)
        places = [i for i, there in enumerate(merged) if mark and _mark(there) == mark]
        if places:
            merged[places[0]] = item
        else:
            merged.append(item)
    return merged


def _mark(item: Any) -> tuple[str, str] | None:
    """Return the name by which a table of a list is known, None where it has none."""
    if not isinstance(item, dict):
        return None
    return next(((key, str(item[key])) for key in _NAMES if key in item), None)
