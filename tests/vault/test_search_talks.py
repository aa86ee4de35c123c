"""Search finds what belongs to a talk, says which talk it is, and veils it with it."""

import pytest

from ipt_tui.vault import search, timed
from ipt_tui.vault.search import MARK_ON
from tests.vault.world import World

TOLD_OF_A_TALK = {
    "spare": "talk",
    "might": "turn",
    "please": "alternative",
    "breakfast ask": "option",
    "minute": "rehearsal",
    "nod": "attempt",
}


def test_what_belongs_to_a_talk_is_found_there(world: World) -> None:
    vault = world.vault
    for query, kind in TOLD_OF_A_TALK.items():
        hit = next(hit for hit in vault.read(search.find, query).hits if hit.kind == kind)
        assert (hit.title, hit.talk_uid) == ("talk, 23 Nov 2026", world.talk)
        assert (hit.person_uid, hit.entry_uid, hit.client_code) == (None, None, "K7")
        assert MARK_ON in hit.snippet
    vault.write(timed.change, "event", world.event, happened="", first_day="", last_day="", at="")
    assert [hit.title for hit in vault.read(search.find, "spare").hits] == ["talk"]


@pytest.mark.parametrize("query", TOLD_OF_A_TALK)
def test_what_belongs_to_a_talk_is_veiled_with_it(world: World, query: str) -> None:
    vault = world.vault

    def hit(*revealed: str) -> search.Hit:
        hits = vault.read(search.find, query, revealed=frozenset(revealed)).hits
        return next(hit for hit in hits if hit.kind == TOLD_OF_A_TALK[query])

    assert not hit().veiled
    vault.write(timed.change, "event", world.event, sensitive=True)
    assert (hit().veiled, hit().title, hit().snippet) == (True, "", "")
    assert hit().talk_uid == world.talk
    assert not hit(world.event).veiled
    assert not hit(world.talk).veiled
    assert hit(world.sam).veiled
