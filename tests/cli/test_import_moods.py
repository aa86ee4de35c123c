"""`import` of CSV: words are given numbers, a preview first, one step, never twice."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.vault import backup, clients, people, steps, transfer
from tests.cli.prompt import PASSPHRASE, Place, new, opened, ready
from tests.exchange.mood_files import DAYLIO_HEADER, written
from tests.vault.world import TODAY

ROWS = (
    "2026-11-09,,,9:30 PM,rad,friends | good sleep,,a good one",
    "2026-11-08,,,00:40,meh,,,",
    "2026-11-07,,,21:00,Rad,,,",
    "2026-11-31,,,21:00,rad,,,",
)
NEED = "These mood words need a number, as in --map good=7,rad=9, or none to be left "
NEED += "out, as in odd=: rad (2) and meh (1).\n"

SLIPS = (("rad (2): ", "11\n"), ("rad (2): ", "x\n"))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A place with a client K7 and somebody called Sam."""
    return ready(tmp_path / "home", with_sam)


def with_sam(place: Place) -> None:
    new(place)
    with closing(opened(place)) as vault:
        client = vault.write(clients.add, "K7")
        vault.write(people.add, client, PersonLine("Sam", "partner"), TODAY)


@pytest.fixture
def daylio(tmp_path: Path) -> Path:
    return written(tmp_path, DAYLIO_HEADER, *ROWS, name="daylio.csv")


def moods(place: Place) -> list[dict[str, Any]]:
    with closing(opened(place)) as vault:
        return sorted(vault.read(transfer.dump)["mood"], key=lambda row: str(row["at"]))


def test_daylio_is_mapped_previewed_backed_up_and_imported(place: Place, daylio: Path) -> None:
    done = place.call("import", str(daylio), "--map", "RAD=9,meh=4", "--yes")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "Moods from Daylio, on the scale 1 worst – 10 best.",
        "Numbers given: rad 9, meh 4.",
        "New: 3 moods, 7 Nov 2026 to 9 Nov 2026.",
        "Kept out: 1 row.",
        "  line 5: “2026-11-31” " + done.out.splitlines()[4].partition("” ")[2],
        "Imported: 3 moods.",
    ]
    kept = moods(place)
    assert [row["value"] for row in kept] == [9, 4, 9]
    assert [row["source_words"] for row in kept] == ["Rad", "meh", "rad"]
    assert kept[1]["at"] == "2026-11-08T00:40"
    assert kept[2]["note"] == "a good one\nactivities: friends, good sleep"
    (copy,) = backup.listing(place.vault)
    with closing(opened(place, copy.path)) as vault:
        assert vault.read(transfer.dump)["mood"] == []
    with closing(opened(place)) as vault:
        uid = vault.read(clients.uid_of, "K7")
        assert vault.read(steps.listing_for, uid)[0].what == "imported 3 moods"


def test_a_second_time_adds_nothing(place: Place, daylio: Path) -> None:
    asked = ("import", str(daylio), "--map", "rad=9,meh=4", "--yes")
    assert place.call(*asked).code == 0
    before = moods(place), backup.listing(place.vault)
    again = place.call(*asked)
    assert again.code == 0
    assert "Nothing in it is new.\nHere already, or twice in the file: 3.\n" in again.out
    assert (moods(place), backup.listing(place.vault)) == before


def test_a_plain_file_needs_no_numbers_for_its_own(place: Place, tmp_path: Path) -> None:
    path = written(tmp_path, "day;mood;with", "9 nov 2026;3;Sam, Jo", "10 nov 2026;11;")
    done = place.call("import", str(path), "--yes")
    assert done.out.splitlines() == [
        "Moods from a CSV file, on the scale 1 worst – 10 best.",
        "New: 1 mood, 9 Nov 2026.",
        "Kept out: 1 row.",
        "  line 3: its mood is not on the scale from 1 to 10.",
        "Imported: 1 mood.",
    ]
    with closing(opened(place)) as vault:
        data = vault.read(transfer.dump)
    assert data["mood_person"][0]["person"] == data["person"][0]["uid"]
    assert data["mood"][0]["note"] == "with: Jo"


def test_words_without_a_number_are_listed_where_nobody_can_be_asked(
    place: Place, daylio: Path
) -> None:
    for words in (("--yes",), ()):
        done = place.run("import", str(daylio), *words, "--passphrase-file", str(place.passphrase))
        assert (done.code, done.out, done.err) == (1, "", NEED)
    assert moods(place) == []


def test_a_word_can_be_left_out_on_the_command_line_too(place: Place, daylio: Path) -> None:
    done = place.call("import", str(daylio), "--yes", "--map", "rad=9,meh=")
    assert done.code == 0, done.err
    assert [row["value"] for row in moods(place)] == [9, 9]


