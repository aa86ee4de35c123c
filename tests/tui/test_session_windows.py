"""Two windows on one session: no words are written over, and those of both are found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.tui.areas.sessions.words import IN_BRIEF
from ipt_tui.tui.drafting import Drafting
from ipt_tui.vault import drafts, session_told
from ipt_tui.vault.pads import note_place
from ipt_tui.vault.thread import VaultThread
from tests.tui.running import press, running, said, screen_text, write
from tests.tui.sitting import agree, area, begin, eighth

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


async def test_the_words_of_both_windows_are_found_again(
    vault: Vault, client: str, clock: Clock
) -> None:
    place = note_place(eighth(vault, client).uid)
    async with running(vault, clock) as pilot:
        await begin(pilot, "mine", "-- and this hour")
        vault.keep(drafts.save, place, "theirs, half a sen", client, "another window")
        vault.write(session_told.tell, eighth(vault, client).uid, note="theirs\nkept")
        await press(pilot, "escape", "1")
        assert "changed in another window" in said(pilot)[-1]
        await pilot.app.drafting.flush()  # type: ignore[attr-defined]
        texts = [line.text for line in vault.read(drafts.load_all, place)]
        assert sorted(texts) == ["mine\n-- and this hour\n", "theirs, half a sen"]
    async with running(vault, clock) as pilot:
        await press(pilot, "5")
        lines = area(pilot).pad.text.split("\n")
        assert lines[:2] == ["theirs", "kept"], "what was kept stands first"
        assert {"mine", "-- and this hour", "theirs, half a sen"} <= set(lines)
        await write(pilot, " and on")
        await press(pilot, "escape", "1")
        assert "mine" in eighth(vault, client).text("note")
        assert "this hour" not in eighth(vault, client).text("note")
        await press(pilot, "5", "s")
        assert vault.read(drafts.load_all, place) == ()


async def test_what_another_window_types_on_is_not_forgotten_with_what_was_offered_here(
    vault: Vault, client: str, clock: Clock
) -> None:
    threads = [VaultThread(clock), VaultThread(clock)]
    for thread in threads:
        await thread.open(vault.path, vault.key)
    one, two = (Drafting(thread) for thread in threads)
    one.remember("note", "one", client)
    await one.flush()
    assert await two.find("note") == "one"
    one.remember("note", "one goes on", client)
    await one.flush()
    two.remember("note", "one, and two", client)
    two.flush_now()
    assert set((await one.find("note")).split("\n")) == {"one goes on", "one, and two"}
    two.remember("note", "", client)
    await two.flush()
    assert await Drafting(threads[0]).find("note") == "one goes on"
    for thread in threads:
        await thread.close()


async def test_what_is_told_beside_a_note_is_no_change_to_it(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "mine")
        vault.write(session_told.tell, eighth(vault, client).uid, plan_next="the flat")
        await press(pilot, "escape", "1")
        assert not any("another window" in told for told in said(pilot))
        assert eighth(vault, client).text("note").strip() == "mine"
        assert eighth(vault, client).text("plan_next") == "the flat"


async def test_the_end_while_looking_together_is_not_written_over_another_windows_note(
    vault: Vault, client: str, clock: Clock
) -> None:
    uid = eighth(vault, client).uid
    async with running(vault, clock) as pilot:
        await begin(pilot, "mine", "-- and this hour")
        vault.write(session_told.tell, uid, note="theirs")
        await press(pilot, "ctrl+g", "w", "s", "s")
        assert "changed in another window" in said(pilot)[-1]
        assert eighth(vault, client).text("note") == "theirs"
        assert eighth(vault, client).line.running
        await press(pilot, "w", "g", "n")
        assert area(pilot).pad.text.split("\n")[:2] == ["theirs", "mine"]
        await press(pilot, "ctrl+g", "w")
        assert "mine" in eighth(vault, client).text("note")
        vault.write(session_told.tell, uid, note="theirs\nmine\nand more")
        await press(pilot, "s", "s")
        assert not eighth(vault, client).line.running
        assert eighth(vault, client).text("note") == "theirs\nmine\nand more"


async def test_what_was_typed_in_brief_stays_a_pad_though_more_is_kept_from_then_on(
    vault: Vault, client: str, clock: Clock
) -> None:
    agree(vault, client, "brief")
    async with running(vault, clock) as pilot:
        await begin(pilot, "secret walrus")
        await press(pilot, "escape", "1")
        agree(vault, client, "full")
        pilot.app.record.mark_stale()  # type: ignore[attr-defined]
        await press(pilot, "5")
        assert "secret walrus" in screen_text(pilot)
        assert IN_BRIEF in " ".join(screen_text(pilot).split())
        await press(pilot, "1", "5", "escape", "s")
        session = eighth(vault, client)
        assert (session.text("note"), session.line.running) == ("", False)
        assert vault.read(drafts.load_all, note_place(session.uid)) == ()
