"""The contract in Focus: asked, agreed, renegotiated, agreed again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from ipt_tui.ipt.contract import Contract, title
from ipt_tui.tui.areas.area import VEILED
from ipt_tui.tui.areas.focus.agree_inquiry import WHO, AgreeInquiry
from ipt_tui.tui.areas.focus.chapter import Chapter
from ipt_tui.tui.areas.focus.contract_inquiry import FIRST, ContractInquiry
from ipt_tui.tui.areas.focus.contract_rows import FIELD, contract_rows, listed
from ipt_tui.tui.dialogs.letter_strip import LetterStrip
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.vault import contracts
from ipt_tui.vault.courses import OVER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from ipt_tui.tui.areas.focus.area import FocusArea

AGREE, SENSITIVE = "agree", "sensitive"
AFTER = "A change of it is a renegotiation, and is agreed again."
NOTHING = "There is nothing to agree on yet; e asks what it is to hold."


class ContractChapter(Chapter):
    """The contract of the course that goes on, else of the last one, which is only read."""

    name: ClassVar[str] = "contract"
    keep_apart: ClassVar[bool] = False

    def __init__(self, area: FocusArea) -> None:
        """Hold nothing yet."""
        super().__init__(area)
        self.contract: Contract | None = None

    # Reading and showing.

    async def read(self) -> None:
        """Read the contract of the client in hand. Raises VaultError."""
        ground = self.area.ground
        self.contract = await ground.vault.read(
            contracts.of_client, ground.client, ground.today, ground.revealed,
            ground.day_starts_at,
        )  # fmt: skip

    def forget(self) -> None:
        """Hold nothing any more."""
        self.contract = None

    def shows(self, uid: str) -> bool:
        """Whether it is there and not veiled, or still to be told of this course."""
        one = self.contract
        if one is None or one.course is None:
            return False
        return uid == one.course.uid or (uid == one.uid and not one.veiled)

    def listed(self) -> tuple[Row, ...]:
        """Return its row of the list."""
        audience = self.area.ipt.audience
        name, said = title(audience), listed(self.contract, audience, self.area.today)
        return (Row(self.name, (Cell(name, "strong", len(name) + 2), Cell(said, "muted"))),)

    def shown(self, key: str) -> tuple[Row, ...]:  # noqa: ARG002
        """Return all that is agreed, with what other records say of it."""
        if self.contract is None:
            return ()
        return contract_rows(self.contract, self.area.ipt.audience, self.area.today)

    def stands_at(self, key: str) -> str | None:
        """Return the row of the field that is asked about."""
        return key if key.startswith(FIELD) else None

    # What keys do.

    @property
    def doing(self) -> Mapping[str, Callable[[], object]]:
        """What each key does where the cursor is."""
        one = self.contract
        if one is None or one.course is None:
            return {}
        does: dict[str, Callable[[], object]] = {"open": self._open, "edit": self._edit}
        over = self._over(one)
        if over:
            del does["edit"]
        if one.seen is not None:
            does["other"] = self._other
            keeps = OVER if over else contracts.NOT_REMOVED if one.agreed is not None else ""
            does["remove"] = partial(self.area.ipt.tell, keeps) if keeps else self._remove
        return does

    def _over(self, one: Contract) -> bool:
        """Whether its course is over, so that it is only read."""
        return one.course is not None and one.course.is_over(self.area.today)

    def _open(self) -> None:
        one = self.contract
        if one is not None and one.veiled and one.uid is not None:
            self.area.ipt.revealed |= {one.uid}
            self.area.load()
        elif self.row is None:
            self.area.turn(to_pane=True)
        else:
            self._edit()

    def _edit(self) -> None:
        """Ask the field under the cursor, from the list the first."""
        one, row = self.contract, self.row or ""
        if one is None or one.course is None:
            return
        if one.veiled:
            self.area.ipt.tell(VEILED)
        elif self._over(one):
            self.area.ipt.tell(OVER)
        elif self.area.may_change():
            self.area.turn(to_pane=True)
            about = ContractInquiry(
                self.area.ground, one, one.course.uid, one.uid or one.course.uid
            )
            self.area.ask(about, row if row.startswith(FIELD) else FIRST)

    def _other(self) -> None:
        self.area.hold(self._letters())

    async def _letters(self) -> None:
        one = self.contract
        if one is None or not self.area.may_change():
            return
        if one.veiled:
            self.area.ipt.tell(VEILED)
            return
        letters = [("s", "not sensitive" if one.sensitive else "sensitive: veil it", SENSITIVE)]
        if (one.agreed is None or one.to_agree_again) and not self._over(one):
            letters.insert(0, ("a", "agreed" if one.agreed is None else "agreed again", AGREE))
        about = title(self.area.ipt.audience)
        await self.area.ipt.push_screen(LetterStrip(letters, about), self._chosen)

    def _chosen(self, word: str | None) -> None:
        one = self.contract
        if one is None or one.uid is None:
            return
        if word == AGREE:
            self._agree(one, one.uid)
        elif word == SENSITIVE:
            self.area.hold(self._veil(one, one.uid))

    def _agree(self, one: Contract, uid: str) -> None:
        if not (any(one.texts.values()) or one.crisis_told is not None):
            self.area.ipt.tell(NOTHING)
            return
        ground, write = self.area.ground, self.area.ipt.vault.write

        async def agree(day: date, by: str) -> None:
            await write(contracts.agree, uid, day, by, one.seen)

        async def there() -> bool:
            await self.read()
            return self.contract is not None and self.contract.uid == uid

        what = self.area.ipt.audience.pick("this contract", "what stands here")
        begun = one.course.start if one.course is not None else None
        self.area.ask(AgreeInquiry(ground, uid, one.code, what, AFTER, agree, there, begun), WHO)

    async def _veil(self, one: Contract, uid: str) -> None:
        await self.area.write(contracts.veil, uid, sensitive=not one.sensitive, seen=one.seen)
        await self.area.read_again()

    def _remove(self) -> None:
        self.area.hold(self._removed())

    async def _removed(self) -> None:
        one = self.contract
        if one is None or one.uid is None:
            return
        if await self.area.write(contracts.remove, one.uid) is not None:
            await self.area.read_again()
            self.area.ipt.tell("The contract is removed. u brings it back.")
