"""Quick looks from within the note of a session, and the talk that is asked about beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from ipt_tui.tui.areas.sessions.look import CircleLook, EventLook, PersonLook, TalkLook
from ipt_tui.vault import expectations, people, talks, timeline
from tests.tui.running import press, resize, running, said, screen_text, send, settle, write
from tests.tui.sitting import TODAY, area, begin, eighth

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

TALK = ("!talk @Sam february", "me: remember it is in february", "sam: I thought not")


def looked_at(pilot: object) -> tuple[type | None, str | None]:
    """Return what is looked at, and its uid."""
    look = area(pilot).look.look  # type: ignore[arg-type]
    return (type(look), look.uid) if look is not None else (None, None)


async def test_a_look_is_beside_the_note_and_typing_goes_on_in_it(
    vault: Vault, client: str, clock: Clock
) -> None:
    names = vault.read(people.names, client)
    async with running(vault, clock) as pilot:
        await begin(pilot, "first", "Noor made pancakes, then Sam rang")
        pad = area(pilot).pad
        await press(pilot, "up", "home", "ctrl+g")
        assert "p see person" in screen_text(pilot)
        assert "t see talk" in screen_text(pilot)
        await press(pilot, "p")
        assert looked_at(pilot) == (PersonLook, names["Noor"])
        assert "Expectations" in screen_text(pilot)
        assert "each time" not in screen_text(pilot)
        assert pad.has_focus
        await write(pilot, "so ")
        assert pad.text.splitlines()[1].startswith("so Noor made")
        await press(pilot, "end", "ctrl+g", "c")
        assert looked_at(pilot) == (CircleLook, names["Sam"])
        assert "HOPED FOR" not in screen_text(pilot)
        assert "NOW" in screen_text(pilot)
        await press(pilot, "ctrl+g", "l")
        assert "MONTH" in screen_text(pilot)
        assert "mood 7: calm" in screen_text(pilot)
        await press(pilot, "tab", "left", "left", "tab")
        assert "mood 7: calm" not in screen_text(pilot)
        assert pad.has_focus
        vault.write(expectations.add, names["Sam"], "ask me first")
        await press(pilot, "ctrl+g", "p", "tab", "down", "right", "tab")
        assert "ask me first" in screen_text(pilot)
        await press(pilot, "escape")
        assert looked_at(pilot) == (None, None)
        assert "each time" in screen_text(pilot)
        assert pad.has_focus
        assert pad.cursor_location == (1, len("so Noor made pancakes, then Sam rang"))
        await press(pilot, "ctrl+z")
        assert pad.text.splitlines()[1] == "Noor made pancakes, then Sam rang"


def test_nothing_to_see_names_the_keys_that_add_it_from_a_look() -> None:
    assert CircleLook().pane().first_added == "esc esc 2 n adds the first: Sam partner 1"


async def test_the_same_letter_once_more_closes_and_no_letter_leaves_the_note(
    vault: Vault, client: str, clock: Clock
) -> None:
    names = vault.read(people.names, client)
    async with running(vault, clock) as pilot:
        await begin(pilot, "with Sam", "Noor rang")
        pad = area(pilot).pad
        for size in ((100, 30), (80, 24)):
            await resize(pilot, size)
            await press(pilot, "up", "ctrl+g", "p")
            assert looked_at(pilot) == (PersonLook, names["Noor"])
            assert "esc or ctrl+g p closes" in screen_text(pilot)
            await press(pilot, "ctrl+g")
            assert "p close person" in screen_text(pilot)
            await press(pilot, "p")
            assert looked_at(pilot) == (None, None)
            assert pad.has_focus
            await write(pilot, "s")  # with the keys it would end the session
            await press(pilot, "backspace", "down")
        await resize(pilot, (100, 30))
        await press(pilot, "up", "ctrl+g", "p", "up", "ctrl+g", "p")
        assert looked_at(pilot) == (PersonLook, names["Sam"])  # the line names another by now
        assert pad.has_focus
        await press(pilot, "escape", "escape", "g", "p")  # with the keys, not from the note
        assert pilot.app.record.area.id == "people"  # type: ignore[attr-defined]
        assert eighth(vault, client).text("note") == "with Sam\nNoor rang\n"
        await press(pilot, "g", "s")
        assert pad.has_focus
        await press(pilot, "ctrl+g", "full_stop", "ctrl+g", "p")  # and without a session
        assert not eighth(vault, client).line.running
        assert pilot.app.record.area.id == "people"  # type: ignore[attr-defined]


async def test_on_an_empty_line_it_is_what_is_nearest_above_and_that_is_said(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "!rota changed", "so", *TALK, "and then", "")
        await press(pilot, "ctrl+g", "e")
        kind, uid = looked_at(pilot)
        assert kind is EventLook
        assert "The event is taken from the note" in said(pilot)[-1]
        assert "the event nearest above" in screen_text(pilot)
        found = vault.read(timeline.timeline, client, timeline.Asked(TODAY))
        assert next(e.title for e in found.events if e.uid == uid) == "rota changed"
        await press(pilot, "ctrl+g", "t")
        kind, uid = looked_at(pilot)
        assert kind is TalkLook
        assert vault.read(talks.talk, uid or "", TODAY).line.subject == "february"
        assert "the talk nearest above" in screen_text(pilot)
        await press(pilot, "up", "up", "up", "ctrl+g", "t")
        assert looked_at(pilot) == (None, None)  # the line is of the same talk


async def test_over_the_note_a_letter_is_still_for_the_note(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock, size=(80, 24)) as pilot:
        await begin(pilot, *(f"line {n}" for n in range(30)), "Sam rang")
        pad = area(pilot).pad
        await press(pilot, *["up"] * 12)
        at, scroll = pad.cursor_location, pad.scroll_offset
        await press(pilot, "ctrl+g", "p")
        assert "Nobody is named in this line" in said(pilot)[-1]
        assert "line 20" not in screen_text(pilot)
        assert "NOW" in screen_text(pilot)
        foot = screen_text(pilot).splitlines()[-1]
        assert ("s end" in foot, "/ search" in foot, "ctrl+g go" in foot) == (False, False, True)
        await press(pilot, "escape")
        assert (pad.cursor_location, pad.scroll_offset) == (at, scroll)
        assert pad.has_focus
        await press(pilot, *["down"] * 11, "ctrl+g", "p")
        assert "partner" in screen_text(pilot)
        await write(pilot, "skip")  # s and k have another meaning outside the note
        assert looked_at(pilot) == (None, None)
        assert "skip" in pad.text
        assert eighth(vault, client).line.running
        await press(pilot, "ctrl+g", "c")
        pilot.app.post_message(Paste("pasted\n"))
        await settle(pilot)
        assert "skippasted" in pad.text
        send(pilot, "ctrl+g", "p", *"abc", "escape", "escape")  # faster than anybody types
        await settle(pilot)
        assert "abc" in pad.text
        assert eighth(vault, client).line.running
        area(pilot).action_note()
        await press(pilot, "ctrl+g", "c")
        await resize(pilot, (100, 30))
        await press(pilot, "ctrl+g", "n")
        await write(pilot, "wide")
        assert "wide" in pad.text
        await resize(pilot, (80, 24))
        await write(pilot, "s narrow")
        assert "wides narrow" in pad.text
        assert looked_at(pilot) == (None, None)


async def test_what_is_veiled_is_veiled_in_a_look_until_asked_for_and_looking_together(
    vault: Vault, client: str, clock: Clock
) -> None:
    names = vault.read(people.names, client)
    vault.write(people.tell, names["Noor"], sensitive=True, notes="zebrafinch")
    async with running(vault, clock) as pilot:
        await begin(pilot, "@Noor rang")
        await press(pilot, "up", "ctrl+g", "p")
        assert "sensitive · enter shows it" in screen_text(pilot)
        assert "zebrafinch" not in screen_text(pilot)
        await press(pilot, "tab", "enter")
        assert "zebrafinch" in screen_text(pilot)
        await press(pilot, "ctrl+g", "w")
        assert "zebrafinch" not in screen_text(pilot)
        assert "Noor" not in screen_text(pilot)
        assert "not shown while you look together" in screen_text(pilot)
        assert pilot.app.screen.focused is not None
        await press(pilot, "ctrl+g", "w", "escape")
        assert "@Noor rang" in screen_text(pilot)
        pilot.app.context = replace(pilot.app.context, client=None)  # type: ignore[attr-defined]
        area(pilot).load()
        await settle(pilot)
        assert looked_at(pilot) == (None, None)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=str)
async def test_a_talk_needs_no_leaving_the_note(
    size: tuple[int, int], vault: Vault, client: str, clock: Clock
) -> None:
    into = () if size[0] < 100 else ("tab",)
    async with running(vault, clock, size=size) as pilot:
        await begin(pilot, *TALK)
        await press(pilot, "ctrl+g", "t")
        assert "taken from the note" in said(pilot)[-1]
        assert area(pilot).items == ()
        kind, uid = looked_at(pilot)
        assert kind is TalkLook
        found = vault.read(talks.talk, uid or "", TODAY)
        assert (found.line.subject, [turn.said for turn in found.turns]) == (
            "february", ["remember it is in february", "I thought not"],
        )  # fmt: skip
        assert "meant" in screen_text(pilot)
        assert "felt" in screen_text(pilot)
        await press(pilot, *into, "right", "enter")
        assert area(pilot).bar.asked is not None
        await write(pilot, "tell me you know it")
        await press(pilot, "enter")
        (turn, _) = vault.read(talks.talk, uid or "", TODAY).turns
        assert turn.meant == "tell me you know it"
        assert "felt" in area(pilot).bar.asked.key  # type: ignore[union-attr]
        await press(pilot, "ctrl+g", "c", "escape")  # another look while the question stands
        assert looked_at(pilot)[0] is CircleLook
        assert area(pilot).bar.asked is None
        assert pilot.app.screen.focused.display  # type: ignore[union-attr]
        await press(pilot, "escape")
        assert area(pilot).pad.has_focus
        await write(pilot, "me: I do not want to skip it")
        await press(pilot, "ctrl+g", "t")
        assert [t.said for t in vault.read(talks.talk, uid or "", TODAY).turns][2:] == [
            "I do not want to skip it"
        ]
        assert looked_at(pilot) == (TalkLook, uid)
