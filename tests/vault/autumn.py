"""The autumn of the fictional case K7 as captured pieces: moods, events and who was in them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ipt_tui.ipt import moments
from ipt_tui.ipt.add_line import parse_person
from ipt_tui.ipt.captured import Captured, Mark, Mentioned
from ipt_tui.ipt.kinds import Kinds
from ipt_tui.ipt.moments import Part
from ipt_tui.vault import clients, noting, people
from tests.once import once

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault

TODAY = date(2026, 11, 23)
NOW = moments.moment(datetime(2026, 11, 23, 18, tzinfo=UTC))
PEOPLE = ("Sam partner 1", "Mum mother 2", "Jo colleague 3", "Lena friend 3", "Noor child 2",
          '"Mr Ito" manager 3')  # fmt: skip

ROWS: tuple[tuple[str, int, str, str, str], ...] = (
    ("10-04 evening", 3, "", "", "flat, tired"),
    ("10-06", 4, "first session", "", "hopeful"),
    ("10-08", 3, "rota changed overnight", "Mr Ito", "angry, dismissed"),
    ("10-09", 3, "", "", ""),
    ("10-11", 5, "walk with Jo after shift", "Jo", "close"),
    ("10-13 morning", 4, "", "", "nervous"),
    ("10-13 evening", 5, "Noor cooked", "Noor, Sam", "cared for"),
    ("10-15", 2, "found the flat papers on the table", "Sam", "hurt, left out"),
    ("10-16", 2, "not speaking", "Sam", "lonely"),
    ("10-18", 3, "Mum rang about Christmas and the ashes", "Mum", "guilty"),
    ("10-20", 4, "", "", ""),
    ("10-22", 5, "lunch, told Jo about the rota", "Jo", "understood"),
    ("10-24", 3, "argued about Noor's weekend", "Sam", "resentful"),
    ("10-25", 4, "", "", ""),
    ("10-27", 5, "", "", "calm"),
    ("10-29", 3, "rota, again", "Mr Ito", "furious"),
    ("10-30", 4, "told Mr Ito I need three weeks' notice", "Mr Ito", "shaky, proud"),
    ("11-01", 6, "Mr Ito agreed to two weeks", "Mr Ito", "relieved"),
    ("11-03", 5, "", "", ""),
    ("11-05", 5, "wrote to Lena", "Lena", "sad, warm"),
    ("11-06", 4, "Mum's visit", "Mum", "heavy"),
    ("11-08", 5, "", "", ""),
    ("11-09 morning", 5, "", "", ""),
    ("11-09 evening", 2, 'kitchen, "do what you want"', "Sam", "hurt, ashamed"),
    ("11-10", 3, "", "", ""),
    ("11-12", 6, "asked Sam for Tuesdays; he listened", "Sam", "surprised, hopeful"),
    ("11-14", 6, "Lena answered", "Lena", "included"),
    ("11-17 evening", 7, "Tuesday evening together, first", "Sam, Noor", "close"),
    ("11-18", 6, "", "", ""),
    ("11-19", 5, "Sam late, rang first", "Sam", "okay"),
    ("11-21", 6, "talked about February, both cried", "Sam", "sad, close"),
    ("11-22", 7, "", "", "calm"),
)
"""Month, day and part of the day; mood; event; who; feelings. Days without a row are gaps."""


def pieces(rows: tuple[tuple[str, int, str, str, str], ...] = ROWS) -> tuple[Captured, ...]:
    """Return the rows as a capture line would give them, one line each."""
    made = []
    for number, (when, value, title, who, feelings) in enumerate(rows):
        moment = _moment(when)
        names = tuple(Mentioned(name, name) for name in filter(None, who.split(", ")))
        line = f"line {number}: {title} {feelings}".strip()
        usual = {"line": number, "words": line, "moment": moment, "names": names}
        if title:
            made.append(Captured(Mark.EVENT, text=title, **usual))  # type: ignore[arg-type]
        felt = tuple(filter(None, feelings.split(", ")))
        made.append(Captured(Mark.MOOD, value=value, feelings=felt, **usual))  # type: ignore[arg-type]
    return tuple(made)


def _moment(when: str) -> moments.Moment:
    day, _, part = when.partition(" ")
    return moments.on_day(date.fromisoformat(f"2026-{day}"), Part(part) if part else None)


@once
def fill(vault: Vault, rows: tuple[tuple[str, int, str, str, str], ...] = ROWS) -> str:
    """Keep the autumn in an empty vault; return the client's uid."""
    client = vault.write(clients.add, "K7", onset="2026-07~", onset_words="mid July")
    for line in PEOPLE:
        vault.write(people.add, client, parse_person(line, Kinds(), TODAY), TODAY)
    vault.write(noting.note, client, pieces(rows), NOW)
    return client
