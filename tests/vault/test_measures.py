"""Measures in a real file: K7's keyed by digits, gone on with, corrected, veiled, and counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from ipt_tui.exchange.plain_measures import measures_lines
from ipt_tui.exchange.plain_timeline import timeline_lines
from ipt_tui.ipt import instruments
from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.instrument import FlagKind
from ipt_tui.ipt.measure_words import brief_words, score_words
from ipt_tui.ipt.moments import moment, on_day
from ipt_tui.ipt.scoring import DECLINED
from ipt_tui.ipt.timeline import Zoom
from ipt_tui.vault import (
    clients,
    measure_plans,
    measures,
    measuring,
    people,
    search,
    session_times,
    undo,
)
from ipt_tui.vault.errors import ChangedElsewhere, Gone, NotValid
from ipt_tui.vault.timeline import Asked, next_day, timeline
from tests.ipt.test_instruments import OWN
from tests.vault.k7_measured import MEASURED
from tests.vault.k7_met import TODAY, meet
from tests.vault.talk_writes import first

if TYPE_CHECKING:
    from pathlib import Path

    from sqlmodel import Session

    from ipt_tui.ipt.measures import MeasureLine
    from ipt_tui.vault.vault import Vault
    from tests.vault.world import World

NOW = moment(datetime(2026, 11, 23, 18, tzinfo=UTC))


def line(vault: Vault, client: str, name: str, on: date = TODAY) -> MeasureLine:
    found = vault.read(measures.measures, client, on).line(name)
    assert found is not None
    return found


def test_k7_keyed_by_digits(vault: Vault) -> None:
    met = meet(vault)
    found = vault.read(measures.measures, met.client, TODAY)
    assert found.code == "K7"
    assert [each.name for each in found.lines] == ["PHQ-9", "GAD-7"]
    assert found.due == ("PHQ-9", "GAD-7")  # the eighth session is next, and a fourth
    for name, scores in (("phq9", (17, 13, 9)), ("gad7", (12, 10, 6))):
        measure = line(vault, met.client, name)
        assert tuple(each.total for each in measure.responses) == scores
        assert [each.number for each in measure.responses] == [1, 4, 7]
        assert [each.day for each in measure.responses] == [day for day, *_ in MEASURED]
    phq = found.lines[0]
    assert phq.last is not None
    assert (phq.last.band, phq.last.difficulty, phq.last.source) == ("mild", 1, "paper")
    assert [flag.kind for each in phq.responses for flag in each.flags] == [FlagKind.SELF]
    assert brief_words(phq) == "PHQ-9 17 · 13 · 9"
    then = line(vault, met.client, "phq9", date(2026, 10, 30))
    assert [each.total for each in then.responses] == [17, 13]
    assert line(vault, met.client, "phq9", date(2026, 11, 24)).due == 8


def test_what_was_due_on_a_day_gone_by(vault: Vault) -> None:
    """The number is that of the session that was next then, not of the one that is next now."""
    met = meet(vault)

    def due(day: date) -> tuple[int | None, ...]:
        return tuple(each.due for each in vault.read(measures.measures, met.client, day).lines)

    assert due(date(2026, 10, 5)) == (1, 1)
    assert due(date(2026, 10, 7)) == (None, None)  # the second is next
    assert due(date(2026, 10, 26)) == (4, 4)
    assert due(date(2026, 10, 28)) == (None, None)
    assert due(TODAY) == (8, 8)


def test_stopped_gone_on_with_and_finished(world: World) -> None:
    vault = world.vault
    begun = line(vault, world.client, "phq9").begun
    assert begun is not None
    assert (begun.total, begun.session, begun.number) == (None, world.held, 1)
    answers = (1, 2, DECLINED, 0, 0, 0, 0, 0, 2)
    kept = vault.write(measuring.go_on, begun.uid, answers, seen=begun.updated_at)
    assert [flag.item for flag in kept.scored.flags] == [9]  # also before the end
    with pytest.raises(ChangedElsewhere):
        vault.write(measuring.go_on, begun.uid, answers, seen=begun.updated_at)
    done = vault.write(measuring.go_on, begun.uid, answers, finished=True)
    assert done.scored.reason == "No total: item 3 rather not said."
    measure = line(vault, world.client, "phq9")
    assert (measure.begun, measure.last and measure.last.total) == (None, None)
    vault.write(measuring.go_on, begun.uid, (1,) * 9, difficulty=3, finished=True)
    last = vault.read(measures.response, begun.uid)
    assert (last.total, last.band, last.difficulty) == (9, "mild", 3)
    vault.write(undo.undo_for, world.client)
    assert vault.read(measures.response, begun.uid).total is None
    vault.write(measuring.remove, begun.uid)
    with pytest.raises(Gone):
        vault.read(measures.response, begun.uid)


def test_what_does_not_fit_is_refused_and_nothing_is_kept(world: World) -> None:
    write, client = world.vault.write, world.client
    other = write(clients.add, "M3")
    nothing = write(measuring.answer, client, "ucla3", (None,) * 3, NOW, finished=False)
    before = world.vault.read(measures.measures, client, TODAY)
    for sentence, fn, args, more in (
        ("has 9 items; here are answers to 8", measuring.answer, ("phq9", (0,) * 8, NOW), {}),
        ("Item 2 has no answer 4", measuring.answer, ("phq9", (0, 4, *(0,) * 7), NOW), {}),
        ("There is no such measure", measuring.answer, ("none", (0,), NOW), {}),
        ("only the score is kept", measuring.answer, ("wsas", (), NOW), {}),
        ("no such answer to its last", measuring.answer, ("phq9", (0,) * 9, NOW),
         {"difficulty": 4}),
        ("no such answer to its last", measuring.answer, ("ucla3", (1,) * 3, NOW),
         {"difficulty": 0}),
        ("EPDS goes from 0 to 30", measuring.enter, ("epds", 31, NOW), {}),
        ("Please type a score", measuring.enter, ("epds", None, NOW), {}),
    ):  # fmt: skip
        with pytest.raises(NotValid, match=sentence):
            write(fn, client, *args, **more)  # type: ignore[arg-type]
    with pytest.raises(NotValid, match="belong to different records"):
        write(measuring.answer, other, "ucla3", (1, 1, 1), NOW, session_uid=world.held)
    with pytest.raises(NotValid, match="counted from its answers"):
        write(measuring.correct_score, nothing.uid, 5)
    typed = write(measuring.enter, client, "phq9", 12, NOW)
    with pytest.raises(NotValid, match="only the score was kept; correct"):
        write(measuring.go_on, typed.uid, (*(0,) * 8, 3), finished=True)
    assert world.vault.read(measures.response, typed.uid).total == 12
    write(undo.undo_for, client)
    with pytest.raises(KeyError):
        write(measuring.tell, nothing.uid, total="3")
    assert world.vault.read(measures.measures, client, TODAY) == before


def test_a_score_from_paper_with_its_parts(world: World) -> None:
    vault = world.vault
    typed = vault.write(measuring.enter, world.client, "epds", 12, NOW, parts={"item10": 1})
    assert [flag.kind for flag in typed.scored.flags] == [FlagKind.SELF]
    shown = line(vault, world.client, "epds").last
    assert shown is not None
    assert (shown.total, shown.source, shown.answers) == (12, "score", ())
    assert [(part.label, part.total) for part in shown.parts] == [("item 10, harming oneself", 1)]
    assert [flag.value for flag in shown.flags] == [1]
    vault.write(measuring.correct_score, typed.uid, 11, {"item10": 0})
    again = vault.read(measures.response, typed.uid)
    assert (again.total, again.flags) == (11, ())
    edeq = vault.write(measuring.enter, world.client, "edeq", 2.35, NOW)
    assert vault.read(measures.response, edeq.uid).total == 2.35


def test_a_total_says_nothing_of_what_asks_for_safety(world: World) -> None:
    """A total of 27, or one worked out without item 6, is no word on safety: it is said."""

    def unknown(name: str, total: float | None, **parts: float) -> tuple[str, ...]:
        kept = world.vault.write(measuring.enter, world.client, name, total, NOW, parts=parts)
        return world.vault.read(measures.response, kept.uid).unknown

    assert unknown("phq9", 27) == ("item 9",)
    assert unknown("phq9", 0) == ()  # then item 9 is 0 as well
    assert unknown("epds", 12) == ("item 10, harming oneself",)
    assert unknown("epds", 12, item10=0) == unknown("gad7", 21) == ()
    core = (2, 2, 2, 2, 2, DECLINED, 2, 2, 2, 2)
    kept = world.vault.write(measuring.answer, world.client, "core10", core, NOW, finished=False)
    assert world.vault.read(measures.response, kept.uid).unknown == ()  # it is still asked
    world.vault.write(measuring.go_on, kept.uid, core, finished=True)
    shown = world.vault.read(measures.response, kept.uid)
    assert (shown.total, shown.unknown) == (20, ("item 6",))
    plain = measures_lines(world.vault.read(measures.measures, world.client, TODAY))
    assert "23 Nov, item 9 is not known: ask." in plain


def test_answers_of_an_older_form_read_well(world: World, tmp_path: Path) -> None:
    """A practitioner changes a file of their own, with and without a new version; then it goes."""
    place = tmp_path / "instruments"
    place.mkdir()
    file = place / "mine.toml"
    more = '[[item]]\ntext = "Slow"\n\n[[subscale]]'
    bands = OWN.replace("[[subscale]]", more).replace("to = 2", "to = 3")
    try:
        file.write_text(OWN)
        instruments.use(tmp_path)
        kept = world.vault.write(measuring.answer, world.client, "mine", (1, 0), NOW)

        def told() -> tuple[str, bool]:
            shown = line(world.vault, world.client, "mine")
            assert shown.last is not None
            return score_words(shown.instrument, shown.last), shown.last.older

        def flagged() -> list[tuple[int, int]]:
            shown = world.vault.read(measures.response, kept.uid)
            return [(flag.item, flag.value) for flag in shown.flags]

        assert told() == ("2 of 2, tired (rule of thumb)", False)
        file.write_text(bands.replace('version = "1"', 'version = "2"'))
        instruments.use(tmp_path)
        assert told() == ("2, tired, version 1", True)
        assert flagged() == [(1, 1)]  # what needs a person does not go with a version
        with pytest.raises(NotValid, match="has changed since"):
            world.vault.write(measuring.go_on, kept.uid, (1, 0), finished=True)
        file.write_text(bands)
        instruments.use(tmp_path)
        assert instruments.in_use().problems == ()
        assert told() == ("2, tired, version 1", True)
        assert flagged() == [(1, 1)]
        file.write_text(OWN.partition("[[flag]]")[0])
        instruments.use(tmp_path)
        assert (told()[1], flagged()) == (False, [(1, 1)])
        file.unlink()
        instruments.use(tmp_path)
        assert told() == ("2, tired, version 1", True)
        assert flagged() == [(1, 1)]
        assert line(world.vault, world.client, "mine").name == "MS"
    finally:
        instruments.use(None)


def test_a_note_of_somebody_sensitive_is_veiled_and_the_score_is_not(world: World) -> None:
    vault = world.vault
    quill = vault.write(people.add, world.client, PersonLine("Quillon", "friend"), TODAY)
    vault.write(people.tell, quill, sensitive=True)
    kept = vault.write(
        measuring.answer, world.client, "ucla3", (3, 3, 3), NOW, note="turnstile, Quillon left"
    )
    veiled = vault.read(measures.response, kept.uid)
    assert (veiled.note, veiled.veiled, veiled.total) == ("", True, 9)
    assert (
        vault.read(measures.response, kept.uid, frozenset({quill})).note
        == "turnstile, Quillon left"
    )
    (hit,) = vault.read(search.find, "turnstile", world.client).hits
    assert (hit.kind, hit.veiled, hit.snippet) == ("response", True, "")
    vault.write(people.remove, quill)
    assert vault.read(measures.response, kept.uid).veiled  # though nobody names it any more
    (pier,) = vault.read(search.find, "pier", world.client).hits
    assert (pier.title, pier.session_uid) == ("PHQ-9, 10 Nov 2026", world.held)


def test_what_was_begun_is_of_the_day_it_is_finished(vault: Vault) -> None:
    """Four answers of 6 October and five of today are no PHQ-9 of 6 October."""
    met = meet(vault)
    then = on_day(date(2026, 10, 6))
    begun = vault.write(
        measuring.answer, met.client, "phq9", (1,) * 4 + (None,) * 5, then,
        session_uid=met.sessions[0], finished=False,
    )  # fmt: skip
    vault.write(measuring.go_on, begun.uid, (1,) * 5 + (None,) * 4)
    assert vault.read(measures.response, begun.uid).day == then.day  # while it goes on
    done = vault.write(
        measuring.go_on, begun.uid, (1,) * 9, finished=True, when=NOW, session_uid=met.sessions[6]
    )
    stands = vault.read(measures.response, begun.uid)
    assert (stands.day, stands.number) == (TODAY, 7)
    assert done.updated_at == stands.updated_at  # what the next change has to have seen
    vault.write(undo.undo_for, met.client)
    stands = vault.read(measures.response, begun.uid)
    assert (stands.day, stands.number, stands.finished) == (then.day, 1, False)


def test_another_day_is_another_session_or_none(vault: Vault) -> None:
    met = meet(vault)
    last = line(vault, met.client, "phq9").responses[-1]
    for day, number in ((MEASURED[1][0], 4), (date(2026, 10, 28), 0), (MEASURED[2][0], 7)):
        vault.write(measuring.tell, last.uid, when=on_day(day))
        assert vault.read(measures.response, last.uid).number == number
    vault.write(measuring.tell, last.uid, note="still of that session")
    assert vault.read(measures.response, last.uid).number == 7


def test_that_scores_are_hidden_does_not_say_how_often(vault: Vault) -> None:
    met = meet(vault)
    vault.write(measure_plans.ask, met.client, "ucla3", "every", date(2026, 10, 1))
    assert line(vault, met.client, "ucla3").due == 1
    vault.write(measure_plans.hide, met.client, "ucla3", hidden=True)
    assert line(vault, met.client, "ucla3").due == 1
    vault.write(measure_plans.ask, met.client, "ucla3", "every", TODAY)
    assert line(vault, met.client, "ucla3").due == 8


def test_a_measure_stays_when_its_session_goes(world: World) -> None:
    kept = world.vault.write(
        measuring.answer, world.client, "ucla3", (1, 1, 1), NOW, session_uid=world.prepared
    )
    world.vault.write(session_times.remove, world.prepared)
    shown = world.vault.read(measures.response, kept.uid)
    assert (shown.session, shown.number) == (None, 0)


def test_how_often_and_whether_it_is_hidden(world: World) -> None:
    vault = world.vault
    assert line(vault, world.client, "phq9").often == "every"
    vault.write(measure_plans.ask, world.client, "phq9", "never", TODAY)
    vault.write(measure_plans.hide, world.client, "gad7", hidden=True)
    vault.write(measure_plans.ask, world.client, "who5", "halves", TODAY)
    found = vault.read(measures.measures, world.client, TODAY)
    assert found.due == ("GAD-7", "WHO-5")
    assert [(each.name, each.hidden) for each in found.lines] == [
        ("GAD-7", True), ("WHO-5", False), ("PHQ-9", False),
    ]  # fmt: skip
    alone = vault.write(clients.add, "M3")
    assert vault.read(measures.measures, alone, TODAY).lines == ()


def test_four_hundred_responses_are_read_by_as_many_questions_as_one(world: World) -> None:
    vault = world.vault
    vault.write(measuring.remove, first(world, "response"))

    asked: list[str] = []
    event.listen(vault._engine, "before_cursor_execute", lambda *args: asked.append(args[2]))

    def questions() -> int:
        asked.clear()
        assert vault.read(measures.measures, world.client, TODAY).lines
        return len(asked)

    vault.write(_many, world.client, 1)
    one = questions()
    vault.write(_many, world.client, 399)
    assert questions() == one
    assert len(line(vault, world.client, "phq9").responses) == 400


def test_scores_stand_on_the_timeline_and_hidden_ones_not_for_the_client(vault: Vault) -> None:
    met = meet(vault)
    vault.write(measure_plans.hide, met.client, "gad7", hidden=True)
    vault.write(measuring.answer, met.client, "phq9", (None, *(0,) * 8), NOW)  # without a total
    shown = vault.read(timeline, met.client, Asked(TODAY, Zoom.COURSE))
    assert [mark.words for mark in shown.scores] == [
        "PHQ-9 17, moderately severe, session 1", "GAD-7 12, moderate, session 1",
        "PHQ-9 13, moderate, session 4", "GAD-7 10, moderate, session 4",
        "PHQ-9 9, mild, session 7", "GAD-7 6, mild, session 7",
    ]  # fmt: skip
    told = "\n".join(timeline_lines(shown))
    assert "GAD-7: 12 on 6 Oct, 10 on 27 Oct, 6 on 17 Nov" in told
    assert "Tue 27 Oct, 14:05: measure: PHQ-9 13, moderate, session 4" in told
    assert "Sessions: 1 on 6 Oct, 2 on 13 Oct" in told
    own = vault.read(timeline, met.client, Asked(TODAY, Zoom.COURSE, audience=Audience.CLIENT))
    told = "\n".join(timeline_lines(own, Audience.CLIENT))
    assert "PHQ-9: 17 on 6 Oct, 13 on 27 Oct, 9 on 17 Nov. Fewer points mean that" in told
    assert "GAD-7" not in told
    assert "moderate" not in told
    week = vault.read(timeline, met.client, Asked(TODAY, Zoom.WEEK))
    assert [mark.total for mark in week.scores] == [9, 6]
    later = moment(datetime(2026, 12, 20, 12, tzinfo=UTC))
    vault.write(measuring.enter, met.client, "gad7", 4, later)
    lone = replace(week.window, first=date(2027, 1, 1), last=date(2027, 1, 7))
    assert vault.read(next_day, met.client, lone, -1, Asked(TODAY)) == later.day
    hidden = vault.read(next_day, met.client, lone, -1, Asked(TODAY, audience=Audience.CLIENT))
    assert hidden is not None
    assert hidden <= TODAY


def _many(session: Session, client: str, count: int) -> None:
    for number in range(count):
        when = on_day(TODAY - timedelta(days=number))
        measuring.answer(session, client, "phq9", (1,) * 9, when, note="so")
