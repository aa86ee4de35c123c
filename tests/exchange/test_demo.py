"""The demo is filled in from its file. The file used here is a small one of the tests."""

from pathlib import Path
from typing import Any

import pytest

from ipt_tui.exchange import demo
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.json_file import Header, write
from ipt_tui.ipt import content
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.brief import brief_lines
from ipt_tui.ipt.clock import Clock
from ipt_tui.vault import briefs, clients, settings, steps, transfer
from ipt_tui.vault.key import random_key
from ipt_tui.vault.vault import Vault
from tests.exchange.k7_data import data

PRACTITIONERS = (
    "agenda_item",
    "technique",
    "todo",
    "progress_note",
    "addendum",
    "tidied_line",
    "concern",
    "concern_person",
)
CLOCK = Clock.from_environment({"IPT_TUI_NOW": "2026-11-23T18:00"})


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with the test's own demo file in the place of the shipped ones."""
    folder = tmp_path / "content"
    (folder / "demo").mkdir(parents=True)
    for file in (demo.FILE, demo.OWN_FILE):
        write(folder / file, data(), Header("", "ipt-tui 0"))
    monkeypatch.setattr(content, "_SHIPPED", folder)
    return folder


def filled(tmp_path: Path, *, mine: bool) -> Vault:
    vault = Vault.create(tmp_path / "demo.ipt", random_key(), CLOCK)
    demo.fill(vault, mine)
    return vault


@pytest.mark.parametrize(
    ("mine", "role", "audience"), [(False, "client", "clients"), (True, "self", "me")]
)
@pytest.mark.usefixtures("shipped")
def test_everything_is_there(tmp_path: Path, *, mine: bool, role: str, audience: str) -> None:
    vault = filled(tmp_path, mine=mine)
    expected = data()
    expected["client"][0]["role"] = role
    if mine:
        for table in PRACTITIONERS:
            expected[table] = []
        for row in expected["session"]:
            row |= {"note": "", "question": "", "safety_asked": "", "safety_summary": ""}
    assert vault.read(transfer.dump) == expected
    assert vault.read(settings.get, settings.AUDIENCE) == audience
    vault.close()


@pytest.mark.usefixtures("shipped")
def test_it_is_one_step(tmp_path: Path) -> None:
    vault = filled(tmp_path, mine=False)

    def all_steps(session: Any) -> tuple[str, ...]:
        return tuple(line.what for client in (None, 1) for line in steps.listing(session, client))

    assert [line.code for line in vault.read(clients.listing)] == ["K7"]
    assert len(vault.read(all_steps)) == 1
    vault.close()


def test_a_file_that_is_no_record_is_refused(tmp_path: Path, shipped: Path) -> None:
    (shipped / demo.FILE).write_text('{"header": {}}')
    with pytest.raises(ExchangeError, match="it is not a record"):
        filled(tmp_path, mine=False)


def before_the_eighth(vault: Vault, audience: Audience) -> list[str]:
    (client,) = vault.read(clients.listing)
    found = vault.read(briefs.source, client.uid, CLOCK.today())
    assert found is not None
    return brief_lines(found, audience)


def test_before_the_eighth_session_the_brief_is_as_the_case_has_it(tmp_path: Path) -> None:
    vault = filled(tmp_path, mine=False)
    assert before_the_eighth(vault, Audience.PRACTITIONER) == [
        "K7 · session 8 tomorrow 14:00, room 2",
        "",
        "Plan from last time: halfway look",
        "Working on: what K7 and Sam expect of each other (renegotiation since session 7); "
        "second: Dad and February",
        "Since session 7 (6 days): 5 moods, median 6 (6 the week before)  ▆▅▄▅▆",
        "lowest 5, 19 Nov, with “Sam late, rang first”",
        "Talks: Mum, 6 Nov: new",
        "Said aloud: 3 of 3 wishes with Sam; at the start none",
        "Practice: ask Sam for Tuesdays: part, “Tuesdays yes, flat not yet”",
        "Measures: PHQ-9 17 · 13 · 9",
        "GAD-7 12 · 10 · 6",
        "Goals: say what I want before I'm angry 5 → 6 of 8 · one evening a week with Sam that is "
        "ours 0 → 4 of 7 · answer my friends 4 → 6 of 7",
        "Due: PHQ-9, GAD-7",
        "I promised: letter to the GP",
        "Sessions: 8 of 16, 8 left after it · halfway look",
    ]
    vault.close()


def test_in_ones_own_vault_it_is_told_in_ones_own_words_and_holds_what_is_ones_own(
    tmp_path: Path,
) -> None:
    vault = filled(tmp_path, mine=True)
    assert before_the_eighth(vault, Audience.CLIENT) == [
        "Meeting 8 tomorrow 14:00, room 2",
        "",
        "What we planned: halfway look",
        "What you are working on: what you and Sam expect of each other; Dad and February",
        "Since last time (6 days): you noted how you were 9 times: 7, 7, 6, 6, 5, 6, 6, 7, 7  "
        "▆▆▅▅▄▅▅▆▆",
        "best 7, 17 Nov, with “first Tuesday evening, the three of us”; 22 Nov, with “walk by the "
        "water”",
        "Talks you noted: Noor, 22 Nov · Mum, 6 Nov",
        "Said out loud: 3 of your 3 wishes, to Sam; at the start none",
        "What you tried: ask Sam for Tuesdays: you did a part of it, “Tuesdays yes, flat not yet”",
        "Talk to my therapist about it",
        "Your goals: say what I want before I'm angry 6 → 7 of 8 · one evening a week with Sam "
        "that is ours 0 → 4 of 7 · answer my friends 4 → 6 of 7",
        "To fill in: WHO-5",
        "Meetings: 8 after this one",
    ]
    whole = str(vault.read(transfer.dump))
    for words in ("passive thoughts", "she chose to stop", "R. Moss", "letter to the GP"):
        assert words not in whole
    vault.close()
