"""The card as an interview: which question comes after which.

How a question reads is in `questions`, where its answer goes in `answers`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.tui.areas.people import answers, questions
from ipt_tui.tui.areas.people.keys import NEW_DEMAND, NEW_WISH, REVERSE, TIE_KIND, TIE_WHO
from ipt_tui.vault import cards

if TYPE_CHECKING:
    from ipt_tui.ipt.card import Card, ExpectationLine, Move
    from ipt_tui.ipt.inventory import Inventory
    from ipt_tui.ipt.questions import Question
    from ipt_tui.tui.widgets.answer_bar import Asked

_WISH_STEPS = ("text", "said", "met", "realistic")


@dataclass
class PersonInquiry(Inquiry):
    """Asking about one person, by the questions of `guide`."""

    guide: tuple[Question, ...]
    inventory: Inventory
    person: str

    @property
    def uid(self) -> str:
        """The person asked about."""
        return self.person

    def asked(self, key: str) -> Asked | None:
        """Return the question of a key as it is shown, None if it is not to be asked."""
        return questions.asked(self, key)

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
        await answers.keep(self, key, value)

    async def read(self) -> bool:
        """Read everybody's cards as they are now. Raises VaultError."""
        ground = self.ground
        found = await ground.vault.read(
            cards.inventory, ground.client, ground.today, revealed=ground.revealed | {self.person}
        )
        there = self.person in found.cards
        self.inventory = found if there else self.inventory
        return there

    @property
    def card(self) -> Card:
        """The card of the person asked about."""
        return self.inventory.cards[self.person]

    def question(self, name: str) -> Question | None:
        """Return the question of a field, None if it does not apply to this person."""
        return next((q for q in self.guide if q.field == name and q.applies(self.card)), None)

    def wish(self, key: str) -> ExpectationLine | None:
        """Return the expectation a key is about."""
        uid = key.split(":")[1]
        return next((line for line in self.card.expectations if line.uid == uid), None)

    def move(self, key: str) -> Move | None:
        """Return the move a key is about."""
        uid = key.split(":")[1]
        return next((move for move in self.card.moves if move.uid == uid), None)

    # Which question.

    def _way_back(self, key: str) -> str | None:
        """Return the key that asks for the way back of a new kind, None if none waits for it."""
        if "kind" in self.held and key != REVERSE:
            return REVERSE
        self.held.pop("kind", None)
        return None

    def following(self, key: str, *, answered: bool) -> str | None:
        """Return the key of the next question, None at the end."""
        if way_back := self._way_back(key):
            return way_back
        subject, _, rest = key.partition(":")
        if subject == "field":
            return self.after_field(rest)
        if key in (NEW_WISH, NEW_DEMAND):
            if answered:
                return f"wish:{self.held['wish']}:{self._wish_steps[1]}"
            return NEW_DEMAND if key == NEW_WISH else self._first("more")
        if subject == "wish":
            return self._after_wish(key)
        if subject == "move":
            return key.replace(":day", ":why") if key.endswith(":day") else None
        if key == TIE_WHO and answered:
            return TIE_KIND
        return self.held.pop("after", None) or None if key == REVERSE else None

    def before(self, key: str) -> str | None:
        """Return the key of the question before, None at the beginning."""
        if way_back := self._way_back(key):
            return way_back
        if key == NEW_WISH:
            return self._last_told()
        if key == NEW_DEMAND:
            return NEW_WISH
        if key == self._first("more"):
            return NEW_DEMAND
        head, _, step = key.rpartition(":")
        if key.startswith("wish:"):
            at = self._wish_steps.index(step)
            return f"{head}:{self._wish_steps[at - 1]}" if at else NEW_WISH
        if key.startswith("move:"):
            return f"{head}:day" if step == "why" else None
        keys = [f"field:{q.field}" for q in self.guide if q.applies(self.card)]
        return keys[keys.index(key) - 1] if key in keys and keys.index(key) else None

    def after_field(self, name: str) -> str | None:
        """Return the key that follows the question of a field."""
        asked = [q for q in self.guide if q.applies(self.card) or q.field == name]
        at = next(n for n, q in enumerate(asked) if q.field == name)
        if at + 1 == len(asked):
            return None
        if asked[at].part == "talk" and asked[at + 1].part == "more":
            return NEW_WISH
        return f"field:{asked[at + 1].field}"

    def _first(self, part: str) -> str | None:
        return next((f"field:{q.field}" for q in self.guide if q.part == part), None)

    def _last_told(self) -> str | None:
        told = [q for q in self.guide if q.part == "talk" and q.applies(self.card)]
        return f"field:{told[-1].field}" if told else None

    @property
    def _wish_steps(self) -> tuple[str, ...]:
        """What is asked of an expectation; "said aloud" is set aside while a concern is open."""
        return tuple(step for step in _WISH_STEPS if step != "said" or not self.card.concern)

    def _after_wish(self, key: str) -> str:
        """Return the next step about an expectation; after the last, one more of the same side."""
        head, _, step = key.rpartition(":")
        at = self._wish_steps.index(step) + 1
        if at < len(self._wish_steps):
            return f"{head}:{self._wish_steps[at]}"
        line = self.wish(key)
        return NEW_DEMAND if line and line.whose == "theirs" else NEW_WISH
