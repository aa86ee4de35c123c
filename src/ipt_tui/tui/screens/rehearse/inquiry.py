"""What is asked where somebody rehearses alone: about what, whether it is safe, then lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt import rehearsal
from ipt_tui.ipt.rehearsal import END, HELP, SAFE, STAYS, UNSAFE, WANT
from ipt_tui.ipt.rehearsal_words import BESIDE, KEPT, WHICH, ask, offered
from ipt_tui.ipt.review import RESUME
from ipt_tui.ipt.review_words import ANEW
from ipt_tui.ipt.safe_to_say import safe_heard
from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import rehearsal_answers, rehearsing

if TYPE_CHECKING:
    from ipt_tui.ipt.rehearsal import Rehearsing

PICK = "which"


@dataclass
class RehearsalInquiry(Inquiry):
    """Rehearsing a talk or a thing to try, the `subject`; without one it is picked of `choices`.

    `wants_help` is whether the help lines were asked for, `closing` what is said at the end.
    """

    subject: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    rehearsing: Rehearsing | None = None
    wants_help: bool = False
    closing: str = ""
    evening: None = None
    """There is none: no word for a feeling is asked for here."""

    @property
    def uid(self) -> str:
        """Whose rehearsing it is."""
        return f"rehearse:{self.ground.client}"

    @property
    def first(self) -> str:
        """The key of the first question: whether to go on, where something was left."""
        if self.rehearsing is None:
            return PICK
        return RESUME if self.rehearsing.can_go_on else SAFE

    def asked(self, key: str) -> Asked | None:
        """Return a question as it is shown."""
        if key == PICK:
            listed = ((str(n), *each) for n, each in enumerate(self.choices, 1))
            return Asked(key, WHICH, "", tuple(listed))
        if self.rehearsing is None:
            return None
        told = ask(key, self.rehearsing, self.ground.today)
        typed = "" if told.value else offered(key, self.rehearsing)
        place = "" if told.choices else self.place(key)
        return Asked(key, told.words, told.value, told.choices, told.hint, place, typed)

    def following(self, key: str, *, answered: bool) -> str | None:
        """Return the question after this one."""
        about = self.rehearsing
        if about is None:
            return None
        if key == PICK:
            return self.first if answered else None
        if key == RESUME:
            return SAFE if self.held.pop(RESUME, "") == ANEW else self._going_on()
        word = self.held.pop(key, "")
        if key == SAFE:
            word = self.held.pop("at", "")
        return rehearsal.following(key, about, self.ground.today, word)

    def _going_on(self) -> str:
        """Return where one left; on another day whether it is safe is asked first, again."""
        about = self.rehearsing
        at = about.at if about is not None else ""
        if about is not None and about.safe_on == self.ground.today:
            return at
        self.held["at"] = at
        return SAFE

    def before(self, key: str) -> str | None:
        """Return the question before; the first of them stays."""
        if key in (PICK, RESUME) or self.rehearsing is None:
            return key
        return rehearsal.before(key, self.rehearsing) or key

    def place(self, key: str) -> str:
        """Return the name of the draft of a question about this talk or this thing."""
        return f"{self.uid}:{self.subject}:{key}"

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
        ground = self.ground
        if key == PICK:
            self.subject = value
        elif key == RESUME:
            self.held[key] = value
            if value == ANEW:
                await ground.vault.keep(rehearsing.begin, self.subject)
        else:
            if key == SAFE and not value:
                return
            beside = await ground.vault.write(
                rehearsal_answers.answer, self.subject, key, value, ground.today
            )
            if key == SAFE:
                self.told_safe(safe_heard(value))
            self.held[key] = value
            self.wants_help = value == HELP and key == UNSAFE
            if key in (END, WANT, UNSAFE):
                self.closing = BESIDE if beside else KEPT.get(value, "")

    async def stands(self, key: str) -> None:
        """Remember the question that stands. Raises VaultError."""
        if self.subject and key.partition(":")[0] in STAYS:
            await self.ground.vault.keep(rehearsing.stand, self.subject, key, self.ground.today)

    async def read(self) -> bool:
        """Read it as it stands by now; Gone where it is not there. Raises VaultError.

        What is veiled to begin with is not opened; what is typed here may veil it as one goes on.
        """
        if self.subject:
            ground = self.ground
            seen = frozenset({self.subject}) if self.rehearsing is not None else frozenset()
            self.rehearsing = await ground.vault.read(
                rehearsing.read,
                self.subject,
                ground.today,
                ground.revealed | seen,
                ground.day_starts_at,
            )
        return True
