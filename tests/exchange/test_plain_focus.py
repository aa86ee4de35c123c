"""The focus as plain lines, in both wordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange.plain_focus import NOTHING, focus_lines
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.focus import Focus
from ipt_tui.vault import people, problem_areas, workbench
from tests.ipt.test_areas import CLINICAL
from tests.vault.k7_focus import TODAY, focused

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault


def test_k7s_focus_stands_in_plain_lines(vault: Vault) -> None:
    k7 = focused(vault)
    dad = vault.read(people.names, k7.client)["Dad"]
    answer = vault.write(workbench.answer, k7.grief, "grief_steps", "see the ashes\x1b[2J")
    vault.write(workbench.join, answer, "person", dad)
    vault.write(workbench.answer, k7.grief, "grief_considered", "not now")

    def lines(audience: Audience) -> list[str]:
        return focus_lines(vault.read(problem_areas.of_client, k7.client, TODAY), audience)

    told = lines(Audience.PRACTITIONER)
    assert told[:7] == [
        "K7, focus",
        "",
        "dispute with Sam: 1st since 20 Oct · K7 agrees: yes",
        "From 27 Oct: impasse, “we don't talk about it”",
        "From 17 Nov: renegotiation, Tuesdays yes, flat not yet",
        "Speaks for it: “we talk logistics”",
        "Speaks for it: Sam: evenings together when I am off (said, partly met)",
    ]
    assert "Speaks against it: he listens when asked" in told
    assert "What keeps it going? how the two talk, or do not" in told
    assert "Decided on 20 Oct: room for it when she wants" in told
    steps = "What could come back, or begin, and with whom? see the ashes[2J; not done yet; Dad"
    assert steps in told
    assert "Was prolonged grief considered, and what was decided? not now" in told
    assert told[-1] == "transition (the move): not chosen"
    own = lines(Audience.CLIENT)
    assert own[0] == "What you are working on"
    assert own[2] == "what you and Sam expect of each other: 1st since 20 Oct · you agree: yes"
    clinical = (*CLINICAL, "impasse", "renegotiation")
    assert not [word for word in clinical if word in "\n".join(own).lower()]
    assert all(len(line) <= 40 for line in focus_lines(
        vault.read(problem_areas.of_client, k7.client, TODAY), width=40
    ))  # fmt: skip
    vault.write(people.tell, k7.sam, sensitive=True)
    assert lines(Audience.PRACTITIONER)[2:4] == ["dispute: a sensitive entry", ""]
    assert focus_lines(Focus("1", "K7", TODAY)) == ["K7, focus", "", NOTHING]
