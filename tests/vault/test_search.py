"""Search finds what was written, whatever is typed, and never tells what is veiled."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from ipt_tui.ipt import capture
from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.moments import moment
from ipt_tui.vault import clients, expectations, noting, people, search, ties, undo
from ipt_tui.vault.errors import Gone
from ipt_tui.vault.search import MARK_OFF, MARK_ON, Found
from ipt_tui.vault.vault import Vault
from tests.vault.world import TODAY, World

HOSTILE = [
    '"', "AND", "a OR", "NOT", "NEAR(", "x:y", "(", ")", "it's", "foo-bar", "C++", "*", "^", "-",
    "", " ", "{a b}: c", "text : x", "''; DROP TABLE person;--", "\x00", "\x1b[31m", "_", "__ _",
    "[a", "?", "a*b*", "\ud800", "²", "ﬁ", "İ", "́", "👨‍👩‍👧", "שלום", "字", "a " * 5000, "z" * 9999,
]  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE)
def test_nothing_typed_can_break_it(world: World, query: str) -> None:
    assert isinstance(world.vault.read(search.find, query), Found)
    assert isinstance(world.vault.read(search.find, query, world.client, only=True), Found)


fragments = st.sampled_from(HOSTILE) | st.sampled_from(["Sam", "rota", "tensee"]) | st.text()


@given(st.lists(fragments, max_size=6).map(" ".join), st.booleans())
@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_nothing_made_up_can_break_it(world: World, query: str, only: bool) -> None:
    found = world.vault.read(search.find, query, world.client, only=only)
    assert all(hit.client_code == "K7" for hit in found.hits)


def titles(found: Found) -> list[tuple[str, str]]:
    return [(hit.kind, hit.title) for hit in found.hits]


def test_everything_written_is_found_where_it_stands(world: World) -> None:
    vault = world.vault
    vault.write(clients.change, world.client, about="two moves in a winter")
    vault.write(people.stand, world.noor, TODAY, why="the school play")
    vault.write(expectations.note, world.wish, TODAY, why="over pancakes")
    for query, kind, title in (
        ("winter", "client", "K7"),
        ("shut", "person", "Sam"),
        ("play", "standing", "Noor"),
        ("swaps", "expectation", "Sam"),
        ("pancakes", "outcome", "Sam"),
        ("father", "tie", "Sam"),
    ):
        found = vault.read(search.find, query)
        assert titles(found) == [(kind, title)]
        assert found.instead == ""
        hit = found.hits[0]
        assert f"{MARK_ON}{query}{MARK_OFF}" in hit.snippet
        assert (hit.client_uid, hit.client_code) == (world.client, "K7")
    assert vault.read(search.find, "winter").hits[0].person_uid is None
    assert vault.read(search.find, "pancakes").hits[0].person_uid == world.sam


def test_accents_capitals_and_word_ends_make_no_difference(world: World) -> None:
    world.vault.write(people.tell, world.noor, notes="Élise était là; Ångström")
    for query in ("elise", "ÉLI", "angstrom", "ÅNG", "etait la", "la etait eli"):
        assert titles(world.vault.read(search.find, query)) == [("person", "Noor")], query
    assert not world.vault.read(search.find, "lise").hits
    assert not world.vault.read(search.find, "elise nowhere").hits


@pytest.mark.parametrize(
    ("typed", "meant"), [("elsie", "elise"), ("Elisé", "elise"), ("étiat la", "etait la")]
)
def test_a_mistyped_word_is_put_right_and_that_is_said(
    world: World, typed: str, meant: str
) -> None:
    world.vault.write(people.tell, world.noor, notes="Élise était là")
    found = world.vault.read(search.find, typed)
    assert titles(found) == [("person", "Noor")]
    assert found.instead in (meant, "")
    assert world.vault.read(search.find, "xylophon") == Found()


def test_the_client_on_screen_comes_first(world: World) -> None:
    vault = world.vault
    other = vault.write(clients.add, "M3")
    for name in ("Ada", "Bo", "Cy"):
        vault.write(people.add, other, PersonLine(name, note="harbour harbour"), TODAY)
    vault.write(people.tell, world.noor, notes="once at the harbour, a long way off")
    codes = [hit.client_code for hit in vault.read(search.find, "harbour", world.client).hits]
    assert codes == ["K7", "M3", "M3", "M3"]
    only = vault.read(search.find, "harbour", other, only=True)
    assert [hit.title for hit in only.hits] == ["Cy", "Bo", "Ada"]
    assert vault.read(search.find, "harbour", world.client, only=True).hits[0].title == "Noor"
    assert not vault.read(search.find, "rota", other, only=True).hits
    assert len(vault.read(search.find, "harbour").hits) == 4
    with pytest.raises(Gone):
        vault.read(search.find, "harbour", "nobody")


def test_an_old_line_of_the_client_on_screen_is_found_among_many_newer_ones(world: World) -> None:
    vault = world.vault
    vault.write(people.tell, world.noor, notes="once at the harbour")
    other = vault.write(clients.add, "M3")
    for number in range(search.LIMIT + 5):
        vault.write(people.add, other, PersonLine(f"Harbour {number}"), TODAY)
    hits = vault.read(search.find, "harbour", world.client).hits
    assert (hits[0].client_code, hits[0].title) == ("K7", "Noor")
    assert [hit.title for hit in hits[1:]] == [
        f"Harbour {number}" for number in range(search.LIMIT + 4, 5, -1)
    ]
    assert len(hits) == search.LIMIT


def test_many_hits_take_as_many_questions_as_few(world: World) -> None:
    vault = world.vault
    asked: list[str] = []
    event.listen(vault._engine, "before_cursor_execute", lambda *args: asked.append(args[2]))

    def questions() -> int:
        asked.clear()
        assert vault.read(search.find, "harbour", world.client).hits
        return len(asked)

    def more(number: int) -> None:
        somebody = vault.write(people.add, world.client, PersonLine(f"Harbour {number}"), TODAY)
        vault.write(people.stand, somebody, TODAY, why="harbour")
        vault.write(expectations.add, somebody, "the harbour")
        lines = "!harbour lights\n~3 harbour air\n!talk harbour\nme: the harbour"
        pieces = capture.parse(lines, TODAY)
        vault.write(noting.note, world.client, pieces, moment(vault.clock.now()))

    more(0)
    few = questions()
    for number in range(1, 6):
        more(number)
    assert questions() == few


def all_words(found: Found) -> str:
    return repr([(hit.title, hit.snippet) for hit in found.hits]) + found.instead


def test_what_is_sensitive_is_veiled_until_it_is_revealed(world: World) -> None:
    vault = world.vault
    vault.write(people.tell, world.sam, sensitive=True)
    for query in ("partner", "shut", "swaps", "father"):
        found = vault.read(search.find, query)
        hit = found.hits[0]
        assert hit.veiled
        assert (hit.title, hit.snippet) == ("", "")
        shown = vault.read(search.find, query, revealed=frozenset([world.sam]))
        assert not shown.hits[0].veiled
        assert shown.hits[0].snippet
    vault.write(people.tell, world.sam, sensitive=False)
    vault.write(people.tell, world.noor, sensitive=True)
    assert vault.read(search.find, "father").hits[0].veiled, "or the tie would tell"
    assert not vault.read(search.find, "swaps").hits[0].veiled


def test_entries_that_somebody_sensitive_is_in_are_veiled(world: World) -> None:
    """Named with a sign, named in passing, or in the event a mood is tied to."""
    vault = world.vault
    lines = {
        "named": "~3 named hurt @Sam",
        "tied": "!quarrel @Sam ~4 tied",
        "passing": "passing Sam by",
        "plain": "!plain supper",
    }
    for line in lines.values():
        pieces = capture.parse(line, TODAY, ["Sam"])
        vault.write(noting.note, world.client, pieces, moment(vault.clock.now()))

    def veiled(query: str, *revealed: str) -> set[bool]:
        hits = vault.read(search.find, query, revealed=frozenset(revealed)).hits
        assert all(bool(hit.snippet) is not hit.veiled for hit in hits)
        return {hit.veiled for hit in hits}

    assert [veiled(query) for query in lines] == [{False}] * 4
    vault.write(people.tell, world.sam, sensitive=True)
    assert [veiled(query) for query in lines] == [{True}, {True}, {True}, {False}]
    assert [veiled(query, world.sam) for query in lines] == [{False}] * 4


def test_a_word_is_not_corrected_to_one_that_only_the_veiled_hold(world: World) -> None:
    vault = world.vault
    vault.write(people.tell, world.sam, notes="Xanthippe", sensitive=True)
    found = vault.read(search.find, "xantippe")
    assert "xanthippe" not in all_words(found)
    assert found == Found()
    shown = vault.read(search.find, "xantippe", revealed=frozenset([world.sam]))
    assert shown.instead == "xanthippe"
    vault.write(people.tell, world.noor, notes="Xanthippe")
    assert vault.read(search.find, "xantippe").instead == "xanthippe"


def words(vault: Vault) -> set[str]:
    from sqlalchemy import text

    sql = text("SELECT term FROM search_words")
    return set(vault.read(lambda session: session.execute(sql).scalars().all()))


def test_who_is_taken_out_is_gone_from_the_index_and_comes_back_with_undo(world: World) -> None:
    vault = world.vault
    before = words(vault)
    assert {"sam", "rota", "tense"} <= before
    vault.write(people.remove, world.sam)
    assert words(vault) & {"sam", "rota", "tense", "father"} == {"sam"}, "Sam's daughter is Noor"
    assert not vault.read(search.find, "rota").hits
    vault.write(undo.undo, world.client_id)
    assert words(vault) == before
    assert titles(vault.read(search.find, "rota")) == [("expectation", "Sam")]


def test_what_was_changed_is_found_by_its_new_words_alone(world: World) -> None:
    world.vault.write(people.tell, world.sam, notes="softer now")
    assert not world.vault.read(search.find, "tense").hits
    assert titles(world.vault.read(search.find, "softer")) == [("person", "Sam")]
    world.vault.write(ties.tie, world.sam, world.noor, "stepfather")
    assert not world.vault.read(search.find, "father").hits


def test_a_list_has_an_end(world: World) -> None:
    for number in range(search.LIMIT + 5):
        world.vault.write(people.add, world.client, PersonLine(f"Quentin {number}"), TODAY)
    assert len(world.vault.read(search.find, "quentin").hits) == search.LIMIT
