"""Every field of the record that holds text, how it is written, and where it then stands."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from ipt_tui.ipt.text import cells, clean
from ipt_tui.records import FIELDS
from ipt_tui.records.base import TEXT_LIMIT
from ipt_tui.vault import (
    agendas,
    bringing,
    clients,
    concerns,
    courses,
    endings,
    evidence,
    expectations,
    fits,
    focus_choices,
    goals,
    halfways,
    measure_plans,
    measuring,
    people,
    practices,
    problem_areas,
    progress_notes,
    session_told,
    stages,
    talk_parts,
    talking,
    ties,
    timed,
    todos,
    turns,
    workbench,
)
from ipt_tui.vault.errors import VaultError
from tests.attack import agreement_fields, shelf
from tests.attack.values import is_text
from tests.vault.ending_writes import put
from tests.vault.session_writes import tell_plan
from tests.vault.talk_writes import first
from tests.vault.world import EARLIER, NOW, TODAY, World

Write = Callable[[World, str], Any]
_LINE_ENDS = re.compile(r"[\t\n\v\f\r\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its table and column, and how a text is written into it.

    `also` are the columns that may change with it, `beside` is the table that may change too,
    `final` whether it is not taken back.
    """

    table: str
    column: str
    write: Write
    also: frozenset[str] = frozenset()
    beside: str = ""
    final: bool = False


def kept(table: str, column: str, typed: str) -> str:
    """Return what is to be kept of what was typed: all but what steers, short texts on one line."""
    rules = FIELDS[table].model_fields[column].metadata
    if TEXT_LIMIT not in [getattr(rule, "max_length", 0) for rule in rules]:
        typed = clean(_LINE_ENDS.sub(" ", typed)).strip()
    typed = clean(typed)
    return typed if cells(typed.strip()) else ""


def _told(column: str, text: str) -> dict[str, Any]:
    return {column: text}


def _client(column: str, w: World, text: str) -> None:
    w.vault.write(clients.change, w.client, **_told(column, text))


def _person(column: str, w: World, text: str) -> None:
    w.vault.write(people.tell, w.sam, **_told(column, text))


def _standing(column: str, w: World, text: str) -> None:
    w.vault.write(people.stand, w.sam, TODAY, **_told(column, text))


def _expectation(column: str, w: World, text: str) -> None:
    w.vault.write(expectations.change, w.wish, **_told(column, text))


def _entry(sort: str, column: str, w: World, text: str) -> None:
    w.vault.write(timed.change, sort, getattr(w, sort), **_told(column, text))


def _ending(column: str, w: World, text: str) -> None:
    w.vault.write(put, endings.tell, w.course, **_told(column, text))


def _talk(column: str, w: World, text: str) -> None:
    w.vault.write(talking.tell, w.talk, **_told(column, text))


def _turn(column: str, w: World, text: str) -> None:
    w.vault.write(turns.tell, w.turn, **_told(column, text))


def _part(sort: str, column: str, w: World, text: str) -> None:
    w.vault.write(talk_parts.change, sort, first(w, sort), **_told(column, text))


def _by(fn: Any, table: str, column: str, w: World, text: str) -> None:
    w.vault.write(fn, first(w, table), **_told(column, text))


def _halfway(column: str, w: World, text: str) -> None:
    look: Any = w.vault.read(halfways.look, w.client, TODAY)
    seen = look.said.updated_at
    w.vault.write(halfways.tell, w.course, TODAY, seen, **_told(column, text))


def _note(column: str, w: World, text: str) -> None:
    draft = progress_notes.draft
    w.vault.write(progress_notes.tell, w.vault.write(draft, w.prepared), **_told(column, text))


def _added_part(sort: str, column: str, w: World, text: str) -> None:
    fitting: dict[str, Any] = {"line": "x"} if sort == "alternative" else {"text": "x"}
    fitting = {"day": "2026-11-20"} if sort == "rehearsal" else fitting
    w.vault.write(talk_parts.add, sort, w.talk, **fitting | {column: text})


_SORTS: dict[str, Callable[[str, World, str], None]] = {
    "client": _client,
    "person": _person,
    "standing": _standing,
    "expectation": _expectation,
    "talk": _talk,
    "turn": _turn,
    "ending": _ending,
    "course": partial(_by, courses.change, "course"),
    "renegotiation": partial(_by, courses.correct, "renegotiation"),
    "session": partial(_by, session_told.tell, "session"),
    "practice": partial(_by, practices.change, "practice"),
    "problem_area": partial(_by, problem_areas.tell, "problem_area"),
    "focus_choice": partial(_by, focus_choices.tell, "focus_choice"),
    "evidence": partial(_by, evidence.tell, "evidence"),
    "dispute_stage": partial(_by, stages.tell, "dispute_stage"),
    "workbench_answer": partial(_by, workbench.tell, "workbench_answer"),
    "progress_note": _note,
    **{sort: partial(_entry, sort) for sort in ("mood", "event", "spell", "jotting")},
    **{sort: partial(_part, sort) for sort in ("alternative", "option", "rehearsal", "attempt")},
}
_KEYS = {
    ("standing", "view"), ("standing", "day"), ("progress_note", "signed_at"),
    ("progress_note", "signed_by"), ("progress_note", "drafted"), ("focus_choice", "rank"),
    ("workbench_answer", "prompt"),
}  # fmt: skip
"""What is not told of a row but says which it is, or that it is signed."""


