"""The focus: considered, chosen by people, spoken for and against, worked on; never worked out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.brief import brief
from ipt_tui.ipt.concern import SET_ASIDE
from ipt_tui.ipt.focus import Rank, Side, head, plain
from ipt_tui.ipt.focus_words import both, evidence_words, working_on
from ipt_tui.vault import (
    agreed,
    briefs,
    clients,
    concerns,
    courses,
    evidence,
    expectations,
    focus_choices,
    note_sources,
    people,
    problem_areas,
    search,
    sessions,
    stages,
    talking,
    talks,
    timed,
    undo,
    workbench,
)
from ipt_tui.vault.errors import ChangedElsewhere, NotValid
from ipt_tui.vault.hidden import EVERYTHING
from tests.vault.k7_focus import FOURTH, SEVENTH, THIRD, TODAY, Focused, focused
from tests.vault.world import content, last_step

if TYPE_CHECKING:
    from ipt_tui.ipt.focus import EvidenceLine, Focus, ProblemArea
    from ipt_tui.vault.vault import Vault

THERAPIST, CLIENT = Audience.PRACTITIONER, Audience.CLIENT
NOBODY: frozenset[str] = frozenset()


@pytest.fixture
def k7(vault: Vault) -> Focused:
    """K7's focus in the demo's record."""
    return focused(vault)


def read(vault: Vault, client: str, on: date = TODAY, *revealed: str) -> Focus:
    return vault.read(problem_areas.of_client, client, on, frozenset(revealed))


def area(vault: Vault, client: str, uid: str, *revealed: str) -> ProblemArea:
    found = read(vault, client, TODAY, *revealed).get(uid)
    assert found is not None
    return found


def test_k7s_focus_is_read_as_the_case_tells_it(vault: Vault, k7: Focused) -> None:
    found = read(vault, k7.client)
    dispute, grief, move = found.areas
    assert [head(each) for each in found.areas] == [
        "dispute with Sam", "grief (Dad, February)", "transition (the move)",
    ]  # fmt: skip
    assert (found.first, found.second, move.rank) == (dispute, grief, Rank.NONE)
    assert (dispute.since, dispute.agrees) == (THIRD, "yes")
    assert [(s.day, s.stage) for s in dispute.stages] == [
        (FOURTH, "impasse"), (SEVENTH, "renegotiation"),
    ]  # fmt: skip
    assert [evidence_words(line) for line in dispute.on(Side.FOR)] == [
        "“we talk logistics”",
        "Sam: evenings together when I am off (said, partly met)",
        "Sam: ask me before deciding about the flat (said, not met)",
        "Sam: that he'd know February is hard (said, met)",
    ]
    assert [line.text for line in dispute.on(Side.AGAINST)] == ["he listens when asked"]
    assert len(dispute.ledger) == 5
    # what is offered was marked or noted: near the onset, and whom it is about; never ticked
    offered = [(p.sort, p.words) for p in dispute.offered]
    assert ("person", "Sam") in offered
    assert ("event", "Sam began looking at a bigger flat without saying") in offered
    assert [p.words for p in grief.offered if p.sort == "person"] == ["Dad"]
    # as of a day: before session 4 there was no stage, before session 3 no focus
    assert area(vault, k7.client, k7.dispute).stages
    then = read(vault, k7.client, THIRD)
    assert (then.first is not None, then.areas[0].stages) == (True, ())
    assert read(vault, k7.client, date(2026, 10, 19)).first is None


def test_the_focus_feeds_brief_note_and_what_is_still_to_agree(vault: Vault, k7: Focused) -> None:
    source = vault.read(briefs.source, k7.client, TODAY)
    assert source is not None
    told = dict(brief(source, THERAPIST))
    assert told["Working on"] == (
        "what K7 and Sam expect of each other (renegotiation since session 7); second: February"
    )
    own = "\n".join(text for _, text in brief(source, CLIENT))
    assert "what you and Sam expect of each other" in own
    assert "renegotiation" not in own
    assert "dispute" not in own
    vault.write(problem_areas.tell, k7.dispute, about="saying it to Sam")
    source = vault.read(briefs.source, k7.client, TODAY)
    assert source is not None
    assert dict(brief(source, CLIENT))["What you are working on"] == "saying it to Sam; February"

    course = vault.read(courses.current, k7.client, TODAY)
    assert course is not None
    held = [line for line in vault.read(sessions.of_course, course.uid) if line.held]
    note = vault.read(note_sources.source, held[6].uid, TODAY, NOBODY, vault.clock.day_starts_at)
    assert note.focus == "dispute with Sam (saying it to Sam); second: grief (Dad, February)"
    first_note = vault.read(
        note_sources.source, held[0].uid, TODAY, NOBODY, vault.clock.day_starts_at
    )
    assert first_note.focus == "", "what was agreed later is not in an earlier note"

    def missing() -> str:
        return " ".join(vault.read(agreed.lacking, course, 8))

    there = missing()
    assert "focus" not in there
    vault.write(focus_choices.choose, k7.dispute, TODAY, "first", "no")
    assert "focus" in missing()


def test_a_shift_is_kept_and_two_on_one_day_replace_each_other(vault: Vault, k7: Focused) -> None:
    choose = focus_choices.choose
    before = vault.read(content)
    with pytest.raises(NotValid):  # the place is taken, and nobody said that this takes it
        vault.write(choose, k7.move, TODAY, "second")
    assert vault.read(content) == before

    vault.write(choose, k7.move, TODAY, "second", "yes", "the flat", instead=True)
    found = read(vault, k7.client)
    assert found.second is not None
    assert found.second.uid == k7.move
    grief = found.get(k7.grief)
    assert grief is not None
    assert [(c.day, c.rank) for c in grief.choices] == [(THIRD, "second"), (TODAY, "none")]
    assert (grief.rank, grief.since) == (Rank.NONE, None)
    assert read(vault, k7.client, TODAY - timedelta(1)).second.uid == k7.grief  # type: ignore[union-attr]

    # the same evening it is changed back: nothing decided is left but what was typed of it
    vault.write(choose, k7.grief, TODAY, "second", instead=True)
    found = read(vault, k7.client)
    assert [len(each.choices) for each in found.areas] == [1, 1, 1]
    assert [(c.rank, c.agrees, c.why) for c in found.areas[2].choices] == [("none", "", "the flat")]
    assert found.second is not None
    assert (found.second.uid, found.second.since, found.second.agrees) == (k7.grief, THIRD, "yes")

    # first and second changed round in one session
    vault.write(choose, k7.grief, TODAY, "first", "partly", instead=True)
    vault.write(choose, k7.dispute, TODAY, "second")
    found = read(vault, k7.client)
    assert (found.first.uid, found.second.uid) == (k7.grief, k7.dispute)  # type: ignore[union-attr]
    assert both(found) == "grief (Dad, February); second: dispute with Sam"


def test_what_goes_is_loosened_and_comes_back(vault: Vault, k7: Focused) -> None:
    kitchen = first_event(vault, k7.client, "kitchen")
    vault.write(evidence.add, k7.dispute, "for", event=kitchen)
    vault.write(evidence.add, k7.dispute, "for", "loud", event=kitchen, person=k7.sam)
    for said in ("", "late", "loud"):  # what points at it already takes the words up
        vault.write(evidence.add, k7.dispute, "for", said, event=kitchen)
    assert [e.text for e in area(vault, k7.client, k7.dispute).evidence][-2:] == [
        "late\nloud", "loud",
    ]  # fmt: skip
    vault.write(evidence.tell, evidence_at(vault, k7)[-2].uid, text="")
    answer = area(vault, k7.client, k7.dispute).to("dispute_tried")[0].uid
    talk = talk_of(vault, kitchen)
    vault.write(workbench.join, answer, "talk", talk)
    vault.write(workbench.join, answer, "person", k7.sam)
    vault.write(workbench.join, answer, "event", kitchen)
    links = area(vault, k7.client, k7.dispute).to("dispute_tried")[0].links
    assert [link.of.words for link in links] == ["Sam, 9 Nov", "Sam", 'kitchen, "do what you want"']
    wish = next(e.of.uid for e in area(vault, k7.client, k7.dispute).evidence if e.of and e.of.wish)
    before = vault.read(content)
    for gone in (
        lambda: vault.write(people.remove, k7.sam),
        lambda: vault.write(timed.remove, "event", kitchen),
        lambda: vault.write(talking.remove, talk),
        lambda: vault.write(expectations.remove, wish),
        lambda: vault.write(problem_areas.remove, k7.dispute),
    ):
        gone()
        found = read(vault, k7.client)
        assert all(line.of or line.text for each in found.areas for line in each.evidence)
        vault.write(undo.undo_step, last_step(vault)[0])
        assert vault.read(content) == before
    vault.write(timed.remove, "event", kitchen)
    words = [evidence_words(line) for line in area(vault, k7.client, k7.dispute).evidence]
    assert "Sam: loud" in words
    assert not any("kitchen" in each for each in words)
    vault.write(people.remove, k7.sam)
    assert head(area(vault, k7.client, k7.dispute)) == "dispute"


def test_the_veil_is_over_what_names_or_points_at_somebody_sensitive(
    vault: Vault, k7: Focused
) -> None:
    mum = vault.read(people.names, k7.client)["Mum"]
    answer = vault.write(workbench.answer, k7.move, "transition_lost", "the sea")
    vault.write(workbench.join, answer, "person", mum)
    vault.write(evidence.add, k7.move, "for", "it is Mum who minds")
    vault.write(focus_choices.choose, k7.move, TODAY, "none", "", "for Mum's sake")
    vault.write(people.tell, mum, sensitive=True)
    move = area(vault, k7.client, k7.move)
    assert [(e.veiled, e.text) for e in move.evidence] == [(True, "")]
    assert [(a.veiled, a.text, a.links) for a in move.answers] == [(True, "", ())]
    assert [c.why for c in move.choices] == [""]
    shown = area(vault, k7.client, k7.move, mum)
    assert shown.answers[0].text == "the sea"
    assert shown.choices[0].why == "for Mum's sake"

    vault.write(problem_areas.be_about, k7.move, TODAY, [mum])
    veiled = area(vault, k7.client, k7.move)
    assert (veiled.veiled, veiled.about, veiled.person, veiled.evidence) == (True, "", None, ())
    assert plain(veiled, CLIENT) == ""
    assert head(veiled) == "transition"
    hits = vault.read(search.find, "the sea", k7.client).hits
    assert [(hit.veiled, hit.snippet) for hit in hits if hit.focus] == [(True, "")]
    # taken out of the record, she leaves what was veiled for her veiled
    vault.write(people.remove, mum)
    assert area(vault, k7.client, k7.move).veiled
    hit = vault.read(search.find, "logistics", k7.client).hits[0]
    assert (hit.focus, hit.veiled, hit.kind) == (f"area:{k7.dispute}", False, "evidence")


def test_a_sensitive_event_leaves_what_pointed_at_it_veiled(vault: Vault, k7: Focused) -> None:
    lost = first_event(vault, k7.client, "pregnancy")
    piece = vault.write(evidence.add, k7.grief, "for", "quiet since then", event=lost)
    assert all(line.veiled for line in area(vault, k7.client, k7.grief).evidence)
    assert lost not in [p.uid for p in area(vault, k7.client, k7.move).offered]
    vault.write(timed.remove, "event", lost)
    line = area(vault, k7.client, k7.grief, piece).evidence[0]
    assert (line.text, line.of, line.sensitive) == ("quiet since then", None, True)


def test_while_a_concern_is_open_stages_and_plans_with_them_wait(vault: Vault, k7: Focused) -> None:
    concern = vault.write(
        concerns.raise_concern, k7.client, "violence", "said", people=[k7.sam], words="the door"
    )
    stage = first_stage(vault, k7)
    before = vault.read(content)
    for refused in (
        lambda: vault.write(stages.enter, k7.dispute, TODAY, "renegotiation"),
        lambda: vault.write(stages.tell, stage, stage="dissolution"),
        lambda: vault.write(workbench.answer, k7.dispute, "dispute_plan", "renegotiate"),
    ):
        with pytest.raises(NotValid, match=SET_ASIDE):
            refused()
    assert vault.read(content) == before
    held_back = area(vault, k7.client, k7.dispute)
    plan = held_back.kind.prompt("dispute_plan")
    assert plan is not None
    assert held_back.holds_back(plan)
    vault.write(workbench.answer, k7.dispute, "dispute_issue", "the flat")
    vault.write(concerns.conclude, concern, "asked, and it was a misunderstanding")
    vault.write(stages.enter, k7.dispute, TODAY, "renegotiation")
    assert not area(vault, k7.client, k7.dispute).holds_back(plan)
    # without a concern, what was said of safety holds it back too
    vault.write(workbench.answer, k7.dispute, "dispute_safe", "unsure")
    assert area(vault, k7.client, k7.dispute).holds_back(plan)


def test_what_was_said_of_safety_holds_back_also_where_it_is_veiled(
    vault: Vault, k7: Focused
) -> None:
    said = vault.write(workbench.answer, k7.dispute, "dispute_safe", "danger")
    vault.write(workbench.join, said, "person", k7.sam)
    for fn, uid in ((workbench.tell, said), (people.tell, k7.sam)):
        vault.write(fn, uid, sensitive=True)
        held_back = area(vault, k7.client, k7.dispute, k7.dispute)
        plan = held_back.kind.prompt("dispute_plan")
        assert plan is not None
        assert held_back.to("dispute_safe")[0].veiled
        assert (held_back.unsafe, held_back.says_unsafe) == (True, False)
        assert held_back.holds_back(plan)
        with pytest.raises(NotValid, match=SET_ASIDE):
            vault.write(workbench.answer, k7.dispute, "dispute_plan", "renegotiate")
    vault.write(workbench.tell, said, text="safe")
    vault.write(workbench.answer, k7.dispute, "dispute_plan", "renegotiate")


def test_a_workbench_keeps_one_answer_or_many_and_steps_are_done(vault: Vault, k7: Focused) -> None:
    lonely = vault.write(problem_areas.add, k7.client, "interpersonal_deficits")
    step = vault.write(workbench.answer, lonely, "isolation_steps", "write to Ben", 6)
    vault.write(workbench.answer, lonely, "isolation_steps", "ring Ben", 8)
    (keeps,) = area(vault, k7.client, k7.dispute).to("dispute_keeps")
    vault.write(workbench.answer, k7.dispute, "dispute_keeps", "demoralised", seen=keeps.updated_at)
    for seen in (None, keeps.updated_at):  # another window has not seen that it was changed
        with pytest.raises(ChangedElsewhere):
            vault.write(workbench.answer, k7.dispute, "dispute_keeps", "lost", seen=seen)
    with pytest.raises(ChangedElsewhere):
        vault.write(workbench.remove, keeps.uid, keeps.updated_at)
    assert vault.write(workbench.tick, step, TODAY) is True
    found = area(vault, k7.client, lonely).answers
    assert [(a.text, a.rating, a.done) for a in found] == [
        ("write to Ben", 6, TODAY), ("ring Ben", 8, None),
    ]  # fmt: skip
    assert [a.text for a in area(vault, k7.client, k7.dispute).to("dispute_keeps")] == [
        "demoralised"
    ]
    assert vault.write(workbench.tick, step, TODAY) is False
    tried = area(vault, k7.client, k7.dispute).to("dispute_tried")[0].uid
    alike = vault.write(problem_areas.add, k7.client, "role_dispute", about="Mum")
    vault.write(problem_areas.be_about, alike, TODAY, [k7.sam])
    vault.write(problem_areas.tell, alike, about="the flat")
    blank = vault.write(problem_areas.add, k7.client, "role_dispute")
    for wrong in (
        lambda: vault.write(workbench.answer, lonely, "dispute_keeps", "x"),
        lambda: vault.write(workbench.answer, lonely, "isolation_steps", "x", 11),
        lambda: vault.write(stages.enter, lonely, TODAY, "impasse"),
        lambda: vault.write(evidence.add, lonely, "for", "  "),
        lambda: vault.write(problem_areas.add, k7.client, "interpersonal_deficits"),
        lambda: vault.write(problem_areas.be_about, blank, TODAY, [k7.sam]),
        lambda: vault.write(problem_areas.tell, alike, about=""),
        lambda: vault.write(focus_choices.choose, lonely, TODAY, "third"),
        lambda: vault.write(workbench.tick, tried, TODAY),
    ):
        before = vault.read(content)
        with pytest.raises(NotValid):
            wrong()
        assert vault.read(content) == before


def test_nothing_of_one_client_is_joined_to_anothers(vault: Vault, k7: Focused) -> None:
    other = vault.write(clients.add, "M2")
    theirs = vault.write(problem_areas.add, other, "grief")
    answer = vault.write(workbench.answer, theirs, "grief_good", "the garden")
    for wrong in (
        lambda: vault.write(evidence.add, theirs, "for", person=k7.sam),
        lambda: vault.write(workbench.join, answer, "person", k7.sam),
        lambda: vault.write(problem_areas.be_about, theirs, TODAY, [k7.sam]),
        lambda: vault.write(problem_areas.add, other, "role_dispute", k7.sam),
    ):
        with pytest.raises(NotValid):
            wrong()
    assert working_on(read(vault, other), THERAPIST) == ""


def first_event(vault: Vault, client: str, title: str) -> str:
    hits = vault.read(search.find, title, client, revealed=EVERYTHING).hits
    return next(hit.uid for hit in hits if hit.kind == "event")


def evidence_at(vault: Vault, k7: Focused) -> tuple[EvidenceLine, ...]:
    return area(vault, k7.client, k7.dispute).evidence


def talk_of(vault: Vault, event: str) -> str:
    found = vault.read(talks.uid_of, event)
    assert found is not None
    return found


def first_stage(vault: Vault, k7: Focused) -> str:
    return area(vault, k7.client, k7.dispute).stages[0].uid
