"""`show people`: the same value as the screen, veiled, and nothing that steers a terminal."""

import json
from pathlib import Path

import pytest

from ipt_tui.vault import transfer
from tests.cli.prompt import RECORD, Place, k7, opened

SENSITIVE = "the one we lost"
ESCAPES = set(map(chr, range(0x20))) - {"\n"} | set(map(chr, range(0x7F, 0xA0)))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return k7(tmp_path / "home")


def second_client(place: Place) -> None:
    """Put a client M2 with one person, Ada, into the vault."""
    whole = json.loads(RECORD.read_text("utf-8"))
    client = {**whole["client"][0], "uid": "m2", "code": "M2"}
    person = {**whole["person"][0], "uid": "m2-1", "client": "m2", "name": "Ada"}
    vault = opened(place)
    vault.write(transfer.load, {"client": [client], "person": [person]})
    vault.close()


def test_the_circle_in_lines_and_nothing_else(place: Place) -> None:
    done = place.run("show", "people", "--passphrase-file", str(place.passphrase))
    golden = RECORD.with_name("circle_now_practitioner.txt").read_text("utf-8")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[:13] == golden.splitlines()[:13]
    assert done.out.splitlines()[14:16] == golden.splitlines()[14:16]
    assert done.out.endswith("Wishes not said aloud: 1, with Sam.\n")


def test_in_ones_own_vault_the_words_are_ones_own(tmp_path: Path) -> None:
    own = k7(tmp_path / "own", "me")
    done = own.call("show", "people")
    assert done.out.startswith("Your circle on 23 Nov 2026")
    assert "closest to you" in done.out
    assert "K7" not in done.out


def test_views_and_days(place: Place) -> None:
    def first(*words: str) -> str:
        return place.call("show", "people", *words).out.partition("\n")[0]

    assert (
        first("--view", "before")
        == "K7, circle before June, as told by 23 Nov 2026, compared with now"
    )
    assert first("--view", "hoped").startswith("K7, circle hoped for")
    assert first("--on", "2026-10-13") == "K7, circle on 13 Oct 2026"
    assert first("--on", "13 oct") == "K7, circle on 13 Oct 2026"
    assert first("--on", "october 2026").startswith("K7, circle on 31 Oct 2026")
    assert first("--since", "nov 3").endswith("compared with 3 Nov 2026")
    assert first("--since", "november 2026").endswith("compared with 1 Nov 2026")
    assert first("--on", "5 nov", "--since", "1 nov").endswith("compared with 1 Nov 2026")


