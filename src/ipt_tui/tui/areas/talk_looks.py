"""Talks as one looks at them: the forms of the one in hand, and from talk to talk."""

from __future__ import annotations

from dataclasses import replace

from textual import work

from ipt_tui.tui.areas.talks_view import DECISION, SCRIPT, SIDES, TALK, TalksView

ONE_TALK = "No other talk with the same person can be shown beside this one."


class TalkLooks(TalksView):
    """The half of Talks that only looks; `TalksArea` changes the record."""

    # Forms.

    def action_back(self) -> None:
        """From another form to the talk, from the talk to the list."""
        if self.form != TALK:
            self.turn_to(TALK)
        elif self.sheet.has_focus:
            self.action_pane()

    def turn_to(self, form: str) -> None:
        """Show the talk in hand in another form."""
        self.form = form
        self.set_class(form in (SCRIPT, SIDES), "-whole")
        self.sheet.to_top()
        self.show_sheet()
        self.call_after_refresh(self.show_sheet)

    def toggle(self, form: str) -> None:
        """Show the talk in hand in another form, or as the talk again."""
        self.turn_to(TALK if self.form == form else form)
        self.screen.set_focus(self.sheet)

    def action_decide(self) -> None:
        """Weigh options, and back."""
        self.toggle(DECISION)

    def action_nearer(self) -> None:
        """Show tone and body too."""
        self._bodily(unfold=True)

    def action_farther(self) -> None:
        """Fold tone and body away."""
        self._bodily(unfold=False)

    def _bodily(self, *, unfold: bool) -> None:
        self.bodily = unfold
        self.show_sheet()

    # From talk to talk.

    @work
    async def action_view(self) -> None:
        """Then and now: this talk beside the first with the same person, and back."""
        if self.form == SIDES:
            self.turn_to(TALK)
            return
        await self._beside(0)

    async def _beside(self, step: int) -> None:
        """Lay another talk with the same person beside this one: the oldest, or another."""
        uids = self._same_person()
        if not uids:
            self.ipt.tell(ONE_TALK)
            return
        at = uids.index(self.then.uid) + step if self.then and self.then.uid in uids else 0
        then = await self.ipt.or_tell(self._opened(uids[max(0, min(len(uids) - 1, at))]))
        if then is not None:
            self.then = then
            self.turn_to(SIDES)
            self.screen.set_focus(self.sheet)

    def _same_person(self) -> list[str]:
        """Return the other talks with whom this one was with, the oldest first."""
        if self.talk is None or self.talks is None:
            return []
        people = {person.uid for person in self.talk.line.people}
        return [
            line.uid
            for line in reversed(self.talks.lines)
            if line.uid != self.talk.uid and people & {person.uid for person in line.people}
        ]

    @work
    async def action_earlier(self) -> None:
        """The talk before this one; side by side, an earlier one beside it."""
        await self._step(1)

    @work
    async def action_later(self) -> None:
        """The talk after this one."""
        await self._step(-1)

    async def _step(self, step: int) -> None:
        if self.form == SIDES:
            await self._beside(-step)
        else:
            self.listing.action_move(step)

    def action_only(self) -> None:
        """Only talks with whom this one was with, and all of them again."""
        context = self.ipt.context
        people = self.talk.line.people if self.talk else ()
        only = None if context.only else next((person.uid for person in people), None)
        self.ipt.context = replace(context, only=only)
        self.load()
