"""Which functions of the vault the program writes with, read out of its own source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import ipt_tui

SOURCE = Path(ipt_tui.__file__).parent
WRITES = ("write",)
"""What is given a function of the vault that writes."""
PASSING_ON = {
    "tui/areas/area.py", "tui/areas/focus/areas_answers.py", "tui/areas/focus/areas_deeds.py",
    "vault/asked.py", "vault/own_file.py",
}  # fmt: skip
"""The files that write with a function they were given themselves, under the name `fn`."""
DESCRIBES = ("describe", "_describe", "_link", "_replayed")
OWN = "own_notes"
"""What writes into the file of own notes; `tests/vault/test_own_killed.py` attacks that."""


def passed_to_write() -> set[str]:
    """Return every function that is passed to a write into the record, as "people.place"."""
    passed = {name for path in SOURCE.rglob("*.py") for name in named_first(path, WRITES)}
    return {name for name in passed if not name.startswith(f"{OWN}.")}


def passed_on() -> set[str]:
    """Return the files in which what is passed to `vault.write` is a variable."""
    return {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        for call in _calls(ast.parse(path.read_text()))
        if _called(call) in WRITES and call.args and isinstance(call.args[0], ast.Name)
        if call.args[0].id == "fn" or "vault" in ast.unparse(call.func)
    }


def describing(own: bool = False) -> set[str]:
    """Return every public function of the vault that says what it did, as "people.place".

    They are those that write into the record, or those that write into own notes.
    """
    return {
        f"{path.stem}.{function.name}"
        for path in (SOURCE / "vault").glob("*.py")
        for function in ast.parse(path.read_text()).body
        if isinstance(function, ast.FunctionDef)
        and (path.stem == OWN) is own
        and not function.name.startswith("_")
        and function.name not in DESCRIBES
        and any(_called(call) in DESCRIBES for call in _calls(function))
    }


def named_first(path: Path, names: tuple[str, ...]) -> Iterator[str]:
    """Yield each function of the vault that a file passes first to calls of these names."""
    tree = ast.parse(path.read_text())
    modules = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "ipt_tui.vault"
        for alias in node.names
    }
    for call in _calls(tree):
        if _called(call) not in names or not call.args:
            continue
        for fn in ast.walk(call.args[0]):
            whose = fn.value if isinstance(fn, ast.Attribute) else None
            module = modules.get(whose.id) if isinstance(whose, ast.Name) else None
            if isinstance(fn, ast.Attribute) and module:
                yield f"{module}.{fn.attr}"


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""
