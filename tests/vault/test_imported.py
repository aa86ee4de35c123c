"""Importing moods: once however often it is asked for, one step, and gone again with it."""

from dataclasses import replace
from typing import Any

import pytest

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.imported import ImportedMood, MoodFile, Refused
from ipt_tui.ipt.scales import Scale
from ipt_tui.vault import clients, imported, people, steps, undo
from ipt_tui.vault.errors import Gone
from ipt_tui.vault.vault import Vault
from tests.vault.world import TODAY, World, content, history

RAD = ImportedMood(2, "2026-11-09T21:30", 60, "time", "rad", note="tea\nactivities: walk")
SEVEN = ImportedMood(3, "2026-11-08T00:40", 60, "time", "7", 7, "calm, glad", "", ("sam", "Kim"))
FILE = MoodFile("daylio", (RAD, SEVEN), (Refused(9, "it has no mood."),))
MAPPING = {"rad": 9}


def load(world: World, file: MoodFile = FILE, **mapping: int) -> imported.Plan:
    return world.vault.write(imported.load, world.client, file, MAPPING | mapping)


def moods(vault: Vault) -> list[dict[str, Any]]:
    """Return the moods that came from a file."""
    return [row for row in vault.read(content)["mood"] if row["source"]]


def linked(vault: Vault) -> list[tuple[int, int]]:
    known = [mood["id"] for mood in moods(vault)]
    named = [(row["mood_id"], row["person_id"]) for row in vault.read(content)["mood_person"]]
    return [(mood, person) for mood, person in named if mood in known]


def test_what_stands_in_the_file_is_kept(world: World) -> None:
    told = load(world)
    assert (told.new, told.same, told.refused) == (2, 0, [Refused(9, "it has no mood.")])
    assert (told.first, told.last) == ("2026-11-08T00:40", "2026-11-09T21:30")
    rad, seven = moods(world.vault)
    assert {name: rad[name] for name in ("at", "offset", "known", "value", "source_words")} == {
        "at": "2026-11-09T21:30",
        "offset": 60,
        "known": "time",
        "value": 9,
        "source_words": "rad",
    }
    assert (rad["source"], rad["words"], rad["kind"]) == ("daylio", "", "now")
    assert rad["note"] == "tea\nactivities: walk"
    assert (rad["scale_low"], rad["scale_high"], rad["low_words"]) == (1, 10, "worst")
    assert (seven["value"], seven["feelings"], seven["at"]) == (7, "calm, glad", SEVEN.at)
    assert not any(mood["sensitive"] for mood in (rad, seven))


def test_a_plan_changes_nothing_and_says_what_load_does(world: World) -> None:
    before = world.vault.read(content), world.vault.read(history)
    told = world.vault.read(imported.plan, world.client, FILE, MAPPING)
    assert (world.vault.read(content), world.vault.read(history)) == before
    assert load(world) == told


def test_twice_is_once(world: World) -> None:
    load(world)
    before = world.vault.read(content), world.vault.read(history)
    told = load(world)
    assert (told.new, told.same, told.first, told.last) == (0, 2, "", "")
    assert (world.vault.read(content), world.vault.read(history)) == before
    assert load(world, rad=3).new == 0, "another number for a word is no other mood"


def test_the_same_from_another_program_is_another_mood(world: World) -> None:
    load(world)
    assert load(world, replace(FILE, source="csv")).new == 2
    other = world.vault.write(clients.add, "M3")
    assert world.vault.write(imported.load, other, FILE, MAPPING).new == 2


def test_one_step_that_can_be_taken_back(world: World) -> None:
    before = world.vault.read(content)
    load(world)
    after = world.vault.read(content)
    assert world.vault.read(steps.listing_for, world.client)[0].what == "imported 2 moods"
    assert world.vault.write(undo.undo_for, world.client) == "imported 2 moods"
    assert world.vault.read(content) == before
    world.vault.write(undo.redo_for, world.client)
    assert world.vault.read(content) == after
    assert load(world).new == 0


def test_someone_known_is_linked_and_other_names_stay_in_the_note(world: World) -> None:
    load(world)
    rad, seven = moods(world.vault)
    assert [mood for mood, _ in linked(world.vault)] == [seven["id"]]
    assert seven["note"] == "with: Kim"
    assert rad["note"] == "tea\nactivities: walk"


def test_two_of_one_name_are_not_guessed_between(world: World) -> None:
    world.vault.write(people.add, world.client, PersonLine("SAM", "cousin"), TODAY)
    load(world)
    assert linked(world.vault) == []
    assert moods(world.vault)[1]["note"] == "with: sam, Kim"


