"""Everything that can be seen of a record, seen once: nothing kept may break it or steer in it."""

import itertools
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from ipt_tui.exchange.calendar_file import calendar_lines
from ipt_tui.exchange.ending_page import FORMS
from ipt_tui.exchange.next_card import as_markdown, as_text
from ipt_tui.exchange.plain import circle_lines
from ipt_tui.exchange.plain_brief import today_lines
from ipt_tui.exchange.plain_card import card_lines
from ipt_tui.exchange.plain_contract import contract_lines
from ipt_tui.exchange.plain_focus import focus_lines
from ipt_tui.exchange.plain_formulation import formulation_lines
from ipt_tui.exchange.plain_goals import goals_lines
from ipt_tui.exchange.plain_halfway import halfway_lines
from ipt_tui.exchange.plain_measures import measures_lines
from ipt_tui.exchange.plain_plan import plan_lines
from ipt_tui.exchange.plain_session import session_lines
from ipt_tui.exchange.plain_talks import talks_lines
from ipt_tui.exchange.plain_timeline import timeline_lines
from ipt_tui.ipt import concern, content
from ipt_tui.ipt.agenda import technique_words
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.course import gates, left_words, place_words
from ipt_tui.ipt.fit import before_sharing
from ipt_tui.ipt.fit import rows as fit_rows
from ipt_tui.ipt.goal_picture import picture
from ipt_tui.ipt.marks_as_words import as_words
from ipt_tui.ipt.note_draft import draft
from ipt_tui.ipt.note_forms import forms
from ipt_tui.ipt.own_words import compared, marked
from ipt_tui.ipt.people import View
from ipt_tui.ipt.practice import tried_words
from ipt_tui.ipt.questions import questions
from ipt_tui.ipt.safety_plan import offer, page
from ipt_tui.ipt.text import clean
from ipt_tui.ipt.timeline import ZOOMS
from ipt_tui.ipt.today import place, when
from ipt_tui.vault import (
    appointments,
    briefs,
    cards,
    concerns,
    contracts,
    courses,
    endings,
    fits,
    formulations,
    goals,
    halfways,
    measures,
    next_card,
    note_sources,
    noting,
    practices,
    problem_areas,
    progress_notes,
    safety_plans,
    search,
    sessions,
    steps,
    talks,
    timeline,
    today,
    todos,
    transfer,
)
from ipt_tui.vault.entries import checked
from ipt_tui.vault.overview import overview
from ipt_tui.vault.vault import Vault
from tests.conftest import NOW
from tests.vault.world import TODAY


def look(vault: Vault, client: str) -> None:
    """See all of a client's record, veiled and not; raise if anything of it steers."""
    vault.read(overview, client, TODAY, DAY_STARTS_AT)
    vault.read(today.day_of, client, TODAY, DAY_STARTS_AT)
    vault.read(noting.ground, client)
    vault.read(today.near, NOW, DAY_STARTS_AT)
    everything = frozenset(
        row["uid"] for rows in vault.read(transfer.dump, client).values() for row in rows
    )
    for revealed in (frozenset(), everything):
        for view in (View.NOW, View.HOPED):
            _people(vault, client, view, revealed)
        _time(vault, client, revealed)
        _talks(vault, client, revealed)
        _sessions(vault, client, revealed)
        _plan(vault, client, revealed)
        _fit(vault, client, revealed)
        _focus(vault, client, revealed)
        _goals(vault, client, revealed)
        _agreements(vault, client, revealed)
        _ending(vault, client, revealed)
        _next(vault, client, revealed)
        listed = vault.read(today.today, NOW, TODAY, revealed, DAY_STARTS_AT)
        safe(f"{place(one)} {when(one, TODAY)}" for one in listed.clients)
        safe(one.todo.text for one in listed.todos)
    safe(line.what for line in vault.read(steps.listing_for, client))
    for hit in vault.read(search.find, "Sam x", client).hits:
        safe([hit.title])
    for one in vault.read(concerns.all_for, client, TODAY, everything):
        things = (thing.words for thing in one.still_open)
        safe([concern.line(one, TODAY), one.words, one.outcome, *things])
    safe(map(plain_concern, vault.read(concerns.everywhere)))
    checked(vault.read(transfer.dump))  # what is exported can be imported


def plain_concern(one: concern.Concern) -> str:
    """Return what Today says of a concern."""
    return concern.line_of(one, TODAY)


def _agreements(vault: Vault, client: str, revealed: frozenset[str]) -> None:
    versions = vault.read(formulations.of_client, client, TODAY, revealed)
    contract = vault.read(contracts.of_client, client, TODAY, revealed)
    for audience in Audience:
        safe(formulation_lines(versions, audience, TODAY))
        safe(contract_lines(contract, audience, TODAY))
    for old, new in itertools.pairwise(versions):
        clean(marked(compared(old.paragraph, new.paragraph)))


