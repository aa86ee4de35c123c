"""What is done in the chapter of the problem areas: asked, ticked, joined, taken out, gone to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.areas import in_use
from ipt_tui.ipt.focus import Sort
from ipt_tui.ipt.focus_words import pointer_words
from ipt_tui.tui.areas.area import RecordChanged
from ipt_tui.tui.areas.focus.areas_inquiry import AreaInquiry
from ipt_tui.tui.areas.focus.areas_questions import SIDE, TEXT, TIE, WHICH, WITH
from ipt_tui.tui.dialogs.letter_strip import LetterStrip
from ipt_tui.vault import focus_pointers, problem_areas

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipt_tui.ipt.focus import Focus, Pointer, ProblemArea
    from ipt_tui.tui.areas.focus.area import FocusArea

_TIES = (
    ("p", "person", Sort.PERSON.value), ("e", "event", Sort.EVENT.value),
    ("t", "talk", Sort.TALK.value),
)  # fmt: skip
_AREAS = {Sort.PERSON: "people", Sort.EVENT: "timeline", Sort.TALK: "talks"}
NOTHING = "There is nothing of that sort in the record yet."
NO_TALK = "No talk with {name} is looked at yet; n on Talks begins one, and d there weighs options."
NO_TALK_AT_ALL = "No talk is looked at yet; n on Talks begins one, and d there weighs options."
MOST_TALKS = 8
BACK = "u brings it back."


class Deeds:
    """Does it for one area of the screen; `read` gives the focus as it was read last."""

    def __init__(self, area: FocusArea, read: Callable[[], Focus | None]) -> None:
        """Do it there."""
        self._area, self._read = area, read

    def add(self) -> None:
        """Ask which area may be considered."""
        focus = self._read()
        if focus is not None:
            if problem := in_use().problem:
                self._area.ipt.tell(problem, bad=True)
            self._area.ask(AreaInquiry(self._area.ground, focus), WHICH)

    def ask(
        self, found: ProblemArea, key: str, joinable: tuple[Pointer, ...] = (), side: str = ""
    ) -> None:
        """Ask about an area; with a `side` it is known on which what is typed speaks."""
        focus = self._read()
        if focus is not None:
            about = AreaInquiry.about(self._area.ground, focus, found, joinable)
            about.held |= {SIDE: side} if side else {}
            about.alone = found.is_answered(key.partition(":")[2])
            self._area.ask(about, key)

    def write_piece(self, found: ProblemArea, side: str) -> None:
        """Ask what speaks on one side."""
        self.ask(found, TEXT, side=side)

    def reveal(self, uid: str) -> None:
        """Show what is veiled."""
        self._area.ipt.revealed |= {uid}
        self._area.post_message(RecordChanged())

    def write(self, fn: Any, *args: Any, said: str = "", **values: Any) -> None:
        """Write, and say so where there is something to say."""
        self._area.hold(self._written(said, fn, *args, **values))

    def remove(self, fn: Any, uid: str) -> None:
        """Take something out of the record."""
        self.write(fn, uid, said=f"Taken out. {BACK}")

    def remove_area(self, found: ProblemArea) -> None:
        """Take an area out of the record."""
        said = f"Taken out of the record with all that belongs to it. {BACK}"
        self.write(problem_areas.remove, found.uid, said=said)

    async def _written(self, said: str, fn: Any, *args: Any, **values: Any) -> None:
        done = await self._area.write(fn, *args, **values)
        if said and done is not None:
            self._area.ipt.tell(said)

    def tie(self, found: ProblemArea, uid: str) -> None:
        """Ask what an answer is joined to: a letter says of which sort."""
        if self._area.may_change():
            strip = LetterStrip(_TIES, "joined to")
            self._area.app.push_screen(strip, partial(self._tied, found, uid))

    def _tied(self, found: ProblemArea, uid: str, sort: str | None) -> None:
        if sort == Sort.PERSON:
            self.ask(found, f"{WITH}:{uid}")
        elif sort is not None:
            self._area.hold(self._ask_tie(found, uid, sort))

    async def _ask_tie(self, found: ProblemArea, uid: str, sort: str) -> None:
        ground, context = self._area.ground, self._area.ipt.context
        in_hand = context.event if sort == Sort.EVENT else context.talk
        reading = ground.vault.read(
            focus_pointers.joinable, ground.client, sort, in_hand, ground.today, ground.revealed,
            ground.day_starts_at,
        )  # fmt: skip
        there = await self._area.ipt.or_tell(reading)
        if there:
            self.ask(found, f"{TIE}:{uid}", there)
        elif there is not None:
            self._area.ipt.tell(NOTHING)

    def go_to_card(self, found: ProblemArea) -> None:
        """Go to the card of whom an area is about."""
        app = self._area.ipt
        person = found.person.uid if found.person else app.context.person
        app.context = replace(app.context, person=person, only=None)
        app.action_go_to("people", True)

    def weigh(self, found: ProblemArea) -> None:
        """Go and weigh options in a talk with whom it is about; of several one is asked for."""
        self._area.hold(self._ask_talk(found))

    async def _ask_talk(self, found: ProblemArea) -> None:
        ground, app = self._area.ground, self._area.ipt
        with_whom = found.person.uid if found.person else None
        talks = await app.or_tell(
            ground.vault.read(
                focus_pointers.talks_with, ground.client, with_whom, ground.today,
                ground.revealed, ground.day_starts_at,
            )
        )  # fmt: skip
        if talks and len(talks) == 1:
            self._weigh_in(talks[0].uid)
        elif talks:
            some = enumerate(talks[:MOST_TALKS], 1)
            letters = [(str(n), pointer_words(talk), talk.uid) for n, talk in some]
            await app.push_screen(LetterStrip(letters, "weigh options in"), self._weigh_in)
        elif talks is not None:
            app.tell(NO_TALK.format(name=found.name) if found.name else NO_TALK_AT_ALL)

    def _weigh_in(self, uid: str | None) -> None:
        app = self._area.ipt
        if uid is not None:
            app.context = replace(app.context, talk=uid, only=None)
            app.action_go_to("talks", True, "decide")

    def go_to(self, of: Pointer) -> None:
        """Go to what an answer is joined to."""
        app, sort = self._area.ipt, Sort(of.sort)
        held: dict[str, Any] = {of.sort: of.uid}
        app.context = replace(app.context, **held, only=None)
        app.action_go_to(_AREAS[sort])
