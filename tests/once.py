"""What is costly and the same for many tests is made once by each worker of the tests."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy import create_engine
from sqlalchemy.engine import Engine, make_url

from ipt_tui.vault import vault as vaults
from ipt_tui.vault.key import random_key
from ipt_tui.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from sqlalchemy.pool import Pool
    from textual.css.model import RuleSet

    from ipt_tui.ipt.clock import Clock

P = ParamSpec("P")
T = TypeVar("T")

KEY = random_key()
"""The key of every vault that tests begin with, so that a closed one can be copied."""
_FILES: dict[object, tuple[bytes, int, Any]] = {}
_UNTOUCHED = "SELECT (SELECT count(*) FROM step) + (SELECT count(*) FROM setting)"


def new_vault(path: Path, clock: Clock) -> Vault:
    """Return an empty open vault at `path`."""
    if "" not in _FILES:
        Vault.create(path, KEY, clock).close()
        _FILES[""] = path.read_bytes(), 0, None
    else:
        path.parent.mkdir(mode=0o700, parents=True)
        path.touch(mode=0o600)
        path.write_bytes(_FILES[""][0])
    return Vault.open(path, KEY, clock)


def once(fill: Callable[Concatenate[Vault, P], T]) -> Callable[Concatenate[Vault, P], T]:
    """Have an empty vault filled in this way once, and copy the file from then on."""

    @wraps(fill)
    def filled(vault: Vault, *args: P.args, **kwargs: P.kwargs) -> T:
        if vault.key is not KEY or vault._scalar(_UNTOUCHED):
            return fill(vault, *args, **kwargs)
        name = (fill.__module__, fill.__qualname__, vault.clock, args, tuple(kwargs.items()))
        if name not in _FILES:
            result = fill(vault, *args, **kwargs)
            began = vault.opened_at_step
            vault.close()
            _FILES[name] = vault.path.read_bytes(), began, result
        else:
            vault.close()
            vault.path.write_bytes(_FILES[name][0])
        _, began, kept = _FILES[name]
        vault.__dict__.update(Vault.open(vault.path, KEY, vault.clock).__dict__)
        vault.opened_at_step = began
        return kept  # type: ignore[no-any-return]

    return cast("Callable[Concatenate[Vault, P], T]", filled)


def share_statements(patch: pytest.MonkeyPatch) -> None:
    """Have the statements of SQLAlchemy translated once, and not for each vault anew."""
    made: list[Engine] = []

    def engine(url: str, *, pool: Pool, hide_parameters: bool, **rest: Any) -> Engine:
        if not made:
            made.append(create_engine(url, pool=pool, hide_parameters=hide_parameters, **rest))
            return made[0]
        like = Engine(pool, made[0].dialect, make_url(url), hide_parameters=hide_parameters)
        like._compiled_cache = made[0]._compiled_cache
        return like

    patch.setattr(vaults, "create_engine", engine)


def share_styles(patch: pytest.MonkeyPatch) -> None:
    """Have each style sheet parsed once for the same colours, and not for each program anew."""
    from textual.css.stylesheet import Stylesheet

    parse = Stylesheet._parse_rules
    parsed: dict[object, list[RuleSet]] = {}

    def rules(sheet: Stylesheet, *args: Any, **kwargs: Any) -> list[RuleSet]:
        name = (args, tuple(kwargs.items()), tuple(sheet._variables.items()))
        if name not in parsed:
            parsed[name] = parse(sheet, *args, **kwargs)
        return parsed[name]

    patch.setattr(Stylesheet, "_parse_rules", rules)


def paint_what_is_looked_at(patch: pytest.MonkeyPatch) -> None:
    """Have nothing painted for a screen that nobody sees; whoever looks has all of it painted."""
    from textual._compositor import Compositor
    from textual._context import visible_screen_stack

    paint = Compositor.render_update

    def update(compositor: Compositor, full: bool = False, **rest: Any) -> Any:
        if full:
            return paint(compositor, full, **rest)
        visible_screen_stack.set(rest.get("screen_stack") or [])
        compositor._dirty_regions.clear()
        return None

    patch.setattr(Compositor, "render_update", update)
