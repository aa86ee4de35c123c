"""What is asked about one session: what is told of it, its agenda, what was done in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt import self_check
from ipt_tui.ipt.agenda import techniques
from ipt_tui.ipt.course import Format, Modality
from ipt_tui.ipt.heard import NotHeard, among, clock_time
from ipt_tui.ipt.moments import at_time
from ipt_tui.tui.areas.inquiry import YES_PARTLY_NO, Inquiry
from ipt_tui.tui.areas.sessions.rows import AGENDA, FIELD, FIELDS, NEW, SELF_CHECK, USED, applies
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import agendas, session_told, sessions
from ipt_tui.vault.session_times import timed

if TYPE_CHECKING:
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.session import Session

_CLOCK = ("started", "ended")
_ASK = {
    "since_last": ("How has it been since the last time?", "in their words, or yours"),
    "plan_next": ("What is the plan for the next time?", "it stands above the next session"),
    "safety_summary": ("What was said about safety?", "what was asked and answered; no grade"),
    "format": ("With whom does one meet?", ""),
    "attendees": ("Who was there beside the client?", "empty is fine"),
    "modality": ("How does one meet?", "by video or phone the agenda asks whether one is alone"),
    "place": ("Where is it?", "room 2"),
    "started": ("When did it begin?", "14:05, or with its day: 24 nov 14:05"),
    "ended": ("When did it end?", "14:55, also after midnight; empty: it goes on"),
    "question": ("What would you ask in supervision?", "yours alone; it is in no note"),
}
_CHOICES: dict[str, tuple[tuple[str, str, str], ...]] = {
    name: tuple(
        (str(number), word.value, word.label)
        for number, word in enumerate((w for w in words if w.value != "other"), 1)
    )
    for name, words in (("format", Format), ("modality", Modality))
}
_WORDS = ("since_last", "plan_next", "safety_summary", "question")
"""The fields that take any sentence."""
_FOR_ONESELF = "it stands beside the session, in no note; enter leaves one out, esc all"
_ITEM = "What is there to do in this session?"
_USED = "What was done today? Its numbers, as 3, 5"
IT_BEGAN = "It has begun, so there is a time; o on Today says that it did not take place."


@dataclass
class SessionInquiry(Inquiry):
    """Asking about one session."""

    session: Session

    @property
    def uid(self) -> str:
        """The session asked about."""
        return self.session.uid

    def asked(self, key: str) -> Asked | None:
        """Return the question of a key as it is shown, None if there is nothing to ask."""
        place = self.place(key)
        if key.startswith(USED):
            here = [
                str(n) for n, t in enumerate(techniques(), 1) if t.id in self.session.techniques
            ]
            return Asked(key, _USED, ", ".join(here), (), _all_techniques(), place)
        if key.startswith(FIELD):
            name = key.removeprefix(FIELD)
            if name in self.session.veiled or not applies(self.session, name):
                return None
            words, hint = _ASK[name]
            value, choices = self._value(name), _CHOICES.get(name, ())
            return Asked(key, words, value, choices, hint, place, takes_words=name in _WORDS)
        if key.startswith(SELF_CHECK):
            return self._self_check(key)
        line = next((one for one in self.session.agenda if f"{AGENDA}{one.uid}" == key), None)
        if key != NEW and (line is None or line.veiled):
            return None
        return Asked(key, _ITEM, line.text if line else "", (), "one line", place)

    def _self_check(self, key: str) -> Asked | None:
        name = key.removeprefix(SELF_CHECK)
        line = next((one for one in self_check.lines() if one.id == name), None)
        if line is None:
            return None
        value = self_check.answers(self.session.text("self_check")).get(name, "")
        return Asked(key, line.question, value, YES_PARTLY_NO, _FOR_ONESELF, self.place(key))

    def _value(self, name: str) -> str:
        """Return what the record holds, as it is typed or chosen."""
        line = self.session.line
        if name in _CHOICES:
            return str(getattr(line, name))
        return self._clock(getattr(line, name)) if name in _CLOCK else self.session.text(name)

    def _clock(self, at: Moment | None) -> str:
        """Return a time; with its date where by the time alone it would be another."""
        if at is None:
            return ""
        mere = at_time(self._day, at.at.time(), self.ground.day_starts_at)
        return f"{at.at:%H:%M}" if mere.wall == at.wall else f"{at.at:%Y-%m-%d %H:%M}"

    @property
    def _day(self) -> Any:
        return self.session.line.day or self.ground.today

    def following(self, key: str, *, answered: bool) -> str | None:
        """Return the key of the next question, None at the end."""
        if key == NEW:
            return NEW if answered else None
        return self._beside(key, 1)

    def before(self, key: str) -> str | None:
        """Return the key of the question before, None at the beginning."""
        return self._beside(key, -1)

    def _beside(self, key: str, step: int) -> str | None:
        if key.startswith(SELF_CHECK):
            names = [f"{SELF_CHECK}{line.id}" for line in self_check.lines()]
        else:
            names = [f"{FIELD}{name}" for name, _ in FIELDS if applies(self.session, name)]
        at = names.index(key) + step if key in names else -1
        return names[at] if 0 <= at < len(names) else None

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
        write = self.ground.vault.write
        if key.startswith(FIELD):
            name = key.removeprefix(FIELD)
            over = None if name in _CHOICES or name in _CLOCK else {name: self.session.text(name)}
            await write(session_told.tell, self.uid, over=over, **self._told(name, value))
        elif key.startswith(SELF_CHECK):
            kept = self.session.text("self_check")
            told = self_check.answered(kept, key.removeprefix(SELF_CHECK), value)
            over = {"self_check": kept}
            await write(session_told.tell, self.uid, over=over, self_check=told)
        elif key.startswith(USED):
            known = [(each.id, each.label) for each in techniques()]
            there = self.session.techniques
            others = set(there) - {code for code, _ in known}
            codes = [*among(value, known), *sorted(others)]
            await write(session_told.use, self.uid, codes, there)
        elif key == NEW:
            await write(agendas.add, self.uid, value)
        else:
            line = next(one for one in self.session.agenda if f"{AGENDA}{one.uid}" == key)
            await write(agendas.change, line.uid, value, line.updated_at)

    def _told(self, name: str, value: str) -> dict[str, Any]:
        """Return the fields that an answer changes. Raises NotHeard for no time."""
        if name == "safety_summary":
            return {name: value, "safety_asked": "yes" if value else ""}
        if name not in _CLOCK:
            return {name: value}
        if not value and name == "started":
            raise NotHeard(IT_BEGAN)
        ground = self.ground
        at = clock_time(
            value, self._day, ground.today,
            southern=ground.southern, day_starts_at=ground.day_starts_at,
        ) if value else None  # fmt: skip
        return timed(name, at)

    async def read(self) -> bool:
        """Read the session as it is by now. Raises VaultError."""
        ground, read = self.ground, self.ground.vault.read
        revealed = ground.revealed | {self.uid}
        self.session = await read(
            sessions.session, self.uid, ground.today, revealed, ground.day_starts_at
        )
        return True


def _all_techniques() -> str:
    """Return every technique with its number, in two columns."""
    all_ = [f"{number:>2}  {each.label}" for number, each in enumerate(techniques(), 1)]
    half = (len(all_) + 1) // 2
    right = [*all_[half:], ""]
    return "\n".join(f"{left:<32}{right[n]}".rstrip() for n, left in enumerate(all_[:half]))
