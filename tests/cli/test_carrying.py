"""`export` and `import`: the whole record out to a file and in again, never silently over."""

import json
import stat
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ipt_tui.vault import backup, steps, transfer
from tests.cli.prompt import PASSPHRASE, RECORD, Place, k7, new, opened, ready


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return k7(tmp_path / "home")


@pytest.fixture
def bare(tmp_path: Path) -> Place:
    """A place with an empty vault."""
    return ready(tmp_path / "bare", new)


def content(path: Path) -> Any:
    whole = json.loads(path.read_text("utf-8"))
    whole.pop("header")
    return whole


def record(place: Place) -> transfer.Data:
    with closing(opened(place)) as vault:
        return vault.read(transfer.dump)


def changed_file(tmp_path: Path, **changes: Any) -> Path:
    """Return a file with a renamed first person and one that is new."""
    whole = json.loads(RECORD.read_text("utf-8"))
    new = {**whole["person"][0], "uid": "new", "name": "Ada"}
    whole["person"][0]["name"] = "Samuel"
    whole["standing"][0]["friction"] = 9
    whole["person"].append(new)
    path = tmp_path / "changed.json"
    path.write_text(json.dumps(whole | changes))
    return path


def test_out_and_in_and_out_again_is_the_same(place: Place, bare: Place, tmp_path: Path) -> None:
    one, two = tmp_path / "1.json", tmp_path / "2.json"
    done = place.call("export", "json", "--to", str(one))
    assert done.code == 0
    assert done.out == (
        f"Written to {one}: 1 relationship word, 1 client, 11 people, 19 dated places and ratings, "
        "3 ties, 4 expectations, 7 pieces of news about expectations, 2 moods, 3 events, 1 name in "
        "a mood, 3 names in events, 1 tie between a mood and an event, 1 spell, 1 line, 2 talks, "
        "2 names in talks, 3 turns, 2 things that got in the way, 2 lines to say, 2 options, "
        "1 rehearsal, 1 try, 1 course, 1 change of a course, 8 sessions, 2 things to do in "
        "sessions, 3 techniques used, 2 practices, 1 to-do, 1 progress note, 1 addition to a "
        "progress note, 2 lines of notes looked at, 6 measures answered, 2 choices about "
        "measures, 1 concern, 1 name in a concern, 1 safety plan, 1 name in a safety plan, "
        "3 problem areas considered, 2 choices of the focus, 3 things for or against problem "
        "areas, 2 stages of disputes, 2 answers about problem areas, 1 link of such an answer, "
        "1 version of the formulation, 2 links of the formulation, 1 contract, 3 goals, 12 ratings "
        "of goals, 1 practice for a goal, 1 halfway look, 1 ending, 1 note of what fits and 1 line "
        "for a session.\n"
    )
    assert "not encrypted" in done.err
    assert "It holds concerns" in done.err
    assert stat.S_IMODE(one.stat().st_mode) == 0o600
    assert bare.call("import", str(one), "--yes").code == 0
    assert bare.call("export", "json", "--to", str(two)).code == 0
    assert content(one) == content(two) == content(RECORD)
    assert list(content(one)) == list(content(two))
    header = json.loads(one.read_text("utf-8"))["header"]
    assert header["made_at"].startswith("2026-11-23T18:00:00")
    assert header["made_by"].startswith("ipt-tui ")


def test_quiet_is_quiet(place: Place, bare: Place, tmp_path: Path) -> None:
    path = tmp_path / "1.json"
    for done in (
        place.call("export", "json", "--to", str(path), "--quiet"),
        bare.call("import", str(path), "--yes", "--quiet"),
        bare.call("import", str(path), "--yes", "--quiet"),
    ):
        assert (done.code, done.out, done.err) == (0, "", "")


def test_export_is_refused_in_one_sentence(place: Place, tmp_path: Path) -> None:
    path = tmp_path / "1.json"
    path.write_text("mine")
    done = place.call("export", "json", "--to", str(path))
    assert (done.code, done.out) == (1, "")
    assert done.err == f"There is a file {path} already; it was left as it is.\n"
    assert path.read_text() == "mine"
    assert place.call("export", "json", "--to", str(path), "--replace").code == 0
    assert content(path) == content(RECORD)
    gone = place.call("export", "json", "--to", str(tmp_path / "no" / "1.json"))
    assert gone.err == f"There is no folder {tmp_path}/no, so nothing was written.\n"


def test_one_client_only(place: Place, tmp_path: Path) -> None:
    whole = json.loads(RECORD.read_text("utf-8"))
    vault = opened(place)
    vault.write(transfer.load, {"client": [{**whole["client"][0], "uid": "m2", "code": "M2"}]})
    vault.close()
    path = tmp_path / "1.json"
    assert place.call("export", "json", "--to", str(path), "--client", "k7").code == 0
    assert content(path) == content(RECORD)
    assert place.call("export", "json", "--to", str(path), "--replace").code == 0
    assert [row["code"] for row in content(path)["client"]] == ["K7", "M2"]