def test_the_people_of_another_client_are_not_linked(world: World) -> None:
    other = world.vault.write(clients.add, "M3")
    world.vault.write(imported.load, other, FILE, MAPPING)
    assert linked(world.vault) == []


def test_somebody_who_became_known_since_does_not_make_it_another_mood(world: World) -> None:
    load(world)
    world.vault.write(people.add, world.client, PersonLine("Kim", "friend"), TODAY)
    assert load(world).new == 0


def test_one_who_is_named_twice_is_linked_once(world: World) -> None:
    load(world, MoodFile("csv", (replace(SEVEN, people=("Sam", "SAM")),)))
    assert len(linked(world.vault)) == 1


def test_a_step_about_somebody_sensitive_is_veiled(world: World) -> None:
    world.vault.write(people.tell, world.sam, sensitive=True)
    load(world)
    assert world.vault.read(steps.listing_for, world.client)[0].what == steps.VEILED
    assert "sam" not in str(moods(world.vault)).casefold()


def test_rows_twice_in_a_file_are_apart_only_if_they_differ(world: World) -> None:
    rows = (RAD, replace(RAD, line=3), replace(RAD, line=4, note="coffee"), replace(RAD, line=5))
    file = MoodFile("daylio", (*rows, replace(RAD, line=6, feelings="glad")))
    told = load(world, file)
    assert (told.new, told.same) == (3, 2)
    assert load(world, file).new == 0
    assert len(moods(world.vault)) == 3


def test_what_has_no_number_or_is_off_the_scale_is_listed_by_its_line(world: World) -> None:
    rows = (SEVEN, replace(RAD, line=4, mood_words="meh"), replace(SEVEN, line=5, value=11))
    file = MoodFile("csv", rows, (Refused(4_000, "it has no mood."), Refused(2, "x.")))
    told = load(world, file)
    assert told.new == 1
    assert told.refused == [
        Refused(2, "x."),
        Refused(4, "its mood word was given no number."),
        Refused(5, "its mood is not on the scale from 1 to 10."),
        Refused(4_000, "it has no mood."),
    ]


def test_a_number_can_be_given_another(world: World) -> None:
    """A file's 1 to 5 is not the client's 1 to 10."""
    load(world, MoodFile("csv", (SEVEN, replace(SEVEN, line=4, mood_words="11", value=11))), **{
        "7": 2, "11": 10,
    })  # fmt: skip
    assert [mood["value"] for mood in moods(world.vault)] == [2, 10]


def test_a_mood_is_kept_on_the_clients_own_scale(world: World) -> None:
    scale = {"mood_low": 0, "mood_high": 5, "mood_low_words": "fine", "mood_high_words": "awful"}
    world.vault.write(clients.change, world.client, **scale, mood_better="low")  # type: ignore[arg-type]
    assert world.vault.read(imported.scale_of, world.client) == Scale(0, 5, "fine", "awful", "low")
    told = load(world, rad=5)
    assert [row.line for row in told.refused] == [3, 9]
    (mood,) = moods(world.vault)
    assert (mood["value"], mood["scale_high"], mood["better"]) == (5, 5, "low")


def test_a_text_that_is_too_long_is_kept_out_with_why(world: World) -> None:
    told = load(world, MoodFile("csv", (replace(SEVEN, note="x" * 100_001),)))
    assert told.new == 0
    assert told.refused == [
        Refused(3, "Note can be 100,000 letters long at most; please shorten it.")
    ]


def test_control_signs_stay_out_and_make_no_difference_the_second_time(world: World) -> None:
    file = MoodFile("csv", (replace(SEVEN, note="\x1b[2J=SUM(A1)\r\nx"),))
    load(world, file)
    assert moods(world.vault)[0]["note"] == "[2J=SUM(A1)\nx\nwith: Kim"
    assert load(world, file).new == 0


def test_many_are_loaded_in_batches(world: World) -> None:
    rows = tuple(
        replace(SEVEN, line=n, at=f"2026-10-09T{n // 60:02d}:{n % 60:02d}", note=str(n))
        for n in range(1_400)
    )
    assert load(world, MoodFile("csv", rows)).new == 1_400
    assert len(moods(world.vault)) == len(linked(world.vault)) == 1_400
    assert load(world, MoodFile("csv", rows)).same == 1_400


def test_a_client_who_is_gone(world: World) -> None:
    with pytest.raises(Gone):
        world.vault.write(imported.load, "nobody", FILE, MAPPING)
