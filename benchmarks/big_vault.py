"""A big vault for measuring in: seeded, so the same size gives the same content every time.

`python -m benchmarks.big_vault FILE [--clients 800] [--people 40]` makes one to look at. The rows
are written by plain SQL, but each client as one step and through the vault's own triggers, so that
history and search stand as if everything had been typed.
"""

from __future__ import annotations

import argparse
import getpass
import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks import focused, measured, talks
from ipt_tui.exchange import demo
from ipt_tui.ipt.clock import Clock
from ipt_tui.records import (
    Client,
    Event,
    EventPerson,
    Expectation,
    Mood,
    MoodLink,
    MoodPerson,
    Outcome,
    Person,
    Standing,
)
from ipt_tui.vault import connection, schema, unlock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.talks import Happened

SEED = 20261123
CLIENTS, PEOPLE, MOVES, EXPECTATIONS, OUTCOMES = 800, 40, 6, 4, 2
MOODS, EVENTS = 150, 250
LONG_MOODS, LONG_EVENTS = 10_000, 5_000
NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)
_FIRST, _BEFORE = date(2026, 6, 1), timedelta(minutes=30)
_KNOWN = [
    "evening",
    "kitchen",
    "flat",
    "money",
    "rota",
    "father",
    "mother",
    "sister",
    "friend",
    "quiet",
    "together",
    "weekend",
    "phone",
    "ward",
    "garden",
    "letter",
    "quarrel",
    "visit",
    "silence",
    "February",
    "holiday",
    "morning",
    "school",
    "house",
    "talk",
    "listen",
    "harbour",
    "lantern",
    "promise",
    "worry",
    "tired",
    "angry",
    "lonely",
    "relieved",
    "proud",
    "ashamed",
    "further",
    "nearer",
]
_SYLLABLES = [
    "ba",
    "ren",
    "mo",
    "li",
    "tas",
    "ke",
    "dun",
    "vi",
    "sol",
    "per",
    "an",
    "ger",
    "no",
    "wick",
    "ham",
    "tre",
    "lo",
    "ris",
    "mar",
]
_KINDS = ("partner", "mother", "father", "brother", "sister", "friend", "colleague", "manager")
_QUALITIES = ("supportive", "mixed", "stressful", "neutral")
_CATEGORIES = ("conflict", "support_received", "work", "move", "death", "")
_TEXTS = ("like", "feels", "together", "can_talk", "cannot_talk", "notes")

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def fill(
    path: Path,
    passphrase: str,
    clients: int = CLIENTS,
    people: int = PEOPLE,
    moods: int = MOODS,
    events: int = EVENTS,
    responses: int = measured.RESPONSES,
) -> None:
    """Make a vault at `path`: the demo's course with talks first, then `clients` others."""
    vault = unlock.create(path, passphrase, Clock(NOW))
    demo.fill(vault, mine=False)
    key = vault.key
    vault.close()
    raw = connection.connect(path, key)
    try:
        raw.execute("PRAGMA synchronous=OFF")
        made = Made(raw)
        _write(raw, *talks.of_first(made, NOW - _BEFORE), "noted talks")
        _write(raw, *focused.of_first(made), "worked on a focus")
        for client, rows in made.clients(clients, people, moods, events, responses):
            _write(raw, client, rows, f"imported {rows['client'][0]['code']}")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        raw.close()


def _write(raw: Any, client: int, rows: Rows, what: str) -> None:
    """Write rows of one client as one step."""
    raw.execute("BEGIN IMMEDIATE")
    step = raw.execute(
        "INSERT INTO step(at, what, client_id, kind, final, schema_version) VALUES(?,?,?,?,?,?)",
        (_moment(NOW), what, client, "do", False, schema.VERSION),
    ).lastrowid
    raw.execute("UPDATE now SET step = ?", (step,))
    for table, found in rows.items():
        names = list(found[0])
        columns = ", ".join(f'"{name}"' for name in names)
        values = ", ".join("?" * len(names))
        raw.executemany(
            f"INSERT INTO {table}({columns}) VALUES({values})",
            [tuple(row.values()) for row in found],
        )
    raw.execute("UPDATE now SET step = NULL")
    raw.execute("COMMIT")


