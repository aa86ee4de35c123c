"""What an area asks about one thing of the record, and what answers are read with."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from ipt_tui.ipt import heard
from ipt_tui.ipt.people import Met
from ipt_tui.ipt.safe_now import Because, of_safe
from ipt_tui.vault import people

if TYPE_CHECKING:
    from datetime import date, time

    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.capture_dates import Said
    from ipt_tui.tui.app import IptApp
    from ipt_tui.tui.widgets.answer_bar import Asked
    from ipt_tui.vault.thread import VaultThread

YES_NO = (("1", "yes", "yes"), ("2", "no", "no"))
YES_PARTLY_NO = tuple(
    (str(number), word.value, word.label)
    for number, word in enumerate((Met.YES, Met.PARTLY, Met.NO), 1)
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known wherever one asks: whose record it is, for whom the words are, which day.

    `southern` says whose seasons are meant, `day_starts_at` until when a night belongs to the day
    before, `revealed` holds the uids of what was unveiled.
    """

    vault: VaultThread
    client: str
    audience: Audience
    today: date
    southern: bool
    day_starts_at: time
    revealed: frozenset[str] = frozenset()

    @classmethod
    def of(cls, app: IptApp, client: str, audience: Audience | None = None) -> Self:
        """Return it for a client, by now; the words are for whom the screen is, or another."""
        return cls(
            app.vault, client, audience or app.audience, app.clock.today(), app.southern,
            app.config.day_starts_at, app.revealed,
        )  # fmt: skip

    def when(self, typed: str) -> Said:
        """Read a date as typed. Raises NotHeard with a sentence."""
        return heard.when(
            typed, self.today, southern=self.southern, day_starts_at=self.day_starts_at
        )

    def been(self, typed: str) -> Said:
        """Read a day that has been, as typed. Raises NotHeard with a sentence."""
        return heard.been(
            typed, self.today, southern=self.southern, day_starts_at=self.day_starts_at
        )

    async def one_named(self, typed: str, several: str) -> str | None:
        """Read who is named: the uid of one who is known, None for nobody.

        Raises NotHeard, with the sentence `several` where it is more than one; or VaultError.
        """
        found = heard.named(typed, await self.vault.read(people.names, self.client))
        if len(found) > 1:
            raise heard.NotHeard(several)
        return next(iter(found), None)

    async def named(self, typed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Read who is named: uids of those who are known, and names with an @ that are new.

        Raises NotHeard or VaultError with a sentence.
        """
        return heard.named_or_new(typed, await self.vault.read(people.names, self.client))


@dataclass
class Inquiry(ABC):
    """Asking about one thing, by what the record says of it by then.

    A question has a key, such as `field:like` or `turn:<uid>:meant`; its first word says what
    kind of thing it is about. `held` keeps what was answered and waits for the next answer.
    `unsafe` is whether the last answer said that somebody or something is not safe, `because` what
    it was that it said.
    """

    ground: Ground
    held: dict[str, str] = field(default_factory=dict, kw_only=True)
    unsafe: bool = field(default=False, kw_only=True)
    because: Because = field(default=Because.UNSAFE, kw_only=True)

    @property
    @abstractmethod
    def uid(self) -> str:
        """The identity of what is asked about."""

    @abstractmethod
    def asked(self, key: str) -> Asked | None:
        """Return the question of a key as it is shown, None if there is nothing to ask."""

    @abstractmethod
    def following(self, key: str, *, answered: bool) -> str | None:
        """Return the key of the next question, None at the end."""

    @abstractmethod
    def before(self, key: str) -> str | None:
        """Return the key of the question before, None at the beginning."""

    @abstractmethod
    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""

    @abstractmethod
    async def read(self) -> bool:
        """Read what is asked about anew; return whether it is still there. Raises VaultError."""

    async def ready(self, key: str) -> str:
        """Read what a question needs that was not read yet; return it, or the one asked instead.

        Raises VaultError.
        """
        return key

    def is_last(self, key: str) -> bool:  # noqa: ARG002
        """Whether a question is the last of all there is to ask."""
        return False

    def told_safe(self, word: str) -> None:
        """Take what was answered to whether saying something is safe, a stored word."""
        because = of_safe(word)
        self.unsafe, self.because = because is not None, because or self.because

    def place(self, key: str) -> str:
        """Return the name of the draft of a question."""
        return f"{self.uid}:{key}"
