"""The cards of everybody: wishes, ties, moves and mentions, as of a day."""

from datetime import date

import pytest
from sqlalchemy import event

from ipt_tui.ipt import capture
from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.card import Card
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.people import Ring
from ipt_tui.vault import (
    cards,
    clients,
    drafts,
    expectations,
    noting,
    overview,
    people,
    ties,
    timed,
    timeline,
)
from ipt_tui.vault.errors import ChangedElsewhere, Gone, NotValid
from ipt_tui.vault.timeline import Asked
from tests.conftest import NOW
from tests.vault.world import EARLIER, TODAY, World, content, history, value

BETWEEN = date(2026, 11, 10)


def card(world: World, uid: str, on: date = TODAY, *revealed: str) -> Card:
    found = world.vault.read(cards.inventory, world.client, on, revealed=frozenset(revealed))
    return found.cards[uid]


def test_a_card_says_what_was_told(world: World) -> None:
    sam = card(world, world.sam)
    assert sam.heading == "partner since 2017 · closest"
    assert (sam.now, sam.before, sam.hoped) == (Ring.CLOSEST, Ring.CLOSE, Ring.CLOSEST)
    assert sam.text("notes") == "tense, shut out"
    assert sam.values["quality"] is None
    world.vault.write(people.stand, world.sam, TODAY, quality="mixed", gives=3)
    assert card(world, world.sam).values["quality"] == "mixed"
    assert sam.updated_at == NOW


def test_moves_are_told_by_their_days(world: World) -> None:
    world.vault.write(people.place, world.sam, Ring.WIDER, EARLIER, why="the letter")
    world.vault.write(people.stand, world.sam, BETWEEN, gives=3)
    moves = card(world, world.sam).moves
    assert [(move.day, move.view, move.ring) for move in moves] == [
        ("2026-11-03", "now", Ring.WIDER),
        ("2026-11-23", "now", Ring.CLOSEST),
        ("2026-11-23", "before", Ring.CLOSE),
        ("2026-11-23", "hoped", Ring.CLOSEST),
    ]
    assert [move.why for move in card(world, world.sam, EARLIER).moves] == ["the letter"]


def test_what_became_of_a_wish_is_told_as_of_the_day(world: World) -> None:
    vault, wish = world.vault, world.wish
    vault.write(people.place, world.sam, Ring.WIDER, EARLIER)
    vault.write(expectations.note, wish, EARLIER, said=True, met="no")
    vault.write(expectations.note, wish, BETWEEN, met="partly", why="once")
    vault.write(expectations.note, wish, TODAY, met="partly")
    line = card(world, world.sam).expectations[0]
    assert (line.said, line.said_on) == (False, "2026-11-23")
    assert (line.met, line.met_on) == ("partly", "2026-11-10")
    line = card(world, world.sam, EARLIER).expectations[0]
    assert (line.said, line.said_on, line.met) == (True, "2026-11-03", "no")


def test_ones_own_wishes_come_first_and_the_unsaid_are_counted(world: World) -> None:
    world.vault.write(expectations.add, world.sam, "less work", "theirs")
    second = world.vault.write(expectations.add, world.sam, "a call")
    lines = card(world, world.sam).expectations
    assert [line.whose for line in lines] == ["mine", "mine", "theirs"]
    assert [line.said for line in lines] == [False, None, None]
    found = world.vault.read(cards.inventory, world.client, TODAY)
    assert found.unsaid == ("Sam",)
    assert found.onset == "around June"
    world.vault.write(expectations.note, second, TODAY, said=False)
    assert world.vault.read(overview.overview, world.client, TODAY, DAY_STARTS_AT).unsaid == (
        "Sam",
        "Sam",
    )


def test_a_tie_is_told_from_both_sides(world: World) -> None:
    assert [(tie.name, tie.kind) for tie in card(world, world.sam).ties] == [("Noor", "child")]
    assert [(tie.name, tie.kind) for tie in card(world, world.noor).ties] == [("Sam", "father")]
    assert card(world, world.sam).ties[0].uid == world.tie


