"""The measures of the fictional case K7, as they are keyed from paper."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from ipt_tui.ipt.instruments import shipped
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.paper_row import parse
from ipt_tui.vault import measuring

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault

MEASURED = (
    (date(2026, 10, 6), 1, "2 3 2 3 1 2 2 1 1 / 2", "2222121"),
    (date(2026, 10, 27), 4, "222212110 1", "1 2 2 1 1 2 1"),
    (date(2026, 11, 17), 7, "1112111101", "1111011"),
)
"""The day, the number of the session, the row of PHQ-9 and that of GAD-7."""


def answer_all(vault: Vault, client: str, sessions: tuple[str, ...]) -> None:
    """Key K7's measures, each in its session."""
    for day, number, phq, gad in MEASURED:
        when = moment(datetime.combine(day, time(14, 5), UTC))
        for name, typed in (("phq9", phq), ("gad7", gad)):
            row = parse(shipped()[name], typed)
            vault.write(
                measuring.answer, client, name, row.answers, when,
                difficulty=row.difficulty, source="paper", session_uid=sessions[number - 1],
            )  # fmt: skip
