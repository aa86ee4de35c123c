"""Hostile text in every field of the vault: kept as typed or refused, and nothing else happens."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.exchange import json_file
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.ipt import capture
from ipt_tui.ipt.add_line import parse_person
from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.imported import ImportedMood, MoodFile
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.text import clean
from ipt_tui.records import FIELDS
from ipt_tui.vault import drafts, imported, noting, people, search, ties, transfer, undo
from ipt_tui.vault.errors import VaultError
from tests.attack import shelf
from tests.attack.fields import WRITTEN, check_refusal, fill, kept
from tests.attack.hostile import chosen, texts
from tests.attack.size import RECORDS_FULL, TALLY, TEXTS_A_FIELD, tried
from tests.attack.values import is_text
from tests.attack.views import look
from tests.conftest import NOW
from tests.vault.world import TODAY, World, last_step

pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
A_LINE = 5 * TEXTS_A_FIELD
"""A line means much, so it is given more."""


def again(world: World, before: shelf.Rows) -> None:
    """Take back what was written, and be where one was."""
    _, client = last_step(world.vault)
    world.vault.write(undo.undo, client)
    assert shelf.rows(world.vault) == before


def test_every_field_of_the_record_is_tried() -> None:
    wanted = {
        (table, column)
        for table, fields in FIELDS.items()
        for column in fields.model_fields
        if is_text(fields, column)
    }
    here = {(field.table, field.column) for field in WRITTEN.values()}
    set_by_the_program = {
        ("standing", "view"), ("standing", "day"), ("outcome", "day"), ("mood_link", "status"),
        ("agenda_item", "code"), ("todo", "done"), ("addendum", "day"),
        ("addendum", "signed_by"), ("progress_note", "drafted"),
        ("progress_note", "signed_at"), ("progress_note", "signed_by"),
        ("tidied_line", "fingerprint"), ("tidied_line", "became"), ("measure_plan", "instrument"),
        ("measure_plan", "often_said"),
        *(("response", name) for name in ("instrument", "name", "version", "at", "known",
                                          "answers", "band", "flags", "parts", "total")),
        ("plan_person", "part"), ("concern", "raised_by"), ("concern", "source_uid"),
        ("concern", "session_uid"), ("concern", "at"), ("concern", "ticked"),
        ("concern", "paused"), ("concern", "concluded_at"),
        ("focus_choice", "rank"), ("workbench_answer", "prompt"),
        *(("goal", name) for name in ("day", "status", "closed", "succeeds")),
        ("goal_rating", "day"), ("halfway", "day"),
        ("formulation", "day"), ("formulation", "agreed"), ("contract", "agreed"),
        ("contract", "changed"), ("contract", "agreed_with"), ("formulation", "grown"),
        ("fit", "family"),
    }  # fmt: skip
    assert wanted - here == set_by_the_program


@pytest.mark.parametrize("name", WRITTEN)
@tried(TEXTS_A_FIELD)
@given(text=texts)
def test_a_field_keeps_what_is_typed_or_says_why_not(world: World, name: str, text: str) -> None:
    before = shelf.rows(world.vault)
    TALLY["hostile texts"] += 1
    if fill(WRITTEN[name], world, text) and not WRITTEN[name].final:
        again(world, before)


@pytest.mark.parametrize("number", range(RECORDS_FULL))
def test_a_record_full_of_it_can_be_seen_and_taken_back(
    world: World, number: int, chance: random.Random
) -> None:
    before = shelf.rows(world.vault)
    start = world.vault._scalar("SELECT max(id) FROM step")
    for field in (field for field in WRITTEN.values() if not field.final):
        TALLY["hostile texts"] += 1
        fill(field, world, chosen(chance))
    look(world.vault, world.client)
    _through_a_file(world)
    done = world.vault._raw.execute("SELECT id FROM step WHERE id > ? ORDER BY 1 DESC", (start,))
    for (step,) in done.fetchall():
        world.vault.write(undo.undo_step, step)
    assert shelf.rows(world.vault) == before


def _through_a_file(world: World) -> None:
    """What is written into a file is what is read out of it."""
    data = world.vault.read(transfer.dump)
    raw = "".join(json_file._text(data, json_file.Header("now", "here"))).encode()
    assert json_file.parse(raw, "x.json")[1] == data


@tried(A_LINE)
@given(text=texts, in_talk=st.booleans())
def test_a_captured_line_is_kept_as_it_was_typed(world: World, text: str, in_talk: bool) -> None:
    before = shelf.rows(world.vault)
    TALLY["hostile texts"] += 1
    known = world.vault.read(noting.ground, world.client)
    pieces = capture.parse(
        text, TODAY, known.names, known.scale, now=NOW, anchors=known.anchors, in_talk=in_talk
    )
    talk = world.talk if in_talk else None
    changes = _changed_by(world, before, noting.note, world.client, pieces, moment(NOW), talk)
    if changes is not None:
        assert all(_is_kept(piece, changes) for piece in pieces), "a line was lost"
    if changes:
        assert all(old is None for old, _ in changes.values()), "what was there changed"
        again(world, before)


def _is_kept(piece: Captured, changes: shelf.Change) -> bool:
    """Whether the line of a piece stands somewhere as it was typed, or is not to be kept."""
    new = {value for _, row in changes.values() for value in (row or {}).values()}
    words = kept("jotting", "text", piece.words)
    said = piece.mark is Mark.TURN and kept("turn", "said", piece.text)
    return piece.mark is Mark.THIS_HOUR or not words or words in new or said in new


@tried(A_LINE)
@given(text=texts)
def test_an_adding_line_adds_a_person_or_says_why_not(world: World, text: str) -> None:
    before = shelf.rows(world.vault)
    TALLY["hostile texts"] += 1
    line = parse_person(text, world.vault.read(ties.kinds), TODAY)
    changes = _changed_by(world, before, people.add, world.client, line, TODAY)
    if changes:
        assert {table for table, _ in changes} <= {"person", "standing"}
        (person,) = (new for (table, _), (_, new) in changes.items() if table == "person" and new)
        assert person["name"] == kept("person", "name", line.name)
        again(world, before)


@tried(A_LINE)
@given(words=texts, note=texts, who=texts, value=st.none() | st.integers(0, 11))
def test_a_row_of_another_program_is_kept_or_refused_in_a_sentence(
    world: World, words: str, note: str, who: str, value: int | None
) -> None:
    before = shelf.rows(world.vault)
    TALLY["hostile texts"] += 3
    row = ImportedMood(1, "2026-09-01T09:00", 0, "time", words, value, note, note, (who,))
    plan = world.vault.write(imported.load, world.client, MoodFile("csv", (row,)), {})
    assert plan.new + plan.same + len(plan.refused) == 1
    for refused in plan.refused:
        assert refused.why == clean(refused.why)
        assert len(refused.why) < 300
    assert shelf.rows(world.vault) == before or plan.new
    if plan.new:
        again(world, before)


@tried(A_LINE * 2)
@given(text=texts, data=st.data())
def test_a_file_with_it_in_any_field_is_refused_in_a_sentence_or_differs(
    world: World, text: str, data: st.DataObject
) -> None:
    TALLY["hostile texts"] += 1
    record = world.vault.read(transfer.dump)
    table = data.draw(st.sampled_from([name for name, rows in record.items() if rows]))
    column = data.draw(st.sampled_from(sorted(record[table][0])))
    record[table][0][column] = text
    try:
        raw = "".join(json_file._text(record, json_file.Header("now", "here")))
        _, record = json_file.parse(raw.encode(errors="surrogatepass"), "x.json")
        world.vault.read(transfer.plan, record)
    except (VaultError, ExchangeError) as error:
        sentence = str(error)
    else:
        return
    assert sentence == clean(sentence)
    assert len(sentence) < 300


@tried(A_LINE * 2)
@given(text=texts)
def test_a_search_and_a_draft_take_anything(world: World, text: str) -> None:
    TALLY["hostile texts"] += 2
    for hit in world.vault.read(search.find, text, world.client).hits:
        assert hit.title == clean(hit.title)
    world.vault.keep(drafts.save, "person:notes", text, world.client)
    draft = world.vault.read(drafts.load, "person:notes")
    assert (draft.text if draft else "") == clean(text)


def _changed_by(world: World, before: shelf.Rows, fn: Any, *args: Any) -> shelf.Change | None:
    """Return what a write changed, None where it was refused and changed nothing."""
    try:
        world.vault.write(fn, *args)
    except VaultError as error:
        check_refusal(error)
        assert shelf.rows(world.vault) == before
        return None
    return shelf.change(before, shelf.rows(world.vault))
