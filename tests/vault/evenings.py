"""An own vault with some people in it, and evenings told in it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ipt_tui.ipt import moments
from ipt_tui.ipt.add_line import parse_person
from ipt_tui.ipt.kinds import Kinds
from ipt_tui.vault import clients, people, review_answers, review_read, reviewing

if TYPE_CHECKING:
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.review import Evening
    from ipt_tui.vault.vault import Vault

TODAY = date(2026, 11, 23)
NOW = moments.moment(datetime(2026, 11, 23, 21, tzinfo=UTC))
LINES = ("Sam partner 1", "Jo colleague 3", "Dad father 1 died 2019", "Priya friend 2")
KITCHEN = {
    "mood": "5 low",
    "word": "heavy",
    "moment": "kitchen, about the flat",
    "who": " sAM ",
    "when": "20:30",
    "said": "me: Do what you want.\nSam: Fine, I will.",
    "left": "2 hurt, ashamed",
}


def own_client(vault: Vault) -> str:
    """Fill the vault of one who has people to talk to; return the uid."""
    uid = vault.write(clients.add, "me", role="self")
    for line in LINES:
        who = vault.write(people.add, uid, parse_person(line, Kinds(), TODAY), TODAY)
        if not line.startswith("Dad"):
            vault.write(people.stand, who, TODAY, confide="yes")
    vault.begin()
    return uid


def read(vault: Vault, client: str, now: Moment = NOW) -> Evening:
    """Return the evening as it stands."""
    found = vault.read(review_read.evening, client, now.day)
    assert found is not None
    return found


def go(vault: Vault, client: str, answers: dict[str, str], now: Moment = NOW) -> Evening:
    """Answer one question after the other; return the evening as it stands then."""
    for key, typed in answers.items():
        vault.keep(reviewing.stand, client, key)
        vault.write(review_answers.answer, client, key, typed, now)
    return read(vault, client, now)
