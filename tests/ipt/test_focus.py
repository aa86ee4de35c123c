"""The focus as a value: what holds on a day, and how it is said."""

from __future__ import annotations

from datetime import date

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.focus import Choice, Focus, ProblemArea, StageLine, head, plain, since, standing
from ipt_tui.ipt.focus_words import both, stage_since, working_on
from ipt_tui.ipt.timeline import Named

THERAPIST, CLIENT = Audience.PRACTITIONER, Audience.CLIENT
TODAY = date(2026, 11, 23)
SAM, DAD = Named("1", "Sam"), Named("2", "Dad")


def on(day: int, rank: str) -> Choice:
    return Choice(f"{day}", date(2026, 11, day), rank)


def test_what_was_decided_last_holds_and_a_place_is_held_by_one() -> None:
    made = {
        "a": [on(3, "first"), on(10, "none"), on(17, "second")],
        "b": [on(10, "first"), on(12, "first")],
        "c": [on(11, "first")],
        "d": [on(25, "second")],
    }
    holds = standing(made, TODAY)
    assert {uid: choice.rank for uid, choice in holds.items()} == {"a": "second", "b": "first"}
    assert since(made["b"], holds["b"]) == date(2026, 11, 10)
    assert {u: c.rank for u, c in standing(made, date(2026, 11, 9)).items()} == {"a": "first"}
    assert standing(made, date(2026, 11, 1)) == {}
    assert standing(made, date(2026, 11, 26))["d"].rank == "second"


def test_it_is_called_by_its_area_and_said_in_plain_words() -> None:
    dispute = ProblemArea("1", "K7", "role_dispute", person=SAM)
    grief = ProblemArea("2", "K7", "grief", "February", DAD)
    move = ProblemArea("3", "K7", "role_transition", "the move")
    lonely = ProblemArea("4", "K7", "interpersonal_deficits")
    assert [head(each) for each in (dispute, grief, move, lonely)] == [
        "dispute with Sam", "grief (Dad, February)", "transition (the move)", "isolation",
    ]  # fmt: skip
    assert [plain(each, CLIENT) for each in (dispute, grief, move, lonely)] == [
        "what you and Sam expect of each other", "February", "the move",
        "being more with people",
    ]  # fmt: skip
    assert plain(dispute, THERAPIST) == "what K7 and Sam expect of each other"
    assert head(dispute, CLIENT) == plain(dispute, CLIENT)
    veiled = ProblemArea("5", "K7", "grief", veiled=True)
    assert (plain(veiled, THERAPIST), head(veiled), head(veiled, CLIENT)) == ("", "grief", "a loss")


def test_both_are_named_for_the_note_and_the_stage_by_its_session() -> None:
    stage = StageLine("9", date(2026, 11, 17), "renegotiation")
    first = ProblemArea("1", "K7", "role_dispute", person=SAM, rank="first", stages=(stage,))
    second = ProblemArea("2", "K7", "grief", person=DAD, rank="second")
    whole = Focus("0", "K7", TODAY, (second, first))
    assert both(whole) == "dispute with Sam; second: grief (Dad)"
    assert working_on(whole, CLIENT) == "what you and Sam expect of each other"
    assert both(Focus("0", "K7", TODAY, (second,))) == "second: grief (Dad)"
    assert both(Focus("0", "K7", TODAY)) == working_on(Focus("0", "K7", TODAY), CLIENT) == ""
    sessions = [(6, date(2026, 11, 10)), (7, date(2026, 11, 17)), (8, None)]
    assert stage_since(first, sessions, TODAY) == "renegotiation since session 7"
    assert stage_since(first, sessions[:1], TODAY) == "renegotiation since 17 Nov"
    assert stage_since(second, sessions, TODAY) == ""
