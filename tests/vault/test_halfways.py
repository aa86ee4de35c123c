"""The halfway look at K7's course before the eighth session, and what is kept of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from ipt_tui.exchange.plain_halfway import halfway_lines
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.halfway import Halfway, sections
from ipt_tui.ipt.people import Ring
from ipt_tui.vault import (
    briefs,
    clients,
    courses,
    expectations,
    focus_choices,
    halfways,
    people,
    problem_areas,
    search,
    undo,
)
from ipt_tui.vault.cards import inventory
from ipt_tui.vault.errors import ChangedElsewhere, NotValid
from tests.vault.k7_goals import rate_all
from tests.vault.k7_met import TODAY, Met, meet
from tests.vault.world import number_of

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault

MET = {"evenings": ("2026-11-17", "partly"), "ask me": ("2026-11-17", "no"),
       "that he'd": ("2026-11-21", "yes")}  # fmt: skip
EIGHTH = date(2026, 11, 24)


def worked(vault: Vault) -> Met:
    """Keep K7 as she is before the eighth session."""
    met = meet(vault)
    rate_all(vault, met.client)
    found = vault.read(inventory, met.client, TODAY)
    for line in found.cards[met.sam].expectations:
        vault.write(expectations.note, line.uid, date(2026, 10, 13), met="no")
        for begins, (day, word) in MET.items():
            if line.text.startswith(begins):
                vault.write(expectations.note, line.uid, date.fromisoformat(day), met=word)
    area = vault.write(problem_areas.add, met.client, "role_dispute", met.sam)
    vault.write(focus_choices.choose, area, date(2026, 10, 20), "first", "yes")
    grief = vault.write(problem_areas.add, met.client, "grief", None, "February")
    vault.write(focus_choices.choose, grief, date(2026, 10, 20), "second", "yes")
    jo = vault.read(people.names, met.client)["Jo"]
    vault.write(people.place, jo, Ring.CLOSE, date(2026, 11, 3))
    return met


def read(vault: Vault, client: str, revealed: frozenset[str] = frozenset()) -> Halfway:
    look = vault.read(halfways.look, client, TODAY, revealed)
    assert look is not None
    return look


def test_what_was_and_what_is(vault: Vault) -> None:
    met = worked(vault)
    look = read(vault, met.client)
    assert (look.number, look.planned, look.circle.since) == (8, 16, date(2026, 10, 6))
    assert halfway_lines(look) == [
        "Halfway look · K7 · session 8 of 16 · 23 Nov 2026",
        "",
        "Scores, at the start and now",
        "PHQ-9: 17 of 27, moderately severe, 6 Oct; now 9 of 27, mild, 17 Nov.",
        "GAD-7: 12 of 21, moderate, 6 Oct; now 6 of 21, mild, 17 Nov.",
        "",
        "Goals, at first and now",
        "say what I want before I'm angry: 2 on 20 Oct, 6 on 17 Nov; target 8.",
        "one evening a week with Sam that is ours: 0 on 20 Oct, 4 on 17 Nov; target 7.",
        "answer my friends: 1 on 20 Oct, 6 on 17 Nov; target 7.",
        "",
        "Circle",
        "6 people, 1 in the closest ring. Since 6 Oct: Jo nearer. No one was taken off the circle.",
        "Jo: close, was wider circle.",
        "",
        "Expectations, said and met",
        "3 of 3 wishes with Sam; at the start none.",
        "evenings together when I am off: said since 12 Nov; met: partly.",
        "ask me before deciding about the flat: said since 12 Nov; met: no.",
        "that he'd know February is hard: said since 21 Nov; met: yes.",
        "",
        "Focus",
        "First: dispute with Sam.",
        "Second: grief (February).",
        "",
        "Is the focus right? not said yet",
        "What is better? not said yet",
        "What is missing? not said yet",
        "What do we change? not said yet",
    ]
    together = "\n".join(halfway_lines(look, Audience.CLIENT))
    assert "PHQ-9, on a scale of 0 to 27: 17 on 6 Oct, 9 on 17 Nov. Fewer points mean" in together
    assert "First: what you and Sam expect of each other." in together
    assert "Second: February." in together
    for word in ("dispute", "moderate", "mild", "K7", "target", "session"):
        assert word not in together


def test_what_is_said_is_kept_once_a_course_and_dated(vault: Vault) -> None:
    met = worked(vault)
    before = vault.read(briefs.source, met.client, TODAY)
    assert before is not None
    assert before.halfway
    vault.write(halfways.tell, met.course, TODAY, fits="yes")
    said = read(vault, met.client).said
    assert said is not None
    with pytest.raises(ChangedElsewhere):
        vault.write(halfways.tell, met.course, EIGHTH, missing="February")
    vault.write(halfways.tell, met.course, EIGHTH, said.updated_at, missing="room for February")
    look = read(vault, met.client)
    assert look.said is not None
    assert (look.answer("fits"), look.answer("missing"), look.said.day) == (
        "yes", "room for February", EIGHTH,
    )  # fmt: skip
    with pytest.raises(NotValid):
        vault.write(halfways.tell, met.course, EIGHTH, look.said.updated_at, better="x" * 100_001)
    vault.write(courses.end, met.course, TODAY)
    later = TODAY + timedelta(30)
    with pytest.raises(NotValid, match="has ended"):
        vault.write(halfways.tell, met.course, later, look.said.updated_at, better="x")
    over = vault.read(halfways.look, met.client, later)
    assert over is not None
    assert (over.said, over.today, over.goals) == (look.said, TODAY, look.goals)
    kept = vault.read(halfways.said, met.client, later)
    assert kept is not None
    assert (kept.said, kept.answer("missing")) == (look.said, "room for February")
    vault.write(undo.undo, number_of(vault, "client", met.client))
    vault.write(halfways.remove, look.said.uid)
    assert read(vault, met.client).said is None
    vault.write(undo.undo, number_of(vault, "client", met.client))
    assert read(vault, met.client).said == look.said
    hit = vault.read(search.find, "room for february").hits[0]
    assert (hit.focus, hit.veiled) == ("halfway", False)


def test_nothing_veiled_is_in_it(vault: Vault) -> None:
    met = worked(vault)
    vault.write(halfways.tell, met.course, TODAY, better="evenings with Sam")
    uid = read(vault, met.client).said.uid  # type: ignore[union-attr]
    vault.write(people.tell, met.sam, sensitive=True)
    look = read(vault, met.client)
    told = "\n".join(halfway_lines(look))
    assert "Sam" not in told.partition("Focus")[0]
    assert "What was said is sensitive." in told
    parts = {part.title: part.lines for part in sections(look, Audience.CLIENT)}
    assert parts["Said out loud, and what came"] == ("Nothing is noted here yet.",)
    assert read(vault, met.client, frozenset({uid})).answer("better") == "evenings with Sam"
    vault.write(people.remove, met.sam)
    assert "evenings" not in "\n".join(halfway_lines(read(vault, met.client)))


def test_a_course_without_anything_and_no_course(vault: Vault) -> None:
    client = vault.write(clients.add, "K7")
    assert vault.read(halfways.look, client, TODAY) is None
    vault.write(courses.begin, client, "ipt16", TODAY)
    look = vault.read(halfways.look, client, TODAY)
    assert look is not None
    assert {line for part in sections(look, Audience.PRACTITIONER) for line in part.lines} == {
        "Nothing noted yet."
    }
