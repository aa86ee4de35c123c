"""Talks in the program: one of the kitchen to look at, and what the file says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events

from ipt_tui.vault import clients, talk_begin, talking, talks, turns
from ipt_tui.vault.timeline import Asked, timeline
from tests.once import once
from tests.tui.running import press, settle, write
from tests.vault import autumn

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.talk import Talk, TurnLine
    from ipt_tui.tui.areas.talks.area import TalksArea
    from ipt_tui.vault.vault import Vault

WORDS = (
    ("me", "Have you rung them about the flat?"),
    ("them", "I said I'd see it Saturday."),
    ("me", "Do what you want."),
    ("them", "Fine, I will."),
)
"""The kitchen talk, two turns of each."""


def event(vault: Vault, title: str) -> str:
    """Return the uid of the event of the autumn with these words in its title."""
    (client, *_) = vault.read(clients.listing)
    shown = vault.read(timeline, client.uid, Asked(autumn.TODAY))
    return next(found.uid for found in shown.events if title in found.title)


@once
def kitchen(vault: Vault, words: tuple[tuple[str, str], ...] = (), whose: str = "clients") -> str:
    """Keep the autumn, and the talk in the kitchen with Sam; return its uid."""
    autumn.fill(vault)
    uid = another(vault, "kitchen", words)
    if whose != "clients":
        from ipt_tui.vault import settings

        vault.keep(settings.put, settings.AUDIENCE, whose)
    vault.begin()
    return uid


def another(vault: Vault, title: str, words: tuple[tuple[str, str], ...] = ()) -> str:
    """Begin the talk of another event of the autumn; return its uid."""
    uid = vault.write(talk_begin.begin, event(vault, title))
    if words:
        vault.write(turns.add, uid, words)
    return uid


def told(vault: Vault, uid: str) -> Talk:
    """Return what the file says of a talk, veil or not."""
    return vault.read(talks.talk, uid, autumn.TODAY, frozenset({uid}))


def heard(vault: Vault, uid: str) -> list[tuple[str, str]]:
    """Return who said what, in order."""
    return [(turn.speaker, turn.said) for turn in told(vault, uid).turns]


def turn(vault: Vault, uid: str, number: int) -> TurnLine:
    """Return a turn by its number."""
    return told(vault, uid).turns[number - 1]


def area(pilot: Pilot[str]) -> TalksArea:
    """Return the area of the talks."""
    from ipt_tui.tui.areas.talks.area import TalksArea

    return pilot.app.screen.query_one(TalksArea)


def asked(pilot: Pilot[str]) -> str:
    """Return the question that stands, "" where none does."""
    standing = area(pilot).bar.asked
    return standing.question if standing else ""


def typed(pilot: Pilot[str]) -> str:
    """Return what stands in the field."""
    return area(pilot).bar.editor.text


def remark(pilot: Pilot[str]) -> str:
    """Return what stands below the field."""
    from textual.widgets import Static

    return str(area(pilot).bar.query_one("#answer-said", Static).content)


def gap(pilot: Pilot[str]) -> str:
    """Return the question that a gap invites, "" where none is shown."""
    words = area(pilot).pane.gap_line
    return str(words.content) if words.display else ""


def sheet(pilot: Pilot[str]) -> str:
    """Return what the rows of the talk say, whether they are in view or not, a line each."""
    lines = (" ".join(cell.text for cell in row.cells) for row in area(pilot).pane.rows.rows)
    return "\n".join(" ".join(line.split()) for line in lines)


async def on_sheet(pilot: Pilot[str]) -> None:
    """Go to the newest talk."""
    await press(pilot, "4", "enter")


async def to(pilot: Pilot[str], key: str, column: str = "") -> None:
    """Put the cursor of the talk on a row, by how its key begins, and on a column of it."""
    sheet = area(pilot).pane.rows
    rows = [row.key for row in sheet.rows if row.key is not None]
    sheet.cursor = next(row for row in rows if row.startswith(key))
    if column:
        sheet.column = column
    await settle(pilot)


async def answer(pilot: Pilot[str], *texts: str) -> None:
    """Give answer after answer; "" leaves a question."""
    for text in texts:
        await write(pilot, text)
        await press(pilot, "enter")


async def pick(pilot: Pilot[str], *digits: str) -> None:
    """Answer with a sign each."""
    await press(pilot, *("question_mark" if digit == "?" else digit for digit in digits))


async def safety(pilot: Pilot[str], sign: str) -> None:
    """Answer whether saying it could put anyone in danger: y, n or ?."""
    await pick(pilot, sign)
    await press(pilot, "enter")


async def paste(pilot: Pilot[Any], text: str) -> None:
    """Paste a text into whatever has the focus, as a terminal does."""
    pilot.app.post_message(events.Paste(text))
    await settle(pilot)


async def ask_at(pilot: Pilot[str], row: str, column: str = "") -> None:
    """Open the talk, come to a row of it, and to a column, and open what stands there."""
    await on_sheet(pilot)
    await to(pilot, row, column)
    await press(pilot, "enter")


CHARGED = "You always decide alone."
ABSOLUTE = "? Which one time was it? “Always” and “never” invite an argument"
NO_REQUEST = "? What could Sam do, if they knew exactly?"
BUILT = (
    "I feel left out when the flat goes ahead without me, because it is my home too. "
    "I'd like us to decide together on Sunday."
)


@once
def safe(vault: Vault) -> str:
    """Keep the kitchen talk, safe to raise; return its uid."""
    uid = kitchen(vault, WORDS)
    vault.write(talking.tell, uid, safe="yes", safe_on="2026-11-20")
    return uid


async def compose(pilot: Pilot[str]) -> None:
    """Begin a line."""
    await ask_at(pilot, "say:new")
