"""The formulation in Focus: ticked and told, written by hand, version by version."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.formulation import EVENT, PERSON, title
from ipt_tui.tui.areas.area import VEILED
from ipt_tui.tui.areas.focus.chapter import Chapter
from ipt_tui.tui.areas.focus.formulation_inquiry import FIRST, FormulationInquiry
from ipt_tui.tui.areas.focus.formulation_others import FormulationOthers
from ipt_tui.tui.areas.focus.formulation_rows import (
    NONE_YET,
    PART,
    TEXT,
    TICK,
    aloud_rows,
    compared_rows,
    listed,
    version_rows,
)
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.vault import formulating, formulations
from ipt_tui.vault.formulating import AGREED_STAYS, NOT_REMOVED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipt_tui.ipt.formulation import Formulation, Offered
    from ipt_tui.tui.app import IptApp
    from ipt_tui.tui.areas.focus.area import FocusArea

BEGINS = "Version {now} begins as a draft; version {before} stays as it was agreed."
DRAFT_WAITS = "Version {now} is a draft still: change it, or o a agrees it, before another begins."
NAMES_IT = "It stays veiled: the paragraph, written by hand, still names somebody or something so."
NO_OTHER = "There is no other version on that side."


class FormulationChapter(Chapter):
    """One version at a time; the newest first, the draft in hand or what was agreed last."""

    name: ClassVar[str] = "formulation"

    def __init__(self, area: FocusArea) -> None:
        """Hold nothing yet; without one to be in hand it is the newest."""
        super().__init__(area)
        self.versions: tuple[Formulation, ...] = ()
        self._in_hand: str | None = None
        self._compares = False
        self._others = FormulationOthers(self)

    @property
    def _app(self) -> IptApp:
        return self.area.ipt

    @property
    def _at(self) -> int:
        """Which version is in hand; the newest unless one was walked to."""
        places = [n for n, each in enumerate(self.versions) if each.uid == self._in_hand]
        return places[0] if places else len(self.versions) - 1

    @property
    def version(self) -> Formulation | None:
        """The version in hand."""
        return self.versions[self._at] if self.versions else None

    # Reading and showing.

    async def read(self) -> None:
        """Read the versions of the client in hand. Raises VaultError."""
        asking = self.area.bar.about
        began = isinstance(asking, FormulationInquiry) and self._follows(asking)
        ground = self.area.ground
        self.versions = await ground.vault.read(
            formulations.of_client, ground.client, ground.today, ground.revealed,
            ground.day_starts_at,
        )  # fmt: skip
        if began and self.version is not None:
            now = self.version.version
            self._app.tell(BEGINS.format(now=now, before=now - 1))

    def _follows(self, asking: FormulationInquiry) -> bool:
        """Take a version in hand that began with what was just answered, unveiled as before."""
        if asking.holds in ("", asking.begun, self._in_hand):
            return False
        self._in_hand = asking.holds
        if asking.begun in asking.ground.revealed:
            self._app.revealed |= {asking.holds}
        return True

    def forget(self) -> None:
        """Hold nothing any more."""
        self.versions = ()
        self._in_hand = None
        self._compares = False

    def shows(self, uid: str) -> bool:
        """Whether a version is there, and not veiled."""
        return any(each.uid == uid and not each.veiled for each in self.versions)

    def listed(self) -> tuple[Row, ...]:
        """Return its row of the list."""
        audience = self._app.audience
        said = listed(self.versions, audience, self.area.today)
        name = title(audience)
        return (Row(self.name, (Cell(name, "strong", len(name) + 2), Cell(said, "muted"))),)

    def shown(self, key: str) -> tuple[Row, ...]:  # noqa: ARG002
        """Return what stands in the version in hand; together the paragraph alone."""
        today = self.area.today
        if self._app.audience is Audience.CLIENT:
            return aloud_rows(self.version, narrow=self._app.size.width < _WIDE)
        if not self.versions:
            return (Row(None, (Cell(NONE_YET, "muted"),), wraps=True),)
        if self._compares and self._at > 0:
            return compared_rows(self.versions, self._at, today)
        return version_rows(self.versions, self._at, today)

    def stands_at(self, key: str) -> str | None:
        """Return the row of the part that is asked about."""
        return key if key.startswith(PART) else None

    # What keys do.

    @property
    def doing(self) -> Mapping[str, Callable[[], object]]:
        """What each key does where the cursor is."""
        one, row = self.version, self.row
        if one is None:
            return {"new": self._new, "edit": self._new, "open": self._new}
        does: dict[str, Callable[[], object]] = {"new": self._new, "other": self._others.ask}
        does["open"] = self._open if row else self._into_pane
        does["edit"] = self._edit
        if row and row.startswith(TICK):
            does["choose"] = self._tick
        if len(self.versions) > 1:
            does |= {"earlier": lambda: self._walk(-1), "later": lambda: self._walk(1)}
            if self._app.audience is Audience.PRACTITIONER and self._at > 0:
                does["form"] = self._compare
        does["remove"] = self._remove if one.is_draft else partial(self._app.tell, NOT_REMOVED)
        return does

    def _into_pane(self) -> None:
        self.area.turn(to_pane=True)

    def _walk(self, step: int) -> None:
        to = self._at + step
        if 0 <= to < len(self.versions):
            self._in_hand = self.versions[to].uid
            self.area.show()
        else:
            self._app.tell(NO_OTHER)

    def _compare(self) -> None:
        self._compares = not self._compares
        self.area.show()

    def _open(self) -> None:
        """Do what belongs to the row: show what is veiled, tick, ask, write."""
        one, row = self.version, self.row or ""
        if one is None:
            return
        if one.veiled:
            self._reveal(one.uid)
        elif row.startswith(TICK):
            offered = self._offered()
            if offered is not None and offered.veiled:
                self._reveal(offered.uid)
            else:
                self._tick()
        else:
            self._edit()

    def _reveal(self, uid: str) -> None:
        self._app.revealed |= {uid}
        self.area.load()

    def _edit(self) -> None:
        """Write the paragraph where the cursor is on it, else ask the parts."""
        one, row = self.version, self.row or ""
        if one is None or not self.area.may_change():
            return
        if one.veiled:
            self._app.tell(VEILED)
        elif row.startswith(TEXT) or self._app.audience is Audience.CLIENT:
            self.area.hold(self._write(one))
        else:
            self.area.hold(self._ask(one, row if row.startswith(PART) else FIRST))

    def _offered(self) -> Offered | None:
        one, uid = self.version, (self.row or "").removeprefix(TICK)
        return next((each for each in one.offered if each.uid == uid), None) if one else None

    # Writing: each one step, and shown before the next key.

    def _new(self) -> None:
        """Begin the next version, while none is begun that waits for being agreed."""
        draft = next((each for each in self.versions if each.is_draft), None)
        if draft is None:
            self.area.hold(self.begin(anew=False))
        else:
            self._app.tell(DRAFT_WAITS.format(now=draft.version))

    async def begin(self, *, anew: bool) -> None:
        """Begin the next version; of the first one the parts are asked at once."""
        one = self.version
        if one is not None and one.veiled:
            self._app.tell(VEILED)
            return
        uid = await self.area.write(
            formulating.begin, self.area.ground.client, self.area.today, one.uid if one else None,
            anew=anew,
        )  # fmt: skip
        await self._take(uid)
        if one is None and self.version is not None:
            await self._ask(self.version, FIRST)

    async def _take(self, uid: str | None) -> None:
        """Take a version in hand that was just written, and show it."""
        if uid is None:
            return
        before = self.version
        if before is not None and before.uid in self._app.revealed:
            self._app.revealed |= {uid}
        self._in_hand = uid
        await self.area.read_again()
        now = self.version
        if before is not None and now is not None and before.agreed and now.uid != before.uid:
            self._app.tell(BEGINS.format(now=now.version, before=before.version))

    def _tick(self) -> None:
        self.area.hold(self._ticked())

    async def _ticked(self) -> None:
        one, offered = self.version, self._offered()
        if one is None or offered is None:
            return
        if offered.veiled:
            self._app.tell(VEILED)
            return
        sort = EVENT if offered.sort == EVENT else PERSON
        uid = await self.area.write(
            formulating.tick, one.uid, sort, offered.uid, self.area.today, one.updated_at
        )
        await self._take(uid)
        if uid is not None and one.by_hand and offered.uid in one.ticked:
            await self._say_veiled(uid)

    async def _say_veiled(self, uid: str) -> None:
        """Say why a version stays veiled though what is sensitive is not ticked any more."""
        ground = self.area.ground
        found = await self._app.or_tell(
            ground.vault.read(
                formulations.of_client, ground.client, ground.today, ground.revealed - {uid}
            )
        )
        if any(each.uid == uid and each.veiled and not each.sensitive for each in found or ()):
            self._app.tell(NAMES_IT)

    async def _ask(self, one: Formulation, key: str) -> None:
        """Ask the parts of the newest version; what was agreed before stays as it was."""
        if not one.is_draft and one.uid != self.versions[-1].uid:
            self._app.tell(AGREED_STAYS)
            return
        self.area.turn(to_pane=True)
        self.area.ask(FormulationInquiry(self.area.ground, one, one.uid), key)

    async def _write(self, one: Formulation) -> None:
        from ipt_tui.tui.dialogs.formulation_text import FormulationText

        await self._app.push_screen(FormulationText(one), self._written)

    def _written(self, uid: str | None) -> None:
        self.area.hold(self._take(uid))

    def _remove(self) -> None:
        self.area.hold(self._removed())

    async def _removed(self) -> None:
        one = self.version
        if one is None:
            return
        said = await self.area.write(formulating.remove, one.uid)
        if said is not None:
            self._in_hand = None
            await self.area.read_again()
            self._app.tell(f"{said[:1].upper()}{said[1:]} is removed. u brings it back.")


_WIDE = 100
"""Columns of a terminal: in fewer the margins of what is read out are narrow."""