def _people(vault: Vault, client: str, view: View, revealed: frozenset[str]) -> None:
    found = vault.read(cards.inventory, client, TODAY, view, None, revealed)
    safe(circle_lines(found.circle, Audience.PRACTITIONER, unsaid=found.unsaid))
    asked = questions(content.load("card.toml"))
    for card in found.cards.values():
        safe(card_lines(card, asked, TODAY, code=found.circle.code, onset=found.onset))


def _time(vault: Vault, client: str, revealed: frozenset[str]) -> None:
    for zoom in ZOOMS:
        asked = timeline.Asked(TODAY, zoom, revealed=revealed)
        safe(timeline_lines(vault.read(timeline.timeline, client, asked), Audience.CLIENT))


def _talks(vault: Vault, client: str, revealed: frozenset[str]) -> None:
    found = vault.read(talks.talks, client, TODAY, None, revealed)
    shown = [line.uid for line in found.lines if not line.veiled]
    whole: list[Any] = [vault.read(talks.talk, uid, TODAY, revealed) for uid in shown]
    safe(talks_lines(found, whole, Audience.PRACTITIONER))


def _sessions(vault: Vault, client: str, revealed: frozenset[str]) -> None:
    for course in vault.read(courses.of_client, client):
        for line in vault.read(sessions.of_course, course.uid, revealed):
            found = vault.read(sessions.session, line.uid, TODAY, revealed)
            words = (place_words(course, line.number), left_words(course, line.number))
            safe([*words, *gates(course, line.number, frozenset()), *found.values.values()])
            safe(item.text for item in found.agenda)
            safe(map(technique_words, found.techniques))
            if found.progress_note:
                note = vault.read(progress_notes.note, found.progress_note, revealed)
                safe(text for _, _, text in note.parts)
            noted = vault.read(note_sources.source, line.uid, TODAY, revealed, DAY_STARTS_AT)
            for form in forms().items:
                safe(part.text for part in draft(noted, form).parts)
            pieces = vault.read(noting.read, client, found.text("note"), TODAY, revealed)
            told = as_words(found.text("note"), pieces, TODAY)
            safe(session_lines(found, told))
    given = vault.read(measures.measures, client, TODAY, revealed)
    for who in Audience:
        safe(measures_lines(given, who))
    brief = vault.read(briefs.source, client, TODAY, revealed)
    planned = vault.read(sessions.day, TODAY, revealed)
    for who in Audience:
        safe(today_lines(TODAY, [*([brief] if brief else []), *planned], planned, audience=who))
    safe(calendar_lines(vault.read(appointments.coming, TODAY), datetime(2026, 11, 23, tzinfo=UTC)))
    safe(tried_words(practice) for practice in vault.read(practices.of_client, client, revealed))
    safe(todo.text for todo in vault.read(todos.of_client, client, revealed, still_open=False))


def _goals(vault: Vault, client: str, revealed: frozenset[str]) -> None:
    found = vault.read(goals.of_client, client, TODAY, revealed)
    look_ = vault.read(halfways.look, client, TODAY, revealed)
    for who in Audience:
        safe(goals_lines("K7", found, TODAY, who))
        safe(halfway_lines(look_, who) if look_ else ())
    safe(line for goal in found for line in picture(goal, TODAY, 60))


def _plan(vault: Vault, client: str, revealed: frozenset[str]) -> None:
    plan = vault.read(safety_plans.plan, client, TODAY, revealed)
    safe([*plan.doubtful, offer(plan)])
    if shown := page(plan, Audience.CLIENT, TODAY):
        safe(plan_lines(shown))


def _fit(vault: Vault, client: str, revealed: frozenset[str]) -> None:
    found = vault.read(fits.fit, client, revealed)
    safe([found.called, before_sharing(found)])
    for who in Audience:
        safe(f"{label} {told}" for _, label, told in fit_rows(found, who))


def _focus(vault: Vault, client: str, revealed: frozenset[str]) -> None:
    found = vault.read(problem_areas.of_client, client, TODAY, revealed)
    for who in Audience:
        safe(focus_lines(found, who))


def _ending(vault: Vault, client: str, revealed: frozenset[str]) -> None:
    found = vault.read(endings.ending, client, TODAY, revealed)
    if found is not None:
        safe(offer.words for offer in found.offers)
        safe(one.words for one in found.left_out)
        for form in FORMS.values():
            safe(form(found.page))


def _next(vault: Vault, client: str, revealed: frozenset[str]) -> None:
    found = vault.read(next_card.card, client, TODAY, DAY_STARTS_AT, revealed)
    safe(line.words.replace("\n", "") for line in found.lines)
    every = replace(found, lines=tuple(replace(line, kept=True) for line in found.lines))
    safe([*as_text(every), *as_markdown(every)])


def safe(lines: Iterable[str]) -> None:
    """Raise if a line would steer a terminal."""
    for line in lines:
        assert line == clean(line), "something that steers is shown"
