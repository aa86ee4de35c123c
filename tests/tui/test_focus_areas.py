"""The problem areas on screen: K7's focus keyed in, chosen and worked on; together; veiled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ipt_tui.ipt.concern import SET_ASIDE
from ipt_tui.ipt.focus import Side
from ipt_tui.tui.areas.focus.area import FocusArea
from ipt_tui.tui.areas.focus.areas_rows import NOT_SAFE
from ipt_tui.tui.covered_app import OFFER
from ipt_tui.vault import clients, concerns, people, problem_areas, timed
from tests.ipt.test_areas import CLINICAL
from tests.tui.running import NOW, press, resize, running, said, screen_text, write
from tests.vault.k7_focus import TODAY, focused, unfocused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.ipt.focus import Focus
    from ipt_tui.tui.app import IptApp
    from ipt_tui.vault.vault import Vault


def area(pilot: Pilot[str]) -> FocusArea:
    return pilot.app.screen.query_one(FocusArea)


def app(pilot: Pilot[str]) -> IptApp:
    return cast("IptApp", pilot.app)


def focus(vault: Vault) -> Focus:
    client = vault.read(clients.listing)[0].uid
    return vault.read(problem_areas.of_client, client, NOW.date())


async def at(pilot: Pilot[str], start: str) -> None:
    """Put the cursor of the pane on the row whose key begins so."""
    pane = area(pilot).pane
    pane.cursor = next(row.key for row in pane.rows if row.key and row.key.startswith(start))
    await press(pilot, "g", "escape")


def top(pilot: Pilot[str]) -> str:
    return screen_text(pilot).splitlines()[0]


async def answered(pilot: Pilot[str], text: str) -> None:
    await write(pilot, text)
    await press(pilot, "enter")


async def test_k7s_focus_is_keyed_in(vault: Vault, clock: Clock) -> None:
    unfocused(vault)
    vault.begin()
    async with running(vault, clock, size=(160, 50)) as pilot:
        await press(pilot, "7")
        assert "working on" not in top(pilot)
        await press(pilot, "n", "2")
        assert "With whom is it?" in screen_text(pilot)
        await answered(pilot, "Sam")
        await answered(pilot, "saying it to Sam")
        await press(pilot, "n", "1")
        await answered(pilot, "Dad")
        await answered(pilot, "Dad and February")
        await press(pilot, "n", "3", "enter")
        await answered(pilot, "the move")
        move = focus(vault).areas[2]
        assert area(pilot).listing.cursor == f"area:{move.uid}", "what was added is in hand"
        # the dispute is chosen first, and she agrees; the grief second; the program chose nothing
        assert focus(vault).first is None
        await press(pilot, "home", "space", "1")
        assert "Does K7 agree?" in screen_text(pilot)
        await press(pilot, "1", "escape")
        await press(pilot, "down", "space", "2", "1", "escape")
        assert "working on: saying it to Sam" in top(pilot)
        first, second = focus(vault).first, focus(vault).second
        assert first is not None
        assert second is not None
        assert [first.agrees, second.agrees, second.name] == ["yes", "yes", "Dad"]

        # a third cannot be second beside it: it is asked whether it takes the place
        await press(pilot, "down", "space", "2")
        assert "Put this in its place, from today on?" in screen_text(pilot)
        await press(pilot, "2")
        assert focus(vault).second == second
        await press(pilot, "space", "2", "1", "1", "escape")
        shifted = focus(vault).second
        assert shifted is not None
        assert shifted.about == "the move"
        await press(pilot, "u", "u")  # agreeing, and taking the place
        assert focus(vault).second == second

        # evidence: a free line on each side, and what stands in the record, ticked
        await press(pilot, "home", "tab", "n", "1")
        await answered(pilot, "we talk logistics")
        await press(pilot, "enter")
        await at(pilot, "none:against")
        await press(pilot, "enter")
        await answered(pilot, "he listens when asked")
        await press(pilot, "escape")
        await at(pilot, "offered:expectation")
        await press(pilot, "space")
        found = focus(vault).areas[0]
        assert [line.text or (line.of and line.of.words) for line in found.evidence] == [
            "we talk logistics", "he listens when asked", "evenings together when I am off",
        ]  # fmt: skip
        await at(pilot, f"evidence:{found.evidence[2].uid}")
        await press(pilot, "space")
        assert len(focus(vault).areas[0].evidence) == 2
        await at(pilot, f"evidence:{found.evidence[0].uid}")
        await press(pilot, "e", "2", "escape")
        assert len(focus(vault).areas[0].on(Side.AGAINST)) == 2

        # the stage, with what showed it
        await press(pilot, "o", "2")
        await answered(pilot, "we don't talk about it")
        await press(pilot, "escape")
        stage = focus(vault).areas[0].stage
        assert stage is not None
        assert (stage.stage, stage.why) == ("impasse", "we don't talk about it")

        # the workbench goes from prompt to prompt
        await at(pilot, "prompt:dispute_safe")
        await press(pilot, "enter", "1")
        await answered(pilot, "the flat")
        await press(pilot, "enter")
        await answered(pilot, "asking in the kitchen")
        await answered(pilot, "writing it down")
        await press(pilot, "enter", "2")
        found = focus(vault).areas[0]
        assert [answer.text for answer in found.answers] == [
            "safe", "the flat", "asking in the kitchen", "writing it down", "communication_habits",
        ]  # fmt: skip
        await press(pilot, "escape")
        # an answer is tied to a talk and to somebody
        await at(pilot, f"answer:{found.answers[2].uid}")
        await press(pilot, "t", "t")
        assert "What goes with it?" in screen_text(pilot)
        await press(pilot, "1")
        await press(pilot, "t", "p")
        await answered(pilot, "Sam")
        links = focus(vault).areas[0].answers[2].links
        assert [link.of.sort for link in links] == ["talk", "person"]
        # options are weighed where the talk is
        await at(pilot, "options")
        await press(pilot, "enter", "1")
        assert pilot.app.screen.query_one("#talks").display


async def test_a_key_shows_what_it_did_before_the_other_chapters_are_read(
    vault: Vault, clock: Clock
) -> None:
    focused(vault)
    vault.begin()
    async with running(vault, clock, size=(160, 50)) as pilot:
        await press(pilot, "7", "tab")
        order: list[str] = []
        here = area(pilot)
        for each in here.chapters:
            each.read = _told(order, each.name, each.read)  # type: ignore[method-assign]
        here.show = _showing(order, here.show)  # type: ignore[method-assign]
        await at(pilot, "offered:expectation")
        await press(pilot, "space")
        assert order[:2] == ["area", "show"]
        assert sorted(order[2:]) == [
            "contract", "ending", "fit", "formulation", "goal", "halfway", "show",
        ]  # fmt: skip
        # with other eyes on it, everything is read before anything is shown
        order.clear()
        await press(pilot, "w")
        assert order[-1] == "show"
        assert order.count("show") == 1


def _told(order: list[str], name: str, read: Callable[[], Awaitable[None]]) -> Any:
    async def told() -> None:
        await read()
        order.append(name)

    return told


def _showing(order: list[str], show: Callable[[], None]) -> Any:
    def shown() -> None:
        order.append("show")
        show()

    return shown


async def test_together_no_clinical_word_and_at_home_in_each_size(
    vault: Vault, clock: Clock
) -> None:
    focused(vault)
    vault.begin()
    async with running(vault, clock, size=(100, 30)) as pilot:
        await press(pilot, "7")
        assert "working on: what K7 and Sam expect of each other" in top(pilot)
        await press(pilot, "w")
        assert "working on: what you and Sam expect of each other" in top(pilot)
        seen = screen_text(pilot)
        for _ in range(3):
            await press(pilot, "down")
            seen += screen_text(pilot)
        assert "another area" not in seen
        assert "space chooses" not in seen
        clinical = (*CLINICAL, "impasse", "renegotiation")
        assert not [word for word in clinical if word in seen.lower()]
        await press(pilot, "w", "home")
        for size in ((80, 24), (60, 16), (160, 50)):
            await resize(pilot, size)
            assert "dispute with Sam" in screen_text(pilot)
        await resize(pilot, (80, 24))
        assert "Speaks for it" not in screen_text(pilot)
        await press(pilot, "tab")
        assert "Speaks for it" in screen_text(pilot)
        await press(pilot, "escape")
        assert "What it could be about" in screen_text(pilot)
        # it is taken out with all that belongs to it, and comes back
        before = focus(vault)
        await press(pilot, "x")
        assert len(focus(vault).areas) == 2
        assert said(pilot)[-1].endswith("u brings it back.")
        assert "working on" not in top(pilot)
        await press(pilot, "u")
        assert [each.uid for each in focus(vault).areas] == [each.uid for each in before.areas]
        assert "working on" in top(pilot)


async def test_what_is_sensitive_is_veiled_until_enter_and_nothing_is_asked_of_it(
    vault: Vault, clock: Clock
) -> None:
    k7 = focused(vault)
    vault.write(people.tell, k7.sam, sensitive=True)
    vault.begin()
    async with running(vault, clock, size=(120, 40)) as pilot:
        await press(pilot, "7")
        shown = screen_text(pilot)
        assert "logistics" not in shown
        assert "Sam" not in shown
        assert "working on" not in top(pilot)
        await press(pilot, "e", "space")
        assert area(pilot).bar.asked is None
        await press(pilot, "enter")
        assert "logistics" in screen_text(pilot)


async def test_what_is_marked_while_it_is_asked_about_is_veiled_when_that_ends(
    vault: Vault, clock: Clock
) -> None:
    focused(vault)
    vault.begin()
    async with running(vault, clock, size=(120, 40)) as pilot:
        await press(pilot, "7", "e", "enter", "enter")
        assert "Is it sensitive?" in screen_text(pilot)
        await press(pilot, "1", "escape")
        assert "logistics" not in screen_text(pilot)
        assert app(pilot).revealed == frozenset()
        await press(pilot, "enter", "e")
        assert "logistics" in screen_text(pilot)
        app(pilot).screen.action_together()  # type: ignore[attr-defined]
        await press(pilot, "end")
        assert area(pilot).bar.asked is None
        assert "logistics" not in screen_text(pilot)


async def test_a_hit_of_the_search_leads_to_its_area(vault: Vault, clock: Clock) -> None:
    k7 = focused(vault)
    vault.begin()
    async with running(vault, clock, size=(120, 40)) as pilot:
        await press(pilot, "slash")
        await write(pilot, "goodbye")
        await press(pilot, "enter")
        assert area(pilot).listing.cursor == f"area:{k7.grief}"
        assert "goodbye" in screen_text(pilot)


async def test_with_a_concern_open_the_stage_waits_and_says_so(vault: Vault, clock: Clock) -> None:
    k7 = focused(vault)
    vault.write(
        concerns.raise_concern, k7.client, "violence", "said", people=[k7.sam], words="the door"
    )
    vault.begin()
    async with running(vault, clock, size=(160, 60)) as pilot:
        await press(pilot, "7", "o")
        assert area(pilot).bar.asked is None
        assert screen_text(pilot).count(SET_ASIDE) == 3  # the stage, the plan, the steps
        assert "Options" not in screen_text(pilot)
        await press(pilot, "tab")
        await at(pilot, "prompt:dispute_plan")
        await press(pilot, "enter")
        assert area(pilot).bar.asked is None


async def test_said_to_be_dangerous_it_offers_a_concern_and_plans_nothing(
    vault: Vault, clock: Clock
) -> None:
    focused(vault)
    vault.begin()
    async with running(vault, clock, size=(160, 60)) as pilot:
        await press(pilot, "7", "tab")
        await at(pilot, "prompt:dispute_safe")
        await press(pilot, "enter", "2")
        assert said(pilot)[-1] == OFFER
        await press(pilot, "escape")
        answer = focus(vault).areas[0].to("dispute_safe")[0]
        await at(pilot, f"answer:{answer.uid}")
        await press(pilot, "e", "1")
        assert screen_text(pilot).count(NOT_SAFE) == 0
        await press(pilot, "e", "3")
        assert said(pilot)[-1] == OFFER
        assert screen_text(pilot).count(NOT_SAFE) == 2  # the plan, the steps
        # marked as sensitive, what it says is not said beside it either, and still nothing planned
        await press(pilot, "e", "enter", "1", "escape")
        assert NOT_SAFE not in screen_text(pilot)
        assert screen_text(pilot).count(SET_ASIDE) == 2


async def test_an_event_that_goes_away_elsewhere_is_no_fault(vault: Vault, clock: Clock) -> None:
    k7 = focused(vault)
    vault.begin()
    async with running(vault, clock, size=(120, 40)) as pilot:
        await press(pilot, "7", "tab")
        await at(pilot, "offered:event")
        await press(pilot, "space")
        pointed = focus(vault).areas[0].evidence[-1].of
        assert pointed is not None
        vault.write(timed.remove, "event", pointed.uid)
        await press(pilot, "w", "w")
        assert pointed.words not in screen_text(pilot)
        # an area that is gone while it is asked about: a sentence, and nothing is broken
        await press(pilot, "escape", "home", "e")
        vault.write(problem_areas.remove, k7.dispute)
        await answered(pilot, "Mum")
        assert said(pilot)
        assert focus(vault).areas[0].uid == k7.grief
        assert NOW.date() == TODAY
