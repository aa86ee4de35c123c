"""Talks for the vaults that are measured in, made of the same words and the same chance."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt import content
from ipt_tui.ipt.talk_vocabulary import ME, THEM, Across, Channel
from ipt_tui.records import Alternative, Difficulty, Event, EventPerson, Talk, TalkPerson, Turn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from benchmarks.big_vault import Made, Rows

TALKS, TURNS = 25, (4, 5, 6)
FEW, SEVERAL = (0, 1, 2), (3, 4, 5)
LONG_TURNS, LONG_TITLE, LONG_BEGINS = 200, "the long talk", "first words"
GAP = 1024
_CODES = [one["id"] for one in content.load("talks.toml")["difficulty"] if one["id"] != "none"]
_CHANNELS = [channel.value for channel in Channel]
_ACROSS = [across.value for across in Across if across is not Across.OTHER]

Happened = tuple[int, int | None]
"""The number of an event, and of somebody who was there."""


def several(made: Made, rows: Rows, client: int, events: Sequence[Happened], count: int) -> None:
    """Add talks to so many of the events, spread over all of them."""
    count = min(count, len(events))
    for n in range(count):
        _talk(made, rows, client, events[n * len(events) // count], made.random.choice(TURNS))


def of_first(made: Made, at: datetime) -> tuple[int, Rows]:
    """Return the first client there is, and talks for what happened to them.

    The newest of them, at an event of its own, is the long one.
    """
    client = made.raw.execute("SELECT min(id) FROM client").fetchone()[0]
    events = made.raw.execute(
        "SELECT id, (SELECT min(person_id) FROM event_person WHERE event_id = event.id) "
        "FROM event WHERE client_id = ? AND id NOT IN (SELECT event_id FROM talk) "
        "ORDER BY first_day DESC, id LIMIT ?",
        (client, TALKS),
    ).fetchall()
    rows: Rows = defaultdict(list)
    _long(made, rows, client, at)
    several(made, rows, client, events, TALKS)
    return client, rows


def _long(made: Made, rows: Rows, client: int, at: datetime) -> None:
    day, belongs = at.date().isoformat(), {"client_id": client}
    days = {"happened": day, "first_day": day, "last_day": day}
    wall = {"at": at.strftime("%Y-%m-%dT%H:%M"), "known": "time"}
    event = made.row(rows, Event, title=LONG_TITLE, **days, **wall, **belongs)
    people = "SELECT min(id) FROM person WHERE client_id = ?"
    person = made.raw.execute(people, (client,)).fetchone()[0]
    if person:
        made.row(rows, EventPerson, event_id=event, person_id=person, **belongs)
    _talk(made, rows, client, (event, person), LONG_TURNS)
    rows["talk"][0]["about"] = ""  # so that the list calls it as its event is called
    rows["turn"][0]["said"] = LONG_BEGINS


def _talk(made: Made, rows: Rows, client: int, happened: Happened, turns: int) -> None:
    """Add a talk, turn by turn; now and then something got in the way or could be said instead."""
    event, person = happened
    told = {"channel": made.random.choice(_CHANNELS), "got_across": made.random.choice(_ACROSS)}
    belongs: dict[str, Any] = {"client_id": client}
    about, hoped = made.text(3), made.text(5)
    talk = made.row(rows, Talk, event_id=event, about=about, hoped=hoped, **told, **belongs)
    belongs["talk_id"] = talk
    if person:
        made.row(rows, TalkPerson, person_id=person, **belongs)
    said = [
        made.row(rows, Turn, position=number * GAP, **_turn(made, number), **belongs)
        for number in range(1, turns + 1)
    ]
    many = FEW if turns in TURNS else SEVERAL
    for code in made.random.sample(_CODES, made.random.choice(many)):
        made.row(rows, Difficulty, code=code, turn_id=made.random.choice(said), **belongs)
    for _ in range(made.random.choice(many)):
        line, why, turn = made.text(7), made.text(4), made.random.choice(said)
        made.row(rows, Alternative, line=line, why=why, turn_id=turn, **belongs)


def _turn(made: Made, number: int) -> dict[str, Any]:
    """Return what is told of a turn; the client speaks first, and then they take turns."""
    said, meant, felt = made.text(8), made.text(5), made.text(1)
    if number % 2:
        rated = made.random.randrange(11)
        return {"speaker": ME, "said": said, "meant": meant, "felt": felt, "strength": rated}
    return {"speaker": THEM, "said": said, "guessed_meant": meant, "guessed_felt": felt}
