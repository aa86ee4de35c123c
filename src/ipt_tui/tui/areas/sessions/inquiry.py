"""What is asked about one session: what is told of it, its agenda, the practice carried over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt import self_check
from ipt_tui.ipt.heard import NotHeard, number
from ipt_tui.ipt.practice import Tried
from ipt_tui.tui.areas.inquiry import YES_PARTLY_NO, Inquiry
from ipt_tui.tui.areas.sessions.rows import AGENDA, FIELD, FIELDS, NEW, PRACTICE, SELF_CHECK
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import agendas, practices, session_told, sessions
from ipt_tui.vault.errors import Gone

if TYPE_CHECKING:
    from ipt_tui.ipt.practice import Practice
    from ipt_tui.ipt.session import Session

_ASK = {
    "since_last": ("How has it been since the last time?", "in their words, or yours"),
    "plan_next": ("What is the plan for the next time?", "it stands above the next session"),
    "safety_summary": ("What was said about safety?", "what was asked and answered; no grade"),
    "attendees": ("Who was there beside the client?", "empty is fine"),
    "place": ("Where is it?", "room 2"),
    "question": ("What would you ask in supervision?", "yours alone; it is in no note"),
}
_NEW_PRACTICE = ("what", "line", "when_words", "if_then", "sure")
_LOOKED_AT = ("done", "happened", "learned")
_ABOUT_PRACTICE = {
    "what": ("What is it that is tried?", "one small thing"),
    "line": ("Which line is said?", "as it was rehearsed; empty is fine"),
    "when_words": ("When, and where?", "before Thursday, in the kitchen"),
    "if_then": ("If it does not go so, what then?", "if he is tired, then ask for a day"),
    "sure": ("How sure is it that it can be done, 0–10?", "under 7: make it smaller"),
    "done": ("Was it done?", ""),
    "happened": ("What happened?", "in a line"),
    "learned": ("What is to be kept from it?", "empty is fine"),
}
_DONE = tuple(
    (str(n), t.value, t.label) for n, t in enumerate((Tried.FULL, Tried.PART, Tried.NO), 1)
)
_FOR_ONESELF = "for yourself alone; enter leaves one out, esc all of them"
TOO_BIG = "Under 7 it may be too big a step; what would be a smaller one?"


@dataclass
class SessionInquiry(Inquiry):
    """Asking about one session and what it carries."""

    session: Session
    carried: tuple[Practice, ...]

    @property
    def uid(self) -> str:
        """The session asked about."""
        return self.session.uid

    def asked(self, key: str) -> Asked | None:
        """Return the question of a key as it is shown, None if there is nothing to ask."""
        if key.startswith(FIELD):
            name = key.removeprefix(FIELD)
            if name in self.session.veiled:
                return None
            words, hint = _ASK[name]
            return Asked(key, words, self.session.text(name), (), hint, self.place(key))
        if key.startswith(PRACTICE):
            return self._about_practice(key)
        if key.startswith(SELF_CHECK):
            return self._self_check(key)
        line = next((one for one in self.session.agenda if f"{AGENDA}{one.uid}" == key), None)
        if key != NEW and (line is None or line.veiled):
            return None
        words = "What is there to do in this session?"
        return Asked(key, words, line.text if line else "", (), "one line", self.place(key))

    def _self_check(self, key: str) -> Asked | None:
        name = key.removeprefix(SELF_CHECK)
        line = next((one for one in self_check.lines() if one.id == name), None)
        if line is None:
            return None
        value = self_check.answers(self.session.text("self_check")).get(name, "")
        return Asked(key, line.question, value, YES_PARTLY_NO, _FOR_ONESELF, self.place(key))

    def _about_practice(self, key: str) -> Asked | None:
        one, name = self._practice(key)
        if one is None or one.veiled:
            return None
        words, hint = _ABOUT_PRACTICE[name]
        value = getattr(one, name)
        choices = _DONE if name == "done" else ()
        if name == "sure" and not one.small_enough:
            hint = TOO_BIG
        told = "" if value is None else str(value)
        return Asked(key, f"“{one.what}”: {words}", told, choices, hint, self.place(key))

    def _practice(self, key: str) -> tuple[Practice | None, str]:
        uid, _, name = key.removeprefix(PRACTICE).partition(":")
        one = next((one for one in self.carried if one.uid == uid), None)
        return one, name

    def first_of(self, row: str) -> str:
        """Return the key of the first question about a row."""
        if not row.startswith(PRACTICE):
            return row
        one, _ = self._practice(row)
        is_new = one is not None and one.session == self.uid
        return f"{row}:{(_NEW_PRACTICE if is_new else _LOOKED_AT)[0]}"

    def following(self, key: str, *, answered: bool) -> str | None:
        """Return the key of the next question, None at the end."""
        if key == NEW:
            return NEW if answered else None
        return self._beside(key, 1)

    def before(self, key: str) -> str | None:
        """Return the key of the question before, None at the beginning."""
        return self._beside(key, -1)

    def _beside(self, key: str, step: int) -> str | None:
        lead, name = "", ""
        names: tuple[str, ...] = ()
        if key.startswith(FIELD):
            lead, names, name = FIELD, tuple(n for n, _ in FIELDS), key.removeprefix(FIELD)
        elif key.startswith(SELF_CHECK):
            lead, name = SELF_CHECK, key.removeprefix(SELF_CHECK)
            names = tuple(line.id for line in self_check.lines())
        elif key.startswith(PRACTICE):
            lead, _, name = key.rpartition(":")
            lead += ":"
            names = _NEW_PRACTICE if name in _NEW_PRACTICE else _LOOKED_AT
        if name not in names:
            return None
        at = names.index(name) + step
        return f"{lead}{names[at]}" if 0 <= at < len(names) else None

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
        write = self.ground.vault.write
        if key.startswith(FIELD):
            name = key.removeprefix(FIELD)
            values: dict[str, Any] = {name: value}
            if name == "safety_summary":
                values["safety_asked"] = "yes" if value else ""
            await write(session_told.tell, self.uid, self.session.updated_at, **values)
        elif key.startswith(PRACTICE):
            await self._keep_practice(key, value)
        elif key.startswith(SELF_CHECK):
            kept = self.session.text("self_check")
            told = self_check.answered(kept, key.removeprefix(SELF_CHECK), value)
            await write(session_told.tell, self.uid, self.session.updated_at, self_check=told)
        elif key == NEW:
            await write(agendas.add, self.uid, value)
        else:
            line = next(one for one in self.session.agenda if f"{AGENDA}{one.uid}" == key)
            await write(agendas.change, line.uid, value, line.updated_at)

    async def _keep_practice(self, key: str, value: str) -> None:
        one, name = self._practice(key)
        if one is None:
            raise Gone
        write, today = self.ground.vault.write, self.ground.today
        if name == "done":
            await write(practices.look_at, one.uid, today, value, one.updated_at)
            return
        told: Any = value
        if name == "sure":
            told = number(value, 0, 10) if value else None
        elif name == "what" and not value:
            raise NotHeard("A practice needs a few words; x takes it away.")
        await write(practices.change, one.uid, one.updated_at, **{name: told})

    async def read(self) -> bool:
        """Read the session as it is by now. Raises VaultError."""
        ground, read = self.ground, self.ground.vault.read
        revealed = ground.revealed | {self.uid}
        self.session = await read(
            sessions.session, self.uid, ground.today, revealed, ground.day_starts_at
        )
        self.carried = await read(practices.of_client, ground.client, revealed)
        return True
