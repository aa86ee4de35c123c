"""People, and where they stand on which day."""

from datetime import date
from typing import Any

import pytest

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.circle import Circle, Placed
from ipt_tui.ipt.dates import read
from ipt_tui.ipt.people import Ring, View
from ipt_tui.records import Person
from ipt_tui.vault import cards, people
from ipt_tui.vault.editing import one
from ipt_tui.vault.errors import ChangedElsewhere, Gone, NotValid
from tests.conftest import NOW
from tests.vault.world import EARLIER, TODAY, World, content, value


def circle(world: World, on: date = TODAY, view: View = View.NOW, **more: Any) -> Circle:
    return world.vault.read(people.circle, world.client, on, view, **more)


def placed(world: World, uid: str, on: date = TODAY, view: View = View.NOW) -> Placed:
    found = circle(world, on, view).person(uid)
    assert found
    return found


def told(world: World, uid: str, name: str) -> Any:
    return world.vault.read(lambda session: getattr(one(session, Person, uid), name))


def test_an_adding_line_is_kept_with_all_it_says(world: World) -> None:
    line = PersonLine(
        "Dad", "father", Ring.CLOSEST, Ring.CLOSE, Ring.OFF, "died",
        died=read("2019-21", words="spring 2019"), since=read("1984/.."), note="heart, sudden",
    )  # fmt: skip
    dad = world.vault.write(people.add, world.client, line, EARLIER)
    kept = {"name": "Dad", "kind": "father", "life": "died", "died": "2019-21",
            "died_words": "spring 2019", "since": "1984/..", "since_words": "",
            "notes": "heart, sudden", "added": "2026-11-03", "sensitive": False}  # fmt: skip
    assert {name: told(world, dad, name) for name in kept} == kept
    rings = [placed(world, dad, view=view).ring for view in (View.NOW, View.BEFORE, View.HOPED)]
    assert rings == [Ring.CLOSEST, Ring.CLOSE, Ring.OFF]
    assert circle(world, on=date(2026, 11, 2)).person(dad) is None


def test_a_person_stands_where_they_were_put_last(world: World) -> None:
    vault, sam = world.vault, world.sam
    vault.write(people.place, sam, Ring.OUTSIDE, EARLIER, why="the letter")
    assert placed(world, sam).ring is Ring.CLOSEST
    assert placed(world, sam, EARLIER).ring is Ring.OUTSIDE
    assert placed(world, sam, EARLIER).why == "the letter"
    vault.write(people.place, sam, Ring.WIDER, EARLIER)
    assert placed(world, sam, EARLIER).why == "the letter"
    assert placed(world, sam, EARLIER).ring is Ring.WIDER
    assert placed(world, world.noor).ring is None
    assert placed(world, sam).before is Ring.WIDER
    assert circle(world).snapshots == (EARLIER, TODAY)
    assert circle(world).code == "K7"


def test_a_move_starts_from_where_they_stand_by_then(world: World) -> None:
    vault, noor = world.vault, world.noor
    rings = []
    for nearer in (True, True, True, True, False):
        vault.write(people.move, noor, nearer=nearer, on=TODAY)
        rings.append(placed(world, noor).ring)
    assert rings == [Ring.WIDER, Ring.CLOSE, Ring.CLOSEST, Ring.CLOSEST, Ring.CLOSE]
    vault.write(people.move, noor, nearer=True, on=TODAY, view=View.HOPED)
    assert placed(world, noor, view=View.HOPED).ring is Ring.WIDER
    assert placed(world, noor).ring is Ring.CLOSE


def test_who_is_placed_on_an_earlier_day_is_there_on_that_day(world: World) -> None:
    assert circle(world, EARLIER).people == ()
    world.vault.write(people.place, world.sam, Ring.WIDER, EARLIER)
    world.vault.write(people.stand, world.noor, EARLIER, friction=2)
    assert [person.uid for person in circle(world, EARLIER).people] == [world.sam, world.noor]


