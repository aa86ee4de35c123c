"""Text being typed is safe before it is finished; choices are remembered."""

from datetime import timedelta

import pytest

from ipt_tui.ipt.clock import DAY_STARTS_AT, Clock
from ipt_tui.vault import drafts, overview, settings, transfer
from ipt_tui.vault.vault import Vault
from tests.conftest import NOW
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
    assert world.vault.read(overview.overview, world.client, TODAY, DAY_STARTS_AT).drafts == 1


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
