"""What was told on an evening, read back: a mood, tonight's moment, the talk that is looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt import moments
from ipt_tui.ipt.dates import say, short
from ipt_tui.ipt.moments import Known
from ipt_tui.ipt.review import Given
from ipt_tui.ipt.talk_said import written
from ipt_tui.ipt.text import one_line
from ipt_tui.records import Alternative, Event, EventPerson, Jotting, Mood, Practice, Talk
from ipt_tui.vault import evening_said, talk_veil
from ipt_tui.vault.dating import kept
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.reviewing import LOOK, Place, of_talk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import time

    from ipt_tui.records import Client

LINES, LETTERS = 6, 120
"""So much of what was said stands above a question about it."""
_OF_MOMENT = frozenset(["moment", "who", "when", "said", "left"])
_OF_TALK = frozenset(["hoped", "safe", "say"])
_CUT = "…"


class Told:
    """Reads what was told; each part is read when it is asked for, and once."""

    def __init__(
        self,
        session: Session,
        client: Client,
        place: Place,
        starts: time,
        revealed: frozenset[str],
    ) -> None:
        """Read for a client, at the place where one is."""
        self.session, self.client, self.place, self.starts = session, client, place, starts
        self.day = date.fromisoformat(place.day)
        self.hidden = hidden_for(session, client.id or 0, revealed)
        self.ways: dict[str, Callable[[], str]] = {
            "mood": self._mood, "word": self._word, "aside": self._aside, "moment": self._moment,
            "who": self._who, "when": self._when, "said": self._said, "left": self._left,
            "look": self._look, "hoped": self._hoped, "might": self._might, "safe": self._safe,
            "say": self._say,
        }  # fmt: skip

    def answers(self) -> dict[str, str]:
        """Return all that was told, by question; "" where nothing was."""
        return {name: way() for name, way in self.ways.items()}

    def is_unseen(self, name: str) -> bool:
        """Whether what was told at a question is veiled."""
        if name in _OF_MOMENT:
            return self.moment_is_unseen
        talk = self.looked_at
        return name in _OF_TALK and talk is not None and talk.id in self.unseen_talks

    def given(self) -> Given:
        """Return what is given back."""
        mood, event = self.mood, self.event
        given = Given(
            mood.value if mood else None,
            self._word(),
            moments.read(mood.at, mood.offset, mood.known, self.starts) if mood else None,
        )
        if event is None or self.moment_is_unseen:
            return given
        given = replace(given, moment=event.title, moment_at=self._at(event), people=self.people())
        if self.left is None:
            return given
        return replace(given, left=self.left.value, left_feelings=self.left.feelings)

    def looked_at_words(self) -> str:
        """Return the first lines of what was said in the talk that is looked at.

        Where nothing was, what it was; "" where nothing is looked at, or it is veiled.
        """
        talk, chosen = self.looked_at, self.place.chosen
        looks = LOOK in (chosen.get("aside"), self._look())
        if talk is None or not looks or talk.id in self.unseen_talks:
            return ""
        said = written(evening_said.spoken(self.session, talk), talk.note)
        if not said:
            return self.session.get_one(Event, talk.event_id).title
        lines = said.split("\n")
        cut = [*lines[:LINES], _CUT] if len(lines) > LINES else lines
        return "\n".join(one_line(line, LETTERS) for line in cut)

    # What is there.

    @cached_property
    def mood(self) -> Mood | None:
        """The mood of the evening."""
        return self._row(Mood, "mood")  # type: ignore[no-any-return]

    @cached_property
    def left(self) -> Mood | None:
        """The mood that tonight's moment left one in."""
        return self._row(Mood, "left")  # type: ignore[no-any-return]

    @cached_property
    def event(self) -> Event | None:
        """Tonight's moment."""
        return self._row(Event, "event")  # type: ignore[no-any-return]

    @cached_property
    def tonight(self) -> Talk | None:
        """The talk of tonight's moment."""
        return self._row(Talk, "talk")  # type: ignore[no-any-return]

    @cached_property
    def aside(self) -> Talk | None:
        """The talk that was put aside before."""
        return self._row(Talk, "aside")  # type: ignore[no-any-return]

    @property
    def looked_at(self) -> Talk | None:
        """The talk that is looked at."""
        return self.aside if self.place.chosen.get("aside") == LOOK else self.tonight

    @cached_property
    def unseen_talks(self) -> set[int | None]:
        """The numbers of those of these talks that are veiled; each is so with its event."""
        numbers = [talk.id or 0 for talk in (self.tonight, self.aside) if talk is not None]
        if not numbers:
            return set()
        return {*talk_veil.veiled(self.session, self.hidden, self.client.id or 0, numbers)}

    @cached_property
    def moment_is_unseen(self) -> bool:
        """Whether tonight's moment is veiled."""
        if self.tonight is not None:
            return self.tonight.id in self.unseen_talks
        return self.event is not None and self._veiled(Event, self.event)

    def people(self) -> tuple[str, ...]:
        """Return who was in tonight's moment."""
        return self._there

    @cached_property
    def _there(self) -> tuple[str, ...]:
        if self.event is None:
            return ()
        query = select(EventPerson.person_id).where(EventPerson.event_id == self.event.id)
        rows = self.session.exec(query.order_by(col(EventPerson.id)))
        return tuple(self.hidden.people[number].name for number in rows)

    def _row(self, table: Any, name: str) -> Any:
        return self.place.row(self.session, table, name)

    def _veiled(self, table: Any, row: Any) -> bool:
        within = (table.id == row.id,)
        return bool(talk_veil.veiled_entries(self.session, self.hidden, table, within))

    # How it stands in each question.

    def _mood(self) -> str:
        return "" if self.mood is None else str(self.mood.value)

    def _word(self) -> str:
        line = self._row(Jotting, "line")
        if line is not None:
            return "" if self._veiled(Jotting, line) else line.text
        mood = self.mood
        return "" if mood is None or self._veiled(Mood, mood) else mood.feelings

    def _aside(self) -> str:
        return "" if self.aside is None else self.place.chosen.get("aside", "")

    def _moment(self) -> str:
        return "" if self.event is None else self.event.title

    def _who(self) -> str:
        return ", ".join(self.people())

    def _when(self) -> str:
        """Return a day as it is typed, "" for the day of the evening as a whole."""
        event = self.event
        if event is None:
            return ""
        at = self._at(event)
        if at is None:
            return say(kept(event.model_dump(), "happened"), self.day)
        if at.known is Known.DAY:
            return "" if at.day == self.day else short(at.day, self.day)
        part = at.part
        return f"{short(at.day, self.day)} {part.label if part else f'{at.at:%H:%M}'}"

    def _at(self, event: Event) -> moments.Moment | None:
        """Return when the moment was; None where that is no one day."""
        if event.at:
            return moments.read(event.at, event.offset, event.known, self.starts)
        if not event.first_day or event.first_day != event.last_day:
            return None
        return moments.on_day(date.fromisoformat(event.first_day))

    def _said(self) -> str:
        talk = self.tonight
        return "" if talk is None else evening_said.read(self.session, talk, self.place)

    def _left(self) -> str:
        left = self.left if self.event is not None else None
        return "" if left is None else f"{left.value} {left.feelings}".strip()

    def _look(self) -> str:
        """Return what was chosen; where the talk was taken back, so was that."""
        return "" if self.tonight is None else self.place.chosen.get("look", "")

    def _hoped(self) -> str:
        return "" if self.looked_at is None else self.looked_at.hoped

    def _might(self) -> str:
        talk = self.looked_at
        word = self.place.chosen.get(of_talk("might", talk.uid), "") if talk is not None else ""
        if word != "therapist" or talk is None:
            return word
        return word if self._row(Practice, of_talk("therapist", talk.uid)) is not None else ""

    def _safe(self) -> str:
        return "" if self.looked_at is None else self.looked_at.safe

    def _say(self) -> str:
        talk = self.looked_at
        line = None if talk is None else self._row(Alternative, of_talk("say", talk.uid))
        return "" if line is None else line.line