def test_very_many_words_are_not_all_told(place: Place, tmp_path: Path) -> None:
    rows = [f"2026-11-09,word{n:02d}" for n in range(20)]
    done = place.call("import", str(written(tmp_path, "date,mood", *rows)), "--yes")
    assert done.err.endswith("word11 (1) and 8 more.\n")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("answers", "code", "values"),
    [
        ([("rad (2): ", "9\n"), ("meh (1): ", "4\n"), ("y/n ", "y\n")], 0, [9, 4, 9]),
        ([("rad (2): ", "\n"), ("meh (1): ", "4\n"), ("y/n ", "y\n")], 0, [4]),
        ([*SLIPS, ("rad (2): ", "9\n"), ("meh (1): ", "\n"), ("y/n ", "y\n")], 0, [9, 9]),
        ([("rad (2): ", "9\n"), ("meh (1): ", "4\n"), ("y/n ", "n\n")], 1, []),
        ([("rad (2): ", "\n"), ("meh (1): ", "\n")], 0, []),
        ([("rad (2): ", "\x04")], 1, []),
        ([("rad (2): ", "\x03")], 130, []),
    ],
)  # fmt: skip
def test_words_are_asked_for_at_a_terminal(
    place: Place, daylio: Path, answers: list[tuple[str, str]], code: int, values: list[int]
) -> None:
    typed = [("Passphrase: ", f"{PASSPHRASE}\n"), *answers]
    done = place.type("import", str(daylio), answers=typed)
    assert done.code == code, done.out
    assert [row["value"] for row in moods(place)] == values
    assert "Traceback" not in done.out
    assert done.out.count("A mood here is a whole number") == sum(a in SLIPS for a in answers)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--map", "good"), "write words and whole numbers like good=7,rad=9"),
        (("--map", "good=7.5"), "write words and whole numbers like good=7,rad=9"),
        (("--map", "=7"), "write words and whole numbers like good=7,rad=9"),
        (("--map", "a=1,,b=2"), "write words and whole numbers like good=7,rad=9"),
        (("--map", "a=1,A=2"), "one word is given two numbers"),
        (("--as", "json", "--map", "a=1"), "--map is for moods from CSV"),
        (("--as", "ods"), "is not one of"),
    ],
)
def test_wrong_usage(place: Place, daylio: Path, words: tuple[str, ...], said: str) -> None:
    done = place.call("import", str(daylio), *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("lines", "words", "said"),
    [
        ([""], (), "moods.csv is empty."),
        (["date,mood"], (), "moods.csv has a header and no rows under it."),
        (["a,b"], (), "moods.csv needs a first row that names its columns date and mood."),
        (["date,mood", "x,7"], ("--as", "daylio"), "moods.csv is not an export of Daylio"),
        (["date,mood", '"x,7'], (), "the quote that begins on line 2 is not closed"),
        (["date,mood"], ("--as", "json"), "moods.csv is not JSON"),
        (["date,mood", "2026-11-09,a"], ("--map", "a=11", "--yes"), "a whole number from 1 to 10"),
        (["date,mood", "2026-11-09,1"], ("--client", "M3"), "There is no client M3"),
    ],
)  # fmt: skip
def test_what_cannot_be_imported_is_one_sentence(
    place: Place, tmp_path: Path, lines: list[str], words: tuple[str, ...], said: str
) -> None:
    done = place.call("import", str(written(tmp_path, *lines)), *words)
    assert (done.code, done.out) == (1, "")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_the_ending_decides_and_can_be_overruled(place: Place, tmp_path: Path) -> None:
    path = written(tmp_path, "date,mood", "2026-11-09,7", name="moods.data")
    assert "is not JSON" in place.call("import", str(path), "--yes").err
    assert place.call("import", str(path), "--yes", "--as", "csv", "--quiet").out == ""
    assert len(moods(place)) == 1


def test_no_terminal_no_yes_nothing(place: Place, tmp_path: Path) -> None:
    path = written(tmp_path, "date,mood", "2026-11-09,7")
    done = place.run("import", str(path), "--passphrase-file", str(place.passphrase))
    assert done.code == 1
    assert done.err == "There is no terminal to ask at; say --yes to import without asking.\n"
    assert "New: 1 mood, 9 Nov 2026." in done.out
    assert moods(place) == []


def test_what_a_file_says_cannot_steer_the_terminal(place: Place, tmp_path: Path) -> None:
    path = written(tmp_path, "date,mood", "2026-11-09,\x1b[2Jx\x9b", "\x1b[2J\x07,7")
    done = place.call("import", str(path), "--yes")
    assert "\x1b" not in done.err + done.out
    done = place.call("import", str(path), "--yes", "--map", "[2Jx=3")
    assert done.code == 0
    assert "\x1b" not in done.err + done.out