def test_mentions_are_the_lines_as_they_were_typed(world: World) -> None:
    world.vault.write(
        people.tell, world.noor, notes="Sam cooks\nshe reads\nSAM's flat", good="Samuel"
    )
    mentions = card(world, world.sam).mentions
    assert [(said.where, said.line) for said in mentions] == [
        ("Noor", "Sam cooks"),
        ("Noor", "SAM's flat"),
    ]


def test_what_is_sensitive_is_told_nowhere_else(world: World) -> None:
    world.vault.write(people.tell, world.sam, notes="Noor is like him", sensitive=True)
    assert card(world, world.sam) == Card(world.sam, world.client, veiled=True)
    assert card(world, world.noor).ties == ()
    assert card(world, world.noor).mentions == ()
    assert world.vault.read(cards.inventory, world.client, TODAY).unsaid == ()
    assert card(world, world.sam, TODAY, world.sam).name == "Sam"
    assert card(world, world.noor, TODAY, world.sam).ties[0].name == "Sam"


def test_the_newest_event_is_not_told_where_it_is_veiled(world: World) -> None:
    """Veiled as on the timeline: for its note, and for the sensitive mood it is tied to."""
    vault = world.vault
    for entry in vault.read(timeline.timeline, world.client, Asked(TODAY)).events:
        vault.write(timed.remove, "event", entry.uid)
    for line in ("!supper @Sam ~3 low", "!walk @Noor"):
        pieces = capture.parse(line, TODAY, ["Sam", "Noor"])
        vault.write(noting.note, world.client, pieces, moment(vault.clock.now()))
    shown = vault.read(timeline.timeline, world.client, Asked(TODAY))
    assert card(world, world.sam).latest == "23 Nov, supper"
    supper = next(entry for entry in shown.events if entry.title == "supper")
    (low,) = shown.tied(supper.uid)
    vault.write(timed.change, "mood", low, sensitive=True)
    assert card(world, world.sam).latest == ""
    assert card(world, world.noor).latest == "23 Nov, walk"
    walk = next(entry for entry in shown.events if entry.title == "walk")
    vault.write(timed.change, "event", walk.uid, note="Sam was there too")
    vault.write(people.tell, world.sam, sensitive=True)
    assert card(world, world.noor).latest == ""


def unsaid_by_cards(world: World, on: date) -> tuple[str, ...]:
    found = world.vault.read(cards.inventory, world.client, on).cards.values()
    return tuple(
        card.name
        for card in found
        for line in card.expectations
        if line.whose == "mine" and line.said is False
    )


def test_today_and_the_cards_agree_on_what_is_unsaid(world: World) -> None:
    vault = world.vault
    vault.write(people.place, world.sam, Ring.WIDER, EARLIER)
    vault.write(expectations.note, world.wish, EARLIER, said=True)
    vault.write(expectations.note, world.wish, TODAY, met="no")
    theirs = vault.write(expectations.add, world.sam, "less work", "theirs")
    vault.write(expectations.note, theirs, EARLIER, said=False)
    call = vault.write(expectations.add, world.noor, "a call")
    vault.write(expectations.note, call, BETWEEN, said=False)
    said = {
        day: vault.read(overview.overview, world.client, day, DAY_STARTS_AT).unsaid
        for day in (EARLIER, BETWEEN, TODAY)
    }
    assert said == {EARLIER: (), BETWEEN: (), TODAY: ("Sam", "Noor")}
    assert said == {day: unsaid_by_cards(world, day) for day in said}
    vault.write(people.tell, world.noor, sensitive=True)
    assert vault.read(overview.overview, world.client, TODAY, DAY_STARTS_AT).unsaid == ("Sam",)
    assert vault.read(cards.inventory, world.client, TODAY).unsaid == ("Sam",)


