"""Text being typed is safe before it is finished; choices are remembered."""

from datetime import timedelta

import pytest

from ipt_tui.ipt.clock import DAY_STARTS_AT, Clock
from ipt_tui.vault import (
    clients,
    drafts,
    overview,
    pads,
    session_end,
    session_times,
    settings,
    transfer,
)
from ipt_tui.vault.vault import Vault
from tests.conftest import NOW
from tests.vault.world import NOW as MOMENT
from tests.vault.world import TODAY, World, content, history


def test_a_draft_waits_where_it_was_typed(world: World) -> None:
    world.vault.keep(drafts.save, "person:1:notes", "half a sen", world.client)
    world.vault.keep(drafts.save, "person:1:notes", "half a sentence", world.client)
    world.vault.clock = Clock(NOW + timedelta(seconds=2))
    world.vault.keep(drafts.save, "person:2:good", "laughs")
    line = world.vault.read(drafts.load, "person:1:notes")
    assert line
    assert (line.place, line.text) == ("person:1:notes", "half a sentence")
    assert NOW <= line.at < NOW + timedelta(seconds=1)
    assert world.vault.read(drafts.load, "person:3:notes") is None
    begun = world.vault.read(overview.overview, world.client, TODAY, DAY_STARTS_AT).drafts
    assert len(begun) == 1


def test_an_emptied_field_forgets_its_draft(vault: Vault) -> None:
    vault.keep(drafts.save, "x", "half a sen")
    vault.keep(drafts.save, "x", "")
    vault.keep(drafts.save, "never", "")
    assert vault.read(drafts.load, "x") is None
    assert vault.read(drafts.load, "never") is None


def test_drafts_and_settings_leave_no_trace_in_the_record(world: World) -> None:
    before, log = world.vault.read(content), world.vault.read(history)
    world.vault.keep(drafts.save, "person:1:notes", "half a sen", world.client)
    world.vault.keep(drafts.save, "nobody", "x", "no-such-client")
    world.vault.keep(settings.put, settings.PLACE, {"tab": "people"})
    assert world.vault.read(content) == before
    assert world.vault.read(history) == log
    assert "half a sen" not in str(world.vault.read(transfer.dump))


@pytest.mark.parametrize(
    "text", ["[/] [b]", "שלום", "👨‍👩‍👧 e\u0301", "one\n\ttwo\n", "x" * 300_000]
)
def test_a_draft_is_kept_as_it_was_typed(vault: Vault, text: str) -> None:
    vault.keep(drafts.save, "x", text)
    line = vault.read(drafts.load, "x")
    assert line is not None
    assert line.text == text


def test_but_for_what_could_never_be_kept(vault: Vault) -> None:
    vault.keep(drafts.save, "x", "a\x1b[31m\x00b\ud800")
    line = vault.read(drafts.load, "x")
    assert line is not None
    assert line.text == "a[31mb"


@pytest.mark.parametrize("chosen", ["me", 5, None, ["a", {"b": "ü"}], ""])
def test_a_setting_comes_back_as_it_was_put(vault: Vault, chosen: object) -> None:
    assert vault.read(settings.get, settings.AUDIENCE, "clients") == "clients"
    vault.keep(settings.put, settings.AUDIENCE, "before")
    vault.keep(settings.put, settings.AUDIENCE, chosen)
    assert vault.read(settings.get, settings.AUDIENCE, "clients") == chosen


@pytest.mark.parametrize(("kept", "note"), [("full", "mine"), ("brief", None)])
def test_what_was_for_the_hour_goes_from_the_drafts_of_every_window(
    world: World, kept: str, note: str | None
) -> None:
    vault, place = world.vault, pads.note_place(world.prepared)
    vault.write(clients.change, world.client, kept=kept, kept_since="2026-11-20")
    vault.write(session_times.start, world.prepared, MOMENT)
    vault.keep(drafts.save, place, "aloud\n-- secret walrus", world.client, "there")
    whole = vault.read(drafts.load, place)
    assert whole is not None
    assert "walrus" in whole.text, "while the hour goes on all of it is kept"
    forgotten = None if kept == "brief" else "here"
    vault.write(
        session_end.close, world.prepared, MOMENT, "mine" if note else None,
        brief=kept == "brief", pad=place, window=forgotten,
    )  # fmt: skip
    left = [line.text for line in vault.read(drafts.load_all, place)]
    assert left == (["aloud"] if note else [])
    vault.keep(drafts.save, place, "aloud, and on\n-- secret walrus", world.client, "there")
    left = [line.text for line in vault.read(drafts.load_all, place)]
    assert left == (["aloud, and on"] if note else [])
    # a file that was left with it, as by a run that was killed
    sql = "UPDATE draft SET text = 'aloud' || char(10) || '-- secret walrus'"
    vault.keep(lambda session: session.connection().exec_driver_sql(sql))
    again = Vault.open(vault.path, vault.key, vault.clock)
    left = [line.text for line in again.read(drafts.load_all, place)]
    again.close()
    assert left == (["aloud"] if note else [])
