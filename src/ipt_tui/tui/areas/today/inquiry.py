"""What Today asks: what is to be done about somebody, and when a session is to be instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.course_plan import session_time
from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import session_times, todos

if TYPE_CHECKING:
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.practice import Todo
    from ipt_tui.tui.areas.today.outcomes import Meant

TEXT, WHEN = "todo:text", "session:when"


@dataclass
class TodoInquiry(Inquiry):
    """Asking about one to-do of the client `code`; about a new one where `todo` is None."""

    code: str
    todo: Todo | None = None

    @property
    def uid(self) -> str:
        """The to-do asked about; of a new one a name that is no uid."""
        return self.todo.uid if self.todo else f"new-todo:{self.ground.client}"

    def asked(self, key: str) -> Asked | None:
        """Return the question as it is shown."""
        question = f"What is to be done about {self.code}?"
        value = self.todo.text if self.todo else ""
        return Asked(key, question, value, (), "letter to the GP", self.place(key))

    def following(self, key: str, *, answered: bool) -> str | None:
        """Return the question once more, empty, after a new to-do; None after any other."""
        return key if answered and self.todo is None else None

    def before(self, key: str) -> str | None:  # noqa: ARG002
        """There is no question before."""
        return None

    async def keep(self, key: str, value: str) -> None:  # noqa: ARG002
        """Write the to-do. Raises VaultError with a sentence; then nothing changed."""
        vault = self.ground.vault
        if self.todo is not None:
            await vault.write(todos.change, self.todo.uid, value, self.todo.updated_at)
        elif value:
            await vault.write(todos.add, self.ground.client, value)

    async def read(self) -> bool:
        """Read the to-do anew; return whether it is still there. Raises VaultError."""
        if self.todo is None:
            return True
        ground, uid = self.ground, self.uid
        found = await ground.vault.read(
            todos.of_client, ground.client, ground.revealed | {uid}, still_open=False
        )
        there = next((todo for todo in found if todo.uid == uid), None)
        self.todo = there or self.todo
        return there is not None


@dataclass
class MoveInquiry(Inquiry):
    """Asking when one session is to be instead; the others stay as planned.

    `moved` is what was answered, None until then.
    """

    session: Meant
    moved: Moment | None = None

    @property
    def uid(self) -> str:
        """What is asked, by a name that is no uid: nothing is unveiled for it."""
        return f"move:{self.session.uid}"

    def asked(self, key: str) -> Asked | None:
        """Return the question as it is shown."""
        was = self.session.planned(self.ground.today)
        question = f"{self.session.words}{f', {was}' if was else ''}: to when is it moved?"
        return Asked(key, question, "", (), "thu 15:00 · 1 dec · 16:30", self.place(key))

    def following(self, key: str, *, answered: bool) -> str | None:  # noqa: ARG002
        """There is one question."""
        return None

    def before(self, key: str) -> str | None:  # noqa: ARG002
        """There is no question before."""
        return None

    async def keep(self, key: str, value: str) -> None:  # noqa: ARG002
        """Move the session. Raises VaultError or NotHeard with a sentence."""
        if value:
            ground = self.ground
            at = session_time(value, ground.today, ground.day_starts_at, self.session.at)
            await ground.vault.write(session_times.move, self.session.uid, at)
            self.moved = at

    async def read(self) -> bool:
        """Nothing else is asked about it."""
        return True
