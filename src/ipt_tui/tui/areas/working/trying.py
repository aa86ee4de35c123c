"""The chapter of things to try: begun, changed, and looked at again."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from ipt_tui.ipt.uid import new_uid
from ipt_tui.tui.areas.focus.chapter import Chapter
from ipt_tui.tui.areas.working.trying_inquiry import NEW as CHAIN
from ipt_tui.tui.areas.working.trying_inquiry import TryingInquiry
from ipt_tui.tui.areas.working.trying_rows import FIELDS, LOOKED_AT, TRY, trying_list, trying_rows
from ipt_tui.tui.screens.rehearse.opening import open_rehearsal
from ipt_tui.vault import practices, rehearsing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipt_tui.ipt.practice import Practice
    from ipt_tui.tui.widgets.row import Row


class TryingChapter(Chapter):
    """What one tries, in one's own words."""

    name: ClassVar[str] = "try"
    practices: tuple[Practice, ...] = ()
    safe: Mapping[str, str] = MappingProxyType({})
    _new = ""

    async def read(self) -> None:
        """Read what there is to try. Raises VaultError."""
        ground = self.area.ground
        self.practices = await ground.vault.read(
            practices.of_client, ground.client, ground.revealed
        )
        self.safe = await ground.vault.read(rehearsing.safe_of, self.practices)
        if self._new and any(one.uid == self._new for one in self.practices):
            app = self.area.ipt
            app.context = replace(app.context, focus=f"{TRY}{self._new}")
            self._new = ""

    def forget(self) -> None:
        """Hold nothing any more."""
        self.practices, self.safe, self._new = (), {}, ""

    def listed(self) -> tuple[Row, ...]:
        """Return a row for each, and the one that adds another."""
        return trying_list(self.practices, self.area.today)

    def shown(self, key: str) -> tuple[Row, ...]:
        """Return what was said of one."""
        return trying_rows(self._one(key), self.area.today)

    def shows(self, uid: str) -> bool:
        """Whether it is there and not veiled, or is being begun."""
        return uid == self._new or any(one.uid == uid and not one.veiled for one in self.practices)

    def stands_at(self, key: str) -> str | None:
        """Return the row a question is about."""
        return key if self.area.has_class("-right") else None

    def _one(self, key: str) -> Practice | None:
        uid = key.removeprefix(TRY)
        return next((one for one in self.practices if one.uid == uid), None)

    @property
    def practice(self) -> Practice | None:
        """The one in hand."""
        return self._one(self.lit)

    # What keys do.

    @property
    def doing(self) -> Mapping[str, Callable[[], object]]:
        """What each key does where the cursor is."""
        one = self.practice
        if one is None:
            return {"new": self._begin, "open": self._begin}
        if one.veiled:
            return {"new": self._begin, "open": self._open}
        keys = {"new": self._begin, "open": self._open, "edit": self._edit, "remove": self._remove}
        if one.set_aside:
            return keys
        return {**keys, "choose": self._look_at, "rehearse": self._rehearse}

    def _begin(self) -> None:
        self._new = new_uid()
        self.area.ask(TryingInquiry(self.area.ground, None, self._new, CHAIN), "what")

    def _edit(self) -> None:
        row = self.row
        self._ask(row if row in FIELDS else FIELDS[0], CHAIN)

    def _look_at(self) -> None:
        """Ask how it went."""
        self._ask(LOOKED_AT[0], LOOKED_AT)

    def _rehearse(self) -> None:
        """Try out, alone, what might be said."""
        open_rehearsal(self.area.ipt, self.practice.uid if self.practice else "")

    def _open(self) -> None:
        """From the list to it; there, ask about the row; show what is veiled."""
        one, row = self.practice, self.row
        if one is None:
            return
        if one.veiled:
            self.area.ipt.revealed |= {one.uid}
            self.area.load()
        elif row is None:
            self.area.turn(to_pane=True)
        elif row in LOOKED_AT:
            self._ask(row, LOOKED_AT)
        elif row in FIELDS:
            self._ask(row, CHAIN)

    def _ask(self, key: str, chain: tuple[str, ...]) -> None:
        one = self.practice
        if one is not None:
            safe = self.safe.get(one.uid, "")
            about = TryingInquiry(self.area.ground, one, chain=chain, safe=safe)
            self.area.ask(about, about.first(key))

    def _remove(self) -> None:
        self.area.hold(self._removed())

    async def _removed(self) -> None:
        one = self.practice
        if one is not None and await self.area.write(practices.remove, one.uid) is not None:
            self.area.ipt.tell("It is taken out. u brings it back.")