def test_the_day_changes_what_is_told(place: Place) -> None:
    then = place.call("show", "people", "--on", "2026-10-20").out.splitlines()
    assert "wider circle: Jo, colleague, supportive, friction 0" in then
    now = place.call("show", "people").out.splitlines()
    assert "close: Jo, colleague, supportive, friction 0, was wider circle" in now


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--on", "blursday"], "--on: "),
        (["--on", "since 2017"], "--on: please give a day, a month or a year. "),
        (["--since", "until 2017"], "--since: please give a day, a month or a year. "),
        (["--since", "2026-11-23"], "--since should be a day before the one shown. "),
        (["--on", "1 oct", "--since", "1 oct"], "--since should be a day before the one "),
        (["--since", "may", "--view", "before"], "--since goes with the view now; "),
    ],
)  # fmt: skip
def test_days_that_make_no_sense(place: Place, words: list[str], sentence: str) -> None:
    done = place.call("show", "people", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(sentence)
    assert done.err.count("\n") == 1


def test_the_sensitive_is_veiled_until_it_is_asked_for(place: Place) -> None:
    views = [[], ["--view", "before"], ["--view", "hoped"], ["--person", "Mum"]]
    for words in views:
        done = place.call("show", "people", *words)
        assert done.code == 0
        assert SENSITIVE not in done.out
        assert "pregnancy" not in done.out
    for name in (SENSITIVE, "the one", "someone"):
        done = place.call("show", "people", "--person", name)
        assert (done.code, done.out) == (1, "")
        assert done.err == f"Nobody called {name} is on this circle.\n"
    assert SENSITIVE in place.call("show", "people", "--reveal").out
    card = place.call("show", "people", "--reveal", "--person", SENSITIVE)
    assert card.out.startswith(f"{SENSITIVE}: lost pregnancy")
    assert f"tied to {SENSITIVE}" in place.call("show", "people", "--reveal", "--person", "Mum").out


def test_one_person(place: Place) -> None:
    whole = place.call("show", "people", "--person", "Sam")
    assert whole.out.startswith("Sam: partner since 2017, closest\n")
    assert (
        "K7 wants: evenings together when I am off. Said aloud on 12 Nov, partly met" in whole.out
    )
    assert "Around June: further" in whole.out
    assert place.call("show", "people", "--person", "sAm ").out == whole.out
    assert place.call("show", "people", "--person", "mr").out.startswith("Mr Ito: ward manager")
    before = place.call("show", "people", "--person", "Sam", "--on", "2026-10-20").out
    assert "Friction: 7" in before
    assert "Friction: 5" in whole.out
    assert "K7 wants: evenings together when I am off. Not said aloud since 13 Oct" not in before
    assert "Not said aloud" in before


def test_a_part_that_several_names_begin_with(place: Place) -> None:
    vault = opened(place)
    whole = vault.read(transfer.dump)
    sam = whole["person"][0]
    more = [
        {**sam, "uid": f"n{n}", "name": name} for n, name in enumerate(("Samir", "Sam", "Jonas"))
    ]
    vault.write(transfer.load, whole | {"person": [*whole["person"], *more]})
    vault.close()
    done = place.call("show", "people", "--person", "j")
    assert (done.code, done.out) == (1, "")
    assert done.err == "Several names begin with j: Jo, Jonas. Please give one whole.\n"
    both = place.call("show", "people", "--person", "sam").out
    assert [line for line in both.splitlines() if line.startswith("Sam: ")] == [
        "Sam: partner since 2017, closest",
        "Sam: partner since 2017, not placed yet",
    ]


def test_whose_record(place: Place) -> None:
    second_client(place)
    done = place.call("show", "people")
    assert (done.code, done.out) == (1, "")
    assert done.err == "Whose record? Say --client and one of K7, M2.\n"
    assert "Ada" in place.call("show", "people", "--client", "m2").out
    assert "Ada" not in place.call("--client", "K7", "show", "people").out
    other = place.call("show", "people", "--client", "M3")
    assert other.err == "There is no client M3 in this vault. There is K7, M2.\n"


def test_many_codes_are_not_all_named(place: Place) -> None:
    whole = json.loads(RECORD.read_text("utf-8"))
    vault = opened(place)
    many = [{**whole["client"][0], "uid": f"c{n}", "code": f"C{n:02}"} for n in range(20)]
    vault.write(transfer.load, {"client": many})
    vault.close()
    done = place.call("show", "people")
    assert done.err.endswith("C09, C10, C11 and 9 more.\n")


def test_nobody_in_the_vault(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.passphrase.write_text("seven purple herons waiting")
    assert place.call("new", "--quiet").code == 0
    done = place.call("show", "people")
    assert (done.code, done.err) == (1, "There is nothing in this vault yet.\n")


def test_what_is_in_the_vault_cannot_steer_the_terminal(place: Place) -> None:
    """Even with escapes in the tables themselves, where no way of writing would let them be."""
    hostile = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202eSam\r\nclosest: Eve"
    vault = opened(place)

    def spoil(session: object) -> None:
        raw = session.connection().connection  # type: ignore[attr-defined]
        for table, columns in (
            ("person", ("name", "kind", "notes", "life", "since_words")),
            ("standing", ("why", "quality", "contact")),
            ("expectation", ("text", "realistic")),
            ("tie", ("kind",)),
            ("client", ("code", "onset_words")),
        ):
            values = ", ".join(f"{column} = ?" for column in columns)
            raw.execute(f"UPDATE {table} SET {values}", [hostile] * len(columns))
        from ipt_tui.vault.steps import describe

        describe(session, None, "spoiled")  # type: ignore[arg-type]

    vault.write(spoil)
    vault.close()
    shown = place.call("show", "people", "--reveal")
    card = place.call("show", "people", "--person", "\x1b]0;owned\x07\x1b[2J\x9b31m\u202eSam\r\n")
    told = place.call("show", "people", "--client", "x")
    assert shown.code == 0, shown.err
    assert "owned" in shown.out
    for text in (shown.out, card.out, card.err, told.err):
        assert not set(text) & (ESCAPES | {"\u202e"})
    assert not any(line.startswith("closest: Eve") for line in shown.out.splitlines())


def test_no_vault(tmp_path: Path) -> None:
    place = Place(tmp_path)
    done = place.run("show", "people")
    assert (done.code, done.out) == (1, "")
    assert done.err == f"There is no vault at {place.vault}.\n"