def _changing() -> dict[str, Field]:
    return {
        f"{table} {column}": Field(
            table,
            column,
            partial(write, column),
            also=frozenset({"died", "died_words"} if (table, column) == ("person", "life") else ()),
        )
        for table, write in _SORTS.items()
        for column in FIELDS[table].model_fields
        if is_text(FIELDS[table], column) and (table, column) not in _KEYS
    }


def _plans() -> dict[str, Field]:
    return {
        f"safety_plan {column}": Field(
            "safety_plan",
            column,
            lambda w, t, column=column: tell_plan(w, **_told(column, t)),  # type: ignore[misc]
            beside="plan_person",
        )
        for column in FIELDS["safety_plan"].model_fields
        if is_text(FIELDS["safety_plan"], column)
    }


def _fits() -> dict[str, Field]:
    return {
        f"fit {column}": Field(
            "fit",
            column,
            lambda w, t, column=column: w.vault.write(fits.tell, w.client, column, t),  # type: ignore[misc]
        )
        for column in FIELDS["fit"].model_fields
        if is_text(FIELDS["fit"], column) and column != "family"
    }


def _adding(sorts: tuple[str, ...] = ("alternative", "option", "rehearsal")) -> dict[str, Field]:
    return {
        f"{table} {column} added": Field(table, column, partial(_added_part, table, column))
        for table in sorts
        for column in FIELDS[table].model_fields
        if is_text(FIELDS[table], column)
    }


def _added(write: Write, table: str, column: str) -> Field:
    return Field(table, column, write)