@dataclass
class Made:
    """Makes rows, one client at a time; `raw` is asked where its numbers go on."""

    raw: Any
    random: random.Random = field(default_factory=lambda: random.Random(SEED))

    def __post_init__(self) -> None:
        """Read the last numbers; think of words, a few of them common."""
        self.last: dict[str, int] = defaultdict(int)
        for name in (
            "client", "person", "standing", "expectation", "outcome", "mood", "event",
            "mood_person", "event_person", "mood_link", "talk", "talk_person", "turn",
            "difficulty", "alternative", "response", *focused.TABLES,
        ):  # fmt: skip
            self.last[name] = self.raw.execute(
                f"SELECT coalesce(max(id), 0) FROM {name}"
            ).fetchone()[0]
        self.uids = 0
        made = {"".join(self.random.choices(_SYLLABLES, k=3)) for _ in range(4000)}
        self.words = [*_KNOWN, *sorted(made)]
        self.weights = list(accumulate(1 / (n + 8) for n in range(len(self.words))))

    def clients(
        self, count: int, people: int, moods: int, events: int, responses: int
    ) -> Iterator[tuple[int, Rows]]:
        """Yield one client after the other, with their rows."""
        for number in range(1, count + 1):
            rows: Rows = defaultdict(list)
            client = self.row(
                rows,
                Client,
                code=f"R{number:03}",
                onset="2026-06~",
                onset_words="around June",
                about=self.text(9),
            )
            there = [self.person(rows, client, place) for place in range(people)]
            happened = self.time(rows, client, there, moods, events)
            talks.several(self, rows, client, happened, talks.TALKS)
            measured.several(self, rows, client, responses, NOW - _BEFORE)
            focused.several(self, rows, client, [event for event, _ in happened], NOW - _BEFORE)
            yield client, rows

    def time(
        self, rows: Rows, client: int, people: list[int], moods: int, events: int
    ) -> list[Happened]:
        """Add moods and events over half a year, or more where there are many.

        Return the events, each with somebody who was there.
        """
        belongs = {"client_id": client}
        hours = 24 * max(180, moods // 4)
        felt = []
        happened: list[Happened] = []
        for n in range(moods):
            at = NOW - timedelta(hours=hours * (moods - n) / moods)
            mood = self.row(
                rows,
                Mood,
                at=at.strftime("%Y-%m-%dT%H:%M"),
                value=self.random.randrange(1, 11),
                feelings=self.text(2),
                **belongs,
            )
            felt.append(mood)
            if people and n % 3 == 0:
                who = self.random.choice(people)
                self.row(rows, MoodPerson, mood_id=mood, person_id=who, **belongs)
        for n in range(events):
            day = (NOW - timedelta(hours=hours * (events - n) / events)).date().isoformat()
            event = self.row(
                rows,
                Event,
                title=self.text(5),
                happened=day,
                first_day=day,
                last_day=day,
                category=self.random.choice(_CATEGORIES),
                **belongs,
            )
            there = self.random.choice(people) if people else None
            if there:
                self.row(rows, EventPerson, event_id=event, person_id=there, **belongs)
            happened.append((event, there))
            if felt and n % 4 == 0:
                mood = felt[n * len(felt) // events]
                self.row(rows, MoodLink, mood_id=mood, event_id=event, **belongs)
        return happened

    def person(self, rows: Rows, client: int, place: int) -> int:
        """Add a person with moves and expectations; return the number."""
        name = self.random.choice(_SYLLABLES).capitalize() + self.random.choice(_SYLLABLES)
        told = {name: self.text(8) for name in _TEXTS}
        person = self.row(
            rows,
            Person,
            name=f"{name} {place + 1}",
            kind=self.random.choice(_KINDS),
            added=_FIRST.isoformat(),
            client_id=client,
            **told,
        )
        belongs = {"client_id": client, "person_id": person}
        for n in range(MOVES):
            view = ("before", "hoped")[n] if n < 2 else "now"
            rated = {name: self.random.randrange(11) for name in ("gives", "gets", "friction")}
            self.row(
                rows,
                Standing,
                view=view,
                day=self.day(n),
                ring=self.random.randrange(1, 5),
                quality=self.random.choice(_QUALITIES),
                why=self.text(5),
                **rated,
                **belongs,
            )
        for n in range(EXPECTATIONS):
            whose = "mine" if n % 2 else "theirs"
            wish = self.row(
                rows, Expectation, whose=whose, text=self.text(7), realistic="partly", **belongs
            )
            for m in range(OUTCOMES):
                self.row(
                    rows,
                    Outcome,
                    day=self.day(2 + m),
                    said=bool(m),
                    met=self.random.choice(("no", "partly", "yes")),
                    client_id=client,
                    expectation_id=wish,
                )
        return person

    def row(self, rows: Rows, record: Any, **values: Any) -> int:
        """Add a row with the record's own defaults under `values`; return its number."""
        name = record.__tablename__
        self.last[name] += 1
        identity = {
            "id": self.last[name],
            "uid": self.uid(),
            "created_at": _moment(NOW),
            "updated_at": _moment(NOW),
        }
        rows[name].append(_defaults(record) | identity | values)
        return self.last[name]

    def uid(self) -> str:
        """Return an identity of version 7, of this generator's own making."""
        self.uids += 1
        digits = f"{int(NOW.timestamp() * 1000) + self.uids:012x}7{self.random.getrandbits(12):03x}"
        digits += f"8{self.random.getrandbits(60):015x}"
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

    def text(self, words: int) -> str:
        """Return so many words."""
        return " ".join(self.random.choices(self.words, cum_weights=self.weights, k=words))

    @staticmethod
    def day(number: int) -> str:
        """Return one of the days on which something moved."""
        return (_FIRST + timedelta(days=28 * number)).isoformat()


_kept: dict[str, Row] = {}


def _defaults(record: Any) -> Row:
    """Return a row's columns with the values they have when nothing is given."""
    name = record.__tablename__
    if name not in _kept:
        fields = record.model_fields
        _kept[name] = {
            column.name: None if (given := fields[column.name].get_default()) is Ellipsis else given
            for column in record.__table__.columns
        }
        for key, value in _kept[name].items():
            if not isinstance(value, str | int | float | bool | None):
                _kept[name][key] = None
    return _kept[name]


def _moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M:%S.%f")


def main(words: Sequence[str] | None = None) -> None:
    """Make a big vault to look at."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.big_vault", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--clients", type=int, default=CLIENTS)
    parser.add_argument("--people", type=int, default=PEOPLE)
    asked = parser.parse_args(words)
    fill(asked.file, getpass.getpass("Passphrase for it: "), asked.clients, asked.people)


if __name__ == "__main__":
    main()