def test_the_preview_says_what_is_new_the_same_and_different(place: Place, tmp_path: Path) -> None:
    done = place.call("import", str(changed_file(tmp_path)), "--yes")
    assert done.code == 0
    assert done.out.splitlines() == [
        "Made 2026-11-23T18:00:00+00:00 by ipt-tui 0.",
        "New: 1 person.",
        "The same as here: 142.",
        "Different from here, and left as it is here: 1 person and 1 dated place or rating.",
        "Imported: 1 person.",
    ]
    names = [row["name"] for row in record(place)["person"]]
    assert names[0] == "Sam"
    assert "Samuel" not in names
    assert "Ada" in names


def test_nothing_new_is_nothing_done(place: Place) -> None:
    done = place.call("import", str(RECORD))
    assert done.code == 0
    assert "Nothing in it is new." in done.out
    assert backup.listing(place.vault) == ()


def test_an_import_is_backed_up_before_and_is_one_step(place: Place, tmp_path: Path) -> None:
    before = record(place)
    assert place.call("import", str(changed_file(tmp_path)), "--yes").code == 0
    kept = backup.listing(place.vault)
    assert len(kept) == 1
    vault = opened(place, kept[0].path)
    assert vault.read(transfer.dump) == before
    vault.close()

    def told(session: Any) -> list[str]:
        return [line.what for line in steps.listing(session, 1)]

    vault = opened(place)
    said = vault.read(told)
    assert len(said) == 2
    assert said[0].startswith("imported K7: 1 ")
    vault.close()


def test_an_empty_vault_needs_no_backup(bare: Place) -> None:
    assert bare.call("import", str(RECORD), "--yes").code == 0
    assert backup.listing(bare.vault) == ()
    assert record(bare)["client"][0]["code"] == "K7"


def test_without_a_terminal_and_without_yes_nothing_happens(bare: Place) -> None:
    done = bare.run("import", str(RECORD), "--passphrase-file", str(bare.passphrase))
    assert done.code == 1
    assert done.err == "There is no terminal to ask at; say --yes to import without asking.\n"
    assert "New: 1 relationship word, 1 client, 11 people" in done.out
    assert record(bare)["client"] == []


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        (["y\n"], 0),
        (["what\n", "YES\n"], 0),
        (["n\n"], 1),
        (["\x04"], 1),
        (["\x03"], 130),
    ],
)
def test_it_is_asked_at_a_terminal(bare: Place, answers: list[str], code: int) -> None:
    typed = [("Passphrase: ", f"{PASSPHRASE}\n"), *(("Import? y/n ", word) for word in answers)]
    done = bare.type("import", str(RECORD), answers=typed)
    assert done.code == code, done.out
    assert len(record(bare)["client"]) == (1 if code == 0 else 0)
    assert ("Nothing was imported." in done.out) is (code == 1)
    assert "Traceback" not in done.out


def test_a_file_that_is_no_record_is_told_before_the_passphrase_is_asked(
    place: Place, tmp_path: Path
) -> None:
    path = tmp_path / "x.json"
    path.write_text("{")
    done = place.run("import", str(path), "--yes")
    assert (done.code, done.out) == (1, "")
    assert done.err == "x.json ends too early; it was not copied whole.\n"


def test_rows_that_do_not_fit_change_nothing(bare: Place, tmp_path: Path) -> None:
    whole = json.loads(RECORD.read_text("utf-8"))
    whole["standing"][3]["friction"] = 11
    path = tmp_path / "x.json"
    path.write_text(json.dumps(whole))
    done = bare.call("import", str(path), "--yes")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("In standing, entry 4: ")
    assert record(bare)["client"] == []


def test_what_a_file_says_cannot_steer_the_terminal(bare: Place, tmp_path: Path) -> None:
    header = {"format": "ipt-tui record", "schema": 1, "made_at": "\x1b[2J", "made_by": "\x9b\r\nx"}
    done = bare.call("import", str(changed_file(tmp_path, header=header)), "--yes")
    assert done.out.startswith("Made [2J by x.\n")
    odd = bare.call("import", str(changed_file(tmp_path, **{"\x1b[2J\n": []})), "--yes")
    assert odd.code == 1
    assert "\x1b" not in odd.err
    assert odd.err.count("\n") == 1


def test_an_own_vault_says_it_in_its_own_words(tmp_path: Path) -> None:
    own = k7(tmp_path / "own", "me")
    done = own.call("export", "json", "--to", str(tmp_path / "1.json"), "--may-be-read")
    assert "1 record of yours" in done.out
    assert "4 wishes" in done.out
    assert "client" not in done.out


def test_an_own_vault_stays_one_persons_own(tmp_path: Path) -> None:
    own = k7(tmp_path / "own", "me")
    whole = json.loads(RECORD.read_text("utf-8"))
    path = changed_file(tmp_path, client=[{**whole["client"][0], "uid": "m2", "code": "M2"}])
    text = path.read_text().replace(whole["client"][0]["uid"], "m2")
    path.write_text(text)
    done = own.call("import", str(path), "--yes")
    assert done.code == 1
    assert "This vault is for your own record, and the file holds another one." in done.err
    assert len(record(own)["client"]) == 1
    done = own.call("import", str(RECORD), "--yes")
    assert done.code == 0
    assert "this vault is your own" in done.out
    assert "oncern" not in done.out
