"""Lines and fields to type in: several pasted lines, answers of several lines, the word help."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from textual import events

from ipt_tui.tui.areas.people.area import PeopleArea
from ipt_tui.tui.drafting import Drafting
from ipt_tui.tui.screens.help_lines import HelpLinesScreen
from ipt_tui.tui.widgets.add_line import AddLine
from ipt_tui.tui.widgets.answer_bar import AnswerBar, Asked
from ipt_tui.tui.widgets.editor import Editor
from ipt_tui.tui.widgets.field import Field
from ipt_tui.vault import cards, clients, drafts
from ipt_tui.vault.errors import Busy
from tests.tui.running import filled, press, running, screen_text, send, settle, write

if TYPE_CHECKING:
    from datetime import datetime

    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


def names(vault: Vault, clock: Clock, client: str) -> list[str]:
    """Return who is in the record, by name."""
    return [c.name for c in vault.read(cards.inventory, client, clock.today()).cards.values()]


async def paste(pilot: Pilot[str], *lines: str) -> None:
    pilot.app.post_message(events.Paste("\n".join(lines)))
    await settle(pilot)


async def test_pasted_lines_that_wait_are_safe_and_offered_again(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, ())
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "n")
        await paste(pilot, "Ada friend 1", "1 2 3", "Bo uncle 2", "Cy aunt 3")
        assert names(vault, clock, client) == ["Ada"]
        assert "2 more lines wait" in screen_text(pilot)
        await pilot.app._flush_drafts()  # type: ignore[attr-defined]
    line = vault.read(drafts.load, f"people:add:{client}")
    assert line is not None
    assert line.text == "1 2 3\nBo uncle 2\nCy aunt 3"
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "n")
        adding = pilot.app.screen.query_one(AddLine)
        adding.field.value = "Di boss 3"
        await press(pilot, "enter")
        assert names(vault, clock, client) == ["Ada", "Di", "Bo", "Cy"]
        await pilot.app._flush_drafts()  # type: ignore[attr-defined]
    assert vault.read(drafts.load, f"people:add:{client}") is None


async def test_pasted_lines_that_wait_stay_with_their_client(vault: Vault, clock: Clock) -> None:
    filled(vault, ())
    other = vault.write(clients.add, "M2")
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "n")
        await paste(pilot, "1 2 3", "Bo uncle 2")
        adding = pilot.app.screen.query_one(AddLine)
        first = adding.client
        adding.turn_to(other)
        await settle(pilot)
        assert adding.field.whole == ""
        adding.turn_to(first)
        await settle(pilot)
        assert adding.field.whole == "1 2 3\nBo uncle 2"


async def test_a_refused_line_is_not_glued_to_the_one_being_typed(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, ())
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "n")
        adding = pilot.app.screen.query_one(AddLine)
        await write(pilot, "Bo un")
        adding.refused("Ada friend 1", str(Busy()))
        await settle(pilot)
        assert adding.field.value == "Bo un"
        assert "1 more line waits" in screen_text(pilot)
        await write(pilot, "cle 2")
        await press(pilot, "enter")
        assert names(vault, clock, client) == ["Bo", "Ada"]


@pytest.mark.parametrize("keys", [("2", "e"), ("2", "n"), ("c",), ("1", "n")], ids="-".join)
async def test_help_typed_as_an_answer_opens_the_help_lines_and_saves_nothing(
    keys: tuple[str, ...], vault: Vault, clock: Clock
) -> None:
    filled(vault, ("Sam partner 1",))
    before = vault.read(_everything)
    async with running(vault, clock) as pilot:
        await press(pilot, *keys)
        typing: Any = pilot.app.focused
        assert isinstance(typing, Editor | Field)
        if isinstance(typing, Editor):
            typing.text = ""
        else:
            typing.value = ""
        await write(pilot, "Help")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, HelpLinesScreen)
        await press(pilot, "escape")
        assert pilot.app.focused is typing
        standing = typing.text if isinstance(typing, Editor) else typing.value
        assert standing == ("partner" if keys == ("2", "e") else "")
        await pilot.app._flush_drafts()  # type: ignore[attr-defined]
    assert vault.read(_everything) == before
    assert not vault._scalar("SELECT count(*) FROM draft")


def _everything(session: Any) -> Any:
    from ipt_tui.vault import transfer

    return transfer.dump(session)


async def test_up_and_down_leave_a_text_only_at_its_ends(vault: Vault, clock: Clock) -> None:
    filled(vault, ("Sam partner 1",))
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "e", "enter", "enter", "enter")
        bar = pilot.app.screen.query_one(PeopleArea).bar
        assert bar.asked is not None
        key = bar.asked.key
        await write(pilot, "one")
        await press(pilot, "ctrl+j")
        await write(pilot, "two")
        await press(pilot, "up")
        assert bar.asked.key == key
        assert bar.editor.cursor_location[0] == 0
        await press(pilot, "down")
        assert bar.asked.key == key
        assert bar.editor.cursor_location[0] == 1
        await press(pilot, "down")
        assert bar.asked.key != key


@pytest.mark.parametrize("kind", [Field, Editor])
async def test_what_is_typed_before_a_draft_is_found_goes_on_from_it(
    vault: Vault, clock: Clock, monkeypatch: pytest.MonkeyPatch, kind: type[Field | Editor]
) -> None:
    found = asyncio.Event()

    async def late(self: Drafting, place: str) -> tuple[str, datetime | None]:
        draft = await left(self, place)
        await found.wait()
        return draft

    left = Drafting.left
    vault.keep(drafts.save, "here", "that he w", None, "another")
    async with running(vault, clock) as pilot:
        monkeypatch.setattr(Drafting, "left", late)
        field: Any = Field("here") if kind is Field else Editor()
        await pilot.app.screen.mount(field)
        if kind is Editor:
            field.open("here", "")
        field.focus()
        send(pilot, *"ould")
        while (field.value if kind is Field else field.text) != "ould":  # noqa: ASYNC110 - settling waits
            await asyncio.sleep(0)
        found.set()
        await settle(pilot)
        assert (field.value if kind is Field else field.text) == "that he would"
        await pilot.app._flush_drafts()  # type: ignore[attr-defined]
    assert [line.text for line in vault.read(drafts.load_all, "here")] == ["that he would"]


async def test_an_answer_given_before_its_draft_is_found_goes_on_from_it(
    vault: Vault, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, left = asyncio.Event(), Drafting.left
    answers: list[str | None] = []

    class Bar(AnswerBar):
        def on_answer_bar_answered(self, message: AnswerBar.Answered) -> None:
            answers.append(message.value)
            self.close()

    async def late(self: Drafting, place: str) -> tuple[str, datetime | None]:
        draft = await left(self, place)
        await found.wait()
        return draft

    vault.keep(drafts.save, "here", "that he w", None, "another")
    async with running(vault, clock) as pilot:
        monkeypatch.setattr(Drafting, "left", late)
        bar = Bar()
        await pilot.app.screen.mount(bar)
        bar.open(Asked("like", "What is it like?", place="here"))
        send(pilot, *"ould", "enter")
        for _ in range(20):
            await asyncio.sleep(0.01)
        assert answers == []
        found.set()
        await settle(pilot)
    assert answers == ["that he would"]