WRITTEN: dict[str, Field] = {
    **_changing(),
    **_adding(),
    **_plans(),
    **_fits(),
    **_fits(),
    **{
        f"{table} {column}": Field(table, column, write, also=also)
        for (table, column), (write, also) in agreement_fields.FIELDS.items()
    },
    "kind word": _added(lambda w, t: w.vault.write(ties.add_kind, t, "back"), "kind", "word"),
    "kind reverse": _added(
        lambda w, t: w.vault.write(ties.add_kind, "bandmate", t), "kind", "reverse"
    ),
    "tie kind": _added(lambda w, t: w.vault.write(ties.tie, w.noor, w.sam, t), "tie", "kind"),
    "mood_link direction": Field(
        "mood_link", "direction",
        lambda w, t: w.vault.write(timed.tie, w.mood, w.event, t), also=frozenset({"status"}),
    ),
    "difficulty code": _added(
        lambda w, t: w.vault.write(talk_parts.mark_all, w.talk, ["bad_timing", "silence", t]),
        "difficulty", "code",
    ),
    "outcome met": _added(
        lambda w, t: w.vault.write(expectations.note, w.wish, EARLIER, met=t), "outcome", "met"
    ),
    "outcome why": _added(
        lambda w, t: w.vault.write(expectations.note, w.wish, TODAY, why=t), "outcome", "why"
    ),
    "client code added": _added(lambda w, t: w.vault.write(clients.add, t), "client", "code"),
    "client about added": _added(
        lambda w, t: w.vault.write(clients.add, "M3", about=t), "client", "about"
    ),
    "standing why moved": _added(
        lambda w, t: w.vault.write(people.redate, w.move(), why=t), "standing", "why"
    ),
    "expectation text added": _added(
        lambda w, t: w.vault.write(expectations.add, w.noor, t), "expectation", "text"
    ),
    "turn said added": _added(
        lambda w, t: w.vault.write(turns.add, w.talk, [("me", t)]), "turn", "said"
    ),
    "turn speaker added": _added(
        lambda w, t: w.vault.write(turns.add, w.talk, [(t, "no")]), "turn", "speaker"
    ),
    "response note": _added(
        lambda w, t: w.vault.write(measuring.tell, first(w, "response"), note=t),
        "response", "note",
    ),
    "response note added": _added(
        lambda w, t: w.vault.write(
            measuring.answer, w.client, "ucla3", (1, 1, 2), NOW, note=t
        ),
        "response", "note",
    ),
    "response source": _added(
        lambda w, t: w.vault.write(
            measuring.answer, w.client, "ucla3", (1, 1, 2), NOW, source=t
        ),
        "response", "source",
    ),
    "measure_plan often": _added(
        lambda w, t: w.vault.write(measure_plans.ask, w.client, "phq9", t, TODAY),
        "measure_plan", "often",
    ),
    **{
        f"goal {column}": Field("goal", column, partial(_by, goals.change, "goal", column))
        for column in ("text", "why")
    },
    "goal text added": _added(lambda w, t: w.vault.write(goals.add, w.client, t, TODAY),
        "goal", "text"),
    "goal text changed into": _added(
        lambda w, t: w.vault.write(goals.reword, first(w, "goal"), t, TODAY), "goal", "text"
    ),
    "goal_rating note": _added(
        lambda w, t: w.vault.write(goals.rate, first(w, "goal"), 5, date(2026, 11, 17), t),
        "goal_rating", "note",
    ),
    "goal_rating note alone": Field(
        "goal_rating", "note", partial(_by, goals.note, "goal_rating", "text")
    ),
    **{
        f"halfway {column}": Field(
            "halfway", column, partial(_halfway, column), also=frozenset({"day"})
        )
        for column in ("fits", "better", "missing", "change")
    },
    "agenda_item text": _added(
        lambda w, t: w.vault.write(agendas.change, first(w, "agenda_item"), t),
        "agenda_item", "text",
    ),
    "agenda_item text added": _added(
        lambda w, t: w.vault.write(agendas.add, w.prepared, t), "agenda_item", "text"
    ),
    "technique code": _added(
        lambda w, t: w.vault.write(session_told.use, w.held, ["role_play", t]), "technique", "code"
    ),
    "practice what added": _added(
        lambda w, t: w.vault.write(practices.agree, w.client, t, TODAY), "practice", "what"
    ),
    "todo text": _added(
        lambda w, t: w.vault.write(todos.change, first(w, "todo"), t), "todo", "text"
    ),
    "bring text": _added(
        lambda w, t: w.vault.write(bringing.change, first(w, "bring"), t), "bring", "text"
    ),
    "bring text added": _added(
        lambda w, t: w.vault.write(bringing.add, w.client, t), "bring", "text"
    ),
    "todo text added": _added(
        lambda w, t: w.vault.write(todos.add, w.client, t), "todo", "text"
    ),
    **{
        f"concern {column}": Field(
            "concern", column, partial(_by, concerns.tell, "concern", column)
        )
        for column in ("kind", "words", "outcome")
    },
    "addendum reason": Field(
        "addendum", "reason",
        lambda w, t: w.vault.write(
            progress_notes.add, first(w, "progress_note"), TODAY, t, "slept well"
        ),
        final=True,
    ),
    "addendum text": Field(
        "addendum", "text",
        lambda w, t: w.vault.write(
            progress_notes.add, first(w, "progress_note"), TODAY, "left out", t
        ),
        final=True,
    ),
    "turn said again": Field(
        "turn", "said", lambda w, t: w.vault.write(turns.say_again, w.turn, [("them", t)]),
        also=frozenset({"speaker"}),
    ),
}  # fmt: skip
"""Every field that is written as it was typed, by what to call it."""


def fill(field: Field, world: World, typed: str) -> shelf.Change | None:
    """Write a text into a field; return what that changed, None where it was refused.

    Raises AssertionError where anything else changed, or the text was not kept as typed.
    """
    before = shelf.rows(world.vault)
    try:
        field.write(world, typed)
    except VaultError as error:
        check_refusal(error)
        assert shelf.rows(world.vault) == before, "refused, and yet something changed"
        return None
    changes = shelf.change(before, shelf.rows(world.vault))
    told = kept(field.table, field.column, typed)
    for (table, _), (old, new) in changes.items():
        if table == field.beside:
            continue
        assert table == field.table, f"{table} changed too"
        if new is None:  # a tie that is told anew takes the place of the one before
            assert table == "tie"
            continue
        assert new[field.column] == told, "it is not kept as it was typed"
        if old is not None:
            different = {name for name, is_ in new.items() if old[name] != is_}
            others = different - {field.column, shelf.TIME} - field.also
            assert not others, f"{field.table}.{field.column} changed {others} too"
    return changes


def check_refusal(error: VaultError) -> None:
    """Raise AssertionError where a refusal is not one sentence that can be shown."""
    sentence = str(error)
    assert type(error) is not VaultError, sentence
    assert sentence.endswith("."), sentence
    assert sentence == clean(sentence), "a refusal steers the terminal"
    assert "\n" not in sentence
    assert len(sentence) < 300, "a refusal is one sentence, not what was typed"
