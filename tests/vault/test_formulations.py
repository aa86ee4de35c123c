"""The formulation in the vault: K7's first version, versions that stay, ticks, the veil."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ipt_tui.exchange.plain_formulation import formulation_lines
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.dates import read
from ipt_tui.ipt.own_words import shown
from ipt_tui.vault import (
    clients,
    courses,
    formulating,
    formulations,
    noting,
    people,
    search,
    timed,
    undo,
)
from ipt_tui.vault.errors import ChangedElsewhere, Gone, NotValid
from tests.vault.world import NOW, TODAY, content, last_step, value

if TYPE_CHECKING:
    from ipt_tui.ipt.formulation import Formulation
    from tests.vault.world import World

DAY = date(2026, 11, 10)
K7_V1 = (
    "Since July you have been low, sleepless and cut off. Together these look like depression, "
    "which is treatable and not your fault. Around then Sam began planning a move and neither of "
    "you said it aloud, a year after you left the coast for him and after February. It seems tied "
    "to what you and Sam expect and don't say. Over the next thirteen meetings we'd work on saying "
    'it, and make room for February "and Dad" when you want.'
)
SAM = "Sam (closer now than before)"
_EVENTS = (
    ("Sam began looking at a bigger flat", "2026-06~", "around June 2026"),
    ("left the coast", "2025-09", "September 2025"),
    ("a loss", "2025-02", "February 2025"),
)


@pytest.fixture
def world(world: World) -> World:
    """The small record before anything was agreed in it."""
    world.vault.write(undo.undo_step, last_step(world.vault)[0])
    return world


def versions(world: World, *revealed: str, on: date = TODAY) -> tuple[Formulation, ...]:
    return world.vault.read(formulations.of_client, world.client, on, frozenset(revealed))


def newest(world: World, *revealed: str) -> Formulation:
    return versions(world, *revealed)[-1]


def noted(world: World) -> list[str]:
    """Note K7's events around the onset, which was in July; return their uids."""

    world.vault.write(clients.change, world.client, onset="2026-07")
    lines = tuple(
        Captured(Mark.EVENT, n, title, title, when=read(when, words=words.lower()))
        for n, (title, when, words) in enumerate(_EVENTS)
    )
    return list(world.vault.write(noting.note, world.client, lines, NOW).events)


def test_k7s_first_version_grows_and_is_edited_into_the_words_that_were_agreed(
    world: World,
) -> None:
    write, today = world.vault.write, DAY
    flat, coast, _ = noted(world)
    write(courses.renegotiate, world.course, DAY, 14)
    uid = write(formulating.begin, world.client, today)
    assert newest(world).parts["onset"] == "around June"
    told = {
        "onset": "July", "shows": "low, sleepless and cut off", "problem": "depression",
        "links": "what you and Sam expect and don't say",
        "work_on": "saying it, and make room for February when you want",
    }  # fmt: skip
    for part, words in told.items():
        write(formulating.tell, uid, today, None, **{part: words})
    for sort, which in (("event", flat), ("event", coast), ("person", world.sam)):
        write(formulating.tick, uid, sort, which, today)
    grown = newest(world)
    assert grown.paragraph == grown.built == (
        "Since July you have been low, sleepless and cut off. "
        "Together these look like depression, which is treatable and not your fault. "
        "Around then: Sam began looking at a bigger flat. "
        "Before that: left the coast (September 2025). "
        "Sam (closer now than before) is part of it. It seems tied "
        "to what you and Sam expect and don't say. Over the next thirteen meetings we'd work on "
        "saying it, and make room for February when you want."
    )  # fmt: skip
    hand = grown.paragraph
    middle = hand[hand.index("Around then") : hand.index(" It seems")]
    hand = hand.replace(
        middle,
        "Around then Sam began planning a move and neither of you said it aloud, a year after you "
        "left the coast for him and after February.",
    ).replace("February when you", 'February "and Dad" when you')
    write(formulating.write, uid, hand, today, grown.updated_at)
    assert newest(world).paragraph == K7_V1
    assert newest(world).by_hand
    assert "February ‹and Dad› when" in shown(newest(world).paragraph)
    write(formulating.agree, uid, date(2026, 10, 20), "K7", today)
    agreed = newest(world)
    assert (agreed.version, agreed.agreed, agreed.agreed_by) == (1, date(2026, 10, 20), "K7")
    lines = formulation_lines(versions(world), Audience.PRACTITIONER, TODAY)
    assert lines[:4] == ["K7, formulation", "", "v1, agreed 20 Oct by K7", K7_V1]
    assert formulation_lines(versions(world), Audience.CLIENT, TODAY) == [
        "How it hangs together", "", K7_V1,
    ]  # fmt: skip