def test_ratings_last_until_they_are_given_anew(world: World) -> None:
    world.vault.write(people.stand, world.sam, EARLIER, gives=2, gets=7, quality="mixed")
    world.vault.write(people.stand, world.sam, TODAY, gets=3, confide="some")
    now, then = placed(world, world.sam), placed(world, world.sam, EARLIER)
    assert (now.gives, now.gets, now.quality, now.confide) == (2, 3, "mixed", "some")
    assert (then.gives, then.gets, then.quality, then.confide) == (2, 7, "mixed", None)
    assert now.ring is Ring.CLOSEST


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"gives": 11}, "Gives is a number from 0 to 10"),
        ({"friction": -1}, "Friction is a number from 0 to 10"),
        ({"ring": 5}, "Ring is a number from 0 to 4"),
        ({"gets": "many"}, "Gets does not fit here"),
        ({"quality": "x" * 21}, "Quality can be 20 letters long"),
    ],
)
@pytest.mark.parametrize("on", [EARLIER, TODAY])
def test_a_rating_there_is_not_is_refused(
    world: World, values: dict[str, Any], sentence: str, on: date
) -> None:
    """Whether the day has a standing already or not."""
    before = world.vault.read(content)
    with pytest.raises(NotValid, match=sentence):
        world.vault.write(people.stand, world.sam, on, **values)
    with pytest.raises(KeyError):
        world.vault.write(people.stand, world.sam, on, shoe=43)
    assert world.vault.read(content) == before


def test_a_move_can_be_put_on_the_right_day(world: World) -> None:
    vault, move = world.vault, world.move()
    vault.write(people.redate, move, day=EARLIER, why="it was then")
    assert placed(world, world.sam, EARLIER).ring is Ring.CLOSEST
    assert placed(world, world.sam, EARLIER).why == "it was then"
    vault.write(people.redate, move, day=EARLIER, why="in fact")
    vault.write(people.place, world.sam, Ring.WIDER, TODAY)
    with pytest.raises(NotValid, match="a move on that day already"):
        vault.write(people.redate, move, day=TODAY)
    vault.write(people.redate, move, day=date(2026, 11, 10))
    assert placed(world, world.sam, date(2026, 11, 10)).ring is Ring.CLOSEST
    with pytest.raises(ChangedElsewhere):
        vault.write(people.redate, move, NOW, why="too late")


def test_who_is_alive_has_no_day_of_death(world: World) -> None:
    vault = world.vault
    vault.write(people.tell, world.sam, life="died", died="2019", died_words="2019")
    vault.write(people.tell, world.sam, life="living")
    assert (told(world, world.sam, "died"), told(world, world.sam, "died_words")) == ("", "")


def test_who_is_taken_out_takes_everything_of_theirs_along(world: World) -> None:
    assert world.vault.write(people.remove, world.sam) == "Sam"
    assert [person.uid for person in circle(world).people] == [world.noor]
    for table in ("standing", "expectation", "outcome", "tie"):
        assert value(world.vault, f"SELECT count(*) FROM {table}") == 0
    world.vault.write(people.tell, world.noor, sensitive=True)
    assert world.vault.write(people.remove, world.noor) == "someone"
    with pytest.raises(Gone):
        world.vault.write(people.remove, world.noor)


def test_two_of_one_name_are_two_people(world: World) -> None:
    other = world.vault.write(people.add, world.client, PersonLine("Sam", "boss"), TODAY)
    world.vault.write(people.place, other, Ring.OUTSIDE, TODAY)
    assert [person.name for person in circle(world).people] == ["Sam", "Noor", "Sam"]
    assert placed(world, world.sam).ring is Ring.CLOSEST
    found = world.vault.read(cards.inventory, world.client, TODAY)
    assert found.cards[other].text("kind") == "boss"
    assert world.vault.write(people.remove, other) == "Sam"
    assert placed(world, world.sam).ring is Ring.CLOSEST


def test_nobody_is_changed_who_is_not_there(world: World) -> None:
    with pytest.raises(Gone):
        world.vault.write(people.add, "no such client", PersonLine("Sam"), TODAY)
    with pytest.raises(Gone):
        world.vault.write(people.place, "no such person", Ring.WIDER, TODAY)
    with pytest.raises(Gone):
        world.vault.read(people.circle, "no such client", TODAY)


def test_who_is_sensitive_comes_veiled_unless_revealed(world: World) -> None:
    world.vault.write(people.tell, world.sam, sensitive=True)
    veiled = placed(world, world.sam)
    assert (veiled.name, veiled.kind, veiled.veiled) == ("", "", True)
    shown = circle(world, revealed=frozenset([world.sam])).person(world.sam)
    assert shown
    assert shown.name == "Sam"


def test_the_standings_of_one_are_theirs_alone(world: World) -> None:
    world.vault.write(people.place, world.noor, Ring.WIDER, TODAY)
    number = value(world.vault, "SELECT id FROM person WHERE uid = :uid", uid=world.noor)
    rows = world.vault.read(people.standings, world.client_id, number)
    assert [(row.person_uid, row.ring) for row in rows] == [(world.noor, 3)]
    assert len(world.vault.read(people.standings, world.client_id)) == 4
