"""Nothing on the screen jumps, breaks in two, or goes missing where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from rich.color import ColorSystem
from textual.content import Content

from ipt_tui.tui.areas.people.area import PeopleArea
from ipt_tui.tui.palette import Palette
from ipt_tui.tui.widgets.circle import CirclePicture
from ipt_tui.tui.widgets.flowing import flowed
from ipt_tui.tui.widgets.rows import Rows
from tests.tui.running import filled, press, resize, running, screen_text, write
from tests.tui.talking import kitchen
from tests.tui.test_talks_gap import gaps

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

LITTLE = (80, 24)


async def test_the_letters_after_g_all_fit_and_the_record_stays_in_sight(
    vault: Vault, clock: Clock
) -> None:
    filled(vault)
    async with running(vault, clock, size=LITTLE) as pilot:
        await press(pilot, "2", "g")
        *above, strip = screen_text(pilot).splitlines()
        assert strip.endswith("h help lines, plan")
        assert "p people" in above[-1] + strip
        assert any("Sam" in line for line in above)


async def test_the_letters_after_g_take_a_second_line_before_one_is_lost(
    vault: Vault, clock: Clock
) -> None:
    filled(vault)
    async with running(vault, clock, size=(60, 16)) as pilot:
        await press(pilot, "g")
        assert screen_text(pilot).endswith("\n ! concern  w together  h help lines, plan")


@pytest.mark.parametrize("tab", ["1", "2", "3", "4", "7"])
async def test_the_way_to_help_is_always_among_the_keys_and_no_word_twice(
    vault: Vault, clock: Clock, tab: str
) -> None:
    kitchen(vault)
    async with running(vault, clock, size=LITTLE) as pilot:
        await press(pilot, tab)
        for size in (LITTLE, (120, 30)):
            await resize(pilot, size)
            keys = screen_text(pilot).splitlines()[-1]
            assert "? help   " in keys
            words = [piece.split(maxsplit=1)[1] for piece in keys.split("   ") if piece.strip()]
            assert len(words) == len(set(words))


async def test_who_looks_together_and_stops_is_where_keys_do_something(
    vault: Vault, clock: Clock
) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        for there in ("#day", "#clients", "#day"):
            await press(pilot, "w")
            assert pilot.app.screen.focused is pilot.app.screen.query_one(there, Rows)


async def test_a_picture_keeps_its_size_from_question_to_question(
    vault: Vault, clock: Clock
) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "e")
        picture = pilot.app.screen.query_one(CirclePicture)
        sizes = {picture.size}
        for _ in range(6):  # some have an example below the field, some have none
            await press(pilot, "tab")
            sizes.add(picture.size)
        assert len(sizes) == 1


async def test_a_picture_keeps_its_size_while_a_line_is_typed(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock, size=LITTLE) as pilot:
        await press(pilot, "2", "n")
        area = pilot.app.screen.query_one(PeopleArea)
        picture = area.query_one(CirclePicture)
        before = picture.size
        await write(pilot, "Priya friend 2 1 1 from work, then moved to another city")
        assert picture.size == before


def test_pieces_flow_and_stay_whole() -> None:
    pieces = [Content(text) for text in ("1 living", "2 not known", "3 lost before birth")]
    assert flowed(pieces, 40).plain == "1 living   2 not known\n3 lost before birth"
    assert flowed(pieces, 80, 1).plain == "1 living 2 not known 3 lost before birth"
    assert flowed(pieces, 5).plain == "1 living\n2 not known\n3 lost before birth"


async def test_while_one_types_no_key_is_named_that_would_be_typed(
    vault: Vault, clock: Clock
) -> None:
    gaps(vault)
    async with running(vault, clock, size=(120, 34)) as pilot:
        await press(pilot, "4", "enter", "down", "down")
        assert "?   space: another line" in screen_text(pilot)
        await press(pilot, "enter")
        assert "? What did you hope" in screen_text(pilot)
        assert "space:" not in screen_text(pilot)


async def test_where_there_is_little_room_help_scrolls_from_its_words_to_its_last_key(
    vault: Vault, clock: Clock
) -> None:
    filled(vault)
    async with running(vault, clock, size=(60, 16)) as pilot:
        await press(pilot, "2", "?")
        assert "The people in this life" in screen_text(pilot)
        await press(pilot, "end")
        assert "back; never discards" in screen_text(pilot)


async def test_help_in_ones_own_vault_names_no_other_clients(vault: Vault, clock: Clock) -> None:
    filled(vault, whose="me")
    async with running(vault, clock, size=(100, 40)) as pilot:
        await press(pilot, "1", "?")
        text = screen_text(pilot)
        assert "Change region, since when, mood scale." in text
        assert "client" not in text.replace("the client", "")
        app = cast("Any", pilot.app)
        await press(pilot, "escape")
        said = [f"{title} {words}" for title, words, _ in Palette(app.screen)._offers()]
        assert any("Change region, since when, mood scale." in each for each in said)
        assert [each for each in said if "client" in each] == []


async def test_that_one_looks_together_is_said_on_any_width(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock, size=(60, 16)) as pilot:
        pilot.app.demo = "clients"  # type: ignore[attr-defined]
        await press(pilot, "w")
        assert "looking together" in screen_text(pilot).splitlines()[0]


async def test_of_a_partner_no_birth_is_asked(vault: Vault, clock: Clock) -> None:
    filled(vault, ("Sam partner 1",))
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "e", "tab", "tab")
        assert "4 not known" in screen_text(pilot)
        assert "lost before birth" not in screen_text(pilot)


@pytest.mark.parametrize("line", ["Mia daughter 1", "Mia 1"])
async def test_of_a_child_or_whom_nothing_is_known_it_may_be(
    vault: Vault, clock: Clock, line: str
) -> None:
    filled(vault, (line,))
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "e", "tab", "tab")
        assert "6 lost before birth" in screen_text(pilot)


async def test_the_list_of_one_person_lights_the_entry_before_the_one_it_leaves_out(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "3", "v", "end", "f")
        listing = pilot.app.screen.query_one("#entries", Rows)
        assert listing.cursor in {row.key for row in listing.rows}
        assert listing.cursor == pilot.app.context.event  # type: ignore[attr-defined]


async def test_a_sentence_without_room_ends_in_an_ellipsis(vault: Vault, clock: Clock) -> None:
    kitchen(vault)
    async with running(vault, clock, size=(60, 16)) as pilot:
        await press(pilot, "3", "minus")
        *_, last, _ = screen_text(pilot).splitlines()
        assert last.endswith((".", "…"))


async def test_a_sentence_with_room_is_whole_after_one_that_had_none(
    vault: Vault, clock: Clock
) -> None:
    filled(vault, tuple(f"Person{n} friend 1" for n in range(9)))
    async with running(vault, clock, size=(60, 16)) as pilot:
        await press(pilot, "2", "v")
        await resize(pilot, (100, 30))
        assert "…" not in screen_text(pilot)
        assert "9 people" in screen_text(pilot)


async def test_the_form_of_a_client_shows_all_of_its_fields(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock, size=LITTLE) as pilot:
        await press(pilot, "1", "e")
        text = screen_text(pilot)
        assert all(word in text for word in ("Client", "Code", "Low since", "About", "Status"))


async def test_on_a_bare_console_what_is_lit_stands_out_without_a_shade(
    vault: Vault, clock: Clock
) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        rows = pilot.app.screen.query_one("#clients", Rows)
        pilot.app.console._color_system = ColorSystem.TRUECOLOR
        rows._styles.clear()
        assert not rows.style_of("cursor").reverse
        rows._styles.clear()
        pilot.app.console._color_system = ColorSystem.STANDARD
        assert rows.style_of("cursor").reverse
        assert not rows.style_of("muted").reverse
