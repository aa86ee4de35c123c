"""The one question about a to-do: what is to be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import todos

if TYPE_CHECKING:
    from ipt_tui.ipt.practice import Todo

TEXT = "todo:text"


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
