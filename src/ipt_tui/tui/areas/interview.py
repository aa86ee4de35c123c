"""The card as an interview: which question comes next, how it reads, where its answer goes.

A question has a key: `field:like`, `wish:<uid>:said`, `wish:new:mine`, `move:<uid>:why`,
`tie:who`, `tie:kind`, `kind:reverse`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt import spoken
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.dates import DateNotUnderstood
from ipt_tui.ipt.heard import NotHeard, met_when, said_when
from ipt_tui.ipt.people import Met, Ring, View
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import expectations, people, ties
from ipt_tui.vault.errors import NotValid

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.ipt.card import Card, ExpectationLine, Move
    from ipt_tui.ipt.inventory import Inventory
    from ipt_tui.ipt.questions import Question
    from ipt_tui.vault.thread import VaultThread

NEW_WISH, NEW_DEMAND = "wish:new:mine", "wish:new:theirs"
TIE_WHO, TIE_KIND, REVERSE = "tie:who", "tie:kind", "kind:reverse"
_WISH_STEPS = ("text", "said", "met", "realistic")
_YES_PARTLY_NO = tuple(
    (str(n), w.value, w.label) for n, w in enumerate((Met.YES, Met.PARTLY, Met.NO), 1)
)


@dataclass
class Interview:
    """Asks about one person. `held` keeps what was answered and waits for the next answer."""

    vault: VaultThread
    questions: tuple[Question, ...]
    inventory: Inventory
    person: str
    today: date
    audience: Audience
    held: dict[str, str] = field(default_factory=dict)

    @property
    def card(self) -> Card:
        """The card of the person asked about."""
        return self.inventory.cards[self.person]

    # Which question.

    def asked(self, key: str) -> Asked | None:
        """Return the question of a key as it is shown, None if it is not to be asked."""
        subject, _, rest = key.partition(":")
        place = f"people:{self.person}:{key}"
        if subject == "field":
            question = self._question(rest)
            return self._field(key, question, place) if question else None
        if subject == "wish":
            return self._wish(key, place)
        if subject == "move":
            return self._move(key, place)
        return self._other(key, place)

    def following(self, key: str, answered: bool) -> str | None:
        """Return the key of the next question, None at the end."""
        subject, _, rest = key.partition(":")
        if subject == "field":
            return self._after_field(rest)
        if key in (NEW_WISH, NEW_DEMAND):
            if answered:
                return f"wish:{self.held['wish']}:said"
            return NEW_DEMAND if key == NEW_WISH else self._first_more()
        if subject == "wish":
            return self._after_wish(key)
        if subject == "move":
            return key.replace(":day", ":why") if key.endswith(":day") else None
        if key == TIE_WHO and answered:
            return TIE_KIND
        return self.held.pop("after", None) if key == REVERSE else None

    def before(self, key: str) -> str | None:
        """Return the key of the question before, None at the beginning."""
        keys = [f"field:{q.field}" for q in self.questions if q.applies(self.card)]
        return keys[keys.index(key) - 1] if key in keys and keys.index(key) else None

    # How it reads.

    def _field(self, key: str, question: Question, place: str) -> Asked:
        code, onset = self.inventory.circle.code, self.inventory.onset
        choices = tuple(
            (word if question.what == "ring" else str(number), word, label)
            for number, (word, label) in enumerate(question.choices(), 1)
        )
        hints = {
            "rating": "a number from 0 to 10",
            "date": "2017 · spring 2019 · around March",
            "kind": "partner, mother, friend … or a word of your own",
        }
        value = question.typed(self.card)
        if choices:
            value = self._stored(question)
        return Asked(
            key,
            question.worded(self.card, code, onset, self.audience),
            value,
            choices,
            hints.get(question.what, ""),
            place,
        )

    def _stored(self, question: Question) -> str:
        if question.what == "ring":
            ring = getattr(self.card, question.field.partition(".")[2])
            return "" if ring is None else str(int(ring))
        if question.what == "yes_no":
            return "yes" if self.card.values.get(question.field) else "no"
        return self.card.text(question.field)

    def _wish(self, key: str, place: str) -> Asked | None:
        name, mine = self.card.name, self.audience is Audience.CLIENT
        code = "you" if mine else self.inventory.circle.code
        if key == NEW_WISH:
            text = (
                f"What do you want from {name}?" if mine else f"What does {code} want from {name}?"
            )
            return Asked(key, text, hint="one expectation; enter with nothing goes on", place=place)
        if key == NEW_DEMAND:
            return Asked(
                key,
                f"What does {name} want from {code}?",
                hint="one expectation; enter with nothing goes on",
                place=place,
            )
        line, step = self._line(key), key.rsplit(":", 1)[-1]
        if line is None:
            return None
        if step == "said":
            return Asked(
                key,
                f"“{line.text[:60]}”: has it been said aloud?",
                hint="no · yes · or when: 12 nov",
                place=place,
                value=_said(line),
            )
        if step == "met":
            return Asked(
                key,
                f"“{line.text[:60]}”: is it met?",
                hint="yes · partly · no · partly since 17 nov",
                place=place,
                value=line.met or "",
            )
        if step == "realistic":
            return Asked(
                key, f"“{line.text[:60]}”: is it realistic?", line.realistic, _YES_PARTLY_NO
            )
        return Asked(
            key, "The expectation, in their words", line.text, place=place, hint="empty removes it"
        )

    def _move(self, key: str, place: str) -> Asked | None:
        move = self._moved(key)
        if move is None:
            return None
        if key.endswith(":day"):
            return Asked(
                key,
                f"When did {self.card.name} move?",
                move.day,
                place=place,
                hint="3 nov · yesterday · 2026-11-03",
            )
        return Asked(key, "Why, in a few words?", move.why, place=place)

    def _other(self, key: str, place: str) -> Asked | None:
        name = self.card.name
        if key == TIE_WHO:
            others = [
                p.name
                for p in self.inventory.circle.people
                if p.uid != self.person and not p.veiled
            ]
            return Asked(key, f"{name} and who?", hint=" · ".join(others[:12]), place=place)
        if key == TIE_KIND:
            other = self.inventory.cards[self.held["other"]].name
            return Asked(key, f"{name} is {other}'s …?", hint="father, friend, boss …", place=place)
        if key == REVERSE:
            word = self.held["kind"]
            return Asked(
                key,
                f"“{word}” is new. What is the way back: to a {word}, one is a …?",
                hint="mother – child; friend – friend",
                place=place,
            )
        return None

    # Where the answer goes.

    async def save(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
        subject, _, rest = key.partition(":")
        if subject == "field":
            question = self._question(rest)
            if question:
                await self._save_field(question, value)
        elif subject == "wish":
            await self._save_wish(key, value)
        elif subject == "move":
            await self._save_move(key, value)
        else:
            await self._save_other(key, value)

    async def _save_field(self, question: Question, value: str) -> None:
        name, what = question.field, question.what
        if what == "ring":
            view = View(name.partition(".")[2])
            await self.vault.write(people.place, self.person, Ring(int(value)), self.today, view)
            return
        values = self._values(question, value)
        if what == "kind" and value and self.inventory.kinds.find(value) is None:
            self.held |= {"kind": value, "after": self._after_field(name) or ""}
        if question.dated:
            await self.vault.write(people.stand, self.person, self.today, **values)
        else:
            await self.vault.write(people.tell, self.person, self.card.updated_at, **values)

    def _values(self, question: Question, value: str) -> dict[str, Any]:
        name = question.field
        if question.what == "yes_no":
            return {name: value == "yes"}
        if question.what == "rating":
            if value and not value.isdecimal():
                raise NotHeard("Please type a number from 0 to 10.")
            return {name: int(value) if value else None}
        if question.what == "date":
            if not value:
                return {name: "", f"{name}_words": ""}
            try:
                found = spoken.parse(value, self.today)
            except DateNotUnderstood as error:
                raise NotHeard(str(error)) from None
            return {name: found.edtf, f"{name}_words": value}
        return {name: value}

    async def _save_wish(self, key: str, value: str) -> None:
        if key in (NEW_WISH, NEW_DEMAND):
            whose = key.rsplit(":", 1)[-1]
            self.held["wish"] = await self.vault.write(expectations.add, self.person, value, whose)
            return
        line, step = self._line(key), key.rsplit(":", 1)[-1]
        if line is None:
            return
        if step == "said":
            said, day = said_when(value, self.today)
            await self.vault.write(expectations.note, line.uid, day, said=said)
        elif step == "met":
            met, day = met_when(value, self.today)
            await self.vault.write(expectations.note, line.uid, day, met=str(met))
        elif step == "text" and not value:
            await self.vault.write(expectations.remove, line.uid)
        else:
            await self.vault.write(expectations.change, line.uid, None, **{step: value})

    async def _save_move(self, key: str, value: str) -> None:
        move = self._moved(key)
        if move is None:
            return
        if key.endswith(":why"):
            await self.vault.write(people.redate, move.uid, None, why=value)
            return
        try:
            day = spoken.parse(value, self.today).first
        except DateNotUnderstood as error:
            raise NotHeard(str(error)) from None
        if day > self.today:
            raise NotHeard("That day is still to come; type the day on which it was.")
        await self.vault.write(people.redate, move.uid, None, day=day)

    async def _save_other(self, key: str, value: str) -> None:
        if key == TIE_WHO:
            self.held["other"] = self._named(value)
        elif key == TIE_KIND:
            await self.vault.write(ties.tie, self.person, self.held["other"], value)
        elif key == REVERSE:
            await self.vault.write(ties.add_kind, self.held["kind"], value, self.card.client_uid)

    # Looking things up.

    def _question(self, name: str) -> Question | None:
        return next((q for q in self.questions if q.field == name and q.applies(self.card)), None)

    def _after_field(self, name: str) -> str | None:
        asked = [q for q in self.questions if q.applies(self.card) or q.field == name]
        at = next(n for n, q in enumerate(asked) if q.field == name)
        if at + 1 == len(asked):
            return None
        if asked[at].part == "talk" and asked[at + 1].part == "more":
            return NEW_WISH
        return f"field:{asked[at + 1].field}"

    def _first_more(self) -> str | None:
        return next((f"field:{q.field}" for q in self.questions if q.part == "more"), None)

    def _after_wish(self, key: str) -> str:
        head, _, step = key.rpartition(":")
        at = _WISH_STEPS.index(step) + 1
        return f"{head}:{_WISH_STEPS[at]}" if at < len(_WISH_STEPS) else NEW_WISH

    def _line(self, key: str) -> ExpectationLine | None:
        uid = key.split(":")[1]
        return next((line for line in self.card.expectations if line.uid == uid), None)

    def _moved(self, key: str) -> Move | None:
        uid = key.split(":")[1]
        return next((move for move in self.card.moves if move.uid == uid), None)

    def _named(self, name: str) -> str:
        wanted = name.strip().casefold()
        shown = [p for p in self.inventory.circle.people if not p.veiled and p.uid != self.person]
        found = [p for p in shown if p.name.casefold() == wanted]
        found = found or [p for p in shown if wanted and p.name.casefold().startswith(wanted)]
        if len(found) == 1:
            return found[0].uid
        if found:
            raise NotValid("Several people are called that; type a little more of the name.")
        raise NotValid("Nobody here is called that; add them first, or type a name from below.")


def _said(line: ExpectationLine) -> str:
    if line.said is None:
        return ""
    return f"yes {line.said_on}" if line.said else "no"
