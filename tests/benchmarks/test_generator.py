"""The big vault: the same size gives the same content, whole in history and search."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import Session

from benchmarks import big_vault, focused, measured, talks
from ipt_tui.records import RECORDED
from ipt_tui.vault import (
    endings,
    formulations,
    goals,
    measures,
    problem_areas,
    search,
    unlock,
)
from ipt_tui.vault.vault import Vault

NEWEST = (
    "SELECT talk.id, event.title FROM talk JOIN event ON event.id = event_id "
    "WHERE talk.client_id = 1 ORDER BY first_day || at DESC LIMIT 1"
)
PASSPHRASE = "seven lanterns over harbour"
CLIENTS, PEOPLE = 2, 3
K7_MEASURED = 6
"""So many responses has the case that is there too."""


def made(folder: Path, clients: int = CLIENTS) -> Vault:
    folder.mkdir()
    big_vault.fill(folder / "big.ipt", PASSPHRASE, clients, PEOPLE)
    return unlock.unlock(folder / "big.ipt", PASSPHRASE)


def content(vault: Vault) -> dict[str, list[Any]]:
    names = [record.__tablename__ for record in RECORDED] + ["history", "search"]
    return {name: vault.read(_rows, name) for name in names}


def _rows(session: Session, table: str) -> list[Any]:
    return _asked(session, f"SELECT rowid, * FROM {table} ORDER BY rowid")


def _asked(session: Session, query: str) -> list[Any]:
    return [tuple(row) for row in session.execute(text(query))]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Vault, Vault]:
    folder = tmp_path_factory.mktemp("made")
    return made(folder / "first"), made(folder / "second")


def test_the_same_size_gives_the_same_content(both: tuple[Vault, Vault]) -> None:
    first, second = (content(vault) for vault in both)
    assert first == second


def test_every_size_asked_for_is_there(both: tuple[Vault, Vault]) -> None:
    found = {name: len(rows) for name, rows in content(both[0]).items()}
    others = CLIENTS * PEOPLE
    assert found["client"] == CLIENTS + 1
    assert found["person"] == others + 9
    assert found["standing"] >= others * big_vault.MOVES
    assert found["expectation"] >= others * big_vault.EXPECTATIONS
    assert found["mood"] >= CLIENTS * big_vault.MOODS
    assert found["event"] >= CLIENTS * big_vault.EVENTS
    assert found["mood_link"] >= CLIENTS
    assert found["outcome"] >= others * big_vault.EXPECTATIONS * big_vault.OUTCOMES
    assert found["talk"] >= CLIENTS * talks.TALKS
    assert found["turn"] >= found["talk"] * min(talks.TURNS)
    assert found["difficulty"] >= CLIENTS
    assert found["alternative"] >= CLIENTS
    assert found["response"] == CLIENTS * measured.RESPONSES + K7_MEASURED


def test_every_client_has_talks_with_one_who_was_there(both: tuple[Vault, Vault]) -> None:
    counted = both[0].read(_asked, "SELECT count(*) FROM talk GROUP BY client_id ORDER BY 1")
    assert counted[:CLIENTS] == [(talks.TALKS,)] * CLIENTS
    with_somebody = (
        "SELECT count(*) FROM talk JOIN talk_person p ON p.talk_id = talk.id JOIN event_person e "
        "ON e.event_id = talk.event_id AND e.person_id = p.person_id WHERE talk.client_id > 1"
    )
    assert both[0]._scalar(with_somebody) == CLIENTS * talks.TALKS


def test_every_client_has_scores_that_are_compared(both: tuple[Vault, Vault]) -> None:
    for (client,) in both[0].read(_asked, "SELECT uid FROM client WHERE id > 1"):
        found = both[0].read(measures.measures, client, big_vault.NOW.date())
        assert [line.name for line in found.lines] == ["PHQ-9", "GAD-7"]
        assert sum(len(line.compared) for line in found.lines) == measured.RESPONSES
        assert not any(each.flags for line in found.lines for each in line.responses)


def test_every_client_has_what_they_work_on_and_the_first_an_ending(
    both: tuple[Vault, Vault],
) -> None:
    on = big_vault.NOW.date()
    [(first,)] = both[0].read(_asked, "SELECT uid FROM client ORDER BY id LIMIT 1")
    others = both[0].read(_asked, "SELECT uid FROM client WHERE id > (SELECT min(id) FROM client)")
    for (client,) in others:
        focus = both[0].read(problem_areas.of_client, client, on)
        assert [len(area.evidence) for area in focus.worked_on] == [focused.EVIDENCE] * 2
        (version,) = both[0].read(formulations.of_client, client, on)
        assert version.paragraph
        assert len(both[0].read(goals.of_client, client, on)) == focused.GOALS
    page = both[0].read(endings.page, first, on)
    assert page is not None
    assert page.texts["changed"]


def test_the_newest_talk_of_the_first_client_is_the_long_one(both: tuple[Vault, Vault]) -> None:
    [(talk, title)] = both[0].read(_asked, NEWEST)
    turns = f"SELECT said, position FROM turn WHERE talk_id = {talk} ORDER BY position"
    said, positions = zip(*both[0].read(_asked, turns), strict=True)
    assert title == talks.LONG_TITLE
    assert said[0] == talks.LONG_BEGINS
    assert list(positions) == [talks.GAP * n for n in range(1, talks.LONG_TURNS + 1)]


def test_the_first_client_has_the_same_talks_alone(
    both: tuple[Vault, Vault], tmp_path: Path
) -> None:
    alone = made(tmp_path / "alone", clients=0)
    for name in ("event", "talk", "talk_person", "turn", "difficulty", "alternative"):
        query = f"SELECT * FROM {name} WHERE client_id = 1 ORDER BY id"
        assert alone.read(_asked, query) == both[0].read(_asked, query)


def test_history_holds_every_row_and_nothing_is_being_written(both: tuple[Vault, Vault]) -> None:
    found = content(both[0])
    rows = sum(len(found[record.__tablename__]) for record in RECORDED)
    assert len(found["history"]) == rows
    assert both[0]._scalar("SELECT count(*) FROM now WHERE step IS NULL") == 1
    assert both[0]._scalar("SELECT count(*) FROM step") == CLIENTS + 3


def test_what_was_made_is_found(both: tuple[Vault, Vault]) -> None:
    assert both[0].read(search.find, "evening").hits
    assert both[0].read(search.find, talks.LONG_TITLE).hits