def test_what_is_agreed_stays_and_a_change_of_it_begins_the_next(world: World) -> None:
    write = world.vault.write
    uid = write(formulating.begin, world.client, TODAY)
    with pytest.raises(KeyError):
        write(formulating.tell, uid, TODAY, agreed="2026-11-11")
    write(formulating.tell, uid, TODAY, onset="")
    with pytest.raises(NotValid, match="nothing to agree on"):
        write(formulating.agree, uid, TODAY, "", TODAY)
    write(formulating.tell, uid, TODAY, shows="low")
    write(formulating.tick, uid, "person", world.sam, TODAY)
    write(formulating.agree, uid, TODAY, "both", TODAY)
    first = newest(world)
    assert first.paragraph == f"You have been low. {SAM} is part of it."
    with pytest.raises(NotValid, match="agreed already"):
        write(formulating.agree, uid, TODAY, "", TODAY)
    with pytest.raises(NotValid, match="only a draft"):
        write(formulating.remove, uid)

    second = write(formulating.tick, uid, "person", world.noor, TODAY, first.updated_at)
    assert [v.version for v in versions(world)] == [1, 2]
    assert replace(versions(world)[0], offered=first.offered) == first
    assert newest(world).paragraph == f"You have been low. {SAM} and Noor are part of it."
    with pytest.raises(NotValid, match="a newer one"):
        write(formulating.tick, uid, "person", world.noor, TODAY)
    with pytest.raises(NotValid, match="a newer one"):
        write(formulating.tell, uid, TODAY, shows="x")
    with pytest.raises(NotValid, match="a newer one"):
        write(formulating.write, uid, "x", TODAY)
    write(formulating.agree, second, TODAY, "", TODAY)
    third = write(formulating.write, second, 'Low, "flat".', TODAY)
    assert [v.paragraph for v in versions(world)][1:] == [
        f"You have been low. {SAM} and Noor are part of it.", 'Low, "flat".',
    ]  # fmt: skip
    anew = write(formulating.begin, world.client, TODAY, third, anew=True)
    assert newest(world).uid == anew
    assert newest(world).paragraph == f'You have been low. {SAM} and Noor are part of it. "flat"'
    assert versions(world)[2].paragraph == 'Low, "flat".'
    write(formulating.tick, anew, "person", world.noor, TODAY)
    assert newest(world).paragraph == f'You have been low. {SAM} is part of it. "flat"'
    assert write(formulating.remove, anew) == "version 4 of the formulation"
    assert world.vault.write(undo.undo, world.client_id) == "version 4 of the formulation removed"
    assert newest(world).paragraph == f'You have been low. {SAM} is part of it. "flat"'
    with pytest.raises(Gone):
        write(formulating.begin, world.client, TODAY, "nowhere")


def test_what_grew_goes_on_growing_after_a_meeting_and_other_words_of_an_event(
    world: World,
) -> None:
    write = world.vault.write
    flat, coast, _ = noted(world)
    uid = write(formulating.begin, world.client, TODAY)
    write(formulating.tell, uid, TODAY, work_on="saying it")
    write(formulating.tick, uid, "event", flat, TODAY)
    write(formulating.write, uid, newest(world).paragraph + ' "and Dad"', TODAY)
    before = newest(world).paragraph
    # what it is built from changes elsewhere: it follows, with the client's own words kept
    write(timed.change, "event", flat, title="the flat")
    write(courses.renegotiate, world.course, TODAY, 12)
    grown = newest(world)
    assert not grown.by_hand
    assert grown.paragraph == f'{grown.built} "and Dad"' != before
    assert "the flat" in grown.paragraph
    write(formulating.tick, uid, "event", coast, TODAY)
    assert newest(world).paragraph == f'{newest(world).built} "and Dad"'
    assert "left the coast" in newest(world).paragraph
    # agreed, it stays as it was, and the next version goes on from it
    write(formulating.agree, uid, TODAY, "both", TODAY)
    agreed = newest(world).paragraph
    write(timed.change, "event", flat, title="the larger flat")
    assert newest(world).paragraph == agreed
    write(formulating.tick, uid, "event", coast, TODAY)
    old, new = versions(world)
    assert (old.paragraph, new.by_hand) == (agreed, False)
    assert new.paragraph == f'{new.built} "and Dad"'
    assert "the larger flat" in new.paragraph
    # what somebody wrote otherwise follows nothing
    write(formulating.write, new.uid, f"{new.paragraph} All of it at once.", TODAY)
    write(timed.change, "event", flat, title="a flat")
    assert newest(world).by_hand
    assert "the larger flat" in newest(world).paragraph


