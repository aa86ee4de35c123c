"""Where each answer about a problem area goes: one step in the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt import heard
from ipt_tui.ipt.focus import Side
from ipt_tui.ipt.heard import NotHeard
from ipt_tui.tui.areas.focus.areas_questions import (
    ABOUT,
    AGREES,
    INSTEAD,
    NONE,
    RANK,
    SENSITIVE,
    SIDE,
    STAGE,
    TEXT,
    TIE,
    WHICH,
    WHO,
    WHY,
    WITH,
)
from ipt_tui.vault import evidence, focus_choices, problem_areas, stages, workbench

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ipt_tui.ipt.focus import ProblemArea
    from ipt_tui.tui.areas.focus.areas_inquiry import AreaInquiry

NOT_THERE = "Nobody new here; add them on People first."


async def keep(inquiry: AreaInquiry, key: str, value: str) -> None:
    """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
    ground = inquiry.ground
    if key == WHICH:
        inquiry.target = await ground.vault.write(problem_areas.add, ground.client, value)
    elif inquiry.area is not None:
        what, _, rest = key.partition(":")
        given = _Given(inquiry, inquiry.area, what, rest, value)
        await _KEEPS.get(what, _Given.correct)(given)


@dataclass
class _Given:
    """An answer: `what` was asked, with the `rest` of its key."""

    inquiry: AreaInquiry
    area: ProblemArea
    what: str
    rest: str
    value: str

    async def write(self, fn: Any, *args: Any, **values: Any) -> Any:
        """Write as one step."""
        write: Any = self.inquiry.ground.vault.write
        return await write(fn, *args, **values)

    async def be_about(self) -> None:
        """Say whom the area is about; who is not known yet is added."""
        ground = self.inquiry.ground
        people, new = await ground.named(self.value)
        await self.write(
            problem_areas.be_about, self.area.uid, ground.today, people, new, self.area.updated_at
        )

    async def tell(self) -> None:
        """Change a field of the area itself."""
        told: Any = self.value == "yes" if self.what == SENSITIVE else self.value
        area = self.area
        await self.write(problem_areas.tell, area.uid, area.updated_at, **{self.what: told})

    async def decide(self) -> None:
        """Decide today; where the place is taken it is asked first whether this takes it."""
        today, uid = self.inquiry.ground.today, self.area.uid
        if self.what == RANK:
            if self.inquiry.has_place(self.value) is None:
                await self.write(focus_choices.choose, uid, today, self.value)
        elif self.what == INSTEAD:
            if self.value == "yes":
                await self.write(focus_choices.choose, uid, today, self.rest, instead=True)
        else:
            told = {self.what: self.value}
            await self.write(focus_choices.choose, uid, today, self.area.rank, **told)

    async def enter_stage(self) -> None:
        """Say how far a dispute is from today on."""
        today = self.inquiry.ground.today
        stage = await self.write(stages.enter, self.area.uid, today, self.value)
        self.inquiry.held[STAGE] = stage

    async def take_side(self) -> None:
        """Hold on which side the words to come are."""
        self.inquiry.held[SIDE] = self.value

    async def speak(self) -> None:
        """Write down what speaks for the area or against it."""
        if self.value.strip():
            side = self.inquiry.held.get(SIDE, Side.FOR.value)
            await self.write(evidence.add, self.area.uid, side, self.value)

    async def answer(self) -> None:
        """Answer a prompt; where it takes one answer and that is emptied, it is taken away."""
        there, prompt = self.area.to(self.rest), self.area.kind.prompt(self.rest)
        only = there[0] if there and prompt is not None and not prompt.many else None
        if self.value.strip():
            seen = only.updated_at if only else None
            given = await self.write(
                workbench.answer, self.area.uid, self.rest, self.value, seen=seen
            )
            self.inquiry.held["answer"] = given
            self.inquiry.unsafe = self.area.kind.stops(self.rest, self.value)
        elif only is not None:
            await self.write(workbench.remove, only.uid, only.updated_at)

    async def join(self) -> None:
        """Join an answer to what was chosen."""
        if self.value != NONE:
            sort, _, uid = self.value.partition(":")
            await self.write(workbench.join, self.rest, sort, uid)

    async def join_people(self) -> None:
        """Join an answer to whom was named."""
        people, new = await self.inquiry.ground.named(self.value)
        if new:
            raise NotHeard(NOT_THERE)
        await self.write(workbench.join, self.rest, "person", *people)

    async def correct(self) -> None:
        """Change one field of what was decided, of a stage, of evidence or of an answer."""
        uid, _, field = self.rest.partition(":")
        rows: tuple[Any, ...] = {
            "choice": self.area.choices, "at": self.area.stages,
            "evidence": self.area.evidence, "answer": self.area.answers,
        }[self.what]  # fmt: skip
        row = next((each for each in rows if each.uid == uid), None)
        if row is None:
            return
        remove = {"evidence": evidence.remove, "answer": workbench.remove}.get(self.what)
        if remove and field == TEXT and not self.value.strip() and not getattr(row, "of", None):
            await self.write(remove, uid, row.updated_at)
            return
        await self.write(_CHANGES[self.what], uid, row.updated_at, **{field: self._told(field)})
        if self.what == "answer" and field == TEXT:
            prompt = next(each.prompt for each in self.area.answers if each.uid == uid)
            self.inquiry.unsafe = self.area.kind.stops(prompt, self.value)

    def _told(self, field: str) -> Any:
        if field == "day":
            return _day(self.inquiry, self.value)
        if field == "rating":
            return heard.number(self.value, 0, 10)
        return self.value == "yes" if field == SENSITIVE else self.value


_CHANGES: dict[str, Any] = {
    "choice": focus_choices.tell, "at": stages.tell, "evidence": evidence.tell,
    "answer": workbench.tell,
}  # fmt: skip
_KEEPS: dict[str, Callable[[_Given], Awaitable[None]]] = {
    WHO: _Given.be_about, ABOUT: _Given.tell, SENSITIVE: _Given.tell, RANK: _Given.decide,
    INSTEAD: _Given.decide, AGREES: _Given.decide, WHY: _Given.decide, STAGE: _Given.enter_stage,
    SIDE: _Given.take_side, TEXT: _Given.speak, "prompt": _Given.answer, TIE: _Given.join,
    WITH: _Given.join_people,
}  # fmt: skip


def _day(inquiry: AreaInquiry, value: str) -> str:
    said = inquiry.ground.been(value)[0]
    if not said.exact:
        raise NotHeard("Please type one day: 20 oct.")
    return said.first.isoformat()
