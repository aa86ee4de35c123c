"""What is asked about one practice: what it is, whom it is about, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.heard import NotHeard, number
from ipt_tui.ipt.practice import Tried
from ipt_tui.ipt.talk_phrases import called, subject_words
from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.tui.areas.sessions.rows import PRACTICE
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import practices, talks
from ipt_tui.vault.errors import Gone

if TYPE_CHECKING:
    from ipt_tui.ipt.practice import Practice
    from ipt_tui.ipt.talk import TalkLine

_NEW = ("what", "who", "talk", "line", "when_words", "if_then", "sure")
_LOOKED_AT = ("done", "happened", "learned")
_ABOUT = {
    "what": ("What is it that is tried?", "one small thing"),
    "who": ("Whom is it about?", "a name, as on the circle; empty is fine"),
    "talk": ("Which talk did it grow out of?", ""),
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
_TALKS, _LONGEST = 9, 60
NO_TALK = "none"
ONE_PERSON = "A practice is about one person; type one name."
TOO_BIG = "Under 7 it may be too big a step; what would be a smaller one?"


@dataclass
class PracticeInquiry(Inquiry):
    """Asking about one practice, in the session `session`, a uid, that shows it.

    `talks` are those it may have grown out of, the newest first.
    """

    session: str
    practice: Practice
    talks: tuple[TalkLine, ...] = field(default=())

    @property
    def uid(self) -> str:
        """The session in which it is asked about: with it, it is shown."""
        return self.session

    def asked(self, key: str) -> Asked | None:
        """Return the question of a key as it is shown, None if there is nothing to ask."""
        one, name = self.practice, self._name(key)
        choices = self._choices(name)
        if one.veiled or (name == "talk" and len(choices) < 2):
            return None
        words, hint = _ABOUT[name]
        if name == "sure" and not one.small_enough:
            hint = TOO_BIG
        words = f"“{one.what}”: {words}"
        told = name in ("if_then", "happened", "learned")
        place = self.place(key)
        return Asked(key, words, self._value(name), choices, hint, place, takes_words=told)

    @staticmethod
    def _name(key: str) -> str:
        return key.removeprefix(PRACTICE).partition(":")[2]

    def _choices(self, name: str) -> tuple[tuple[str, str, str], ...]:
        if name == "done":
            return _DONE
        if name != "talk":
            return ()
        listed = tuple(
            (str(n), line.uid, self._called(line)) for n, line in enumerate(self.talks, 1)
        )
        return (*listed, ("0", NO_TALK, "none of them"))

    def _called(self, line: TalkLine) -> str:
        words = ": ".join(filter(None, (called(line, self.ground.today), subject_words(line))))
        return words[:_LONGEST]

    def _value(self, name: str) -> str:
        one = self.practice
        if name == "who":
            return one.who.name if one.who else ""
        if name == "talk":
            return one.talk or NO_TALK
        told = getattr(one, name)
        return "" if told is None else str(told)

    def first(self) -> str:
        """Return the key of the first question: what a new one is, whether another was done."""
        is_new = self.practice.session == self.session
        return self._key((_NEW if is_new else _LOOKED_AT)[0])

    def _key(self, name: str) -> str:
        return f"{PRACTICE}{self.practice.uid}:{name}"

    def following(self, key: str, *, answered: bool) -> str | None:  # noqa: ARG002
        """Return the key of the next question, None at the end."""
        return self._beside(key, 1)

    def before(self, key: str) -> str | None:
        """Return the key of the question before, None at the beginning."""
        return self._beside(key, -1)

    def _beside(self, key: str, step: int) -> str | None:
        name = self._name(key)
        names = [n for n in (_NEW if name in _NEW else _LOOKED_AT) if self.asked(self._key(n))]
        at = names.index(name) + step
        return self._key(names[at]) if 0 <= at < len(names) else None

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
        one, name, ground = self.practice, self._name(key), self.ground
        write = ground.vault.write
        if name == "done":
            await write(practices.look_at, one.uid, ground.today, value, one.updated_at)
        elif name == "who":
            who = await ground.one_named(value, ONE_PERSON)
            await write(practices.point, one.uid, who, one.talk, one.updated_at)
        elif name == "talk":
            who = one.who.uid if one.who else None
            talk = None if value == NO_TALK else value
            await write(practices.point, one.uid, who, talk, one.updated_at)
        else:
            await write(
                practices.change, one.uid, one.updated_at, **{name: self._told(name, value)}
            )

    @staticmethod
    def _told(name: str, value: str) -> Any:
        if name == "sure":
            return number(value, 0, 10)
        if name == "what" and not value:
            raise NotHeard("A practice needs a few words; x takes it away.")
        return value

    async def read(self) -> bool:
        """Read the practice, and the talks there are, as they are by now. Raises VaultError."""
        ground, read = self.ground, self.ground.vault.read
        revealed = ground.revealed | {self.uid}
        found = await read(practices.of_client, ground.client, revealed)
        one = next((each for each in found if each.uid == self.practice.uid), None)
        if one is None:
            raise Gone
        self.practice = one
        there = await read(
            talks.talks, ground.client, ground.today, None, ground.revealed, ground.day_starts_at
        )
        seen = [line for line in there.lines if not line.veiled]
        here = [line for line in seen if line.uid == one.talk]
        self.talks = tuple([*here, *(line for line in seen if line not in here)][:_TALKS])
        return True