def test_todays_page_asks_for_no_cards(world: World) -> None:
    asked: list[str] = []
    event.listen(world.vault._engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    world.vault.read(overview.overview, world.client, TODAY, DAY_STARTS_AT)
    assert not [sql for sql in asked if "person.notes" in sql or "tie.other_id" in sql]


def test_only_texts_that_hold_a_name_are_looked_through_for_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def lines_naming(name: str, text: str) -> list[str]:
        looked.append(name)
        return []

    monkeypatch.setattr(cards, "lines_naming", lines_naming)
    for name in ("Ada", "Bo", "Cy"):
        line = PersonLine(name, note="sees SAM on Sundays")
        world.vault.write(people.add, world.client, line, TODAY)
    world.vault.read(cards.inventory, world.client, TODAY)
    assert set(looked) == {"Sam"}


def test_todays_page_counts_drafts_of_this_client_alone(world: World) -> None:
    world.vault.keep(drafts.save, "a", "half", world.client)
    world.vault.keep(drafts.save, "b", "half", world.vault.write(clients.add, "M3"))
    world.vault.keep(drafts.save, "c", "half")
    page = world.vault.read(overview.overview, world.client, TODAY, DAY_STARTS_AT)
    assert (page.code, page.status, page.onset) == ("K7", "active", "around June")
    assert len(page.drafts) == 1


def test_news_of_a_wish_is_one_entry_a_day(world: World) -> None:
    world.vault.write(expectations.note, world.wish, TODAY, met="no", why="again")
    assert value(world.vault, "SELECT count(*) FROM outcome") == 1
    assert value(world.vault, "SELECT what FROM step ORDER BY id DESC LIMIT 1").endswith(
        "what became of it"
    )
    before = world.vault.read(history)
    world.vault.write(expectations.note, world.wish, EARLIER)
    assert world.vault.read(history) == before


def test_a_wish_without_words_is_refused(world: World) -> None:
    for words in ("", "  \n ", "\u200b"):
        with pytest.raises(NotValid, match="The expectation is empty"):
            world.vault.write(expectations.add, world.sam, words)
    earlier = NOW.replace(year=2025)
    with pytest.raises(ChangedElsewhere):
        world.vault.write(expectations.change, world.wish, earlier, text="x")
    world.vault.write(expectations.remove, world.wish)
    with pytest.raises(Gone):
        world.vault.write(expectations.change, world.wish, text="x")


def test_a_tie_is_between_two_people_of_one_record(world: World) -> None:
    vault = world.vault
    with pytest.raises(NotValid, match="between two people"):
        vault.write(ties.tie, world.sam, world.sam, "self")
    other = vault.write(clients.add, "M3")
    kim = vault.write(people.add, other, PersonLine("Kim"), TODAY)
    with pytest.raises(NotValid, match="different records"):
        vault.write(ties.tie, world.sam, kim, "friend")


def test_two_are_tied_once_whichever_way_round(world: World) -> None:
    before = world.vault.read(content)
    assert world.vault.write(ties.tie, world.sam, world.noor, " father ") == world.tie
    assert world.vault.read(content) == before
    world.vault.write(ties.tie, world.noor, world.sam, "stepchild")
    assert [(tie.name, tie.kind) for tie in card(world, world.noor).ties] == [
        ("Sam", "step-parent")
    ]
    assert value(world.vault, "SELECT count(*) FROM tie") == 1


def test_a_word_of_ones_own_is_kept_once_and_known_both_ways(world: World) -> None:
    for word in ("choirmaster", "Choir-Master", " CHOIRMASTER ", "mother"):
        with pytest.raises(NotValid, match="is known already"):
            world.vault.write(ties.add_kind, word, "x")
    with pytest.raises(NotValid, match="The relationship word is empty"):
        world.vault.write(ties.add_kind, " ", "x")
    kinds = world.vault.read(ties.kinds)
    assert kinds.reverse("choirmaster") == "chorister"
    found = kinds.find("choirmaster")
    assert found
    assert found.own
