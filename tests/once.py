"""What is costly and the same for many tests is made once by each worker of the tests."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast
from weakref import WeakSet

from sqlalchemy import create_engine
from sqlalchemy.engine import Engine, make_url

from ipt_tui.vault import vault as vaults
from ipt_tui.vault.key import random_key
from ipt_tui.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from pathlib import Path

    import pytest
    from sqlalchemy.pool import Pool
    from textual._compositor import Compositor
    from textual.css.model import RuleSet
    from textual.dom import DOMNode

    from ipt_tui.ipt.clock import Clock

P = ParamSpec("P")
T = TypeVar("T")

KEY = random_key()
"""The key of every vault that tests begin with, so that a closed one can be copied."""
UNSEEN: WeakSet[Compositor] = WeakSet()
"""What screens would have painted anew since somebody looked at them."""
_FILES: dict[object, tuple[bytes, int, Any]] = {}
_UNTOUCHED = "SELECT (SELECT count(*) FROM step) + (SELECT count(*) FROM setting)"


class Copied(Vault):
    """A vault at a copy of a file that is whole, opened when something is asked of it.

    To open one takes 8 ms, most of it for the triggers; a test of the screen may never ask it. Once
    it is open it is a `Vault` and nothing else.
    """

    def __init__(self, path: Path, clock: Clock, began: int = 0) -> None:
        """Take the file at `path`, which has `began` steps."""
        self.path, self.clock, self.key = path, clock, KEY
        self._began = began

    def __getattr__(self, name: str) -> Any:
        """Open it, whatever is asked first."""
        copied = dict(vars(self))
        self.__class__ = Vault  # type: ignore[assignment]
        try:
            Vault.__init__(self, copied["path"], KEY, copied["clock"])
        except BaseException:
            self.__class__ = Copied
            vars(self).clear()
            vars(self).update(copied)
            raise
        self.opened_at_step = copied["_began"]
        return getattr(self, name)

    def close(self) -> None:
        """Nothing was opened."""


def new_vault(path: Path, clock: Clock) -> Vault:
    """Return an empty vault at `path`."""
    if "" not in _FILES:
        Vault.create(path, KEY, clock).close()
        _FILES[""] = path.read_bytes(), 0, None
    else:
        path.parent.mkdir(mode=0o700, parents=True)
        path.touch(mode=0o600)
        path.write_bytes(_FILES[""][0])
    return Copied(path, clock)


def once(fill: Callable[Concatenate[Vault, P], T]) -> Callable[Concatenate[Vault, P], T]:
    """Have an empty vault filled in this way once, and copy the file from then on."""

    @wraps(fill)
    def filled(vault: Vault, *args: P.args, **kwargs: P.kwargs) -> T:
        if not _is_untouched(vault):
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
        path, clock = vault.path, vault.clock
        vars(vault).clear()
        vault.__class__ = Copied
        Copied.__init__(vault, path, clock, began)  # type: ignore[arg-type]
        return kept  # type: ignore[no-any-return]

    return cast("Callable[Concatenate[Vault, P], T]", filled)


def _is_untouched(vault: Vault) -> bool:
    """Whether nothing was written into a vault of `new_vault` yet."""
    if isinstance(vault, Copied):
        return vault.path.read_bytes() == _FILES[""][0]
    return vault.key is KEY and not vault._scalar(_UNTOUCHED)


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
    """Have style sheets parsed once for the same colours, and not for each program anew."""
    from textual.css.stylesheet import Stylesheet

    parse, parse_one = Stylesheet.parse, Stylesheet._parse_rules
    find: Callable[[Stylesheet], dict[str, list[RuleSet]]] = vars(Stylesheet)["rules_map"].fget
    sheets: dict[object, list[RuleSet]] = {}
    ones: dict[object, list[RuleSet]] = {}
    maps: dict[int, dict[str, list[RuleSet]]] = {}
    """By the identity of the rules in `sheets`, which stay."""

    def rules(sheet: Stylesheet, *args: Any, **kwargs: Any) -> list[RuleSet]:
        name = (args, tuple(kwargs.items()), tuple(sheet._variables.items()))
        if name not in ones:
            ones[name] = parse_one(sheet, *args, **kwargs)
        return ones[name]

    def whole(sheet: Stylesheet) -> None:
        name = (tuple(sheet._variables.items()), tuple(sheet.source.items()))
        if name not in sheets:
            parse(sheet)
            sheets[name] = sheet._rules
            maps[id(sheet._rules)] = find(sheet)
        sheet._rules, sheet._require_parse, sheet._rules_map = sheets[name], False, None

    def rules_map(sheet: Stylesheet) -> dict[str, list[RuleSet]]:
        if sheet._rules_map is None:
            sheet._rules_map = maps.get(id(sheet.rules)) or find(sheet)
        return sheet._rules_map

    patch.setattr(Stylesheet, "_parse_rules", rules)
    patch.setattr(Stylesheet, "parse", whole)
    patch.setattr(Stylesheet, "rules_map", property(rules_map))
    _share_matches(patch, maps)


def _share_matches(patch: pytest.MonkeyPatch, shared: Container[int]) -> None:
    """Have rules matched once against what no rule can tell apart; `shared` names lists of rules.

    A rule is seldom one of those for a widget, and the same ones are for others of its class. What
    a rule says of the first or last child is never kept, as with Textual's own memory of matches.
    """
    from textual.css.model import RuleSet
    from textual.css.stylesheet import Stylesheet

    apply, find = Stylesheet.apply, vars(Stylesheet)["rules"].fget
    narrowed: dict[object, list[RuleSet]] = {}
    matched: dict[object, Any] = {}

    def apply_known(sheet: Stylesheet, node: DOMNode, *, cache: Any = None, **rest: Any) -> None:
        every = sheet.rules_map
        if id(sheet._rules) not in shared:
            apply(sheet, node, cache=cache, **rest)
            return
        name = (id(sheet._rules), frozenset(every.keys() & node._selector_names))
        if name not in narrowed:
            some = {rule for selector in name[1] for rule in every[selector]}
            narrowed[name] = [rule for rule in sheet.rules if rule in some]
        vars(sheet)["narrowed"] = narrowed[name]
        apply(sheet, node, cache=_Matched(matched, id(sheet._rules), node), **rest)  # type: ignore[arg-type]

    def rules(sheet: Stylesheet) -> list[RuleSet]:
        return vars(sheet).pop("narrowed", None) or find(sheet)  # type: ignore[no-any-return]

    patch.setattr(RuleSet, "__hash__", object.__hash__)  # by identity, as its own
    patch.setattr(Stylesheet, "rules", property(rules))
    patch.setattr(Stylesheet, "apply", apply_known)


class _Matched:
    """What was found for a node with such a path, whichever key it is asked for with."""

    def __init__(self, known: dict[object, Any], sheet: int, node: DOMNode) -> None:
        self._known, self._sheet, self._node = known, sheet, node
        self._name: tuple[object, ...] = ()

    def get(self, _: object) -> Any:
        self._name = (self._sheet, *map(_as_seen, self._node.css_path_nodes))
        return self._known.get(self._name)

    def __setitem__(self, _: object, rules: Any) -> None:
        self._known[self._name] = rules


def _as_seen(node: DOMNode) -> tuple[object, ...]:
    """Return all that a rule can ask of a node, but for where it stands and what it holds."""
    from textual.app import App
    from textual.widget import Widget

    state: tuple[object, ...] = ()
    if isinstance(node, App):
        state = (frozenset(node.get_pseudo_classes()),)
    elif isinstance(node, Widget):
        state = (node.mouse_hover, node.has_focus, node.disabled, node.loading, node.allow_focus())
    return type(node), node._id, frozenset(node._classes), *state


def paint_what_is_looked_at(patch: pytest.MonkeyPatch) -> None:
    """Have nothing painted for a screen that nobody sees; whoever looks has all of it painted."""
    from textual._compositor import Compositor
    from textual._context import visible_screen_stack

    paint = Compositor.render_update

    def update(compositor: Compositor, full: bool = False, **rest: Any) -> Any:
        if full:
            return paint(compositor, full, **rest)
        visible_screen_stack.set(rest.get("screen_stack") or [])
        if compositor._dirty_regions:
            UNSEEN.add(compositor)
        compositor._dirty_regions.clear()
        return None

    patch.setattr(Compositor, "render_update", update)
