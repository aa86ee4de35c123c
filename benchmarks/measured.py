"""Measures for the vaults that are measured in: PHQ-9 and GAD-7 in turn, answer by answer."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ipt_tui.ipt.instruments import shipped
from ipt_tui.ipt.kept_answers import answers_text, number_text
from ipt_tui.ipt.scoring import score
from ipt_tui.records import Response

if TYPE_CHECKING:
    from datetime import datetime

    from benchmarks.big_vault import Made, Rows

RESPONSES, LONG_RESPONSES = 8, 400
ASKED = ("phq9", "gad7")
_APART = timedelta(days=7)


def several(made: Made, rows: Rows, client: int, count: int, until: datetime) -> None:
    """Add so many responses, two a week; nothing is ticked that would ask for a person."""
    forms = [shipped()[name] for name in ASKED]
    for n in range(count):
        form = forms[n % len(forms)]
        flagged = {flag.item for flag in form.flags}
        answers = tuple(
            0 if number in flagged else made.random.randint(item.lowest, item.highest)
            for number, item in enumerate(form.items, 1)
        )
        scored = score(form, answers)
        at = until - _APART * ((count - n) // len(forms))
        made.row(
            rows,
            Response,
            instrument=form.id,
            name=form.short,
            version=form.version,
            at=at.strftime("%Y-%m-%dT%H:%M"),
            source="paper",
            answers=answers_text(answers),
            total=number_text(scored.total),
            band=scored.band.words if scored.band else "",
            client_id=client,
        )
