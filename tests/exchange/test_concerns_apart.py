"""A concern stands in nothing that leaves, and in nothing that is worded for the client."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ipt_tui.exchange.calendar_file import calendar_lines
from ipt_tui.exchange.plain_brief import today_lines
from ipt_tui.exchange.plain_card import card_lines
from ipt_tui.exchange.plain_session import session_lines
from ipt_tui.exchange.plain_talks import talks_lines
from ipt_tui.exchange.plain_timeline import timeline_lines
from ipt_tui.ipt import content
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.marks_as_words import as_words
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.note_draft import draft
from ipt_tui.ipt.note_forms import forms
from ipt_tui.ipt.questions import questions
from ipt_tui.ipt.tidy import to_tidy
from ipt_tui.vault import (
    appointments,
    briefs,
    cards,
    concerns,
    note_sources,
    session_told,
    sessions,
    talks,
    tidying,
    timeline,
    transfer,
)
from tests.exchange.k7_data import data

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

TODAY, NEXT = date(2026, 11, 23), date(2026, 11, 24)
LINE = "!concern violence @Sam held the quince door shut"


def test_its_words_stand_in_nothing_that_leaves(vault: Vault, clock: Clock) -> None:
    vault.write(transfer.load, data())
    k7 = data()["client"][0]["uid"]
    (coming,) = (one for one in vault.read(sessions.day, NEXT) if one.client == k7)
    vault.write(session_told.tell, coming.uid, note=f"came late\n{LINE}")
    (item,) = to_tidy(parse(LINE, TODAY, ("Sam",)), (), TODAY)
    vault.write(tidying.take, coming.uid, item, moment(clock.now()))
    (raised,) = vault.read(concerns.open_concerns, k7, TODAY)
    vault.write(concerns.tell, raised.uid, outcome="the quince neighbour knows")

    told: list[str] = []
    brief = vault.read(briefs.source, k7, TODAY)
    assert brief is not None
    assert brief.concerns, "the practitioner's own has it"
    everywhere = vault.read(concerns.everywhere)
    told += today_lines(TODAY, [brief], audience=Audience.CLIENT, concerns=everywhere)
    told += calendar_lines(
        vault.read(appointments.coming, TODAY), datetime(2026, 11, 23, tzinfo=UTC)
    )
    noted = vault.read(note_sources.source, coming.uid, TODAY, frozenset(), clock.day_starts_at)
    for form in forms().items:
        told += [part.text for part in draft(noted, form).parts]
    found = vault.read(cards.inventory, k7, TODAY)
    for card in found.cards.values():
        asked = questions(content.load("card.toml"))
        told += card_lines(card, asked, TODAY, code="K7", onset="June")
    listed = vault.read(talks.talks, k7, TODAY)
    whole = [vault.read(talks.talk, line.uid, TODAY) for line in listed.lines if not line.veiled]
    told += talks_lines(listed, whole, Audience.CLIENT)
    shown = vault.read(timeline.timeline, k7, timeline.Asked(TODAY))
    told += timeline_lines(shown, Audience.CLIENT)
    text = "\n".join(told)
    assert "quince" not in text
    assert "oncern" not in text
    own = vault.read(sessions.session, coming.uid, TODAY)
    note = as_words(own.text("note"), parse(own.text("note"), TODAY, ("Sam",)), TODAY)
    assert "quince" in "\n".join(session_lines(own, note)), "the note itself is as it was typed"