def test_two_windows_do_not_overwrite_each_other(world: World) -> None:
    write = world.vault.write
    uid = write(formulating.begin, world.client, TODAY)
    seen = newest(world).updated_at
    write(formulating.write, uid, "Written elsewhere.", TODAY, seen)
    with pytest.raises(ChangedElsewhere):
        write(formulating.write, uid, "Mine.", TODAY, seen)
    with pytest.raises(ChangedElsewhere):
        write(formulating.agree, uid, TODAY, "", TODAY, seen)
    assert newest(world).paragraph == "Written elsewhere."


def test_what_is_ticked_can_be_taken_out_of_the_record_and_comes_back(world: World) -> None:
    write = world.vault.write
    flat, coast, loss = noted(world)
    uid = write(formulating.begin, world.client, TODAY)
    for sort, which in (("event", flat), ("event", coast), ("person", world.sam)):
        write(formulating.tick, uid, sort, which, TODAY)
    drafted = newest(world)
    write(formulating.agree, uid, TODAY, "", TODAY)
    second = write(formulating.begin, world.client, TODAY, uid)
    before = world.vault.read(content)
    write(timed.remove, "event", flat)
    write(people.remove, world.sam)
    write(timed.remove, "event", coast)
    old, new = versions(world)
    assert old.paragraph == drafted.paragraph
    assert not old.ticked
    assert (new.uid, new.paragraph) == (second, "It goes back to around June.")
    for _ in range(3):
        write(undo.undo, world.client_id)
    after = world.vault.read(content)
    for held in (before, after):
        held.pop("words")
        held.pop("search")
    assert after == before
    assert newest(world).paragraph == drafted.paragraph
    offered = {each.uid for each in newest(world).offered}
    assert {flat, coast, loss, world.sam} <= offered
    assert world.noor not in offered  # nobody has placed her on the circle


def test_it_is_veiled_with_what_it_points_at_and_stays_so(world: World) -> None:
    write = world.vault.write
    *_, loss = noted(world)
    uid = write(formulating.begin, world.client, TODAY)
    write(formulating.tell, uid, TODAY, shows="unravelled")
    write(formulating.tick, uid, "event", loss, TODAY)
    write(timed.change, "event", loss, None, None, sensitive=True)
    unseen = newest(world)
    assert unseen.veiled
    assert (unseen.paragraph, unseen.parts, unseen.offered) == ("", {}, ())
    assert newest(world, uid).paragraph == (
        "Since around June you have been unravelled. Before that: a loss (February 2025)."
    )
    (hit,) = world.vault.read(search.find, "unravelled", world.client).hits
    assert (hit.kind, hit.veiled, hit.title) == ("formulation", True, "")
    assert formulation_lines(versions(world), Audience.PRACTITIONER, TODAY)[-1].startswith("veiled")
    write(timed.remove, "event", loss)
    assert newest(world).veiled  # it told of it, and goes on telling
    write(undo.undo, world.client_id)
    write(timed.change, "event", loss, None, None, sensitive=False)
    assert not newest(world).veiled
    write(people.tell, world.sam, sensitive=True)
    write(formulating.write, uid, "Sam and the flat.", TODAY)
    assert newest(world).veiled
    write(people.remove, world.sam)
    assert newest(world).veiled
    (hit,) = world.vault.read(search.find, "flat", world.client, revealed=frozenset({uid})).hits[:1]
    assert replace(hit, snippet="").title == "version 1, 23 Nov 2026"
    write(formulating.veil, uid, sensitive=False)
    assert not newest(world).veiled
    assert value(world.vault, "SELECT count(*) FROM formulation_link") == 1
